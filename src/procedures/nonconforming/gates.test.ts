import { describe, expect, test } from 'vitest'
import { onlyRefusals } from '../../kernel/refusal.ts'
import { gates } from './gates.ts'
import type { Marked } from './goods.ts'
import { aPart, aPartBack } from './nonconforming.example.ts'
import { fixedQuantity, progressOf } from './progress.ts'

const marked: Marked = { inZone: 100, held: [{ id: 'one', number: 'BH-2026-00007', quantity: 30, serials: ['A1'] }] }

/** What a gate on this step says to a move of so many units. */
const said = (holds: string, input: object, held: unknown = marked) => {
  const gate = gates.find(item => item.holds === holds)
  if (!gate?.check) throw new Error(`no gate looks at the input of ${holds}`)
  return onlyRefusals(gate.check({ input, found: { held } } as never)).map(item => item.code)
}

describe('reported goods', () => {
  test.each(['lot.accept', 'lot.pick', 'lot.ship', 'lot.put-back', 'lot.transfer', 'lot.leave'])(
    'stay when %s takes too many',
    step => {
      expect(said(step, { quantity: 70 })).toEqual([])
      expect(said(step, { quantity: 71 })).toEqual(['goods-nonconforming'])
    },
  )
  test('stay by their serials', () => {
    expect(said('lot.pick', { quantity: 1, serials: ['A1'] })).toEqual(['serial-nonconforming'])
    expect(said('lot.pick', { quantity: 1, serials: ['A2'] })).toEqual([])
  })
  test('go back with a stopped shipment, whole or by whole serials', () => {
    expect(said('lot.put-back', { quantity: 100 })).toEqual([])
    expect(said('lot.put-back', { quantity: 99 })).toEqual(['goods-nonconforming'])
    const held = [
      { id: 'one', number: 'BH-2026-00007', quantity: 2, serials: ['A1', 'A2'] },
      { id: 'two', number: 'BH-2026-00008', quantity: 1, serials: ['B1'] },
    ]
    const of = (serials: string[]) => said('lot.put-back', { quantity: serials.length, serials }, { inZone: 5, held })
    expect(of(['A1', 'A2', 'C1'])).toEqual([])
    expect(of(['A1', 'C1'])).toEqual(['serial-nonconforming'])
  })
  test('are counted where they are: no fewer, and each of their serials', () => {
    expect(said('lot.count', { zone: 'unqualified', counted: 30, serials: [] })).toEqual([])
    expect(said('lot.count', { zone: 'unqualified', counted: 29, serials: [] })).toEqual(['nonconforming-missing'])
    const one = { inZone: 2, held: [{ id: 'one', number: 'BH-2026-00007', quantity: 1, serials: ['A1'] }] }
    expect(said('lot.count', { counted: 1, serials: ['A1'] }, one)).toEqual([])
    expect(said('lot.count', { counted: 1, serials: ['A2'] }, one)).toEqual(['nonconforming-serial-missing'])
  })
  test('hold nothing when none are reported', () => {
    expect(said('lot.pick', { quantity: 200 }, { inZone: 0, held: [] })).toEqual([])
  })
})

test('a complaint waits for its goods and says for which', () => {
  const gate = gates.find(item => item.holds === 'complaint.close')
  const asked = (held: readonly object[]) =>
    onlyRefusals(gate?.guard?.({ record: { number: 'TS-2026-00001' }, facts: { held } } as never) ?? [])
  expect(asked([])).toEqual([])
  const [refusal] = asked([{ number: 'BH-2026-00007', state: 'isolated' }])
  expect(refusal).toMatchObject({
    code: 'nonconforming-open',
    sentence: { zh: expect.stringContaining('BH-2026-00007') },
  })
})

describe('a record stands where its slowest part stands', () => {
  test.each([
    [[aPartBack({ state: 'left' }), aPart({ state: 'destroyed' })], 'disposing'],
    [[aPartBack({ state: 'received' }), aPart({ state: 'approved' })], 'awaiting-destruction'],
    [[aPart({ state: 'listed' })], 'awaiting-destruction'],
    [[aPartBack({ state: 'received' }), aPart({ state: 'destroyed' })], 'destroyed'],
    [[aPartBack({ state: 'received' }), aPart({ state: 'filed' })], 'filed'],
    [[aPart({ state: 'replaced' }), aPartBack({ state: 'received' })], 'filed'],
  ] as const)('%#: %s', (parts, to) => {
    expect(progressOf(parts)).toEqual({ to })
  })
  test('and what is carried out is no longer open', () => {
    const parts = [aPart({ state: 'replaced' }), aPartBack({ state: 'left', quantity: 4 }), aPart({ quantity: 6 })]
    expect(fixedQuantity(parts)).toBe(4)
  })
})
