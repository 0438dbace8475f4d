import { addDays, addMilliseconds, dayOf, HOUR } from '../kernel/time.ts'
import type { Today } from './complaint-today.ts'
import { type Story, storyOf } from './scheduler.ts'

/** Who is away these days, and who acts for whom. */
export function absenceStory({ stage, now }: Today): Story {
  const today = dayOf(now, stage.kernel.zone)
  const id = (username: string): string => stage.as(username).id
  return storyOf([
    {
      at: addMilliseconds(now, -29 * HOUR),
      act: () =>
        stage.does('finance', 'person.delegate', {
          on: id('finance'),
          input: {
            roles: ['finance'],
            toId: id('finance-head'),
            from: today,
            until: addDays(today, 4),
            reason: '年度审计期间集中对账，审批由财务部负责人代签',
          },
        }),
    },
    {
      at: addMilliseconds(now, -28 * HOUR),
      act: () =>
        stage.does('management-representative', 'person.note-absence', {
          on: id('management-representative'),
          input: {
            kind: 'travel',
            from: addDays(today, -1),
            until: addDays(today, 3),
            deputyId: id('quality-head'),
            note: '参加体系换版培训',
          },
        }),
    },
  ])
}
