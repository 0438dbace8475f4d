import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { idOf, NOON, someone } from '../../test/given.ts'
import { parcels } from '../../test/toy/toy.ts'
import type { Around } from './around.ts'
import type { AnyCommand } from './command.ts'
import { decide, inScope, refusalsNow } from './decide.ts'
import type { Actor } from './person.ts'
import { policyBook } from './policy.ts'
import type { RecordBase } from './record.ts'
import { refuse } from './refusal.ts'
import { text } from './text.ts'

const around: Around = { words: { roleTitle: role => text(role, role) } }
const command = (id: string): AnyCommand => {
  const found = parcels.commands.find(item => item.id === id)
  if (!found) throw new Error(`no command ${id}`)
  return found
}
const parcel = (over: object = {}) =>
  ({
    id: idOf('parcel'),
    number: 'BG-2026-00001',
    state: 'open',
    version: 1,
    siteId: idOf('site'),
    createdAt: NOON,
    createdBy: idOf('x'),
    updatedAt: NOON,
    packedBy: null,
    ...over,
  }) as RecordBase
const situation = (over: { record?: RecordBase; actor?: Actor; facts?: Record<string, unknown> } = {}) => ({
  record: parcel(),
  facts: { notes: 0 },
  policy: policyBook([], NOON),
  actor: someone('warehouse'),
  now: NOON,
  zone: 'Asia/Shanghai',
  ...over,
})
const ask = (input: unknown) => ({ input, found: { twins: 0 }, newId: () => idOf('new') })
const codes = (list: readonly { code: string }[]) => list.map(({ code }) => code)

describe('what stands against a step, whatever is entered', () => {
  test('the role comes first and alone: nothing of the record is told to whom it does not concern', () => {
    const refusals = refusalsNow(
      command('parcel.pack'),
      situation({ actor: someone('sales'), record: parcel({ state: 'sent' }) }),
      around,
    )
    expect(refusals).toMatchObject([{ code: 'role', kind: 'forbidden', clause: 'T-1' }])
  })

  test('then the scope of an API key, then the state', () => {
    const actor: Actor = { ...someone('warehouse'), via: 'api-key', scopes: ['read:*', 'parcel.note'] }
    const sent = parcel({ state: 'sent' })
    expect(codes(refusalsNow(command('parcel.pack'), situation({ actor, record: sent }), around))).toEqual(['scope'])
    expect(codes(refusalsNow(command('parcel.note'), situation({ actor, record: sent }), around))).toEqual(['state'])
  })

  test('a step that another one started needs neither role nor scope, but its state all the same', () => {
    const actor: Actor = { ...someone('sales'), via: 'system', scopes: ['wax.apply'] }
    expect(refusalsNow(command('parcel.pack'), situation({ actor }), around)).toEqual([])
    const sent = parcel({ state: 'sent' })
    expect(codes(refusalsNow(command('parcel.pack'), situation({ actor, record: sent }), around))).toEqual(['state'])
  })

  test('segregation, guards and gates are told together, each with a clause', () => {
    const packer = someone('warehouse')
    const gate = {
      holds: 'parcel.send',
      name: 'g',
      clause: 'W-1',
      fact: 'f',
      guard: () => [refuse('held', text('扣', 'held'))],
    }
    const refusals = refusalsNow(
      command('parcel.send'),
      situation({ actor: packer, record: parcel({ state: 'packed', packedBy: packer.id }) }),
      { ...around, gates: [{ gate, held: 1 }] },
    )
    expect(refusals.map(({ code, clause }) => [code, clause])).toEqual([
      ['SG05', 'T-3'],
      ['held', 'W-1'],
    ])
  })
})

describe('a decision', () => {
  test('what stands against the step is told before what is wrong with the input', () => {
    const outcome = decide(command('parcel.note'), situation({ facts: { notes: 3 } }), ask({ nonsense: true }), around)
    expect(outcome).toMatchObject({ ok: false, refusals: [{ code: 'enough' }] })
  })

  test('checks run only on input that was understood', () => {
    const outcome = decide(
      command('parcel.open'),
      { ...situation(), record: undefined },
      { ...ask({}), found: { twins: 9 } },
      around,
    )
    expect(outcome).toMatchObject({ ok: false, refusals: [{ code: 'bad-input', field: 'title' }] })
  })

  test('an accepted step says where it leads and keeps only what the schema names', () => {
    const outcome = decide(command('parcel.open'), { ...situation(), record: undefined }, ask({ title: '箱' }), around)
    expect(outcome).toMatchObject({ ok: true, to: 'open', input: { title: '箱' } })
  })

  test('a step into a state that nobody declared is a fault of the program, not a refusal', () => {
    const lost = { ...command('parcel.pack'), to: 'nowhere', input: z.object({}) }
    expect(() => decide(lost, situation(), ask({}), around)).toThrow('leads to no declared state')
  })
})

test.each([
  [['complaint.open'], 'complaint.open', true],
  [['complaint.*'], 'complaint.open', true],
  [['complaint.*'], 'complaints.open', false],
  [['complaint.open'], 'complaint.open-again', false],
  [['read:*'], 'complaint.open', false],
  [['read:complaint.*'], 'complaint.open', false],
  [['*'], 'anything.at-all', true],
  [[], 'complaint.open', false],
])('scopes %j over %s: %s', (scopes, name, covered) => {
  expect(inScope(scopes, name)).toBe(covered)
})
