/** Who may not see something finds it nowhere: not in answers, lists, links, exports or the trail of refused attempts. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { type TestKernel, testKernel } from '../../test/kernel.ts'
import { parcels, TOY_SCHEMA, waxes } from '../../test/toy/toy.ts'
import { execute } from './execute.ts'
import { exportRecord } from './export-record.ts'
import { field } from './field.ts'
import type { Ledger } from './ledger.ts'
import { readLedger, streamLedger } from './ledger-read.ts'
import type { Procedure } from './procedure.ts'
import { recordPage } from './record-page.ts'
import { Refused } from './refusal.ts'
import { text } from './text.ts'
import { workbench } from './workbench.ts'

const register: Ledger = {
  name: 'all',
  title: text('包裹台账', 'Parcels'),
  fulfils: [],
  columns: [{ key: 'title', title: text('名称', 'Title'), kind: 'line', width: 20, onScreen: true }],
  filters: ['state'],
  orderedBy: 'createdAt',
  views: [],
}

/** Parcels whose title is health data for the quality department alone; those called "secret…" only quality and warehouse see. */
const guarded: Procedure = {
  ...parcels,
  ledgers: [register],
  record: {
    ...parcels.record,
    row: (parcels.record.row as z.ZodObject).extend({
      title: field(z.string(), { title: text('名称', 'Title'), health: true }),
    }),
    healthRoles: ['quality'],
    seenBy: (row: { title: string }, { roles }: { roles: readonly string[] }) =>
      !row.title.startsWith('secret') || roles.includes('quality') || roles.includes('warehouse'),
  },
}

let world: TestKernel
beforeAll(async () => {
  world = await testKernel([guarded, waxes], { schema: TOY_SCHEMA })
})
afterAll(() => world.drop())

describe('health data', () => {
  test('is masked in the answer of a step, the repeated answer included', async () => {
    const call = { key: 'masked-1', input: { title: '高血压' } }
    const first = await world.does('warehouse', 'parcel.open', call)
    const again = await world.does('warehouse', 'parcel.open', call)
    expect([first, again].map(({ record }) => (record as unknown as { title: string }).title)).toEqual([
      '＊＊＊',
      '＊＊＊',
    ])
  })

  test('is not exported with the trail to whom the record shows it masked', async () => {
    const { record } = await world.does('warehouse', 'parcel.open', { input: { title: '糖尿病' } })
    const exported = await exportRecord(world.kernel, guarded, record.id, world.as('quality'))
    expect(JSON.stringify(exported.entries)).toContain('糖尿病')
    await expect(exportRecord(world.kernel, guarded, record.id, world.as('warehouse'))).rejects.toMatchObject({
      refusals: [{ code: 'health-data', kind: 'forbidden' }],
    })
  })
})

describe('a record that a person may not see', () => {
  const seenBy = async (username: string) => {
    const actor = world.as(username)
    const page = await readLedger(world.kernel, guarded, register, { limit: 500 }, actor)
    const streamed = []
    for await (const row of streamLedger(world.kernel, guarded, register, {}, actor)) streamed.push(row)
    return [page.rows, streamed].map(rows => rows.map(row => row.id))
  }

  test('is in no ledger, link or list of signatures', async () => {
    const { record } = await world.does('warehouse', 'parcel.open', { input: { title: 'secret 包裹' } })
    await world.does('warehouse', 'parcel.pack', { on: record.id })
    const wax = await world.does('quality', 'wax.apply', { input: { title: 'w', parcelId: record.id } })
    await world.kernel.pool.query(
      `INSERT INTO link (id, from_procedure, from_id, to_procedure, to_id, kind, at)
       VALUES (gen_random_uuid(), 'wax', $1, 'parcel', $2, 'sealed', now())`,
      [wax.record.id, record.id],
    )
    for (const ids of await seenBy('warehouse')) expect(ids).toContain(record.id)
    for (const ids of await seenBy('sales')) expect(ids).not.toContain(record.id)
    const linksFor = async (username: string) =>
      (await recordPage(world.kernel, waxes, wax.record.id, world.as(username))).links
    expect(await linksFor('quality')).toHaveLength(1)
    expect(await linksFor('sales')).toEqual([])
    const bench = await workbench(world.kernel, world.as('sales'))
    expect(bench.signs.map(item => item.recordId)).not.toContain(record.id)
    expect(bench.toSign).toBe(bench.signs.length)
  })

  test('is not answered again under the key of an earlier request', async () => {
    const actor = { ...world.as('service-desk') }
    const call = { command: 'parcel.open', key: 'hidden-1', input: { title: 'secret 二' } }
    await execute(world.kernel, call, actor)
    await expect(execute(world.kernel, call, actor)).rejects.toBeInstanceOf(Refused)
  })
})

describe('the trail of refused attempts', () => {
  const lastInput = async () => {
    const { rows } = await world.kernel.pool.query(`SELECT body FROM trail ORDER BY seq DESC LIMIT 1`)
    return JSON.stringify(rows[0].body)
  }

  test('does not keep a password or a one-time code that was sent at the wrong place', async () => {
    await world.refused('warehouse', 'parcel.open', {
      input: { title: '正常', password: 'hunter2-hunter2', sign: { code: '123456' }, more: [{ newPassword: 'p4ss' }] },
    })
    const kept = await lastInput()
    expect(kept).toContain('正常')
    for (const secret of ['hunter2', '123456', 'p4ss']) expect(kept).not.toContain(secret)
  })

  test('stays small, however many faults an input has', async () => {
    const input = Object.fromEntries(Array.from({ length: 20_000 }, (_, i) => [`field${i}`, i]))
    const refusals = await world.refused('warehouse', 'parcel.open', { input: { title: 'x', ...input } })
    expect(refusals[0]).toMatchObject({ code: 'unknown-field', field: 'field0' })
    expect((await lastInput()).length).toBeLessThan(20_000)
  })

  test('keeps an attempt whose field names no database keeps', async () => {
    for (const name of ['a\u0000b', '\ud800']) {
      const refusals = await world.refused('warehouse', 'parcel.open', { input: { title: 'x', [name]: 1 } })
      expect(refusals[0]).toMatchObject({ code: 'bad-characters', kind: 'unfit' })
    }
    const { rows } = await world.kernel.pool.query(
      `SELECT count(*)::int AS n FROM trail WHERE body->'refusals'->0->>'code' = 'bad-characters'`,
    )
    expect(rows[0].n).toBe(2)
  })
})
