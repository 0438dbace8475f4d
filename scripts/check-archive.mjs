#!/usr/bin/env node
/**
 * Reads an archive back and checks it offline, with nothing but Node: npm run archive -- FILE [--key FINGERPRINT] [--out DIR]
 * FILE is the ZIP or the folder into which it was unpacked. In the archive this program is called check.mjs, with the other one
 * beside it; there it checks its own folder when no file is named.
 *
 * Proves that every file is the one in the manifest, that the manifest is signed with the key in it, that attached files are those
 * which the records name, and each record by scripts/check-record.mjs. Lists the records; --out lays all files down for reading. Exit 0: all holds. Exit 1: something does
 * not, and what is named. Exit 2: no archive.
 */
import { execFileSync } from 'node:child_process'
import { createHash, createPublicKey, verify } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { inflateRawSync } from 'node:zlib'

const sha256 = data => createHash('sha256').update(data).digest('hex')

/** The files of a ZIP by their path; the directory at its end says where each begins. */
const readZip = bytes => {
  const end = bytes.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
  if (end < 0) throw new Error('this is no ZIP file, or its end is missing')
  const files = new Map()
  let at = bytes.readUInt32LE(end + 16)
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    const method = bytes.readUInt16LE(at + 10)
    const packed = bytes.readUInt32LE(at + 20)
    const [name, extra, comment] = [28, 30, 32].map(field => bytes.readUInt16LE(at + field))
    const local = bytes.readUInt32LE(at + 42)
    const path = bytes.toString('utf8', at + 46, at + 46 + name)
    // of two files with one name each program would lay down the one it likes
    if (files.has(path)) throw new Error(`${path} stands in it twice`)
    const begin = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
    const content = bytes.subarray(begin, begin + packed)
    files.set(path, method === 0 ? content : inflateRawSync(content))
    at += 46 + name + extra + comment
  }
  return files
}

/** The files of an unpacked archive by their path in it. */
const readFolder = folder =>
  new Map(
    readdirSync(folder, { recursive: true })
      .map(name => join(folder, String(name)))
      .filter(path => statSync(path).isFile())
      .map(path => [relative(folder, path).split(sep).join('/'), readFileSync(path)]),
  )

/** What a record says; null where it cannot be read, which check-record says. */
const recordIn = content => {
  try {
    return JSON.parse(content.toString('utf8'))
  } catch {
    return null
  }
}

/** Attached files that are not those which the records name. */
const attachmentFaults = files => {
  const laid = new Set()
  for (const [path, content] of files) {
    const [folder, number] = path.split('/')
    if (folder === 'attachments') laid.add(`${number} ${sha256(content)}`)
  }
  return [...files]
    .filter(([path]) => path.startsWith('records/'))
    .flatMap(([path, content]) => {
      const { number, attachments = [] } = recordIn(content) ?? {}
      return attachments
        .filter(file => !laid.has(`${number} ${file.sha256}`))
        .map(file => `${path}: the file "${file.name}" is not the one that was attached`)
    })
}

/** Records that are checked by one run of check-record. */
const AT_ONCE = 200

/** What check-record says against the records; empty when all holds. */
const recordFaults = (files, folder) => {
  const checker = join(dirname(fileURLToPath(import.meta.url)), 'check-record.mjs')
  const records = [...files].filter(([path]) => path.startsWith('records/'))
  const laid = records.map(([, content], at) => {
    const file = join(folder, `${at}.json`)
    writeFileSync(file, content)
    return file
  })
  const faults = []
  for (let at = 0; at < laid.length; at += AT_ONCE)
    try {
      execFileSync(process.execPath, [checker, ...laid.slice(at, at + AT_ONCE)], { stdio: 'pipe' })
    } catch (fault) {
      faults.push(...String(fault.stderr).trim().split('\n'))
    }
  return faults
}

const check = (files, wanted) => {
  const faults = []
  const manifest = files.get('manifest.json')
  if (!manifest) throw new Error('it has no manifest.json')
  const said = JSON.parse(manifest.toString('utf8'))
  if (said.format !== 'bihuan-archive/1') throw new Error('this is no archive (format bihuan-archive/1)')
  const key = createPublicKey(said.key)
  const fingerprint = sha256(key.export({ type: 'spki', format: 'der' })).slice(0, 16)
  if (!verify(null, manifest, key, Buffer.from(String(files.get('manifest.sig')), 'base64')))
    faults.push('manifest.json: its signature does not hold')
  if (wanted !== undefined && wanted !== fingerprint)
    faults.push(`it was signed with key ${fingerprint}, not with ${wanted}`)
  const listed = new Set(['manifest.json', 'manifest.sig', ...said.files.map(file => file.path)])
  for (const { path, sha256: hash } of said.files) {
    const content = files.get(path)
    if (!content) faults.push(`${path}: it is missing`)
    else if (sha256(content) !== hash) faults.push(`${path}: it is not the file of the manifest`)
  }
  for (const path of files.keys()) if (!listed.has(path)) faults.push(`${path}: the manifest does not name it`)
  faults.push(...attachmentFaults(files))
  const folder = mkdtempSync(join(tmpdir(), 'bihuan-archive-'))
  try {
    faults.push(...recordFaults(files, folder))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  return { said, faults, fingerprint }
}

const { values, positionals } = parseArgs({
  options: { key: { type: 'string' }, out: { type: 'string' } },
  allowPositionals: true,
})
const here = dirname(fileURLToPath(import.meta.url))
const [file = existsSync(join(here, 'manifest.json')) ? here : undefined] = positionals
if (!file) {
  console.error('usage: npm run archive -- FILE [--key FINGERPRINT] [--out DIR]')
  process.exit(2)
}
try {
  const unpacked = statSync(file).isDirectory()
  const bytes = unpacked ? null : readFileSync(file)
  const files = bytes ? readZip(bytes) : readFolder(file)
  const { said, faults, fingerprint } = check(files, values.key)
  if (values.out) {
    const folder = resolve(values.out)
    for (const [path, content] of files) {
      const place = resolve(folder, path)
      if (!place.startsWith(folder + sep)) throw new Error(`${path} leads out of the folder`)
      mkdirSync(dirname(place), { recursive: true })
      writeFileSync(place, content)
    }
  }
  for (const number of said.records) console.log(number)
  for (const fault of faults) console.error(fault)
  if (faults.length > 0) process.exit(1)
  console.log(
    `${said.records.length} records of ${said.procedures.map(item => item.name).join(', ')}, ${said.from} to ${said.to}, ${files.size} files hold; signed with key ${fingerprint}.${bytes ? ` SHA-256 of the archive: ${sha256(bytes)}` : ''}`,
  )
} catch (fault) {
  console.error(`${file}: ${fault instanceof Error ? fault.message : fault}`)
  process.exit(2)
}
