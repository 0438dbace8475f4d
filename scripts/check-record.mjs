#!/usr/bin/env node
/**
 * Checks an exported record offline, with nothing but Node: node scripts/check-record.mjs FILE… [--key FINGERPRINT]
 *
 * Proves that the file is the one that was exported, that every entry says what was written, that the entries follow one another
 * without a gap, and that the sealed ones lie under seals signed with the key in the file. Whose key that is, the fingerprint tells: compare it with the one
 * that the company shows under "Trail". Exit 0: all holds. Exit 1: something does not, and what is named. Exit 2: no record.
 */
import { createHash, createPublicKey, verify } from 'node:crypto'
import { readFileSync } from 'node:fs'

const GENESIS = '0'.repeat(64)

/** Canonical JSON (RFC 8785). */
const canonical = value => {
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  const keys = Object.keys(value).sort((a, b) => (a < b ? -1 : 1))
  return `{${keys.map(key => `${JSON.stringify(key)}:${canonical(value[key])}`).join(',')}}`
}
const sha256 = data => createHash('sha256').update(data).digest('hex')

/** Merkle tree of RFC 6962 over hexadecimal hashes. */
const leaf = hash => sha256(Buffer.from(`00${hash}`, 'hex'))
const node = (left, right) => sha256(Buffer.from(`01${left}${right}`, 'hex'))
const rootFrom = (hash, index, size, proof) => {
  let at = index
  let last = size - 1
  let current = leaf(hash)
  const rest = [...proof]
  for (; last > 0; at >>= 1, last >>= 1) {
    if (at % 2 === 0 && at === last) continue
    const beside = rest.shift()
    if (!beside) return null
    current = at % 2 === 0 ? node(current, beside) : node(beside, current)
  }
  return rest.length === 0 ? current : null
}

/** Everything that does not hold, as sentences. */
const check = exported => {
  const faults = []
  let previous = GENESIS
  let position = 0
  let withheld = 0
  for (const { seq, hash, previousHash, withheld: why, ...statement } of exported.entries) {
    const name = `entry ${statement.position} (seq ${seq})`
    if (statement.position !== position + 1) faults.push(`${name}: an entry is missing before it`)
    if (previousHash !== previous) faults.push(`${name}: it does not follow from the entry before it`)
    // what carried personal data is not handed out: its hash still stands in the chain and under the seal
    if (why) withheld += 1
    else if (sha256(canonical({ ...statement, previousHash })) !== hash) faults.push(`${name}: its content was changed`)
    previous = hash
    position = statement.position
  }
  const key = createPublicKey(exported.key)
  const { signature: ofAll, ...all } = exported
  if (!verify(null, Buffer.from(canonical(all)), key, Buffer.from(String(ofAll), 'base64')))
    faults.push('the file is not as it was exported: the signature over all of it does not hold')
  const seals = new Map(exported.seals.map(seal => [seal.number, seal]))
  for (const { hash, signature, ...said } of seals.values()) {
    if (sha256(canonical(said)) !== hash) faults.push(`seal ${said.number}: its content was changed`)
    if (!verify(null, Buffer.from(hash), key, Buffer.from(signature, 'base64')))
      faults.push(`seal ${said.number}: its signature does not hold`)
  }
  const bySeq = new Map(exported.entries.map(entry => [entry.seq, entry]))
  for (const { seq, seal, index, size, proof } of exported.proofs) {
    const entry = bySeq.get(seq)
    const root = entry && rootFrom(entry.hash, index, size, proof)
    if (!root || root !== seals.get(seal)?.root) faults.push(`entry seq ${seq}: it does not lie under seal ${seal}`)
  }
  const sealed = new Set(exported.proofs.map(proof => proof.seq))
  const last = Math.max(0, ...exported.proofs.map(proof => proof.seq))
  for (const entry of exported.entries)
    if (entry.seq < last && !sealed.has(entry.seq))
      faults.push(`entry seq ${entry.seq}: it lies under no seal, though younger ones do`)
  faults.push(...compareRecord(exported))
  return { faults, sealed: sealed.size, withheld }
}

/** The record as its trail left it, against the record as it was exported; masked data cannot be compared. */
const compareRecord = ({ entries, record }) => {
  const rebuilt = {}
  for (const entry of entries)
    for (const write of entry.body.writes ?? [])
      if (write.id === record.id) Object.assign(rebuilt, write.insert ?? write.set)
  return Object.keys(rebuilt)
    .filter(
      field => record[field] !== '＊＊＊' && canonical(rebuilt[field] ?? null) !== canonical(record[field] ?? null),
    )
    .map(field => `field ${field}: the record does not say what its trail says`)
}

const args = process.argv.slice(2)
const keyAt = args.indexOf('--key')
const files = keyAt < 0 ? args : args.slice(0, keyAt)
const wanted = keyAt < 0 ? undefined : (args[keyAt + 1] ?? '')
if (files.length === 0) {
  console.error('usage: node scripts/check-record.mjs FILE… [--key FINGERPRINT]')
  process.exit(2)
}

/** Says what holds or what does not; answers the exit code. */
const say = file => {
  try {
    const exported = JSON.parse(readFileSync(file, 'utf8'))
    if (exported.format !== 'bihuan-record/1') throw new Error('this is no exported record (format bihuan-record/1)')
    const der = createPublicKey(exported.key).export({ type: 'spki', format: 'der' })
    const fingerprint = sha256(der).slice(0, 16)
    const { faults, sealed, withheld } = check(exported)
    if (wanted !== undefined && wanted !== fingerprint)
      faults.push(`the seals were made with key ${fingerprint}, not with ${wanted}`)
    if (exported.entries.length === 0) faults.push('the record has no trail')
    for (const fault of faults) console.error(`${exported.number}: ${fault}`)
    if (faults.length > 0) return 1
    const without = withheld ? `; ${withheld} of them without the personal data they carried` : ''
    console.log(
      `${exported.number}: ${exported.entries.length} entries hold, ${sealed} of them under a seal of key ${fingerprint}${without}.`,
    )
    return 0
  } catch (fault) {
    console.error(`${file}: ${fault instanceof Error ? fault.message : fault}`)
    return 2
  }
}
process.exitCode = Math.max(...files.map(say))
