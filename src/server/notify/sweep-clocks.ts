import type { DeadlineRow } from '../../kernel/deadline.ts'
import { localTime } from '../../kernel/explain.ts'
import { recordsOf } from '../../kernel/listed-records.ts'
import { policyBook } from '../../kernel/policy.ts'
import type { RecordBase } from '../../kernel/record.ts'
import { fromRow } from '../../kernel/rows.ts'
import { type Text, text } from '../../kernel/text.ts'
import { addLocalDays, type Instant } from '../../kernel/time.ts'
import { builderOn, inTransaction } from '../../kernel/transaction.ts'
import { escalateAfter, nearlyDueShare } from '../../procedures/channel/policies.ts'
import { crossed, type Stage } from './clock-stages.ts'
import type { Notice } from './notice.ts'
import { classOfClock } from './notice-class.ts'
import { type NotifyWork, postNotices } from './post-notices.ts'

/** Clocks that are looked at in one transaction. */
const BATCH = 500

/**
 * Looks at the clocks whose next stage has come and tells it; answers how many it looked at. Any number of servers may sweep at once:
 * each clock is in the hands of one, and is marked as told in the transaction that tells it.
 */
export async function sweepClocks(work: NotifyWork, now: Instant): Promise<number> {
  const { kernel } = work
  const { policies } = await kernel.settings()
  const policy = policyBook(policies, now)
  const rules = { nearPercent: policy(nearlyDueShare), escalateHours: policy(escalateAfter) }
  return inTransaction(kernel.pool, async client => {
    const { rows: begun } = await client.query<{ began_at: Instant }>('select began_at from notification_progress')
    const beganAt = begun[0]?.began_at
    if (beganAt === undefined) return 0
    // what had passed when the product began to tell is known by other ways
    const since = addLocalDays(beganAt, -1, kernel.zone)
    const { rows } = await client.query({
      name: 'clocks_to_look_at',
      text: `select w.told, d.* from (
          select deadline_id, told, next_at from clock_watch where next_at <= $1 order by next_at limit ${BATCH} for update skip locked
        ) w join deadline d on d.id = w.deadline_id order by w.next_at`,
      values: [now],
    })
    if (rows.length === 0) return 0
    const looked = rows.map(row => {
      const { told, ...clock } = fromRow<DeadlineRow & { told: number }>(row)
      return { clock, ...crossed(clock, told, now, since, rules) }
    })
    const telling = looked.filter(({ clock, tell }) => tell.length > 0 && kernel.registry.has(clock.procedure))
    const records = await recordsOf(
      { ...kernel, pool: client as never, db: builderOn(client) },
      telling.map(({ clock }) => clock),
    )
    const notices = telling.flatMap(({ clock, tell }) => {
      const record = records.get(clock.recordId)
      return record ? tell.map(stage => noticeOf(work, clock, stage, now, record)) : []
    })
    await postNotices(work, client, notices, records, now)
    await client.query({
      name: 'clocks_looked_at',
      text: `with looked as (
          select * from jsonb_to_recordset($1::jsonb) as l(id uuid, told smallint, next_at timestamptz)
        ), done as (
          delete from clock_watch w using looked l where w.deadline_id = l.id and l.next_at is null
        )
        update clock_watch w set told = l.told, next_at = l.next_at from looked l
        where w.deadline_id = l.id and l.next_at is not null`,
      values: [JSON.stringify(looked.map(({ clock, told, nextAt }) => ({ id: clock.id, told, next_at: nextAt })))],
    })
    return rows.length
  })
}

function noticeOf({ kernel }: NotifyWork, clock: DeadlineRow, stage: Stage, now: Instant, record: RecordBase): Notice {
  const procedure = kernel.registry.procedure(clock.procedure)
  const declared = procedure.deadlines.find(item => item.name === clock.name)
  const up = declared?.escalatesTo ?? 'quality-head'
  const title = declared?.title ?? text(clock.name, clock.name)
  const what = text(
    `${procedure.noun.zh} ${record.number}“${title.zh}”`,
    `"${title.en}" of ${procedure.noun.en} ${record.number}`,
  )
  return {
    id: `deadline:${clock.id}:${stage}`,
    at: now,
    class: classOfClock({ procedure, record }, declared?.rule),
    kind: `deadline.${stage}`,
    procedure: clock.procedure,
    recordId: record.id,
    number: record.number,
    sentence: sentences[stage](what, localTime(clock.dueAt, kernel.zone)),
    to:
      stage === 'escalated'
        ? { siteId: record.siteId, roles: [up] }
        : {
            siteId: record.siteId,
            ...(clock.ownerId
              ? { people: [clock.ownerId], instead: [clock.ownerRole, up] }
              : { roles: [clock.ownerRole], instead: [up] }),
          },
    asks: { clocks: [clock.id], ...(stage !== 'escalated' && { owner: clock.ownerId ?? clock.ownerRole }) },
  }
}

const sentences: Readonly<Record<Stage, (what: Text, due: string) => Text>> = {
  half: (what, due) => text(`${what.zh}时间已过半，${due} 到期`, `${what.en}: half of the time has passed, due ${due}`),
  near: (what, due) => text(`${what.zh}即将到期：${due}`, `${what.en} is nearly due: ${due}`),
  overdue: (what, due) => text(`${what.zh}已超期，应于 ${due} 前完成`, `${what.en} is overdue since ${due}`),
  escalated: (what, due) =>
    text(
      `${what.zh}超期未完成，上报上一级岗位督办（应于 ${due} 前完成）`,
      `${what.en} is still not done and goes to the next role up (due ${due})`,
    ),
}
