/** What inspectors opened is read for any number of inspections with one question. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestKernel, testKernel } from '../../../test/kernel.ts'
import { recordAttempt } from '../../kernel/trail.ts'
import { openedChain } from './opened-chain.ts'
import { queriesFor } from './queries.ts'

let world: TestKernel
const [one, other, unopened] = ['a', 'b', 'c'].map(letter => `${letter.repeat(8)}-0000-4000-8000-000000000000`)

beforeAll(async () => {
  world = await testKernel([])
})
afterAll(() => world.drop())

const look = (id: string | undefined, address: string) =>
  recordAttempt(world.kernel, {
    procedure: 'inspection',
    recordId: id ?? null,
    chain: openedChain(id ?? ''),
    command: 'inspection.look',
    outcome: 'accepted',
    actor: world.as('quality'),
    clauses: [],
    body: { title: { zh: '查看', en: 'Looked' }, told: { zh: `看 ${address}`, en: `read ${address}` }, address },
  })

test('several inspections, the latest first, in one query', async () => {
  await look(one, '/1')
  await look(other, '/2')
  await look(one, '/3')
  let asked = 0
  const db = world.kernel.db.withPlugin({
    transformQuery: ({ node }) => {
      asked += 1
      return node
    },
    transformResult: async ({ result }) => result,
  })
  const ids = [one, other, unopened].filter(id => id !== undefined)
  const found = await queriesFor(() => []).facts.opened.read(db, ids)
  expect(asked).toBe(1)
  expect(ids.map(id => found.get(id)?.map(item => item.address))).toEqual([['/3', '/1'], ['/2'], undefined])
  expect(found.get(other ?? '')?.[0]).toMatchObject({ outcome: 'accepted', told: { zh: '看 /2', en: 'read /2' } })
})
