import { availableParallelism, totalmem } from 'node:os'
import { type Line, table } from './figures.ts'

const begun = performance.now()
const lines: Line[] = []
const result: Record<string, unknown> = { cores: availableParallelism(), memoryGB: Math.round(totalmem() / 2 ** 30) }

/** Says on the way how far the run has come. */
export const say = (line: string): void =>
  console.log(`${((performance.now() - begun) / 1000).toFixed(0).padStart(4)} s  ${line}`)

/** Notes a figure for the table and for the JSON at the end. */
export function note(
  key: string,
  value: unknown,
  what: string,
  figure: string,
  aim = '',
  held: boolean | null = null,
): void {
  result[key] = value
  lines.push({ what, figure, aim, held })
  say(`${what}: ${figure}`)
}

/** Prints the table and, as the last line, everything as one JSON object. */
export function conclude(): void {
  result.seconds = Math.round((performance.now() - begun) / 1000)
  console.log(`\n${table(lines)}\n`)
  console.log(JSON.stringify(result))
}

/** Milliseconds as they are shown. */
export const ms = (value: number): string => `${value.toFixed(1)} ms`
