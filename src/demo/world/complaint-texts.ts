import type { ComplaintText } from './complaints/complaint-text.ts'
import { equipmentComplaints } from './complaints/equipment.ts'
import { goodsComplaints } from './complaints/goods.ts'
import { homeComplaints } from './complaints/home.ts'
import { infusionComplaints } from './complaints/infusion.ts'
import { notices } from './complaints/notices.ts'
import { serviceComplaints } from './complaints/service.ts'
import { surgicalComplaints } from './complaints/surgical.ts'
import type { DemoProduct } from './products.ts'

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
export const fits = (complaint: ComplaintText, product: Pick<DemoProduct, 'family' | 'name'>): boolean =>
  complaint.family === null ||
  (complaint.family === product.family && (complaint.about?.some(word => product.name.includes(word)) ?? true))
