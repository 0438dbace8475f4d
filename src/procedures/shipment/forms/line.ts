import type { PaperSignature } from '../../../kernel/paper.ts'
import type { ShipmentPaper } from '../paper.ts'

/** A number as it is printed; empty where there is none. */
export const numberOf = (value: number | null): string | null => (value === null ? null : String(value))

/** Fen as yuan with two decimals. */
export const yuanOf = (fen: number | null): string | null => {
  if (fen === null) return null
  const whole = Math.trunc(fen / 100)
  return `${whole}.${String(fen % 100).padStart(2, '0')}`
}

/** The last signature of each of these steps: one given before the goods were stopped and picked anew no longer counts. */
export const signaturesOf = ({ signatures }: ShipmentPaper, commands: readonly string[]): PaperSignature[] =>
  commands.flatMap(command => {
    const last = signatures.findLast(item => item.command === command)
    if (!last) return []
    const { command: _, ...signature } = last
    return [signature]
  })
