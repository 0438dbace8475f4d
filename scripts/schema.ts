/**
 * Writes docs/schema.sql: the schema files of every procedure, applied to an empty database and read back.
 * `--check` writes nothing and exits 1 when the file is out of date.
 */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { procedures } from '../src/procedures/index.ts'
import { dumpSchema } from '../src/server/database/dump-schema.ts'
import { migrate } from '../src/server/database/migrate.ts'
import { openDatabase } from '../src/server/database/open-database.ts'
import { schemaSources } from '../src/server/database/schema-sources.ts'

const file = new URL('../docs/schema.sql', import.meta.url)
const folder = await mkdtemp(join(tmpdir(), 'bihuan-schema-'))
const database = await openDatabase({ dataDir: folder, durable: false, log: console.error })
try {
  await migrate(database.adminPool, schemaSources(procedures))
  const dump = await dumpSchema(database.adminPool)
  if (!process.argv.includes('--check')) await writeFile(file, dump)
  else if (dump !== (await readFile(file, 'utf8').catch(() => ''))) {
    console.error('docs/schema.sql is out of date. Run npm run schema.')
    process.exitCode = 1
  }
} finally {
  await database.stop()
  await rm(folder, { recursive: true, force: true })
}
