/** Latencies of one run, in milliseconds. */
export interface Figures {
  readonly count: number
  readonly perSecond: number
  readonly p50: number
  readonly p95: number
  readonly p99: number
  readonly max: number
}

const rounded = (value: number): number => Math.round(value * 100) / 100

/** Figures of latencies that were measured within `seconds`. */
export function figures(latencies: readonly number[], seconds: number): Figures {
  const sorted = [...latencies].sort((a, b) => a - b)
  const at = (share: number): number =>
    rounded(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0)
  return {
    count: sorted.length,
    perSecond: rounded(sorted.length / seconds),
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
    max: rounded(sorted.at(-1) ?? 0),
  }
}

/** One line of the table: what was measured, the figure, what it should be. */
export interface Line {
  readonly what: string
  readonly figure: string
  readonly aim: string
  readonly held: boolean | null
}

/** The table as text. */
export function table(lines: readonly Line[]): string {
  const rows = [
    ['what', 'measured', 'aim', ''],
    ...lines.map(line => [line.what, line.figure, line.aim, mark(line.held)]),
  ]
  const widths = [0, 1, 2].map(column => Math.max(...rows.map(row => row[column]?.length ?? 0)))
  return rows.map(row => row.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join('  ')).join('\n')
}

const mark = (held: boolean | null): string => (held === null ? '' : held ? 'held' : 'MISSED')
