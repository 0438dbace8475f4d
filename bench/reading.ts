import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { Figures } from './figures.ts'
import { ms, note } from './notebook.ts'
import type { BenchServer } from './server.ts'

const run = promisify(execFile)

/** Runs a file of the benchmark in a process of its own with a task, and answers the figures that it prints. */
export const child = async (file: string, task: unknown): Promise<Figures> =>
  JSON.parse((await run(process.execPath, [file, JSON.stringify(task)], { maxBuffer: 2 ** 24 })).stdout) as Figures

/** What is read, by how many clients, and the milliseconds in which 95 of 100 answers are to come. */
export interface Reading {
  readonly key: string
  readonly what: string
  /** Asked in turn. */
  readonly paths: readonly string[]
  readonly aim: number
  /** Default: one. */
  readonly clients?: number
  /** Default: four. */
  readonly seconds?: number
}

/** Measures reads over HTTP after a second of warming, and notes them. */
export async function reading(
  server: BenchServer,
  cookie: string,
  { key, what, paths, aim, clients = 1, seconds = 4 }: Reading,
): Promise<void> {
  const load = (time: number): Promise<Figures> =>
    child('bench/load.ts', { origin: server.origin, cookie, clients, seconds: time, ask: { kind: 'read', paths } })
  await load(1)
  const found = await load(seconds)
  note(
    key,
    found,
    what,
    `p50 ${ms(found.p50)}, p95 ${ms(found.p95)}, ${found.perSecond.toFixed(0)}/s`,
    `p95 ≤ ${aim} ms`,
    found.p95 <= aim,
  )
}
