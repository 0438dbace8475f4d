import { addDays, addMilliseconds, type Day, dayOf, HOUR, weekdayOf } from '../kernel/time.ts'
import type { Today } from './complaint-today.ts'
import { type Story, storyOf } from './scheduler.ts'

const mondayAfter = (day: Day): Day => addDays(day, 8 - weekdayOf(day))

/** A change of a limit waits for its day, another for its approval; the access review of the half-year before is signed. */
export function policyStory({ stage, now }: Today): Story {
  const today = dayOf(now, stage.kernel.zone)
  const monday = mondayAfter(today)
  const year = Number(today.slice(0, 4))
  const period = today.slice(5, 7) <= '06' ? `${year - 1}-H2` : `${year}-H1`
  const kept = new Map<string, string>()
  const propose = (username: string, key: string, value: number, reason: string) =>
    stage.does(username, 'policy-change.propose', { input: { key, value, effectiveOn: monday, reason } })
  const lines = async () => {
    const { rows } = await stage.kernel.pool.query<{ id: string; name: string; person: string }>(
      'SELECT id, person_name AS name, person_id AS person FROM access_review_line WHERE access_review_id = $1',
      [kept.get('review')],
    )
    return rows
  }
  const decide = async (username: string, own: boolean) => {
    const mine = stage.as('quality').id
    const chosen = (await lines()).filter(line => (line.person === mine) === own)
    await stage.does(username, 'access-review.decide', {
      on: kept.get('review') ?? '',
      input: { lines: chosen.map(({ id, name }) => ({ lineId: id, account: name, decision: 'keep' })) },
    })
  }
  const at = (hours: number) => addMilliseconds(now, -hours * HOUR)
  return storyOf([
    {
      at: at(52),
      act: async () => {
        kept.set('review', (await stage.does('administrator', 'access-review.open', { input: { period } })).id)
      },
    },
    { at: at(51), act: () => decide('quality', false) },
    { at: at(50), act: () => decide('quality-head', true) },
    { at: at(49), act: () => stage.does('quality', 'access-review.submit', { on: kept.get('review') ?? '' }) },
    { at: at(48), act: () => stage.does('quality-head', 'access-review.sign', { on: kept.get('review') ?? '' }) },
    { at: at(47), act: () => stage.does('administrator', 'access-review.sign', { on: kept.get('review') ?? '' }) },
    {
      at: at(30),
      act: async () => {
        const reason = '解除停售后购货方应尽早得知'
        kept.set('change', (await propose('quality', 'hold.release_notice_h', 12, reason)).id)
      },
    },
    {
      at: at(26),
      act: () => stage.does('quality-head', 'policy-change.approve', { on: kept.get('change') ?? '' }),
    },
    {
      at: at(6),
      act: () => propose('service-head', 'complaint.disposition_d', 2, '客户反映处置意见偏慢，客服中心建议缩短一天'),
    },
  ])
}
