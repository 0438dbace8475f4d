import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestKernel, testKernel } from '../../test/kernel.ts'
import { parcels, TOY_SCHEMA, waxes } from '../../test/toy/toy.ts'
import type { Ledger } from './ledger.ts'
import { type LedgerAsk, readLedger, streamLedger } from './ledger-read.ts'
import { text } from './text.ts'

const register: Ledger = {
  name: 'all',
  title: text('包裹台账', 'Parcels'),
  fulfils: [],
  columns: [{ key: 'title', title: text('名称', 'Title'), kind: 'line', width: 20, onScreen: true }],
  filters: ['state', 'weight'],
  orderedBy: 'createdAt',
  views: [],
}
const TITLES = ['输液泵 A', '输液器 B', '血压计 C', '输液泵 D', '100%_棉签']

let world: TestKernel
beforeAll(async () => {
  world = await testKernel([parcels, waxes], { schema: TOY_SCHEMA })
  for (const [i, title] of TITLES.entries()) {
    // two at the same moment: the order among them must hold from page to page
    if (i % 2 === 0) world.clock.pass(24)
    await world.does('warehouse', 'parcel.open', { input: { title, weight: i + 1 } })
  }
})
afterAll(() => world.drop())

const asked = (ask: LedgerAsk = {}) => readLedger(world.kernel, parcels, register, ask, world.as('warehouse'))
const titles = async (ask: LedgerAsk) => (await asked(ask)).rows.map(row => row.title)

test('rows carry id, number, state and the columns of the ledger, nothing else', async () => {
  const [row] = (await asked({ limit: 1 })).rows
  expect(Object.keys(row ?? {}).sort()).toEqual(['id', 'number', 'state', 'title'])
})

test('pages meet without gap or overlap, and the stream is the same', async () => {
  const whole = (await asked()).rows.map(row => row.id)
  const paged: unknown[] = []
  let after: string | undefined
  for (let i = 0; i < 10; i++) {
    const page = await asked({ limit: 2, ...(after && { after }) })
    paged.push(...page.rows.map(row => row.id))
    if (page.next === null) break
    after = page.next
  }
  const streamed: unknown[] = []
  for await (const row of streamLedger(world.kernel, parcels, register, {}, world.as('warehouse')))
    streamed.push(row.id)
  expect(paged).toEqual(whole)
  expect(streamed).toEqual(whole)
  expect(new Set(whole).size).toBe(TITLES.length)
})

describe('finding', () => {
  test.each([
    ['two characters', '液泵', ['输液泵 D', '输液泵 A']],
    ['one character', '泵', ['输液泵 D', '输液泵 A']],
    ['two words, in any order', 'd 输液', ['输液泵 D']],
    ['full width as plain', 'Ｃ 血压', ['血压计 C']],
    ['signs of LIKE literally', '%_', ['100%_棉签']],
    ['what is nowhere', '没有的', []],
    ['blanks only', '   ', TITLES.length],
  ])('%s', async (_, search, found) => {
    const rows = await titles({ search })
    if (typeof found === 'number') expect(rows).toHaveLength(found)
    else expect(rows.sort()).toEqual([...found].sort())
  })

  test('a filter takes any of its values; one that the ledger does not have is not asked', async () => {
    expect(await titles({ filter: { weight: ['1', '3'] } })).toEqual(['血压计 C', '输液泵 A'])
    expect(await titles({ filter: { title: ['血压计 C'] } })).toHaveLength(TITLES.length)
    expect(await titles({ filter: { weight: [] } })).toHaveLength(TITLES.length)
  })

  test('both ends of the period count', async () => {
    const at = '2026-11-22T00:42:00.000Z'
    expect((await titles({ from: at, to: at })).sort()).toEqual(['血压计 C', '输液泵 D'].sort())
  })
})

test('the count says whether it is exact', async () => {
  expect((await asked({ limit: 1 })).count).toEqual({ value: TITLES.length, exact: true })
  expect((await asked({ limit: 99_999 })).rows).toHaveLength(TITLES.length)
})
