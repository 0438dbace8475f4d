/** The life of a channel on a real PostgreSQL: added, tested, failing, mended, paused, removed; and how people choose for themselves. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestKernel, testKernel } from '../../../test/kernel.ts'
import { settle, site } from '../../../test/world.ts'
import { execute } from '../../kernel/execute.ts'
import { readLedger } from '../../kernel/ledger-read.ts'
import { recordPage } from '../../kernel/record-page.ts'
import { Refused } from '../../kernel/refusal.ts'
import { verifyTrail } from '../../kernel/verify.ts'
import { sealedAs } from './channel.example.ts'
import { channel } from './procedure.ts'

let world: TestKernel
const robot = sealedAs('https://qyapi.weixin.qq.com')

beforeAll(async () => {
  world = await testKernel([channel])
  await settle(world.kernel.db, {
    site: { ...site, id: world.siteId, siteId: world.siteId },
    parties: [],
    products: [],
    lots: [],
    deliveries: [],
  })
})
afterAll(() => world.drop())

/** What the sending of messages does after it. */
const system = (command: string, on: string, input: unknown = {}) =>
  execute(world.kernel, { command, on, input }, { ...world.as('administrator'), via: 'system' })
const add = (name: string) =>
  world.does('quality-head', 'channel.add', { input: { name, kind: 'wecom-robot', address: robot } })

test('a robot is added with a signature, tested, fails, is mended and works again', async () => {
  const { record } = await add('质量部群')
  expect(record).toMatchObject({ number: 'TD-2026-00001', state: 'active' })
  const on = record.id
  await world.does('administrator', 'channel.test', { on })
  const tested = await system('channel.note-test', on, { ok: true, answer: '200 {"errcode":0}' })
  expect(tested.record).toMatchObject({ testOk: true })
  await system('channel.mark-failing', on, { answer: '200 {"errcode":93000}' })
  const page = await recordPage(world.kernel, channel, on, world.as('administrator'))
  expect(page.view.notices?.[0]?.text.zh).toContain('errcode":93000')
  const moved = sealedAs('own+https://10.0.0.8')
  const { safety, trouble, work, news, digestAt, quietFrom, quietUntil, language } = page.fill[
    'channel.correct'
  ] as Record<string, string>
  await world.does('administrator', 'channel.correct', {
    on,
    input: {
      name: '质量部群',
      address: moved,
      reason: '更换机器人',
      ...{ safety, trouble, work, news, digestAt, quietFrom, quietUntil, language },
    },
  })
  const works = await system('channel.mark-working', on)
  expect(works.record).toMatchObject({ state: 'active', failure: null, address: moved })
  const { corrections } = await recordPage(world.kernel, channel, on, world.as('quality-head'))
  expect(corrections).toMatchObject([{ field: 'address', reason: '更换机器人' }])
})

test('two channels do not share a name; a removed one gives it back', async () => {
  const { record } = await add('值班群')
  const [taken] = await world.refused('quality-head', 'channel.add', {
    input: { name: '值班群', kind: 'wecom-robot', address: robot },
  })
  expect(taken).toMatchObject({ code: 'name-taken', field: 'name' })
  await world.does('administrator', 'channel.pause', { on: record.id, input: { reason: '群维护' } })
  await world.does('administrator', 'channel.resume', { on: record.id })
  await world.does('administrator', 'channel.remove', { on: record.id, input: { reason: '改用飞书' } })
  expect((await add('值班群')).record.number).not.toBe(record.number)
})

test('nobody but the keepers sees shared channels, nobody but himself a person’s own', async () => {
  const { record } = await add('机密群')
  const chosen = await world.does('sales', 'channel.choose', { input: { work: 'at-once' } })
  const asSales = () => recordPage(world.kernel, channel, record.id, world.as('sales'))
  await expect(asSales()).rejects.toThrow(Refused)
  const ledger = channel.ledgers[0]
  if (!ledger) throw new Error('no ledger')
  const seen = async (username: string) =>
    (await readLedger(world.kernel, channel, ledger, {}, world.as(username))).rows.map(row => row.number)
  expect(await seen('sales')).toEqual([chosen.record.number])
  expect(await seen('administrator')).not.toContain(chosen.record.number)
  const again = await world.does('sales', 'channel.choose-again', {
    on: chosen.record.id,
    input: { work: 'none' },
  })
  expect(again.record).toMatchObject({ work: 'none', safety: 'at-once' })
  const [twice] = await world.refused('sales', 'channel.choose', { input: {} })
  expect(twice?.code).toBe('chosen-already')
})

test('all of it is in the trail, and every row is what the trail says', async () => {
  const { kernel, database } = world
  const { faults } = await verifyTrail(database.adminPool, kernel.registry, kernel.keys)
  expect(faults).toEqual([])
})
