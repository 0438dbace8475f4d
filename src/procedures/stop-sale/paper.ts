import type { PaperSignature } from '../../kernel/paper.ts'
import type { FactQuery } from '../../kernel/queries.ts'
import { signedName } from '../../kernel/signed-name.ts'
import type { Text } from '../../kernel/text.ts'
import { postOf } from '../../vocabulary/role.ts'
import { isZone, zoneTitles } from '../../vocabulary/stock.ts'
import type { StopSalePaper } from './forms/view.ts'
import type { StopSaleRow } from './stop-sale.ts'
import type { StopSaleMark, StopSaleTold, StopSaleTransit } from './stop-sale-rows.ts'

/** A signature as the kernel keeps it. */
interface KeptSignature {
  readonly recordId: string
  readonly command: string
  readonly personName: string
  readonly deputyFor?: { readonly name: string } | null
  readonly meaning: Text
  readonly at: string
  readonly role?: string | null
  readonly signedHash: string
}

/** What belongs to one stop besides its own row. */
interface PaperParts {
  readonly marks: readonly StopSaleMark[]
  readonly transit: readonly StopSaleTransit[]
  readonly told: readonly StopSaleTold[]
  readonly signatures: readonly KeptSignature[]
}

/** A stop as its printed forms see it. */
const stopSalePaper = (row: StopSaleRow, parts: PaperParts): StopSalePaper => ({
  number: row.number,
  held: row.state !== 'releasing' && row.state !== 'released',
  scope: row.scope,
  product: {
    name: row.productName,
    model: row.model,
    registration: row.registrationNo,
    manufacturer: row.manufacturerName,
    lots: row.lotNos,
    serials: row.serials.join('、') || null,
  },
  source: row.source,
  causeNumber: row.causeNumber,
  reason: row.reason,
  document: row.document,
  placedAt: row.placedAt,
  placedBy: row.placedByName,
  expected: {
    inStock: row.expectedInStock,
    underWay: row.expectedUnderWay,
    atBuyers: row.expectedAtBuyers,
    buyers: row.buyers,
  },
  counted: row.countedInStock,
  formVariant: row.formVariant,
  problem: row.problem,
  recheckQuantity: row.recheckQuantity,
  requestedAt: row.recheckRequestedAt,
  requestedBy: row.recheckRequestedByName,
  finding: row.finding,
  findingNote: row.findingNote,
  findingAt: row.findingAt,
  findingBy: row.findingByName,
  confirmedBy: row.confirmedByName,
  head: row.countersignedByName,
  releasedAt: row.releasedAt,
  releasedBy: row.releasedByName,
  releaseReason: row.releaseReason,
  releaseDocument: row.releaseDocument,
  places: parts.marks.map(mark => ({
    warehouse: mark.warehouseName,
    zone: isZone(mark.zone) ? zoneTitles[mark.zone] : mark.zone,
    lot: mark.lotNo,
    expected: mark.expected,
    counted: mark.counted,
    difference: mark.difference,
    markedBy: mark.markedByName,
    unmarkedBy: mark.unmarkedByName,
  })),
  transit: parts.transit.map(item => ({
    number: item.number,
    party: item.partyName,
    lot: item.lotNo,
    quantity: item.quantity,
  })),
  told: parts.told.map(item => ({
    audience: item.audience,
    name: item.name,
    at: item.toldAt,
    acknowledgedAt: item.acknowledgedAt,
    acknowledgedBy: item.acknowledgedByName,
    resumedAt: item.resumedAt,
    resumedBy: item.resumedByName,
  })),
  signatures: parts.signatures.map(item => ({ ...signatureOf(item), command: item.command })),
})

const signatureOf = (item: KeptSignature): PaperSignature => ({
  meaning: item.meaning,
  role: postOf(item.role),
  name: signedName(item),
  at: { instant: item.at, exact: true },
  hash: item.signedHash,
})

/** Reads what the printed forms show, for many stops at once. */
export const readPaper: FactQuery<StopSalePaper> = async (db, ids) => {
  if (ids.length === 0) return new Map()
  const of = (table: string, column: string, order: string) =>
    db.selectFrom(table).selectAll().where(column, 'in', ids).orderBy(order).execute()
  const [rows, marks, transit, told, signatures] = await Promise.all([
    of('stopSale', 'id', 'id') as Promise<StopSaleRow[]>,
    of('stopSaleMark', 'stopSaleId', 'warehouseName') as Promise<StopSaleMark[]>,
    of('stopSaleTransit', 'stopSaleId', 'number') as Promise<StopSaleTransit[]>,
    of('stopSaleTold', 'stopSaleId', 'toldAt') as Promise<StopSaleTold[]>,
    of('signature', 'recordId', 'at') as Promise<KeptSignature[]>,
  ])
  return new Map(
    rows.map(row => [
      row.id,
      stopSalePaper(row, {
        marks: marks.filter(item => item.stopSaleId === row.id),
        transit: transit.filter(item => item.stopSaleId === row.id),
        told: told.filter(item => item.stopSaleId === row.id),
        signatures: signatures.filter(item => item.recordId === row.id),
      }),
    ]),
  )
}
