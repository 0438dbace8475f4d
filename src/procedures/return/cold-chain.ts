import { z } from 'zod'
import { type Text, text } from '../../kernel/text.ts'
import { keysOf } from '../../vocabulary/intake.ts'
import { instantSchema } from '../../vocabulary/record-base.ts'
import type { ReturnLine } from './return-rows.ts'

/** How cold goods travelled. */
export const coldTransports = {
  'refrigerated-vehicle': text('冷藏车', 'Refrigerated vehicle'),
  'insulated-box': text('冷藏箱/保温箱', 'Refrigerated or insulated box'),
  other: text('无冷链措施', 'Without cold-chain means'),
} as const satisfies Record<string, Text>

/**
 * What GSP153 art. 63 and 67 want of cold goods that come back. Temperatures in degrees Celsius; null: there is no record of it.
 */
export const coldChainRecord = z.object({
  transport: z.enum(keysOf(coldTransports)),
  departedAt: instantSchema,
  arrivedAt: instantSchema,
  departure: z.number().nullable(),
  arrival: z.number(),
  lowest: z.number().nullable(),
  highest: z.number().nullable(),
  /** The customer gave the temperature record of the time since the sale. */
  recordSinceSale: z.boolean(),
  /** Where under temperature control the goods wait for the inspection. */
  waitsIn: z.string(),
})
export type ColdChainRecord = z.infer<typeof coldChainRecord>

/** What a line asks of its storage. */
export type Stored = Pick<ReturnLine, 'isColdChain' | 'temperatureFrom' | 'temperatureTo'>

/**
 * What speaks against taking cold goods back; empty when the cold chain is whole, null when the goods need none.
 * No record counts as not kept: who cannot show it has not kept it.
 */
export function coldChainFaults(line: Stored, record: ColdChainRecord | null): readonly Text[] | null {
  if (!line.isColdChain) return null
  if (!record) return [text('没有冷链记录', 'there is no cold-chain record')]
  const { departure, arrival, lowest, highest } = record
  const faults: Text[] = []
  if (record.transport === 'other') faults.push(text('运输途中无冷链措施', 'it travelled without cold-chain means'))
  if (!record.recordSinceSale)
    faults.push(text('没有售出期间的温度记录', 'there is no temperature record of the time since the sale'))
  if (lowest === null || highest === null)
    faults.push(text('没有在途温度记录', 'there is no temperature record of the transport'))
  if (departure === null) faults.push(text('没有启运温度', 'the temperature at departure is not known'))
  for (const [value, what] of [
    [departure, text('启运温度', 'temperature at departure')],
    [arrival, text('到货温度', 'temperature on arrival')],
    [lowest, text('在途最低温度', 'lowest temperature on the way')],
    [highest, text('在途最高温度', 'highest temperature on the way')],
  ] as const) {
    if (value === null || inside(line, value)) continue
    faults.push(
      text(`${what.zh} ${value} ℃，超出 ${rangeOf(line)}`, `the ${what.en} was ${value} °C, outside ${rangeOf(line)}`),
    )
  }
  return faults
}

const inside = ({ temperatureFrom, temperatureTo }: Stored, value: number): boolean =>
  (temperatureFrom === null || value >= temperatureFrom) && (temperatureTo === null || value <= temperatureTo)

/** The storage bounds in one word: `2–8 ℃`, `≤ -18 ℃`. */
export function rangeOf({ temperatureFrom, temperatureTo }: Stored): string {
  if (temperatureFrom !== null && temperatureTo !== null) return `${temperatureFrom}–${temperatureTo} ℃`
  if (temperatureTo !== null) return `≤ ${temperatureTo} ℃`
  return temperatureFrom === null ? '—' : `≥ ${temperatureFrom} ℃`
}
