/** Who is told what, once: on a real PostgreSQL. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type TestKernel, testKernel } from '../../../test/kernel.ts'
import { parcels, TOY_SCHEMA } from '../../../test/toy/toy.ts'
import { settle, site } from '../../../test/world.ts'
import { execute } from '../../kernel/execute.ts'
import { addMilliseconds, HOUR } from '../../kernel/time.ts'
import { inTransaction } from '../../kernel/transaction.ts'
import { channel } from '../../procedures/channel/procedure.ts'
import { message } from '../../procedures/message/procedure.ts'
import { followTrail } from './follow-trail.ts'
import type { NotifyWork } from './post-notices.ts'
import { sweepClocks } from './sweep-clocks.ts'
import { tellAll } from './tell-all.ts'

let world: TestKernel
let work: NotifyWork

beforeAll(async () => {
  world = await testKernel([parcels, message, channel], { schema: TOY_SCHEMA })
  const here = { siteId: world.siteId }
  await settle(world.kernel.db, {
    site: { ...site, ...here, id: world.siteId },
    parties: [],
    products: [],
    lots: [],
    deliveries: [],
  })
  work = { kernel: world.kernel, mails: true }
  await world.database.adminPool.query(`update person set email = username || '@kangrui.example'`)
  await tellAll(work)
})
afterAll(() => world.drop())

/** A letter that waits; its clock runs for a day and is the work of quality management. */
const letter = async (over: object = {}) => {
  const { record } = await execute(
    world.kernel,
    {
      command: 'message.write',
      input: {
        procedure: 'notice',
        recordId: randomUUID(),
        recordNumber: 'TZ-2026-00003',
        guestId: randomUUID(),
        partyId: null,
        toName: '郑州金水河湾医院',
        toEmail: 'shebei@hewan.example',
        subject: '张三的输液泵',
        body: '请即刻停用。',
        expiresAt: addMilliseconds(world.clock.now(), 720 * HOUR),
        ...over,
      },
    },
    { ...world.as('quality'), via: 'system' },
  )
  return record
}
/** What the person was told of the record: kinds in order. */
const told = async (username: string, recordId: string, kind = '%') => {
  const { rows } = await world.kernel.pool.query(
    `select e.kind, e.class, e.sentence from notification n join notification_event e on e.id = n.event_id
     where n.person_id = $1 and e.record_id = $2 and e.kind like $3 order by n.at, e.id`,
    [world.as(username).id, recordId, kind],
  )
  return rows as { kind: string; class: string; sentence: { zh: string; en: string } }[]
}
const kinds = async (username: string, recordId: string, kind = 'deadline%') =>
  (await told(username, recordId, kind)).map(row => row.kind)
const counted = async (sql: string, values: unknown[] = []) =>
  (await world.kernel.pool.query<{ n: number }>(`select count(*)::int as n from ${sql}`, values)).rows[0]?.n

beforeEach(async () => {
  world.clock.pass(0.1)
  await tellAll(work)
})

describe('a clock', () => {
  test('is told at half time, nearly due, overdue, then to the next role up', async () => {
    const { id } = await letter()
    await tellAll(work)
    world.clock.pass(11.9)
    await tellAll(work)
    expect(await kinds('quality-2', id)).toEqual([])
    world.clock.pass(0.2)
    await tellAll(work)
    expect(await kinds('quality-2', id)).toEqual(['deadline.half'])
    world.clock.pass(7.2)
    await tellAll(work)
    world.clock.pass(4.8)
    await tellAll(work)
    expect(await kinds('quality-2', id)).toEqual(['deadline.half', 'deadline.near', 'deadline.overdue'])
    expect(await kinds('quality-head', id)).toEqual([])
    world.clock.pass(4)
    await tellAll(work)
    expect(await kinds('quality-head', id)).toEqual(['deadline.escalated'])
    expect(await kinds('quality-2', id)).toHaveLength(3)
    expect(await kinds('sales', id)).toEqual([])
    expect(await counted('clock_watch w join deadline d on d.id = w.deadline_id where d.record_id = $1', [id])).toBe(0)
  })

  test('that is met is not told any more', async () => {
    const { id } = await letter()
    await world.kernel.pool.query('select 1')
    await execute(
      world.kernel,
      { command: 'message.mark-sent', on: id, input: { mailId: '<a@b>', answer: '250' } },
      { ...world.as('quality'), via: 'system' },
    )
    world.clock.pass(40)
    await tellAll(work)
    expect(await kinds('quality-2', id)).toEqual([])
    expect(await counted('clock_watch w join deadline d on d.id = w.deadline_id where d.record_id = $1', [id])).toBe(0)
  })

  test('goes to whoever stands in for the next role up, and with nobody there to the administrators', async () => {
    const { adminPool } = world.database
    const day = world.clock.now().slice(0, 10)
    const [head, deputy] = [world.as('quality-head'), world.as('sales')]
    await adminPool.query(
      `insert into person_delegation (id, person_id, to_id, to_name, roles, from_day, until_day, reason, at, by_id, by_name)
       values ($1, $2, $3, $4, '{quality-head}', $5::date - 1, $5::date + 3, '出差', now(), $2, '')`,
      [randomUUID(), head.id, deputy.id, deputy.name, day],
    )
    const { id } = await letter()
    world.clock.pass(28.1)
    await tellAll(work)
    expect(await kinds('sales', id)).toEqual(['deadline.escalated'])
    expect(await kinds('quality-head', id)).toEqual(['deadline.escalated'])
    await adminPool.query(`update person_delegation set ended_at = now()`)
    await adminPool.query(`update person set state = 'inactive' where 'quality-head' = any(roles)`)
    const other = await letter()
    world.clock.pass(28.1)
    await tellAll(work)
    expect(await kinds('sales', other.id)).toEqual([])
    expect(await kinds('administrator', other.id)).toEqual(['deadline.escalated'])
    await adminPool.query(`update person set state = 'active'`)
  })

  test('is told once by any number of sweeps at the same time', async () => {
    const letters = []
    for (let i = 0; i < 12; i += 1) letters.push(await letter())
    world.clock.pass(24.5)
    const now = world.clock.now()
    const swept = await Promise.all(Array.from({ length: 6 }, () => sweepClocks(work, now)))
    expect(swept.reduce((sum, count) => sum + count, 0)).toBe(12)
    for (const { id } of letters) expect(await kinds('quality-2', id)).toEqual(['deadline.overdue'])
  })

  test('is told once although the process ends between telling and its commit', async () => {
    const { id } = await letter()
    world.clock.pass(24.5)
    const now = world.clock.now()
    const dying: NotifyWork = {
      ...work,
      kernel: {
        ...world.kernel,
        pool: {
          connect: async () => {
            const client = await world.kernel.pool.connect()
            const query = client.query.bind(client)
            return Object.assign(Object.create(client), {
              query: (...asked: unknown[]) =>
                asked[0] === 'COMMIT'
                  ? Promise.reject(new Error('killed'))
                  : (query as (...all: unknown[]) => unknown)(...asked),
              release: () => client.release(),
            })
          },
        } as never,
      },
    }
    await expect(sweepClocks(dying, now)).rejects.toThrow('killed')
    expect(await kinds('quality-2', id)).toEqual([])
    expect(await sweepClocks(work, now)).toBeGreaterThan(0)
    expect(await sweepClocks(work, now)).toBe(0)
    expect(await kinds('quality-2', id)).toEqual(['deadline.overdue'])
  })

  test('that was told keeps its identity: looked at again from the start, it tells nothing twice', async () => {
    const { id } = await letter()
    world.clock.pass(24.5)
    await tellAll(work)
    await world.database.adminPool.query('update clock_watch set told = 0, next_at = $1', ['2026-01-01T00:00:00Z'])
    await tellAll(work)
    expect(await kinds('quality-2', id)).toEqual(['deadline.overdue'])
  })

  test('that is moved earlier is looked at at once', async () => {
    const { id } = await letter()
    await tellAll(work)
    await inTransaction(world.kernel.pool, client =>
      client.query('update deadline set due_at = $2 where record_id = $1', [id, world.clock.now()]),
    )
    await tellAll(work)
    expect(await kinds('quality-2', id)).toEqual(['deadline.overdue'])
  })
})

describe('a step', () => {
  test('that opens work tells who must do it, not who opened it', async () => {
    const { id } = await letter()
    await tellAll(work)
    expect(await kinds('quality-2', id, 'work%')).toEqual(['work.opened'])
    expect(await kinds('quality', id, 'work%')).toEqual([])
    expect(await counted(`notification_event where record_id = $1`, [id])).toBe(1)
  })

  test('that asks for signatures tells those who may give them, stage by stage', async () => {
    const { record } = await world.does('warehouse', 'parcel.open', { input: { title: '特批件', weight: 3 } })
    await world.does('service-desk', 'parcel.submit', { on: record.id, input: {} })
    await tellAll(work)
    expect(await kinds('warehouse-2', record.id, 'signature%')).toEqual(['signature.asked'])
    expect(await kinds('finance', record.id, 'signature%')).toEqual([])
    await world.does('warehouse', 'parcel.opine', { on: record.id, input: {} })
    await tellAll(work)
    expect(await kinds('finance', record.id, 'signature%')).toEqual(['signature.asked'])
    expect(await kinds('sales-head', record.id, 'signature%')).toEqual(['signature.asked'])
    expect((await told('finance', record.id, 'signature%'))[0]?.sentence.zh).toContain(
      `${record.number} 的“特批”待您签字`,
    )
  })

  test('on somebody else’s record tells its owner; several at once are one notification', async () => {
    const { record } = await world.does('warehouse', 'parcel.open', { input: { title: '我的件', weight: 3 } })
    await tellAll(work)
    await world.does('service-desk', 'parcel.reweigh', { on: record.id, input: { weight: 4 } })
    await world.does('service-desk', 'parcel.submit', { on: record.id, input: {} })
    await tellAll(work)
    const changes = await told('warehouse', record.id, 'record.changed')
    expect(changes.map(item => item.sentence.zh)).toEqual([expect.stringContaining('重新称重、提请特批')])
    expect(await kinds('service-desk', record.id, 'record.changed')).toEqual([])
    await world.does('warehouse', 'parcel.reweigh', { on: record.id, input: { weight: 5 } })
    await tellAll(work)
    expect(await kinds('warehouse', record.id, 'record.changed')).toHaveLength(1)
  })

  test('that says a letter failed tells its keepers', async () => {
    const { id } = await letter()
    await execute(
      world.kernel,
      { command: 'message.mark-failed', on: id, input: { why: 'refused-address', answer: '550' } },
      { ...world.as('quality'), via: 'system' },
    )
    await tellAll(work)
    expect(await kinds('quality-2', id, 'letter%')).toEqual(['letter.failed'])
  })

  test('is told once by any number of followers at the same time, and none is lost', async () => {
    const letters = []
    for (let i = 0; i < 10; i += 1) letters.push(await letter())
    const now = world.clock.now()
    await Promise.all(Array.from({ length: 5 }, () => followTrail(work, now)))
    await tellAll(work)
    for (const { id } of letters) expect(await kinds('quality-2', id, 'work%')).toEqual(['work.opened'])
  })

  test('that is still under way holds back nothing for ever and is not passed over', async () => {
    const slow = await world.kernel.pool.connect()
    await slow.query('begin')
    await slow.query('select pg_advisory_xact_lock_shared(7531001)')
    const { id } = await letter()
    await tellAll(work)
    expect(await kinds('quality-2', id, 'work%')).toEqual([])
    await slow.query('commit')
    slow.release()
    await tellAll(work)
    expect(await kinds('quality-2', id, 'work%')).toEqual(['work.opened'])
  })
})

describe('what was told is settled by itself', () => {
  /** What is still unread of the record, and what the list shows as done. */
  const stand = async (username: string, recordId: string) => {
    const { rows } = await world.kernel.pool.query<{ kind: string; read: boolean; done: boolean }>(
      `select e.kind, n.read_at is not null as read, e.settled_at is not null as done
       from notification n join notification_event e on e.id = n.event_id where n.person_id = $1 and e.record_id = $2 order by n.at, e.id`,
      [world.as(username).id, recordId],
    )
    return {
      unread: rows.filter(row => !row.read).map(row => row.kind),
      done: rows.filter(row => row.done).map(row => row.kind),
    }
  }
  const system = () => ({ ...world.as('quality'), via: 'system' as const })

  test('a signature, once it is given or no longer asked, for whoever signed and for everybody else of the role', async () => {
    const { record } = await world.does('warehouse', 'parcel.open', { input: { title: '特批件', weight: 3 } })
    await world.does('service-desk', 'parcel.submit', { on: record.id, input: {} })
    await tellAll(work)
    expect((await stand('warehouse-2', record.id)).unread).toEqual(['work.opened', 'signature.asked'])
    await world.does('warehouse', 'parcel.opine', { on: record.id, input: {} })
    await tellAll(work)
    expect(await stand('warehouse-2', record.id)).toEqual({ unread: ['work.opened'], done: ['signature.asked'] })
    expect((await stand('finance', record.id)).unread).toEqual(['signature.asked'])
    await world.does('finance', 'parcel.opine', { on: record.id, input: {} })
    await tellAll(work)
    expect(await stand('finance', record.id)).toEqual({ unread: [], done: ['signature.asked'] })
    // another signature of the same stage is still asked
    expect(await stand('sales-head', record.id)).toEqual({ unread: ['signature.asked'], done: [] })
    await world.does('warehouse', 'parcel.drop', { on: record.id, input: {} })
    await tellAll(work)
    expect(await stand('sales-head', record.id)).toEqual({ unread: [], done: ['signature.asked'] })
  })

  test('work and the reminders of its clock, once the clock is met, for all who were told', async () => {
    const { id } = await letter()
    await tellAll(work)
    world.clock.pass(28.1)
    await tellAll(work)
    expect((await stand('quality-2', id)).unread).toEqual(['work.opened', 'deadline.overdue'])
    expect((await stand('quality-head', id)).unread).toEqual(['deadline.escalated'])
    await execute(
      world.kernel,
      { command: 'message.mark-sent', on: id, input: { mailId: '<a@b>', answer: '250' } },
      system(),
    )
    await tellAll(work)
    expect(await stand('quality-2', id)).toMatchObject({ unread: [], done: ['work.opened', 'deadline.overdue'] })
    expect(await stand('quality-head', id)).toMatchObject({ unread: [], done: ['deadline.escalated'] })
  })

  test('what asks for another state of the record, once it has left the one that was told', async () => {
    const { id } = await letter()
    await execute(
      world.kernel,
      { command: 'message.mark-failed', on: id, input: { why: 'refused-address', answer: '550' } },
      system(),
    )
    await tellAll(work)
    expect((await stand('quality-2', id)).unread).toContain('letter.failed')
    await world.does('quality', 'message.withdraw', { on: id, input: { reason: '已电话告知' } })
    await tellAll(work)
    expect((await stand('quality-2', id)).done).toContain('letter.failed')
    expect((await stand('quality-2', id)).unread).not.toContain('letter.failed')
  })

  test('news of a record, for whoever then took a step on it, and for nobody else', async () => {
    const { record } = await world.does('warehouse', 'parcel.open', { input: { title: '我的件', weight: 3 } })
    await tellAll(work)
    await world.does('service-desk', 'parcel.reweigh', { on: record.id, input: { weight: 4 } })
    await tellAll(work)
    expect((await stand('warehouse', record.id)).unread).toContain('record.changed')
    await world.does('service-desk', 'parcel.reweigh', { on: record.id, input: { weight: 6 } })
    await tellAll(work)
    expect((await stand('warehouse', record.id)).unread).toEqual(['record.changed', 'record.changed'])
    world.clock.pass(0.1)
    await world.does('warehouse', 'parcel.reweigh', { on: record.id, input: { weight: 5 } })
    await tellAll(work)
    expect(await stand('warehouse', record.id)).toMatchObject({ unread: [], done: [] })
  })

  test('work that is handed to somebody else, for whoever had it', async () => {
    const { id } = await letter()
    await tellAll(work)
    expect((await stand('quality-2', id)).unread).toEqual(['work.opened'])
    await world.database.adminPool.query('update deadline set owner_id = $2 where record_id = $1', [
      id,
      world.as('sales').id,
    ])
    await world.does('quality', 'message.print-instead', { on: id, input: {} })
    await tellAll(work)
    expect((await stand('quality-2', id)).done).toContain('work.opened')
  })
})

describe('what leaves the product', () => {
  test('names number, procedure and clock, and nothing that somebody entered', async () => {
    const { id, number } = await letter()
    world.clock.pass(30)
    await tellAll(work)
    const { rows } = await world.kernel.pool.query(
      'select sentence::text from notification_event where record_id = $1',
      [id],
    )
    expect(rows.length).toBeGreaterThan(1)
    for (const { sentence } of rows) {
      expect(sentence).toContain(number)
      expect(sentence).not.toMatch(/张三|河湾|hewan/)
    }
  })

  test('waits for the digest, for the end of the quiet hours, or goes at once, each by its reader’s plan', async () => {
    // 23:00 in Shanghai
    world.clock.set('2026-12-01T15:00:00.000Z')
    await world.does('quality-2', 'channel.choose', { input: { work: 'at-once' } })
    const { id } = await letter()
    await tellAll(work)
    const goes = async (username: string) =>
      (
        await world.kernel.pool.query(
          `select p.not_before, p.delivery_id from notification_dispatch p join notification_event e on e.id = p.event_id
           where e.record_id = $1 and e.kind = 'work.opened' and p.target = 'person:' || $2`,
          [id, world.as(username).id],
        )
      ).rows[0]
    // 08:00
    expect(await goes('quality-2')).toEqual({ not_before: '2026-12-02T00:00:00.000Z', delivery_id: null })
    await world.does('quality-2', 'channel.choose-again', {
      on: (await world.kernel.pool.query(`select id from channel where kind = 'person'`)).rows[0].id,
      input: {
        work: 'digest',
        digestAt: '09:15',
        safety: 'at-once',
        news: 'none',
        quietFrom: '20:00',
        quietUntil: '08:00',
        language: 'zh',
      },
    })
    const second = await letter()
    const third = await letter()
    await tellAll(work)
    world.clock.set('2026-12-02T01:14:00.000Z')
    await tellAll(work)
    const messages = () =>
      world.kernel.pool.query(
        `select d.id, count(*)::int as events from notification_delivery d join notification_dispatch p on p.delivery_id = d.id
         join notification_event e on e.id = p.event_id where e.record_id = any($1::uuid[]) and d.target = $2 group by d.id`,
        [[second.id, third.id], `person:${world.as('quality-2').id}`],
      )
    expect((await messages()).rows).toEqual([])
    world.clock.set('2026-12-02T01:15:00.000Z')
    await tellAll(work)
    // the two letters' first notices, in one message
    expect((await messages()).rows).toMatchObject([{ events: 2 }])
    await tellAll(work)
    expect((await messages()).rows).toHaveLength(1)
  })

  test('without a mail server nobody is mailed, and everybody is told in the product', async () => {
    const { id } = await letter()
    await tellAll({ ...work, mails: false })
    expect(await kinds('quality-2', id, 'work%')).toEqual(['work.opened'])
    expect(
      await counted('notification_dispatch p join notification_event e on e.id = p.event_id where e.record_id = $1', [
        id,
      ]),
    ).toBe(0)
  })
})
