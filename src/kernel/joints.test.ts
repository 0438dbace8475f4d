import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestKernel, testKernel } from '../../test/kernel.ts'
import { parcels, TOY_SCHEMA, waxes } from '../../test/toy/toy.ts'
import { gate } from './gate.ts'
import { type Procedure, reaction } from './procedure.ts'
import { recordPage } from './record-page.ts'
import { refuse } from './refusal.ts'
import { text } from './text.ts'

/** Wax that also looks at what is entered for a parcel, and seals those whose name was sealed before. */
const watchful: Procedure = {
  ...waxes,
  gates: [
    gate<never, number>({
      holds: 'parcel.open',
      name: 'forbidden-name',
      clause: 'W-1',
      find: 'sealedByName',
      check: ({ input, found }) => [
        found.held > 1 &&
          refuse('name-sealed', text(`请先启封“${input.title}”。`, `First break the wax on "${input.title}".`), {
            field: 'title',
          }),
      ],
    }),
  ],
  on: [
    reaction<{ id: string; title: string }, { title: string }, number>({
      on: 'parcel.open',
      clause: 'W-1',
      find: 'sealedByName',
      run: ({ record, input, found, actor }) =>
        found > 0
          ? [
              {
                command: 'wax.apply',
                input: { title: `${input.title} ${actor.name}`, parcelId: record.id },
                link: 'seal',
              },
            ]
          : [],
    }),
  ],
  queries: {
    ...waxes.queries,
    finds: {
      sealedByName: async (db, { input }) =>
        (await db.selectFrom('wax').select('id').where('title', 'like', `${input.title}%`).execute()).length,
    },
  },
}

let world: TestKernel
beforeAll(async () => {
  world = await testKernel([parcels, watchful], { schema: TOY_SCHEMA })
})
afterAll(() => world.drop())

const apply = (title: string) => world.does('quality', 'wax.apply', { input: { title, parcelId: world.siteId } })

test('a reaction looks up what it needs, and what it starts is linked to what it heard', async () => {
  const quiet = await world.does('warehouse', 'parcel.open', { input: { title: '清单' } })
  expect((await recordPage(world.kernel, parcels, quiet.record.id, world.as('warehouse'))).links).toEqual([])
  await apply('合同')
  const sealed = await world.does('warehouse', 'parcel.open', { input: { title: '合同' } })
  const page = await recordPage(world.kernel, parcels, sealed.record.id, world.as('warehouse'))
  expect(page.links).toMatchObject([{ procedure: 'wax', kind: 'seal', title: '合同 蒋涛' }])
})

test('a gate that looks at what is entered holds a step that makes a record', async () => {
  await apply('图纸')
  await apply('图纸')
  const refusals = await world.refused('warehouse', 'parcel.open', { input: { title: '图纸' } })
  expect(refusals).toMatchObject([{ code: 'name-sealed', field: 'title', clause: 'W-1' }])
})
