import { mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { addMilliseconds, type Instant } from '../../kernel/time.ts'
import type { Database } from '../database/open-database.ts'
import { noteBackup } from './backup-run.ts'
import type { WrittenBackup } from './write-backup.ts'

/** Nightly backups that are kept; older ones make room once a new one is whole. */
export const KEPT = 14
/** When it is made, at the site: nobody works then. */
export const NIGHTLY_AT = '02:30'

/** Where nightly backups go: `BIHUAN_BACKUP_DIR`, better on another disk, else a folder of the data folder. */
export const backupDir = (dataDir: string): string => process.env.BIHUAN_BACKUP_DIR || join(dataDir, 'backups')

const NAME = /^bihuan-\d{8}T\d{6}Z\.(zip|zip\.age)$/

/** What a process that ended left of a backup. */
const LEFT = /^bihuan-(\d{8}T\d{6}Z)\.(zip|zip\.age)\.[0-9a-f]{8}\.part$/

/** What the nightly backup works with. */
export interface NightlyWork {
  readonly database: Pick<Database, 'openPool'>
  readonly dataDir: string
  readonly folder: string
  readonly program: string
  readonly now: string
  readonly passphrase?: string | undefined
}

const DAY = 86_400_000

/** A moment as it stands in the name of a backup. */
const stamp = (moment: Instant): string => moment.replace(/\.\d+Z$/, 'Z').replaceAll(/[-:]/g, '')

/** Writes tonight's backup, then takes away all but the last {@link KEPT}, and drafts of a day ago that never became one. */
export async function nightlyBackup(work: NightlyWork): Promise<WrittenBackup> {
  const { database, folder, now, passphrase } = work
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const file = join(folder, `bihuan-${stamp(now)}.zip${passphrase === undefined ? '' : '.age'}`)
  const owner = database.openPool({ as: 'owner', max: 1 })
  const written = await noteBackup(owner, 'nightly', { ...work, file }).finally(() => owner.end())
  const there = await readdir(folder)
  const kept = there.filter(name => NAME.test(name)).sort()
  const yesterday = stamp(addMilliseconds(now, -DAY))
  const left = there.filter(name => (LEFT.exec(name)?.[1] ?? yesterday) < yesterday)
  for (const name of [...kept.slice(0, -KEPT), ...left]) await rm(join(folder, name), { force: true })
  return written
}
