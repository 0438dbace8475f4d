import type { DeliveryRow } from '../../vocabulary/delivery.ts'
import { type ComplaintText, tellersOf } from './complaints/complaint-text.ts'
import { equipmentComplaints } from './complaints/equipment.ts'
import { goodsComplaints } from './complaints/goods.ts'
import { homeComplaints } from './complaints/home.ts'
import { infusionComplaints } from './complaints/infusion.ts'
import { notices } from './complaints/notices.ts'
import { serviceComplaints } from './complaints/service.ts'
import { surgicalComplaints } from './complaints/surgical.ts'
import type { DemoProduct } from './products.ts'
import type { DemoWorld } from './world.ts'

/** All complaint texts, device by device, service last. */
export const complaintTexts: readonly ComplaintText[] = [
  ...infusionComplaints,
  ...homeComplaints,
  ...equipmentComplaints,
  ...surgicalComplaints,
  ...goodsComplaints,
  ...notices,
  ...serviceComplaints,
]

/** Whether a complaint may be told about this product. Complaints without a family may be told about any. */
export const fits = (
  complaint: Pick<ComplaintText, 'family' | 'about'>,
  product: Pick<DemoProduct, 'family' | 'name'>,
): boolean =>
  complaint.family === null ||
  (complaint.family === product.family && (complaint.about?.some(word => product.name.includes(word)) ?? true))

/** Deliveries after which the complaint may be told: of a fitting product, to a customer who would use these words. */
export function deliveriesBehind(
  complaint: ComplaintText,
  world: Pick<DemoWorld, 'products' | 'parties' | 'deliveries'>,
): DeliveryRow[] {
  const fitting = new Set(world.products.filter(product => fits(complaint, product)).map(product => product.id))
  const tellers = tellersOf(complaint)
  const customers = new Set(
    world.parties.filter(party => party.customerKind && tellers.includes(party.customerKind)).map(party => party.id),
  )
  return world.deliveries.filter(delivery => fitting.has(delivery.productId) && customers.has(delivery.partyId))
}
