import { addDays, addMilliseconds, type Day, dayOf, HOUR, type Instant, instantAt } from '../kernel/time.ts'
import { sweepDuties } from '../procedures/duty/sweep-duties.ts'
import type { Today } from './complaint-today.ts'
import type { Story } from './scheduler.ts'

const EQUIPMENT = [
  { name: '货梯一号', kind: 'lift', place: '中心库东侧', model: 'THJ2000', serial: 'DT-19-0427' },
  { name: '冷藏库一号制冷机组', kind: 'cold-store', place: '冷库机房', model: 'BF-30H' },
  { name: '冷藏库二号制冷机组', kind: 'cold-store', place: '冷库机房', model: 'BF-30H' },
  { name: '阴凉库空调机组', kind: 'hvac', place: '中心库楼顶', model: 'RHXYQ16' },
  { name: '备用柴油发电机', kind: 'generator', place: '发电机房', model: 'GF-150' },
  { name: '温湿度自动监测主机', kind: 'instrument', place: '中控室', model: 'WS-M8', calibrated: true },
] as const

/** Days ago on which nobody went round. */
const MISSED = 4
/** Days ago of the round that found something. */
const FAULTY = 2

/**
 * Equipment is registered, duties begin, and the equipment worker goes round day by day: once not at all, once with a finding. The
 * server's sweep is played at the times that matter.
 */
export async function* dutyStory({ stage, now }: Pick<Today, 'stage' | 'now'>): Story {
  const { kernel } = stage
  const today = dayOf(now, kernel.zone)
  const at = (day: Day, clock: string): Instant => instantAt(day, clock, kernel.zone)
  const sweep = () =>
    sweepDuties(kernel, (name, fault) => {
      throw new Error(`the duty ${name} cannot be planned`, { cause: fault })
    })
  const first = addDays(today, -8)
  yield at(first, '07:40')
  for (const { calibrated, ...input } of EQUIPMENT.map(item => ({ calibrated: false, ...item })))
    await stage.does('equipment-supervisor', 'equipment.register', {
      input: { ...input, ...(calibrated && { calibrationDue: addDays(today, 25), certificate: 'HNJL-2025-3381' }) },
    })
  yield at(first, '07:50')
  await sweep()
  for (let ago = 8; ago >= 0; ago--) {
    if (ago === MISSED) continue
    const day = addDays(today, -ago)
    const begun = at(day, '08:35')
    if (begun >= addMilliseconds(now, -HOUR)) return
    yield begun
    const { id } = await stage.does('equipment-technician', 'patrol.start')
    yield addMilliseconds(begun, 40 * 60_000)
    await stage.does('equipment-technician', 'patrol.complete', { on: id, input: await filledIn(stage, id, ago) })
    if (ago === FAULTY) await settle(stage, id)
    if (ago === MISSED - 1) {
      await sweep()
      await explain(stage)
    }
  }
  yield addMilliseconds(now, -30 * 60_000)
  await sweep()
}

/** The state of every piece of equipment on a round. */
async function filledIn({ kernel }: Today['stage'], id: string, ago: number): Promise<object> {
  const { rows } = await kernel.pool.query<{ id: string; name: string }>(
    'select id, name from patrol_item where patrol_id = $1 order by place',
    [id],
  )
  return {
    items: rows.map(item => {
      const faulty = ago === FAULTY && item.name === '冷藏库二号制冷机组'
      return {
        itemId: item.id,
        running: faulty ? 'fault' : item.name === '备用柴油发电机' ? 'stopped' : 'normal',
        ...(faulty && { finding: '压缩机有异响，排气压力偏高' }),
      }
    }),
  }
}

async function settle(stage: Today['stage'], id: string): Promise<void> {
  const { rows } = await stage.kernel.pool.query<{ id: string }>(
    'select id from patrol_item where patrol_id = $1 and finding is not null',
    [id],
  )
  await stage.does('equipment-supervisor', 'patrol.settle', {
    on: id,
    input: {
      itemId: rows[0]?.id,
      outcome: 'mended',
      handling: '维保单位更换冷凝风扇电机，复测排气压力 1.5 MPa，运行半小时无异响',
    },
  })
}

/** Why nobody went round on one of the days. */
async function explain(stage: Today['stage']): Promise<void> {
  const { rows } = await stage.kernel.pool.query<{ id: string; duty_id: string }>(
    `select t.id, t.duty_id from duty_turn t join duty d on d.id = t.duty_id
     where d.duty = 'daily-round' and t.state = 'missed' and t.explained_at is null order by t.due_at`,
  )
  for (const turn of rows.slice(0, 1))
    await stage.does('equipment-technician', 'duty.explain', {
      on: turn.duty_id,
      input: { turnId: turn.id, all: true, reason: '当日全员参加消防演练，未安排巡视；次日已加查全部设备' },
    })
}
