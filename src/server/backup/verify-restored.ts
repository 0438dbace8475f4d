import { readFile } from 'node:fs/promises'
import type { Registry } from '../../kernel/registry.ts'
import { readKeys, type WrittenKeys } from '../../kernel/seal.ts'
import { verifyTrail } from '../../kernel/verify.ts'
import { verifyFiles } from '../attachments/verify-files.ts'
import { verifyNotedSeals } from '../seal-file.ts'
import { trailKeysFile } from '../trail-keys.ts'
import type { RestoreWork } from './restore-backup.ts'

/** Proves that what was restored is genuine: chain and seals of the trail, records against it, attached files by their hash. */
export const verifyRestored =
  (known: Registry): RestoreWork['verify'] =>
  async (database, dataDir) => {
    const keys = readKeys(JSON.parse(await readFile(trailKeysFile(dataDir), 'utf8')) as WrittenKeys)
    const [trail, files, seals] = await Promise.all([
      verifyTrail(database.pool, known, keys),
      verifyFiles(database.pool, dataDir),
      verifyNotedSeals(database.pool, dataDir),
    ])
    return [...trail.faults, ...files.faults, ...seals].map(({ record, at, what }) => `${record} · ${at}: ${what}`)
  }
