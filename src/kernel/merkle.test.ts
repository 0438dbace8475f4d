import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sha256Hex } from './canonical.ts'
import { includes, inclusionProof, merkleRoot } from './merkle.ts'

const hash = fc.uint8Array({ minLength: 8, maxLength: 8 }).map(bytes => sha256Hex(bytes))
const hashes = fc.uniqueArray(hash, { minLength: 1, maxLength: 40 })

/** The definition of RFC 6962 §2.1, word for word. */
function byDefinition(leaves: readonly string[]): Buffer {
  const sha = (...parts: Buffer[]): Buffer => createHash('sha256').update(Buffer.concat(parts)).digest()
  if (leaves.length === 0) return sha()
  if (leaves.length === 1) return sha(Buffer.from([0]), Buffer.from(leaves[0] ?? '', 'hex'))
  let split = 1
  while (split * 2 < leaves.length) split *= 2
  return sha(Buffer.from([1]), byDefinition(leaves.slice(0, split)), byDefinition(leaves.slice(split)))
}

describe('Merkle root', () => {
  test('is that of RFC 6962', () => {
    expect(merkleRoot([])).toBe(sha256Hex(''))
    fc.assert(
      fc.property(hashes, list => {
        expect(merkleRoot(list)).toBe(byDefinition(list).toString('hex'))
      }),
    )
  })

  test('moves with any change, removal, addition and exchange', () => {
    fc.assert(
      fc.property(hashes, fc.nat(), hash, (list, seed, other) => {
        fc.pre(!list.includes(other))
        const root = merkleRoot(list)
        const at = seed % list.length
        expect(merkleRoot(list.with(at, other))).not.toBe(root)
        expect(merkleRoot(list.toSpliced(at, 1))).not.toBe(root)
        expect(merkleRoot(list.toSpliced(at, 0, other))).not.toBe(root)
        expect(merkleRoot([...list, list.at(-1) ?? other])).not.toBe(root)
        if (list.length > 1) expect(merkleRoot(list.toReversed())).not.toBe(root)
      }),
    )
  })

  test('takes hashes only', () => {
    expect(() => merkleRoot(['abc'])).toThrow(RangeError)
    expect(() => merkleRoot([sha256Hex('').toUpperCase()])).toThrow(RangeError)
  })
})

describe('proof of inclusion', () => {
  test('holds for every entry and for nothing else', () => {
    fc.assert(
      fc.property(hashes, hash, (list, other) => {
        fc.pre(!list.includes(other))
        const root = merkleRoot(list)
        for (const [index, entry] of list.entries()) {
          const claim = { hash: entry, index, size: list.length, proof: inclusionProof(list, index), root }
          expect(includes(claim)).toBe(true)
          expect(includes({ ...claim, hash: other })).toBe(false)
          expect(includes({ ...claim, root: other })).toBe(false)
          expect(includes({ ...claim, proof: [...claim.proof, other] })).toBe(false)
          if (claim.proof.length > 0) {
            expect(includes({ ...claim, proof: claim.proof.slice(1) })).toBe(false)
            expect(includes({ ...claim, proof: claim.proof.with(0, other) })).toBe(false)
            expect(includes({ ...claim, index: index ^ 1 })).toBe(false)
          }
        }
      }),
      { numRuns: 30 },
    )
  })

  test('a malformed claim is a no', () => {
    const root = merkleRoot([sha256Hex('a')])
    expect(includes({ hash: sha256Hex('a'), index: 1, size: 1, proof: [], root })).toBe(false)
    expect(includes({ hash: 'a', index: 0, size: 1, proof: [], root })).toBe(false)
    expect(() => inclusionProof([sha256Hex('a')], 1)).toThrow(RangeError)
  })
})
