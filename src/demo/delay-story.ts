import { addDays, type Day, dayOf, type Instant, instantAt, startOfDay, weekdayOf } from '../kernel/time.ts'
import { HANDLE } from '../procedures/complaint/case-roles.ts'
import type { Today } from './complaint-today.ts'
import type { Story } from './scheduler.ts'
import type { Stage } from './stage.ts'
import { chance } from './world/chance.ts'

/** A clock of a complaint that was met late and about which nothing was said. */
interface SilentClock {
  readonly recordId: string
  readonly name: string
  readonly dueAt: Instant
  /** User name of whoever met it. */
  readonly by: string
}

/** Of so many late complaints one stays without a word. */
const FORGOTTEN = 5

/** Where the clock ran out on a day off. */
const ON_A_DAY_OFF: Readonly<Record<string, readonly string[]>> = {
  verification: [
    '期限落在休息日，客户科室无人接待；经客户同意，上班首日到场核实。',
    '休息日客户设备科无人值班，不能拆检，已与科室约定上班首日核实。',
  ],
  completion: [
    '期限落在休息日，客户经办人不在岗，回复和回访顺延到上班首日，客户知情。',
    '更换件休息日不发货，上班首日到货即办结，已提前告知客户。',
  ],
  opinion: ['期限落在休息日，检验记录上班首日才能复核，复核后即出具意见；期间客户已停用该产品。'],
}
const IN_GENERAL = ['当日事务集中，办理晚于期限，已告知客户。']

const REASONS: Readonly<Record<string, readonly string[]>> = {
  verification: [
    '同期另有一起外地投诉在先，质检员由上一家直接转来，到场晚于期限，已提前告知客户。',
    '设备正在使用，科室要求停机后再拆检，与客户改约后到场。',
  ],
  completion: [
    '核实和处置按期完成，更换件由生产企业调货，到货晚于承诺，到货当日办结。',
    '问题已解决，客户经办人外出，回复与回访顺延，客户知情。',
  ],
  opinion: [
    '抽样检测结果次日才出，为依据充分，意见在结果出具后给出。',
    '需向生产企业技术人员核对使用条件，对方答复晚，收到后即出具意见。',
  ],
  'final-opinion': ['临时意见已按期出具；生产企业分析报告晚到，收到后即出具最终意见。'],
  'expected-time': ['备件到货晚于预计，已提前电话告知客户并取得同意。', '上门工程师前一单延时，已电话致歉并另约时间。'],
  'daily-contact': ['当日多次致电无人接听，次日一早已补通报进展。'],
}

/**
 * At the beginning of every week the people whose clocks ran late say why, as the product asks them to; once in a while somebody
 * forgets, so that the evidence also shows a late one without a reason.
 */
export async function* delayStory({ stage, office }: Today, since: Day): Story {
  const { zone } = stage.kernel
  const forgotten = new Map<string, boolean>()
  for (let monday = addDays(since, 8 - weekdayOf(since)); ; monday = addDays(monday, 7)) {
    let day = monday
    while (!office.isWorkday(day)) day = addDays(day, 1)
    yield instantAt(day, '10:05', zone)
    for (const { recordId, name, dueAt, by } of await silentClocks(stage, addDays(day, -60))) {
      if (!forgotten.has(recordId)) forgotten.set(recordId, (forgotten.size + 1) % FORGOTTEN === 0)
      if (forgotten.get(recordId)) continue
      const reasons = (!office.isWorkday(dayOf(dueAt, zone)) && ON_A_DAY_OFF[name]) || REASONS[name]
      await stage.does(handles(stage, by) ? by : 'quality', 'complaint.note-delay', {
        on: recordId,
        input: { deadline: name, reason: chance(`delay ${name} ${dueAt}`).pick(reasons ?? IN_GENERAL) },
      })
    }
  }
}

const handles = (stage: Stage, username: string): boolean =>
  stage.as(username).roles.some(role => (HANDLE as readonly string[]).includes(role))

async function silentClocks({ kernel }: Stage, since: Day): Promise<readonly SilentClock[]> {
  const { rows } = await kernel.pool.query<SilentClock>({
    name: 'demo_silent_clocks',
    text: `select distinct on (d.due_at, d.record_id, d.name) d.record_id as "recordId", d.name, d.due_at as "dueAt",
             p.username as by
           from deadline d join complaint c on c.id = d.record_id join person p on p.id = d.met_by
           where d.procedure = 'complaint' and d.met_at > d.due_at and d.cancelled_at is null and d.due_at > $1
             and c.state not in ('voided', 'merged', 'not-complaint')
             and not exists (select from complaint_delay x where x.complaint_id = c.id and x.deadline = d.name)
           order by d.due_at, d.record_id, d.name`,
    values: [startOfDay(since, kernel.zone)],
  })
  return rows
}
