/**
 * npm run restore -- FILE --data DIR   (or with DATABASE_URL naming an empty database)
 * Restores a backup into an empty folder, compares every table with it and verifies trail, seals and attached files.
 */
import { access, constants } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { registry } from '../src/kernel/registry.ts'
import { procedures } from '../src/procedures/index.ts'
import { restoreBackup } from '../src/server/backup/restore-backup.ts'
import { tellProgress } from '../src/server/backup/tell-progress.ts'
import { verifyRestored } from '../src/server/backup/verify-restored.ts'
import { CannotStart } from '../src/server/cannot-start.ts'
import { schemaSources } from '../src/server/database/schema-sources.ts'

const { values, positionals } = parseArgs({ options: { data: { type: 'string' } }, allowPositionals: true })
const [file] = positionals
try {
  if (file === undefined || values.data === undefined)
    throw new CannotStart({
      zh: '请写明备份文件和空文件夹：npm run restore -- 文件 --data 文件夹',
      en: 'Name the file and an empty folder: npm run restore -- FILE --data DIR',
    })
  await access(file, constants.R_OK).catch(cause => {
    throw new CannotStart(
      { zh: `无法读取 ${file}，请检查文件名和权限。`, en: `${file} cannot be read; check its name and permissions.` },
      cause,
    )
  })
  const onProgress = tellProgress()
  const begun = performance.now()
  const head = await restoreBackup({
    file,
    dataDir: values.data,
    databaseUrl: process.env.DATABASE_URL || undefined,
    passphrase: process.env.BIHUAN_BACKUP_PASSPHRASE || undefined,
    sources: schemaSources(procedures),
    onProgress,
    verify: verifyRestored(registry(procedures)),
  })
  onProgress.end()
  const rows = head.tables.reduce((sum, table) => sum + table.rows, 0)
  console.log(
    `${values.data}: ${head.tables.length} tables, ${rows} rows, ${head.files.length} files as of ${head.at}, compared and genuine, in ${((performance.now() - begun) / 1000).toFixed(1)} s`,
  )
} catch (error) {
  if (!(error instanceof CannotStart)) throw error
  console.error(`${error.sentence.zh}\n${error.sentence.en}`)
  process.exitCode = 1
}
