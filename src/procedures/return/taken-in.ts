import type { Start } from '../../kernel/command.ts'
import type { JsonObject } from '../../kernel/json.ts'
import { unitsOf, verdictsInForce } from './lines.ts'
import type { ReturnRow } from './return.ts'
import type { ReturnLine, ReturnVerdict } from './return-rows.ts'
import { verdicts } from './taxonomy.ts'

/**
 * What the stock-in starts: each line is taken back into the return zone, held there; then good units are moved to the
 * qualified zone and all others reported as nonconforming. Lot and serial numbers go along.
 */
export function takenIn(
  record: Pick<ReturnRow, 'id' | 'number' | 'partyId' | 'route'>,
  lines: readonly ReturnLine[],
  judged: readonly ReturnVerdict[],
  warehouseId: string | undefined,
): Start[] {
  const cause = { procedure: 'return', id: record.id, number: record.number }
  const where: JsonObject = warehouseId ? { warehouseId } : {}
  const source = record.route === 'recall' ? 'recall' : 'return'
  return lines.flatMap(line => {
    const taken = verdictsInForce(judged).filter(item => item.lineId === line.id && item.takenIn)
    if (taken.length === 0) return []
    const serials = taken.flatMap(item => item.serials)
    const back: Start = {
      command: 'lot.take-back',
      on: line.lotId,
      input: { partyId: record.partyId, quantity: unitsOf(taken), ...some(serials), ...where, cause },
    }
    const onward = taken.map(
      (item): Start =>
        item.verdict === 'good'
          ? {
              command: 'lot.transfer',
              on: line.lotId,
              input: {
                from: 'return',
                to: 'qualified',
                quantity: item.quantity,
                ...some(item.serials),
                ...where,
                reason: `退货 ${record.number} 检验合格：${item.finding}`.slice(0, 500),
                cause,
              },
            }
          : {
              command: 'nonconforming.report',
              input: {
                lotId: line.lotId,
                quantity: item.quantity,
                zone: 'return',
                ...some(item.serials),
                ...where,
                source,
                finding: `退货 ${record.number}，${verdicts[item.verdict].zh}：${item.finding}`,
                judgement: item.finding,
                partyId: record.partyId,
                cause,
              },
              link: 'nonconforming',
            },
    )
    return [back, ...onward]
  })
}

const some = (serials: readonly string[]): JsonObject => (serials.length > 0 ? { serials } : {})
