/** The product with its demo company, and a second one that is still to be set up; started once for all journeys. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startProduct } from '../crash/server-process.ts'

const DEMO = 'BIHUAN_JOURNEY_DEMO'
const EMPTY = 'BIHUAN_JOURNEY_EMPTY'
const FOLDER = 'BIHUAN_JOURNEY_FOLDER'

const given = (name: string): string => {
  const url = process.env[name]
  if (url === undefined) throw new Error('run the journeys with --config test/journeys/vitest.config.ts')
  return url
}

/** Address of the demo company. */
export const demoUrl = (): string => given(DEMO)

/** Data folder of the demo company. */
export const demoFolder = (): string => given(FOLDER)

/** Address of the product that nobody has set up. */
export const emptyUrl = (): string => given(EMPTY)

/**
 * Global set-up. What runs already can be named in the variables `BIHUAN_JOURNEY_DEMO`, with its data folder in
 * `BIHUAN_JOURNEY_FOLDER`, and `BIHUAN_JOURNEY_EMPTY`.
 */
export default async function setUp(): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'bihuan-journeys-'))
  const running = await Promise.all([
    process.env[DEMO] ? null : startProduct(join(folder, 'demo')),
    process.env[EMPTY] ? null : startProduct(join(folder, 'empty'), '--empty'),
  ])
  const [demo, empty] = running
  if (demo) {
    process.env[DEMO] = demo.url
    process.env[FOLDER] = join(folder, 'demo')
  }
  if (empty) process.env[EMPTY] = empty.url
  return async () => {
    await Promise.all(running.map(server => server?.stop()))
    await rm(folder, { recursive: true, force: true })
  }
}
