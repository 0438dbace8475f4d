import { mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Database } from '../database/open-database.ts'
import { noteBackup } from './backup-run.ts'
import type { WrittenBackup } from './write-backup.ts'

/** Nightly backups that are kept; older ones make room once a new one is whole. */
export const KEPT = 14

/** Where nightly backups go: `BIHUAN_BACKUP_DIR`, better on another disk, else a folder of the data folder. */
export const backupDir = (dataDir: string): string => process.env.BIHUAN_BACKUP_DIR || join(dataDir, 'backups')

const NAME = /^bihuan-\d{8}T\d{6}Z\.(zip|zip\.age)$/

/** What the nightly backup works with. */
export interface NightlyWork {
  readonly database: Pick<Database, 'openPool'>
  readonly dataDir: string
  readonly folder: string
  readonly program: string
  readonly now: string
  readonly passphrase?: string | undefined
}

/** Writes tonight's backup, then takes away all but the last {@link KEPT}. */
export async function nightlyBackup(work: NightlyWork): Promise<WrittenBackup> {
  const { database, folder, now, passphrase } = work
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const moment = now.replace(/\.\d+Z$/, 'Z').replaceAll(/[-:]/g, '')
  const file = join(folder, `bihuan-${moment}.zip${passphrase === undefined ? '' : '.age'}`)
  const owner = database.openPool({ as: 'owner', max: 1 })
  const written = await noteBackup(owner, 'nightly', { ...work, file }).finally(() => owner.end())
  const kept = (await readdir(folder)).filter(name => NAME.test(name)).sort()
  for (const name of kept.slice(0, -KEPT)) await rm(join(folder, name), { force: true })
  return written
}
