import { sql } from 'kysely'
import type { Instant } from '../kernel/time.ts'
import type { OfficeHours } from './office-hours.ts'
import type { PlannedStep } from './scheduler.ts'
import type { Stage } from './stage.ts'
import { type Chance, chance } from './world/chance.ts'

/** A stop-sale that is not over, with what its next step depends on. */
interface OpenHold {
  readonly id: string
  readonly number: string
  readonly title: string
  readonly state: string
  readonly finding: string | null
  readonly marksAt: Instant | null
  readonly salesAckAt: Instant | null
  readonly marksOffAt: Instant | null
  /** Quality has signed; the quality head is asked. */
  readonly headAsked: boolean
}

/** How far the company goes with a stop: marks hung and sales told, the bad finding signed by quality, or all the way. */
export type HoldGoal = 'hung' | 'signed' | 'freed'

const SENT_BACK = [
  '仅为单台（件）个案，请对同批在库产品抽查复核后再定。',
  '现场核实的是客户已开封产品，请补做在库留样和同批抽检。',
  '客户使用环境有影响，请先核对同批其他客户反映和在库状况。',
]
const GOOD_GROUNDS = [
  '抽查同批在库产品 20 件，外观、包装和功能均符合要求，属个案，判定合格。',
  '同批留样与在库产品逐项复核，未见同样缺陷，其余购货方无同类反映，判定合格。',
  '按产品技术要求抽样复核 13 件，全部合格；投诉件已单独封存，不涉及同批其他产品。',
]
const REASONS = [
  '复查合格，恢复销售。',
  '同批在库产品复核合格，投诉件另行处理，解除停售。',
  '个案，不涉及同批，解除停售。',
]

/** Stops of which the record stands among the causes and that are not over. */
export async function openHolds({ kernel }: Stage, causeId: string): Promise<OpenHold[]> {
  const { rows } = await sql<OpenHold>`
    select s.id, s.number, s.title, s.state, s.finding, s.marks_at, s.sales_ack_at, s.marks_off_at, exists (
      select 1 from sign_off o where o.record_id = s.id and o.chain = 'confirmation' and o.outcome = 'pending') as head_asked
    from stop_sale s where s.state not in ('released', 'closed')
      and s.id in (select c.stop_sale_id from stop_sale_cause c where c.cause_id = ${causeId}::uuid)
    order by s.number`.execute(kernel.db)
  return rows
}

/** The warehouse hangs its marks and finds at every place what it should. */
export async function hangMarks(stage: Stage, id: string, by = 'warehouse'): Promise<void> {
  const { rows } = await sql<{ markId: string; counted: number }>`
    select m.id as mark_id, m.expected as counted from stop_sale_mark m
    where m.stop_sale_id = ${id}::uuid and m.marked_at is null order by m.at, m.id`.execute(stage.kernel.db)
  await stage.does(by, 'stop-sale.mark', { on: id, input: { places: rows } })
}

/** Takes the next step that brings a stop nearer to the goal; false when nothing is left to do. */
async function advance(stage: Stage, hold: OpenHold, goal: HoldGoal, luck: Chance): Promise<boolean> {
  const does = (by: string, verb: string, input: object = {}) =>
    stage.does(by, `stop-sale.${verb}`, { on: hold.id, input })
  const quality = luck.pick(['quality', 'quality-2'])
  if (hold.state !== 'releasing' && hold.state !== 'confirmed') {
    if (!hold.marksAt) await hangMarks(stage, hold.id, luck.pick(['warehouse', 'warehouse-head', 'stock-maintenance']))
    else if (!hold.salesAckAt) await does(luck.pick(['sales', 'sales-2', 'sales-clerk']), 'acknowledge')
    else if (goal === 'hung') return false
    else if (hold.state === 'confirming' && !hold.headAsked)
      await does(quality, 'confirm', { note: '核实有质量缺陷，请质量负责人审定是否确认停售。' })
    else if (goal === 'signed') return false
    else if (hold.state === 'confirming')
      await does('quality-head', 'countersign', { agree: false, note: luck.pick(SENT_BACK) })
    else if (hold.finding !== 'good')
      await does(luck.pick(['quality-inspector', 'quality-inspector-2', quality]), 'record-recheck', {
        verdict: 'good',
        note: luck.pick(GOOD_GROUNDS),
      })
    else await does(quality, 'release', { reason: luck.pick(REASONS) })
    return true
  }
  if (goal !== 'freed' || hold.state === 'confirmed') return false
  if (!hold.marksOffAt) await does(luck.pick(['warehouse', 'warehouse-head']), 'take-off-marks')
  else await does(luck.pick(['sales', 'sales-2', 'sales-clerk']), 'acknowledge')
  return true
}

/** Does at once all that is left to do about the stops behind a record, so that it can end. */
export async function settleHolds(stage: Stage, causeId: string): Promise<void> {
  const luck = chance(`settle ${causeId}`)
  for (let more = true; more; ) {
    more = false
    for (const hold of await openHolds(stage, causeId)) more = (await advance(stage, hold, 'freed', luck)) || more
  }
}

/** So many steps a stop takes at most until its goal, with the hours that pass before each. */
const PACE: Readonly<Record<HoldGoal, readonly number[]>> = {
  hung: [0, 0.3],
  signed: [0, 0.2, 0.4],
  freed: [0, 0.2, 0.3, 0.6, 1.1, 0.2, 0.4, 0.3, 0.2],
}

/**
 * What the company does about the stops behind a record from a moment on, one step after the other in office hours, until nothing is
 * left to do.
 */
export function holdSteps(
  stage: Stage,
  office: Pick<OfficeHours, 'after'>,
  cause: () => string,
  from: Instant,
  goal: HoldGoal,
): PlannedStep[] {
  const luck = chance(`hold ${from} ${goal}`)
  let at = from
  let reached = false
  return PACE[goal].map(hours => {
    if (hours > 0) at = office.after(at, hours)
    return {
      at,
      skip: () => reached,
      act: async () => {
        reached = true
        for (const hold of await openHolds(stage, cause())) if (await advance(stage, hold, goal, luck)) reached = false
      },
    }
  })
}
