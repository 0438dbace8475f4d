/** Goods that are good after all, and a mock recall, on a real PostgreSQL. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addMilliseconds, HOUR } from '../../kernel/time.ts'
import { lot, type NoticeWorld, nothing, noticeWorld } from './buyers.example.ts'
import type { NoticeRow } from './notice.ts'

let world: NoticeWorld
beforeAll(async () => {
  world = await noticeWorld()
})
afterAll(() => world.drop())

test('a good finding: everyone who was told to stop is told to go on, within the day, and owes no answer any more', async () => {
  const { does, clock } = world
  const stop = await does('quality', 'notice.draft', {
    input: { kind: 'suspend', lotIds: [lot.id], reason: '疑似漏液，待复检。', instructions: '暂停销售，就地封存。' },
  })
  for (const who of ['quality', 'quality-head'])
    await does(who, 'notice.approve', { on: stop.record.id, input: { opinion: 'agree' } })
  await does('sales', 'notice.send', { on: stop.record.id })
  await world.everyLetterArrives(stop.record.id)

  // what buyers are asked to stop is held here too, and the release of that stop drafts the notice to resume
  const { rows } = await world.database.adminPool.query('SELECT id, number FROM stop_sale')
  const [hold] = rows
  const input = { kind: 'resume', lotIds: [lot.id], reason: '复检合格。', instructions: '可以恢复销售和使用。' }
  const early = await world.refused('quality', 'notice.draft', { input })
  expect(early.map(item => item.clause)).toEqual(expect.arrayContaining(['S01-4.5b']))

  clock.pass(20)
  const decidedAt = clock.now()
  const finding = { verdict: 'good', note: '第三方复检合格，无缺陷。' }
  await does('quality', 'stop-sale.record-recheck', { on: hold.id, input: finding })
  await does('quality', 'stop-sale.release', { on: hold.id, input: { reason: '复检合格。' } })
  const drafts = await world.database.adminPool.query(`SELECT id FROM notice WHERE kind = 'resume'`)
  const id: string = drafts.rows[0].id
  expect(await world.row(id)).toMatchObject({ state: 'draft', recipients: 37, decidedAt, causeNumber: hold.number })
  await does('quality-2', 'notice.approve', { on: id, input: { opinion: 'agree' } })
  clock.pass(3)
  await does('sales', 'notice.send', { on: id })
  const lifted = await world.page(stop.record.id)
  expect(lifted.record).toMatchObject({ state: 'closed' })
  expect(lifted.due.filter(item => !item.metAt && !item.cancelledAt)).toEqual([])
  await world.everyLetterArrives(id)
  const { record, due } = await world.page(id)
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
  const [one] = await world.recipientsOf(on)
  if (!one) throw new Error('nobody is on the list')
  const [line] = (await world.linesOf(on)).filter(item => item.recipientId === one.id)
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
