import { describe, expect, test } from 'vitest'
import { idOf, signOffRow, someone } from '../../test/given.ts'
import { parcels } from '../../test/toy/toy.ts'
import type { AnyCommand } from './command.ts'
import type { RecordBase } from './record.ts'
import type { SignOffRow } from './sign-off.ts'
import { chainRefusals, lastRound } from './sign-off-order.ts'
import { text } from './text.ts'

const chain = parcels.chains.find(item => item.name === 'release')
const command = (id: string) => parcels.commands.find(item => item.id === id) as AnyCommand
const record = { number: 'BG-2026-00001' } as RecordBase
const packer = someone('warehouse')
const row = (round: number, step: number, outcome: SignOffRow['outcome'], by: string | null = null): SignOffRow =>
  signOffRow({
    chain: 'release',
    round,
    step,
    byRoles: step === 1 ? ['warehouse'] : ['warehouse', 'sales'],
    signedBy: by,
    outcome,
  })
const codes = (id: string, signOffs: readonly SignOffRow[], actor = someone('sales')) =>
  chainRefusals(
    command(id),
    { words: { roleTitle: role => text(role, role) }, ...(chain && { chain }), signOffs },
    record,
    actor,
  ).map(item => item.code)

test('the last round is the one that counts, in order of its steps', () => {
  const rows = [row(2, 2, 'pending'), row(1, 1, 'signed'), row(2, 1, 'signed'), row(1, 2, 'declined')]
  expect(lastRound(rows, 'release').map(item => [item.round, item.step])).toEqual([
    [2, 1],
    [2, 2],
  ])
  expect(lastRound(rows, 'another')).toEqual([])
})

describe('the first signature', () => {
  test('begins a round when none waits', () => {
    expect(codes('parcel.pack', [])).toEqual([])
    expect(codes('parcel.pack', [row(1, 1, 'signed', packer.id), row(1, 2, 'declined')])).toEqual([])
  })
  test('waits while a round is under way', () => {
    expect(codes('parcel.pack', [row(1, 1, 'signed', packer.id), row(1, 2, 'pending')])).toEqual(['sign-off-open'])
  })
})

describe('a later signature', () => {
  const waiting = [row(1, 1, 'signed', packer.id), row(1, 2, 'pending')]
  test('comes after the one before it', () => {
    expect(codes('parcel.send', [])).toEqual(['sign-off-order'])
    expect(codes('parcel.send', waiting)).toEqual([])
  })
  test('comes from somebody else', () => {
    expect(codes('parcel.send', waiting, packer)).toEqual(['sign-off-same-person'])
  })
  test('may come from who signed an earlier round only', () => {
    const again = [
      ...waiting.map(item => ({ ...item, outcome: 'declined' as const })),
      row(2, 1, 'signed', idOf('other')),
      row(2, 2, 'pending'),
    ]
    expect(codes('parcel.send', again, packer)).toEqual([])
  })
  test('is not asked any more after a round was declined or withdrawn', () => {
    for (const outcome of ['declined', 'withdrawn'] as const)
      expect(codes('parcel.send', [row(1, 1, 'signed', packer.id), row(1, 2, outcome)])).toEqual(['sign-off-order'])
  })
})
