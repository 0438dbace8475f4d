/**
 * npm run verify -- --data DIR   (or with DATABASE_URL)
 * Proves that nothing in trail, seals, records and attached files was changed behind the product's back. Exit 1 names what was.
 */
import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { registry } from '../src/kernel/registry.ts'
import { readKeys, type WrittenKeys } from '../src/kernel/seal.ts'
import { verifyTrail } from '../src/kernel/verify.ts'
import { procedures } from '../src/procedures/index.ts'
import { verifyFiles } from '../src/server/attachments/verify-files.ts'
import { openDatabase } from '../src/server/database/open-database.ts'
import { verifyNotedSeals } from '../src/server/seal-file.ts'
import { trailKeysFile } from '../src/server/trail-keys.ts'

const { values } = parseArgs({ options: { data: { type: 'string', default: 'data' } }, allowPositionals: true })
const keys = readKeys(JSON.parse(await readFile(trailKeysFile(values.data), 'utf8')) as WrittenKeys)
const database = await openDatabase({
  dataDir: values.data,
  databaseUrl: process.env.DATABASE_URL || undefined,
  attach: true,
})
try {
  const begun = performance.now()
  const found = await verifyTrail(database.pool, registry(procedures), keys)
  const onDisk = await verifyFiles(database.pool, values.data)
  const cutOff = await verifyNotedSeals(database.pool, values.data)
  const faults = [...found.faults, ...cutOff, ...onDisk.faults]
  const seconds = ((performance.now() - begun) / 1000).toFixed(1)
  for (const { record, at, what } of faults) console.error(`${record} · ${at}: ${what}`)
  const looked = `${found.entries} trail entries, ${found.rows} rows, ${onDisk.files} files, ${found.seals} seals in ${seconds} s`
  if (faults.length > 0) console.error(`Tampered: ${faults.length} faults in ${looked}.`)
  else console.log(`Genuine: ${looked}.`)
  process.exitCode = faults.length > 0 ? 1 : 0
} finally {
  await database.stop()
}
