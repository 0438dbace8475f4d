/**
 * npm run backup -- FILE [--data DIR]   (or with DATABASE_URL)
 * Writes everything that the company has into one file while the server runs. BIHUAN_BACKUP_PASSPHRASE encrypts it.
 */
import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { noteBackup } from '../src/server/backup/backup-run.ts'
import { tellProgress } from '../src/server/backup/tell-progress.ts'
import { CannotStart } from '../src/server/cannot-start.ts'
import { openDatabase } from '../src/server/database/open-database.ts'

const { values, positionals } = parseArgs({
  options: { data: { type: 'string', default: 'data' } },
  allowPositionals: true,
})
const [file] = positionals
try {
  if (file === undefined)
    throw new CannotStart({
      zh: '请写明备份文件：npm run backup -- 文件 [--data 文件夹]',
      en: 'Name the file: npm run backup -- FILE [--data DIR]',
    })
  const { version } = JSON.parse(await readFile(new URL('../package.json', import.meta.url), 'utf8')) as {
    version: string
  }
  const database = await openDatabase({
    dataDir: values.data,
    databaseUrl: process.env.DATABASE_URL || undefined,
    attach: true,
  })
  const onProgress = tellProgress()
  const begun = performance.now()
  try {
    const { head, bytes, rows } = await noteBackup(database.adminPool, 'by-hand', {
      database,
      dataDir: values.data,
      file,
      program: version,
      passphrase: process.env.BIHUAN_BACKUP_PASSPHRASE || undefined,
      onProgress,
    })
    onProgress.end()
    const seconds = ((performance.now() - begun) / 1000).toFixed(1)
    console.log(
      `${file}: ${head.tables.length} tables, ${rows} rows, ${head.files.length} files, ${(bytes / 1e6).toFixed(1)} MB in ${seconds} s`,
    )
    if (head.missingFiles.length > 0) {
      console.error(`缺失附件 missing attached files: ${head.missingFiles.join(' ')}`)
      process.exitCode = 1
    }
    if (!process.env.BIHUAN_BACKUP_PASSPHRASE)
      console.error(
        '备份含轨迹密钥且未加密，请妥善保管。 It holds the keys of the trail and is not encrypted: keep it safe, or set BIHUAN_BACKUP_PASSPHRASE.',
      )
  } finally {
    await database.stop()
  }
} catch (error) {
  if (!(error instanceof CannotStart)) throw error
  console.error(`${error.sentence.zh}\n${error.sentence.en}`)
  process.exitCode = 1
}
