/** The lives of a suspend and a recall to 37 buyers on a real PostgreSQL: told, answered, returned, reconciled, signed, closed. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { parties, testId } from '../../../test/world.ts'
import { readLedger } from '../../kernel/ledger-read.ts'
import type { Actor } from '../../kernel/person.ts'
import { policyBook } from '../../kernel/policy.ts'
import { recordPage } from '../../kernel/record-page.ts'
import { Refused } from '../../kernel/refusal.ts'
import { addMilliseconds, HOUR } from '../../kernel/time.ts'
import { verifyTrail } from '../../kernel/verify.ts'
import { totalOf } from './balance.ts'
import { lot, type NoticeWorld, nothing, noticeWorld } from './buyers.example.ts'
import { notice } from './procedure.ts'
import { effectiveness } from './reports/effectiveness.ts'

let world: NoticeWorld
beforeAll(async () => {
  world = await noticeWorld()
})
afterAll(() => world.drop())

let recallId = ''

test('a suspend notice goes to all 37 buyers but the one who complained, and all of them answer', async () => {
  const { does, clock } = world
  const drafted = await does('quality', 'notice.draft', {
    input: {
      kind: 'suspend',
      lotIds: [lot.id],
      reason: '多家客户反映滴斗接头漏液，经核实确有质量问题。',
      instructions: '立即停止销售和使用，就地封存，等待处理。',
      exceptPartyIds: [testId('buyer 0')],
      exceptReason: '投诉方，已当面告知',
    },
  })
  const { id } = drafted.record
  expect(drafted.record).toMatchObject({ number: 'TZ-2026-00001', state: 'draft', recipients: 36, shipped: 360 })
  expect(drafted.due).toContainEqual(
    expect.objectContaining({ name: 'tell-suspend', dueAt: addMilliseconds(clock.now(), 24 * HOUR) }),
  )
  const [tooEarly] = await world.refused('sales', 'notice.send', { on: id })
  expect(tooEarly?.code).toBe('state')

  await does('quality', 'notice.approve', { on: id, input: { opinion: 'agree' } })
  const [twice] = await world.refused('quality', 'notice.approve', { on: id, input: { opinion: 'agree' } })
  expect(twice?.code).toBe('sign-off-order')
  const approved = await does('quality-head', 'notice.approve', { on: id, input: { opinion: 'agree' } })
  expect(approved.record.state).toBe('approved')
  expect(approved.due).toContainEqual(expect.objectContaining({ name: 'authority-defect', metAt: null }))

  clock.pass(1)
  await does('sales', 'notice.send', { on: id })
  expect(await world.everyLetterArrives(id)).toBe(36)
  const told = await world.page(id)
  expect(told.record).toMatchObject({ told: 36, answered: 0, allToldAt: clock.now() })
  expect(told.due.find(item => item.name === 'tell-suspend')?.metAt).toBe(clock.now())

  clock.pass(2)
  for (const recipient of (await world.recipientsOf(id)).filter(item => item.state !== 'removed')) {
    await world.answers(world.guest(recipient), 'acknowledge', id, { by: recipient.contactName })
    await world.answers(world.guest(recipient), 'state-quantities', id, {
      lines: [{ lotId: lot.id, ...nothing, onHand: 6, used: 4 }],
    })
  }
  expect(await world.row(id)).toMatchObject({ answered: 36, outstanding: 0, completedAt: clock.now() })

  const [reportFirst] = await world.refused('quality', 'notice.close', { on: id, input: { note: '均已封存' } })
  expect(reportFirst?.code).toBe('report-open')
  await does('quality', 'notice.report-to-authority', {
    on: id,
    input: { kind: 'first', receiver: '郑州市市场监督管理局', way: 'system', receiptNumber: 'QX-2026-118' },
  })
  const closed = await does('quality', 'notice.close', { on: id, input: { note: '36 家均已封存' } })
  expect(closed.record.state).toBe('closed')
})

test('a class 2 recall: a buyer that appears before approval joins, strangers stay out, and silence is followed up', async () => {
  const { does, clock } = world
  const decidedAt = clock.now()
  const drafted = await does('sales', 'notice.draft', {
    input: {
      kind: 'recall',
      recallClass: 2,
      lotIds: [lot.id],
      reason: '滴斗接头粘接不牢，可能导致漏液。',
      instructions: '停止使用并将在库产品退回我公司。',
      measures: ['take-back', 'destruction'],
      planReference: '沐澄召〔2026〕03 号',
      initiator: 'holder',
      decidedAt,
    },
  })
  const { id } = drafted.record
  recallId = id
  expect(drafted.record).toMatchObject({ recipients: 37, shipped: 370 })
  expect(drafted.due.find(item => item.name === 'tell-recall')).toMatchObject({
    limit: { unit: 'days', value: 3, endOfDay: true, basis: 'company' },
  })

  await settleLateDelivery()
  const first = await does('quality', 'notice.approve', { on: id, input: { opinion: 'agree' } })
  expect(first.told.zh).toContain('新增 1 家')
  expect(first.record).toMatchObject({ recipients: 38, shipped: 375 })
  await does('sales', 'notice.remove-recipient', {
    on: id,
    input: {
      recipientId: (await world.recipientsOf(id)).find(item => item.partyId === parties.dealer.id)?.id,
      reason: '出库后当日已原车退回，尚未登记',
    },
  })
  // the list is another one now: quality signs again, visibly
  const [wait] = await world.refused('quality-head', 'notice.approve', { on: id, input: { opinion: 'agree' } })
  expect(wait?.code).toBe('sign-off-order')
  await does('quality', 'notice.approve', { on: id, input: { opinion: 'agree' } })
  await does('quality-head', 'notice.approve', { on: id, input: { opinion: 'agree', note: '按二级办理' } })
  await does('sales', 'notice.send', { on: id })
  await world.everyLetterArrives(id)
  expect(await world.row(id)).toMatchObject({ recipients: 37, told: 37, outstanding: 370 })

  const [one, two] = await world.recipientsOf(id)
  if (!one || !two) throw new Error('nobody is on the list')
  const stranger: Actor = { ...world.guest(one), id: randomUUID() }
  await expect(world.answers(stranger, 'acknowledge', id, { by: '路人' })).rejects.toThrow(Refused)
  // a guest who names another's row still speaks for itself
  await world.answers(world.guest(one), 'acknowledge', id, { by: '设备科 1', recipientId: two.id })
  expect((await world.recipientsOf(id)).find(item => item.id === two.id)?.acknowledgedAt).toBeNull()

  clock.pass(25)
  const reminded = await does('sales', 'notice.remind', { on: id })
  expect(reminded.told.zh).toContain('37 家')
  expect(reminded.due.filter(item => item.name === 'reminder').map(item => item.metAt === null)).toEqual([false, true])
  await world.everyLetterArrives(id)
  await does('sales', 'notice.escalate', { on: id, input: { note: '两次发函，多家未答复' } })
  await does('sales', 'notice.record-call', {
    on: id,
    input: { recipientId: two.id, outcome: 'wrong-number', newPhone: '0379-20202020' },
  })
  await does('sales', 'notice.record-call', {
    on: id,
    input: { recipientId: two.id, outcome: 'reached', spokenTo: '周主任', said: '明日填报', acknowledged: true },
  })
  expect((await world.recipientsOf(id)).find(item => item.id === two.id)).toMatchObject({
    state: 'acknowledged',
    calls: 2,
    phone: '0379-20202020',
  })
})

/** A dealer got five units while the notice was being drafted. */
async function settleLateDelivery() {
  await world.database.adminPool.query(
    `INSERT INTO delivery (id, number, party_id, product_id, lot_id, delivered_on, quantity) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [randomUUID(), 'SH20261120-009', parties.dealer.id, lot.productId, lot.id, '2026-11-20', 5],
  )
}

test('what the buyers announce becomes returns; what comes in, and what is signed, brings the balance to zero', async () => {
  const { does, clock } = world
  const id = recallId
  const recipients = (await world.recipientsOf(id)).filter(item => item.state !== 'removed')
  const [first, second, third, ...rest] = recipients
  if (!first || !second || !third) throw new Error('nobody is on the list')

  const sum = { lotId: lot.id, ...nothing, comingBack: 6, used: 3 }
  await expect(world.answers(world.guest(first), 'state-quantities', id, { lines: [sum] })).rejects.toThrow(/sum is 9/)
  await world.answers(world.guest(first), 'state-quantities', id, {
    lines: [{ ...sum, differenceReason: '开箱短少 1 支' }],
  })
  // the correction replaces the answer, both are kept; only what is announced beyond the first answer is asked back again
  await world.answers(world.guest(first), 'state-quantities', id, { lines: [{ ...sum, comingBack: 7 }] })
  const returns = async () =>
    (await world.database.adminPool.query('SELECT id, party_id, route, lines FROM stand_in_return')).rows
  expect(await returns()).toMatchObject([
    { party_id: first.partyId, route: 'recall', lines: [{ quantity: 6 }] },
    { party_id: first.partyId, route: 'recall', lines: [{ quantity: 1 }] },
  ])
  await does('sales', 'notice.state-quantities', {
    on: id,
    input: {
      recipientId: second.id,
      way: 'telephone',
      saidBy: '周主任',
      lines: [{ ...sum, comingBack: 0, used: 8, notFound: 2 }],
    },
  })
  for (const recipient of rest)
    await world.answers(world.guest(recipient), 'state-quantities', id, {
      lines: [{ lotId: lot.id, ...nothing, comingBack: 10 }],
      ...(recipient === rest[0] && { onward: [{ name: '城东诊所', quantity: 0 }] }),
    })
  expect(await world.row(id)).toMatchObject({ answered: 36, recovered: 0 })

  clock.pass(48)
  for (const item of await returns()) await does('warehouse', 'return.stock-in', { on: item.id })
  const lines = await world.linesOf(id)
  const total = totalOf(lines.filter(line => recipients.some(item => item.id === line.recipientId)))
  expect(total).toMatchObject({ shipped: 370, receivedBack: 347, used: 11, notFound: 2, unanswered: 10, comingBack: 0 })
  expect(await world.row(id)).toMatchObject({ recovered: 347, outstanding: 12, completedAt: null })

  const [open] = await world.refused('quality', 'notice.close', { on: id, input: { note: '完成' } })
  expect(open).toMatchObject({ code: 'balance-open', clause: 'S26-2.3d' })
  const { fill } = await world.page(id)
  expect(fill['notice.sign-remainder']).toBeUndefined()
  const asHead = await recordPage(world.kernel, notice, id, world.as('quality-head'))
  const remainder = asHead.fill['notice.sign-remainder'] as { lines: { lineId: string; about: string }[] }
  expect(remainder.lines).toHaveLength(2)
  await does('quality-head', 'notice.sign-remainder', {
    on: id,
    input: {
      lines: remainder.lines.map(item => ({ ...item, reason: '上门核对：医院已停业，库房无存货' })),
    },
  })
  expect(await world.row(id)).toMatchObject({ outstanding: 0, completedAt: clock.now() })
  const closed = await does('quality', 'notice.close', { on: id, input: { note: '收回率 93%，差额已核查' } })
  expect(closed.record.state).toBe('closed')
  expect(closed.due.filter(item => !item.metAt && !item.cancelledAt)).toEqual([])

  const { view } = await world.page(id)
  expect(view.sections.map(section => section.title.zh)).toEqual([
    '通知内容',
    '进展',
    '名单的增减',
    '电话、催复与升级',
    '下游客户',
  ])
  const paper = (await notice.queries.facts.paper?.read(world.kernel.db, [id]))?.get(id)
  for (const form of notice.forms) expect(form.schema.safeParse(form.data(paper)).error, form.id).toBeUndefined()
})

test('the register, the report and the trail agree with all that', async () => {
  const [ledger] = notice.ledgers
  if (!ledger) throw new Error('there is no ledger')
  const { rows } = await readLedger(
    world.kernel,
    notice,
    ledger,
    { filter: { kind: ['recall'], drill: ['false'] } },
    world.as('quality'),
  )
  expect(rows).toMatchObject([{ number: 'TZ-2026-00002', recovered: 347, outstanding: 0 }])
  const content = await effectiveness.fill(
    world.kernel.db,
    { number: 'TZ-2026-00002' },
    {
      actor: world.as('quality'),
      now: world.clock.now(),
      zone: 'Asia/Shanghai',
      policy: policyBook([], world.clock.now()),
    },
  )
  expect(content.charts[0]?.series[1]?.values.at(-1)).toBe(97)
  expect(content.tables[0]?.rows).toHaveLength(37)
  const { pool, registry, keys } = world.kernel
  const { faults } = await verifyTrail(pool, registry, keys)
  // the company of this test was put there directly; what notices wrote went through their steps
  expect(faults.filter(fault => /^(notice|message)/.test(fault.at))).toEqual([])
})
