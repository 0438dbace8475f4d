import { sha256Hex } from './canonical.ts'

/**
 * Merkle tree over SHA-256 hashes, built as RFC 6962 §2.1 builds it: a leaf is SHA-256(00 ‖ hash), a node is
 * SHA-256(01 ‖ left ‖ right), and the left part holds the largest power of two of leaves that leaves some for the right.
 * The different first byte keeps a node from passing as a leaf. All hashes are 64 lower-case hexadecimal digits.
 */
const HASH = /^[0-9a-f]{64}$/

const checked = (hash: string): string => {
  if (!HASH.test(hash)) throw new RangeError(`not a SHA-256 hash: ${hash.slice(0, 80)}`)
  return hash
}
const leaf = (hash: string): string => sha256Hex(Buffer.from(`00${checked(hash)}`, 'hex'))
const node = (left: string, right: string): string => sha256Hex(Buffer.from(`01${left}${right}`, 'hex'))

/** Nodes of the next level; an odd last one moves up unchanged, which is what the RFC's split amounts to. */
const above = (level: readonly string[]): string[] => {
  const next: string[] = []
  for (let index = 0; index < level.length; index += 2) {
    const left = level[index] as string
    const right = level[index + 1]
    next.push(right === undefined ? left : node(left, right))
  }
  return next
}

/**
 * Root over the hashes in their order; the hash of nothing when there are none.
 * @throws RangeError when an entry is not a hash
 */
export function merkleRoot(hashes: readonly string[]): string {
  let level = hashes.map(leaf)
  while (level.length > 1) level = above(level)
  return level[0] ?? sha256Hex('')
}

/** All levels of the tree, the leaves first; kept while many proofs under one seal are made. */
export function merkleLevels(hashes: readonly string[]): readonly (readonly string[])[] {
  const levels: string[][] = [hashes.map(leaf)]
  for (let level = levels[0] ?? []; level.length > 1; ) {
    level = above(level)
    levels.push(level)
  }
  return levels
}

/**
 * The hashes beside the way from the leaf at `index` to the root of a tree made by {@link merkleLevels}, lowest first.
 * @throws RangeError when there is no such leaf
 */
export function proofIn(levels: readonly (readonly string[])[], index: number): string[] {
  if (!Number.isInteger(index) || index < 0 || index >= (levels[0]?.length ?? 0))
    throw new RangeError(`no leaf ${index}`)
  return levels.slice(0, -1).flatMap((level, height) => {
    const beside = level[(index >> height) ^ 1]
    return beside === undefined ? [] : [beside]
  })
}

/**
 * The hashes beside the way from the leaf at `index` to the root, lowest first.
 * @throws RangeError when there is no such leaf or an entry is not a hash
 */
export const inclusionProof = (hashes: readonly string[], index: number): string[] =>
  proofIn(merkleLevels(hashes), index)

/** A claim that a hash is the entry `index` of the `size` entries under `root`. */
export interface Inclusion {
  readonly hash: string
  readonly index: number
  readonly size: number
  readonly proof: readonly string[]
  readonly root: string
}

/** Whether the claim holds. Anything malformed is a no. */
export function includes({ hash, index, size, proof, root }: Inclusion): boolean {
  if (!Number.isInteger(index) || !Number.isInteger(size) || index < 0 || index >= size || size > 2 ** 31 - 1)
    return false
  if (![hash, root, ...proof].every(entry => HASH.test(entry))) return false
  let at = index
  let last = size - 1
  let current = leaf(hash)
  let used = 0
  for (; last > 0; at >>= 1, last >>= 1) {
    if (at % 2 === 0 && at === last) continue
    const beside = proof[used++]
    if (beside === undefined) return false
    current = at % 2 === 0 ? node(current, beside) : node(beside, current)
  }
  return used === proof.length && current === root
}
