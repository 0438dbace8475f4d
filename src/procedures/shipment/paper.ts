import { sql } from 'kysely'
import type { PaperSignature } from '../../kernel/paper.ts'
import type { FactQuery } from '../../kernel/queries.ts'
import { signedName } from '../../kernel/signed-name.ts'
import { type Text, text } from '../../kernel/text.ts'
import type { Day } from '../../kernel/time.ts'
import type { Licence } from '../../vocabulary/party.ts'
import type { ShipmentLineRow, ShipmentRow } from './shipment.ts'

/** A line as the printed forms see it. */
export interface PaperLine extends ShipmentLineRow {
  readonly lotNo: string
  readonly producedOn: Day
  readonly expiresOn: Day | null
  readonly sterilisationLot: string | null
  readonly productName: string
  readonly model: string
  readonly spec: string
  readonly unit: string
  readonly storage: string
  readonly registrationNo: string
  readonly manufacturerName: string
  readonly contractManufacturer: string | null
  readonly productionLicenceNo: string | null
  readonly udiDi: string | null
}

/** A shipment as its printed forms see it. */
export interface ShipmentPaper {
  readonly shipment: ShipmentRow
  readonly lines: readonly PaperLine[]
  readonly licences: readonly Licence[]
  /** Company that stores for us; null where we do it ourselves. */
  readonly operator: string | null
  readonly signatures: readonly (PaperSignature & { readonly command: string })[]
}

/** In which capacity each step is signed. */
const SIGNERS: Readonly<Record<string, Text>> = {
  'shipment.pick': text('发货员', 'Picker'),
  'shipment.check': text('复核员', 'Checker'),
  'shipment.ship': text('运输员', 'Driver'),
}

interface Kept {
  readonly recordId: string
  readonly command: string
  readonly personName: string
  readonly deputyFor?: { readonly name: string } | null
  readonly meaning: Text
  readonly at: string
  readonly signedHash: string
}

/** Reads what the printed forms of many shipments show. */
export const paperOfShipments: FactQuery<ShipmentPaper> = async (db, ids) => {
  if (ids.length === 0) return new Map()
  const asked = sql`${[...ids]}::uuid[]`
  const [shipments, lines, signatures] = await Promise.all([
    db
      .selectFrom('shipment')
      .innerJoin('party', 'party.id', 'shipment.partyId')
      .innerJoin('warehouse', 'warehouse.id', 'shipment.warehouseId')
      .selectAll('shipment')
      .select(['party.licences', 'warehouse.operator'])
      .where('shipment.id', 'in', [...ids])
      .execute() as unknown as Promise<(ShipmentRow & Pick<ShipmentPaper, 'licences' | 'operator'>)[]>,
    sql<PaperLine>`
      select line.*, lot.lot_no, lot.produced_on, lot.expires_on, lot.sterilisation_lot, product.name as product_name,
        product.model, product.spec, product.unit, product.storage, product.registration_no, product.manufacturer_name,
        product.contract_manufacturer, product.production_licence_no, product.udi_di
      from shipment_line as line join lot on lot.id = line.lot_id join product on product.id = line.product_id
      where line.shipment_id = any(${asked}) order by product.name, product.model, lot.lot_no`.execute(db),
    db
      .selectFrom('signature')
      .selectAll()
      .where('recordId', 'in', [...ids])
      .orderBy('at')
      .execute() as unknown as Promise<Kept[]>,
  ])
  return new Map(
    shipments.map(({ licences, operator, ...shipment }) => [
      shipment.id,
      {
        shipment,
        licences,
        operator,
        lines: lines.rows.filter(line => line.shipmentId === shipment.id),
        signatures: signatures
          .filter(item => item.recordId === shipment.id)
          .map(({ command, meaning, at, signedHash: hash, ...who }) => ({
            command,
            meaning,
            role: SIGNERS[command] ?? null,
            name: signedName(who),
            at: { instant: at, exact: true },
            hash,
          })),
      },
    ]),
  )
}
