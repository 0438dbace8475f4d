import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { type TestKernel, testKernel } from '../../test/kernel.ts'
import { parcels, TOY_SCHEMA, waxes } from '../../test/toy/toy.ts'
import { matterOf } from './matter.ts'
import type { Procedure } from './procedure.ts'
import { type Concern, recordsConcerning } from './traced.ts'

/** Parcels say in a child table what they hold; wax says which parcel (here in the place of a party) it closes. */
const traced: Procedure = {
  ...parcels,
  record: {
    ...parcels.record,
    children: {
      ...parcels.record.children,
      item: {
        table: 'parcel_item',
        parent: 'parcelId',
        row: z.object({ id: z.uuid(), parcelId: z.uuid(), serials: z.array(z.string()).nullable() }),
      },
    },
    traced: [
      { table: 'parcel_item', record: 'parcel_id', lot: 'lot_id', product: 'product_id', serial: 'serials' },
      { table: 'parcel', record: 'id', party: 'packed_by' },
    ],
  },
}
const wax: Procedure = {
  ...waxes,
  record: { ...waxes.record, traced: [{ table: 'wax', record: 'id', party: 'parcel_id' }] },
}
const SCHEMA = `${TOY_SCHEMA}
CREATE TABLE parcel_item (id uuid PRIMARY KEY, parcel_id uuid NOT NULL, lot_id uuid, product_id uuid, serials text[]);
GRANT SELECT ON parcel_item TO bihuan_app;`

let world: TestKernel
beforeAll(async () => {
  world = await testKernel([traced, wax], { schema: SCHEMA })
})
afterAll(() => world.drop())

const LOT = randomUUID()
const OTHER = randomUUID()
const PRODUCT = randomUUID()

async function parcel(title: string, seal = false): Promise<string> {
  world.clock.pass(1)
  const { record } = await world.does('warehouse', 'parcel.open', { input: { title } })
  if (seal) await world.does('warehouse', 'parcel.drop', { on: record.id, input: { seal: true } })
  return record.id
}

const holds = (parcelId: string, lotId: string | null, serials: readonly string[] | null = null): Promise<unknown> =>
  world.database.adminPool.query(
    `INSERT INTO parcel_item (id, parcel_id, lot_id, product_id, serials) VALUES ($1, $2, $3, $4, $5)`,
    [randomUUID(), parcelId, lotId, PRODUCT, serials],
  )

const found = async (concern: Concern) => {
  const { records } = await recordsConcerning(world.kernel, concern, world.as('warehouse'))
  return records.map(({ title, by }) => `${title}: ${by}`)
}

describe('what concerns a lot', () => {
  beforeAll(async () => {
    await holds(await parcel('two lots'), LOT)
    await holds((await world.kernel.pool.query(`SELECT id FROM parcel WHERE title = 'two lots'`)).rows[0].id, OTHER)
    await holds(await parcel('other lot'), OTHER)
    await holds(await parcel('whole product'), null)
    await holds(await parcel('unit 7'), LOT, ['7', '8'])
    await holds(await parcel('sealed', true), LOT)
    await parcel('nothing')
  })

  test('is named by it, by its product without a lot, or linked to such a record', async () => {
    expect(await found({ lots: [LOT], products: [PRODUCT] })).toEqual([
      'two lots: lot',
      'whole product: product',
      'unit 7: lot',
      'sealed: lot',
      'wax: link',
    ])
  })

  test('is not asked of the product unless it is wanted', async () => {
    expect(await found({ lots: [OTHER] })).toEqual(['two lots: lot', 'other lot: lot'])
  })

  test('is narrowed to a unit: records on other units of the lot are left out', async () => {
    expect(await found({ lots: [LOT], serials: ['8'] })).toEqual([
      'two lots: lot',
      'unit 7: lot',
      'sealed: lot',
      'wax: link',
    ])
    expect(await found({ lots: [LOT], serials: ['9'] })).not.toContain('unit 7: lot')
  })

  test('is found by a serial number alone, where no lot is known', async () => {
    expect(await found({ serials: ['7'] })).toEqual(['unit 7: lot'])
  })

  test('names state, creator and whether it is over', async () => {
    const { records } = await recordsConcerning(world.kernel, { lots: [LOT] }, world.as('warehouse'))
    const sealed = records.find(({ title }) => title === 'sealed')
    expect(sealed).toMatchObject({
      procedure: 'parcel',
      state: { en: 'dropped' },
      ended: true,
      createdByName: '蒋涛',
    })
    expect(sealed?.number).toMatch(/^BG-2026-/)
  })
})

test('what concerns a party is found through a table of its own', async () => {
  const id = await parcel('closed', true)
  expect((await found({ parties: [id] })).sort()).toEqual(['closed: link', 'wax: party'])
})

test('nothing asked, nothing found', async () => {
  expect(await found({})).toEqual([])
})

describe('a matter', () => {
  test('goes back to its first cause and on to its last consequence, step by step with the clauses', async () => {
    const id = await parcel('cause', true)
    const { rows } = await world.database.adminPool.query('SELECT * FROM wax WHERE parcel_id = $1', [id])
    const record = { id: rows[0].id } as never
    const matter = await matterOf(world.kernel, wax, record, world.as('warehouse'))
    expect(matter.records.map(item => [item.procedure, item.depth])).toEqual([
      ['parcel', 0],
      ['wax', 1],
    ])
    expect(matter.links).toEqual([{ from: id, to: rows[0].id, kind: 'sealed' }])
    expect(matter.steps.map(step => [step.command, step.clauses])).toEqual([
      ['parcel.open', ['T-1']],
      ['parcel.drop', ['T-3']],
      ['wax.apply', ['W-1']],
    ])
    expect(matter.clauses.parcel?.['T-3']).toEqual({ text: { zh: '发', en: 'send' }, source: '3' })
    expect(matter.clauses.wax?.['W-1']?.text.en).toBe('seal')
    expect(matter.more).toBe(false)
  })

  test('leaves other matters aside that ended in the same record', async () => {
    const [one, other] = [await parcel('one'), await parcel('other')]
    const end = await parcel('end')
    const after = await parcel('after the other')
    for (const [from, to] of [
      [one, end],
      [other, end],
      [other, after],
    ])
      await world.database.adminPool.query(
        `INSERT INTO link (id, from_procedure, from_id, to_procedure, to_id, kind, at)
         VALUES (gen_random_uuid(), 'parcel', $1, 'parcel', $2, 'follows', now())`,
        [from, to],
      )
    const titles = async (id: string) => {
      const matter = await matterOf(world.kernel, traced, { id } as never, world.as('warehouse'))
      return matter.records.map(({ title }) => title)
    }
    expect(await titles(one)).toEqual(['one', 'end'])
    expect(await titles(end)).toEqual(['one', 'other', 'end', 'after the other'])
  })
})
