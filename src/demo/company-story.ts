import type { RecordBase } from '../kernel/record.ts'
import { sealNow } from '../kernel/seal.ts'
import { addDays, addMilliseconds, type Day, dayOf, HOUR, type Instant } from '../kernel/time.ts'
import type { Today } from './complaint-today.ts'
import { type PlannedStep, type Story, storyOf } from './scheduler.ts'

/** What happens in the company itself: policies that are changed, kept, or wait for approval; a role that waits for review. */
export function companyStories(today: Today, since: Day): Story[] {
  const { stage, office, now } = today
  const proposed = (
    by: string,
    at: Instant,
    input: object,
    then?: (record: () => RecordBase) => PlannedStep,
  ): Story => {
    let record: RecordBase | undefined
    const known = (): RecordBase => {
      if (!record) throw new Error('not proposed yet')
      return record
    }
    const step = {
      at,
      act: async () => {
        record = await stage.does(by, 'policy-change.propose', { input })
      },
    }
    return storyOf(then ? [step, then(known)] : [step])
  }
  const on = (days: number) => office.on(addDays(since, days))
  const dayAfter = (at: Instant): Day => addDays(dayOf(at, stage.kernel.zone), 7)
  const [early, middle, recent] = [on(75), on(230), office.after(addMilliseconds(now, -75 * HOUR), 0)]
  return [
    proposed(
      'quality',
      early,
      {
        key: 'report.complaint_quarter_due_day',
        value: 8,
        effectiveOn: dayAfter(early),
        reason: '季末单据汇总需要三个工作日，5 日来不及复核',
      },
      record => ({
        at: office.after(early, 5),
        act: () =>
          stage.does('quality-head', 'policy-change.approve', {
            on: record().id,
            input: { note: '同意，自下季度起执行' },
          }),
      }),
    ),
    proposed(
      'after-sales-head',
      middle,
      {
        key: 'complaint.local_verify_h',
        value: 48,
        effectiveOn: dayAfter(middle),
        reason: '质检员只有两名，本地投诉集中时难以当日派出',
      },
      record => ({
        at: office.after(middle, 3),
        act: () =>
          stage.does('quality-head', 'policy-change.reject', {
            on: record().id,
            input: { reason: '程序文件规定 24 小时，维持不变；人手不足由质量部另行安排。' },
          }),
      }),
    ),
    proposed('service-head', recent < now ? recent : addMilliseconds(now, -20 * HOUR), {
      key: 'case.general_contact_h',
      value: 12,
      effectiveOn: addDays(dayOf(now, stage.kernel.zone), 9),
      reason: '近两个季度首次联系平均 3 小时，建议把公司时限收紧到 12 小时',
    }),
    storyOf([
      {
        at: addMilliseconds(now, -20.5 * HOUR),
        act: () =>
          stage.does('administrator', 'person.grant-role', {
            on: stage.as('sales-2').id,
            input: { role: 'after-sales', reason: '豫南片区退换货由其兼办' },
          }),
      },
    ]),
  ]
}

/** Seals the trail at the end of every month, as the server does all the time. */
export async function* monthlySeals({ stage, now }: Pick<Today, 'stage' | 'now'>, since: Instant): Story {
  for (let at = addMilliseconds(since, 30 * 24 * HOUR); at < now; at = addMilliseconds(at, 30 * 24 * HOUR)) {
    yield at
    await sealNow(stage.kernel)
  }
}
