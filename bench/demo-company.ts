import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Pool } from 'pg'
import { openDatabase } from '../src/server/database/open-database.ts'
import { conclude, say } from './notebook.ts'
import { type BenchServer, startServer } from './server.ts'

/** Runs one benchmark on a demo company of its own, in a temporary folder that is taken away again, and prints what was noted. */
export async function onDemoCompany(work: (server: BenchServer, owner: Pool) => Promise<void>): Promise<void> {
  process.chdir(join(import.meta.dirname, '..'))
  const dataDir = mkdtempSync(join(tmpdir(), 'bihuan-bench-'))
  try {
    const server = await startServer(dataDir)
    say(`server ready after ${Math.round(server.readyAfter / 1000)} s`)
    const database = await openDatabase({ dataDir, attach: true })
    try {
      await work(server, database.adminPool)
    } finally {
      await database.stop()
      await server.stop()
    }
  } finally {
    rmSync(dataDir, { recursive: true, force: true })
  }
  conclude()
}
