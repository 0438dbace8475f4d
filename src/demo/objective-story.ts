import { addDays, type Day, dayOf, dayOfLaterMonth } from '../kernel/time.ts'
import { counting } from '../procedures/quality-objective/counting.ts'
import { type MeasureName, reaches } from '../procedures/quality-objective/measure.ts'
import { quarterOf, quarterStart } from '../procedures/quality-objective/quarter.ts'
import type { Today } from './complaint-today.ts'
import type { Story } from './scheduler.ts'

/** What the company wants to reach, why, and what is said when it falls short. */
const WANTED: readonly {
  readonly measure: MeasureName
  readonly target: number
  readonly basis: string
  readonly cause: string
  readonly remedy: string
}[] = [
  {
    measure: 'first-contact',
    target: 90,
    basis: '质量方针承诺及时响应；上半年试算约 93%。',
    cause: '节假日前后投诉集中，受理专员只有两人，个别投诉次日才联系上。',
    remedy: '节假日前后增加一名备勤，由客户服务中心负责人排班，下月起执行。',
  },
  {
    measure: 'satisfaction',
    target: 80,
    basis: '与主要医院的年度服务约定要求满意率不低于 80%。',
    cause: '不满意的回访集中在更换件到货慢。',
    remedy: '常用更换件按月备货，由售后服务部会同采购部落实，下季度复查。',
  },
  {
    measure: 'completion',
    target: 90,
    basis: '程序规定的办结期限；上半年约 88%，先求 90%。',
    cause: '外地投诉的更换件到货晚，办结顺延。',
    remedy: '外地投诉受理当日即向供货单位确认备件，由质量管理部跟踪，下季度复查。',
  },
]
const OPINIONS = ['同意考核结果，保持。', '同意，改进措施下季度复查。']

/** Three objectives, assessed by quality after each quarter and reviewed by the quality head. */
export async function* objectiveStory({ stage, office, now }: Today, since: Day): Story {
  const { zone, db } = stage.kernel
  const first = dayOfLaterMonth(quarterStart(since), 3, 1)
  const proposed = office.on(since)
  yield proposed
  const objectives = []
  for (const { measure, target, basis } of WANTED) {
    const input = { measure, target, basis, startsOn: first }
    objectives.push(await stage.does('quality', 'quality-objective.propose', { input }))
  }
  yield office.after(proposed, 6)
  for (const { id } of objectives) await stage.does('quality-head', 'quality-objective.approve', { on: id })
  for (let quarter = first; ; quarter = dayOfLaterMonth(quarter, 3, 1)) {
    const period = quarterOf(quarter, zone)
    const assessed = office.on(addDays(period.lastDay, 9))
    if (assessed > now) return
    yield assessed
    const short = new Set<string>()
    for (const [i, { id }] of objectives.entries()) {
      const wanted = WANTED[i]
      if (!wanted) continue
      const { value } = await counting[wanted.measure](db, period, zone)
      const missed = reaches(wanted.measure, value, wanted.target) === false
      if (missed) short.add(id)
      const input = missed ? { cause: wanted.cause, measure: wanted.remedy } : {}
      await stage.does('quality', 'quality-objective.assess', { on: id, input })
    }
    const reviewed = office.after(assessed, 20)
    if (reviewed > now || dayOf(reviewed, zone) > dayOf(now, zone)) return
    yield reviewed
    for (const { id } of objectives) {
      const opinion = OPINIONS[short.has(id) ? 1 : 0]
      await stage.does('quality-head', 'quality-objective.review', { on: id, input: { opinion } })
    }
  }
}
