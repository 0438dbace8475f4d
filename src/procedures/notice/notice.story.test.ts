/** The lives of notices on a real PostgreSQL: a suspend and a recall to 37 buyers, a resume within the day, a mock recall. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestKernel, testKernel } from '../../../test/kernel.ts'
import { lots, parties, products, settle, site, testId, warehouses } from '../../../test/world.ts'
import { execute } from '../../kernel/execute.ts'
import { readLedger } from '../../kernel/ledger-read.ts'
import type { Actor } from '../../kernel/person.ts'
import { policyBook } from '../../kernel/policy.ts'
import { recordPage } from '../../kernel/record-page.ts'
import { Refused } from '../../kernel/refusal.ts'
import { addMilliseconds, HOUR } from '../../kernel/time.ts'
import { verifyTrail } from '../../kernel/verify.ts'
import { derivedPartyColumns } from '../../vocabulary/party.ts'
import { procedures } from '../index.ts'
import { totalOf } from './balance.ts'
import type { NoticeRow } from './notice.ts'
import type { NoticeLine, NoticeRecipient } from './notice-rows.ts'
import { notice } from './procedure.ts'
import { effectiveness } from './reports/effectiveness.ts'
import { STAND_IN_SCHEMA, standInReturn } from './stand-in-return.example.ts'

let world: TestKernel
const lot = lots.infusionSet
const BUYERS = 37

/** Thirty-seven hospitals, every third without an e-mail address. */
const buyers = Array.from({ length: BUYERS }, (_, i) => {
  const whole = {
    ...parties.remoteHospital,
    id: testId(`buyer ${i}`),
    number: `KH-2026-9${String(i).padStart(4, '0')}`,
    name: `第 ${String(i + 1).padStart(2, '0')} 人民医院`,
    email: i % 3 === 0 ? null : `equipment${i}@hospital${i}.example`,
    contacts: [{ name: `设备科 ${i + 1}`, title: null, phone: `14200000${String(i).padStart(3, '0')}` }],
  }
  return { ...whole, ...derivedPartyColumns(whole, site) }
})

const delivered = (i: number, quantity: number) => ({
  id: testId(`delivery ${i} ${quantity}`),
  number: `SH2026${String(i).padStart(5, '0')}-${quantity}`,
  partyId: testId(`buyer ${i}`),
  productId: lot.productId,
  lotId: lot.id,
  deliveredOn: '2026-10-08',
  quantity,
  orderNo: null,
})

/** A lot with one buyer, so that a second drill has another to take. */
const pumps = { ...delivered(0, 2), id: testId('pumps'), productId: products.pump.id, lotId: lots.pump.id }

beforeAll(async () => {
  const others = procedures.filter(item => item.name !== 'return')
  world = await testKernel([...others, standInReturn], { schema: STAND_IN_SCHEMA })
  const here = { siteId: world.siteId }
  const mine = <Row extends object>(list: readonly Row[]) => list.map(row => ({ ...row, ...here }))
  await settle(world.kernel.db, {
    site: { ...site, ...here, id: world.siteId },
    parties: mine([...Object.values(parties), ...buyers]),
    products: mine(Object.values(products)),
    lots: mine(Object.values(lots)),
    warehouses: mine(Object.values(warehouses)),
    deliveries: [...Array.from({ length: BUYERS }, (_, i) => delivered(i, 10)), pumps],
  })
})
afterAll(() => world.drop())

const page = (id: string) => recordPage(world.kernel, notice, id, world.as('quality'))
const row = async (id: string) => (await page(id)).record as NoticeRow
const childrenOf = async <Row>(table: string, id: string, order = 'id') =>
  (await world.kernel.db.selectFrom(table).selectAll().where('noticeId', '=', id).orderBy(order).execute()) as Row[]
const recipientsOf = (id: string) => childrenOf<NoticeRecipient>('noticeRecipient', id, 'name')
const linesOf = (id: string) => childrenOf<NoticeLine>('noticeLine', id)

/** Somebody outside, let in by the link of one recipient. */
const guest = (recipient: NoticeRecipient): Actor => ({
  id: recipient.id,
  name: `${recipient.name} ${recipient.contactName}`,
  username: 'outside',
  roles: ['outside'],
  siteId: world.siteId,
  via: 'link',
})
const answers = (who: Actor, verb: string, on: string, input: object) =>
  execute(world.kernel, { command: `notice.${verb}`, on, input }, who)

const nothing = { onHand: 0, used: 0, soldOn: 0, comingBack: 0, destroyed: 0, notFound: 0 }

/** What the sending of the mail and the people with the printed letters report. */
async function everyLetterArrives(id: string) {
  const letters = await world.kernel.db
    .selectFrom('message')
    .select(['id', 'state'])
    .where('recordId', '=', id)
    .where('state', 'in', ['waiting', 'to-print'])
    .execute()
  const system: Actor = { ...world.as('sales'), via: 'system' }
  for (const letter of letters as { id: string; state: string }[])
    if (letter.state === 'waiting')
      await execute(
        world.kernel,
        { command: 'message.mark-sent', on: letter.id, input: { mailId: `<${letter.id}@example>`, answer: '250 OK' } },
        system,
      )
    else
      await world.does('sales', 'message.hand-over', {
        on: letter.id,
        input: { how: 'courier', document: 'SF1234567890' },
      })
  return letters.length
}

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
  expect(await everyLetterArrives(id)).toBe(36)
  const told = await page(id)
  expect(told.record).toMatchObject({ told: 36, answered: 0, allToldAt: clock.now() })
  expect(told.due.find(item => item.name === 'tell-suspend')?.metAt).toBe(clock.now())

  clock.pass(2)
  for (const recipient of (await recipientsOf(id)).filter(item => item.state !== 'removed')) {
    await answers(guest(recipient), 'acknowledge', id, { by: recipient.contactName })
    await answers(guest(recipient), 'state-quantities', id, {
      lines: [{ lotId: lot.id, ...nothing, onHand: 6, used: 4 }],
    })
  }
  expect(await row(id)).toMatchObject({ answered: 36, outstanding: 0, completedAt: clock.now() })

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
      recipientId: (await recipientsOf(id)).find(item => item.partyId === parties.dealer.id)?.id,
      reason: '出库后当日已原车退回，尚未登记',
    },
  })
  // the list is another one now: quality signs again, visibly
  const [wait] = await world.refused('quality-head', 'notice.approve', { on: id, input: { opinion: 'agree' } })
  expect(wait?.code).toBe('sign-off-order')
  await does('quality', 'notice.approve', { on: id, input: { opinion: 'agree' } })
  await does('quality-head', 'notice.approve', { on: id, input: { opinion: 'agree', note: '按二级办理' } })
  await does('sales', 'notice.send', { on: id })
  await everyLetterArrives(id)
  expect(await row(id)).toMatchObject({ recipients: 37, told: 37, outstanding: 370 })

  const [one, two] = await recipientsOf(id)
  if (!one || !two) throw new Error('nobody is on the list')
  const stranger: Actor = { ...guest(one), id: randomUUID() }
  await expect(answers(stranger, 'acknowledge', id, { by: '路人' })).rejects.toThrow(Refused)
  // a guest who names another's row still speaks for itself
  await answers(guest(one), 'acknowledge', id, { by: '设备科 1', recipientId: two.id })
  expect((await recipientsOf(id)).find(item => item.id === two.id)?.acknowledgedAt).toBeNull()

  clock.pass(25)
  const reminded = await does('sales', 'notice.remind', { on: id })
  expect(reminded.told.zh).toContain('37 家')
  expect(reminded.due.filter(item => item.name === 'reminder').map(item => item.metAt === null)).toEqual([false, true])
  await everyLetterArrives(id)
  await does('sales', 'notice.escalate', { on: id, input: { note: '两次发函，多家未答复' } })
  await does('sales', 'notice.record-call', {
    on: id,
    input: { recipientId: two.id, outcome: 'wrong-number', newPhone: '0379-20202020' },
  })
  await does('sales', 'notice.record-call', {
    on: id,
    input: { recipientId: two.id, outcome: 'reached', spokenTo: '周主任', said: '明日填报', acknowledged: true },
  })
  expect((await recipientsOf(id)).find(item => item.id === two.id)).toMatchObject({
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
  const recipients = (await recipientsOf(id)).filter(item => item.state !== 'removed')
  const [first, second, third, ...rest] = recipients
  if (!first || !second || !third) throw new Error('nobody is on the list')

  const sum = { lotId: lot.id, ...nothing, comingBack: 6, used: 3 }
  await expect(answers(guest(first), 'state-quantities', id, { lines: [sum] })).rejects.toThrow(/sum is 9/)
  await answers(guest(first), 'state-quantities', id, { lines: [{ ...sum, differenceReason: '开箱短少 1 支' }] })
  // the correction replaces the answer, both are kept; only what is announced beyond the first answer is asked back again
  await answers(guest(first), 'state-quantities', id, { lines: [{ ...sum, comingBack: 7 }] })
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
    await answers(guest(recipient), 'state-quantities', id, {
      lines: [{ lotId: lot.id, ...nothing, comingBack: 10 }],
      ...(recipient === rest[0] && { onward: [{ name: '城东诊所', quantity: 0 }] }),
    })
  expect(await row(id)).toMatchObject({ answered: 36, recovered: 0 })

  clock.pass(48)
  for (const item of await returns()) await does('warehouse', 'return.stock-in', { on: item.id })
  const lines = await linesOf(id)
  const total = totalOf(lines.filter(line => recipients.some(item => item.id === line.recipientId)))
  expect(total).toMatchObject({ shipped: 370, receivedBack: 347, used: 11, notFound: 2, unanswered: 10, comingBack: 0 })
  expect(await row(id)).toMatchObject({ recovered: 347, outstanding: 12, completedAt: null })

  const [open] = await world.refused('quality', 'notice.close', { on: id, input: { note: '完成' } })
  expect(open).toMatchObject({ code: 'balance-open', clause: 'S26-2.3d' })
  const { fill } = await page(id)
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
  expect(await row(id)).toMatchObject({ outstanding: 0, completedAt: clock.now() })
  const closed = await does('quality', 'notice.close', { on: id, input: { note: '收回率 93%，差额已核查' } })
  expect(closed.record.state).toBe('closed')
  expect(closed.due.filter(item => !item.metAt && !item.cancelledAt)).toEqual([])

  const { view } = await page(id)
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

test('a good finding: everyone who was told to stop is told to go on, within the day', async () => {
  const { does, clock } = world
  const decidedAt = clock.now()
  const input = {
    kind: 'resume',
    lotIds: [lot.id],
    reason: '复检合格。',
    instructions: '可以恢复销售和使用。',
  }
  const [early] = await world.refused('quality', 'notice.draft', { input })
  expect(early).toMatchObject({ code: 'not-found-good', clause: 'S01-4.5a' })
  const drafted = await does('quality', 'notice.draft', { input: { ...input, decidedAt } })
  const { id } = drafted.record
  expect(drafted.record).toMatchObject({ recipients: 37 })
  await does('quality-2', 'notice.approve', { on: id, input: { opinion: 'agree' } })
  clock.pass(3)
  await does('sales', 'notice.send', { on: id })
  await everyLetterArrives(id)
  const { record, due } = await page(id)
  expect(record).toMatchObject({ told: 37, outstanding: 0 })
  expect(due.find(item => item.name === 'tell-resume')).toMatchObject({
    dueAt: addMilliseconds(decidedAt, 24 * HOUR),
    metAt: clock.now(),
  })
  await does('quality', 'notice.close', { on: id, input: { note: '全部恢复' } })
})

test('a mock recall is timed and scored, and nothing leaves the company', async () => {
  const { does, clock } = world
  const { record } = await does('quality', 'notice.start-drill', { input: { scenario: '假设该批号灭菌不合格' } })
  const on = record.id
  expect(record).toMatchObject({ state: 'drill', drill: true, lotNos: lot.lotNo })
  clock.pass(0.5)
  await does('sales', 'notice.trace-recipients', { on })
  const [one] = await recipientsOf(on)
  if (!one) throw new Error('nobody is on the list')
  const [line] = (await linesOf(on)).filter(item => item.recipientId === one.id)
  await does('sales', 'notice.state-quantities', {
    on,
    input: {
      recipientId: one.id,
      way: 'telephone',
      lines: [{ lotId: lot.id, ...nothing, onHand: line?.expected ?? 0 }],
    },
  })
  const finished = await does('quality', 'notice.finish-drill', { on, input: { note: '三分之一单位没有邮箱，须补录' } })
  expect(finished.record).toMatchObject({ state: 'drill-finished', told: 0, sentAt: null })
  const letters = await world.kernel.db.selectFrom('message').select('id').where('recordId', '=', on).execute()
  expect(letters).toEqual([])
  const again = await does('quality', 'notice.start-drill', { input: { scenario: '换一个批号' } })
  expect((again.record as NoticeRow).lotNos).not.toBe(lot.lotNo)
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
