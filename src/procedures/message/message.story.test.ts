/** The lives of letters on a real PostgreSQL: mailed, refused and mended, brought on paper, come back, withdrawn. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestKernel, testKernel } from '../../../test/kernel.ts'
import { parties, settle, site } from '../../../test/world.ts'
import { execute } from '../../kernel/execute.ts'
import { readLedger } from '../../kernel/ledger-read.ts'
import { recordPage } from '../../kernel/record-page.ts'
import { addMilliseconds, HOUR } from '../../kernel/time.ts'
import { verifyTrail } from '../../kernel/verify.ts'
import { message } from './procedure.ts'

let world: TestKernel
const hospital = parties.localHospital
const NOTICE = '6f1c7a52-0f2b-4f0e-8a53-0c9a8f6d2e11'
const GUEST = '0b8b3c1e-7d46-4b8e-9a0c-51b6a2f4d9c7'

beforeAll(async () => {
  world = await testKernel([message])
  const here = { siteId: world.siteId }
  await settle(world.kernel.db, {
    site: { ...site, ...here, id: world.siteId },
    parties: [{ ...hospital, ...here, address: '郑州市金水区河湾路 18 号' }],
    products: [],
    lots: [],
    deliveries: [],
  })
})
afterAll(() => world.drop())

/** What the server does after a commit, or a record does in its own step: as the same person, by the system. */
const system = (command: string, input: unknown, on?: string) =>
  execute(world.kernel, { command, input, ...(on && { on }) }, { ...world.as('quality'), via: 'system' })

const write = (over: object = {}) =>
  system('message.write', {
    procedure: 'notice',
    recordId: NOTICE,
    recordNumber: 'TZ-2026-00003',
    guestId: GUEST,
    partyId: hospital.id,
    toName: hospital.name,
    toEmail: 'shebei@hewan.example',
    subject: '暂停销售和使用输液泵 HZ-IP500 批号 B2601-01',
    body: '请即刻停用并封存。\n\n请告知库存：{link}',
    expiresAt: addMilliseconds(world.clock.now(), 30 * 24 * HOUR),
    ...over,
  })

const page = (id: string) => recordPage(world.kernel, message, id, world.as('quality'))

test('a letter is mailed, and the answer of the mail server is the proof', async () => {
  const written = await write()
  expect(written.record).toMatchObject({ number: 'HJ-2026-00001', state: 'waiting', toContact: '刘慧敏' })
  expect(written.due).toMatchObject([{ name: 'delivery', dueAt: addMilliseconds(world.clock.now(), 24 * HOUR) }])
  world.clock.pass(0.1)
  await system('message.note-attempt', { answer: 'ECONNREFUSED' }, written.record.id)
  world.clock.pass(0.1)
  const sent = await system('message.mark-sent', { mailId: '<hj-1@bihuan>', answer: '250 2.0.0 OK' }, written.record.id)
  expect(sent.record).toMatchObject({ state: 'sent', attempts: 2, sentAt: world.clock.now() })
  expect(sent.due).toMatchObject([{ name: 'delivery', metAt: world.clock.now() }])
  const shown = await page(written.record.id)
  const attempts = shown.view.sections.find(section => section.title.zh === '发送记录')
  expect(attempts && 'rows' in attempts && attempts.rows.map(row => row.answer)).toMatchObject([
    { value: 'ECONNREFUSED' },
    { value: '250 2.0.0 OK' },
  ])
})

test('a refused address says what to do, is mended, struck through, and the letter goes again', async () => {
  const { record } = await write()
  await system('message.mark-failed', { why: 'refused-address', answer: '550 no such user' }, record.id)
  expect((await page(record.id)).view.notices?.[0]?.text.zh).toContain('更正邮箱后“重新发送”')
  const again = await world.does('quality', 'message.resend', {
    on: record.id,
    input: { toEmail: 'shebeike@hewan.example', reason: '医院来电更正' },
  })
  expect(again.record).toMatchObject({ state: 'waiting', toEmail: 'shebeike@hewan.example', failure: null })
  const { corrections } = await page(record.id)
  expect(corrections).toMatchObject([{ field: 'toEmail', was: 'shebei@hewan.example', now: 'shebeike@hewan.example' }])
})

test('a reader without an address gets paper, brought by somebody with a slip', async () => {
  const { record } = await write({ toEmail: null })
  expect(record).toMatchObject({ state: 'to-print', printReason: 'no-address', toAddress: '郑州市金水区河湾路 18 号' })
  const [slip] = await world.refused('sales', 'message.hand-over', { on: record.id, input: { how: 'courier' } })
  expect(slip).toMatchObject({ code: 'slip-missing', field: 'document', clause: 'HJ-reached' })
  world.clock.pass(3)
  const brought = await world.does('sales', 'message.hand-over', {
    on: record.id,
    input: { how: 'courier', document: 'SF1390000000001' },
  })
  expect(brought.record).toMatchObject({ state: 'handed-over', handedOverByName: world.as('sales').name })
  const back = await world.does('sales', 'message.record-return', { on: record.id, input: { reason: '快递退回' } })
  expect(back.record.state).toBe('failed')
  expect(back.due.filter(item => !item.metAt)).toHaveLength(1)
  const withdrawn = await world.does('sales', 'message.withdraw', { on: record.id, input: { reason: '单位已注销' } })
  expect(withdrawn.due.filter(item => !item.metAt && !item.cancelledAt)).toEqual([])
})

test('nobody writes a letter by hand, and nobody speaks for the mail server', async () => {
  const [hand] = await world.refused('quality', 'message.write', { input: {} })
  expect(hand?.code).toBe('only-from-record')
  const { record } = await write()
  const [server] = await world.refused('quality', 'message.mark-sent', {
    on: record.id,
    input: { mailId: '<x@y>', answer: 'OK' },
  })
  expect(server?.code).toBe('only-by-system')
})

test('the register finds the letters of a record by its number', async () => {
  const ledger = message.ledgers[0]
  if (!ledger) throw new Error('no ledger')
  const found = await readLedger(world.kernel, message, ledger, { search: 'TZ-2026-00003' }, world.as('quality'))
  expect(found.rows).toHaveLength(4)
  const open = await readLedger(world.kernel, message, ledger, { filter: { state: ['waiting'] } }, world.as('quality'))
  expect(open.rows).toHaveLength(2)
})

test('all of it is in the trail, and every row is what the trail says', async () => {
  const { kernel, database } = world
  const { faults } = await verifyTrail(database.adminPool, kernel.registry, kernel.keys)
  // The people and the hospital of this test were put there directly; the rest went through its steps.
  expect(faults.filter(fault => !/^(person|party) /.test(fault.at))).toEqual([])
})
