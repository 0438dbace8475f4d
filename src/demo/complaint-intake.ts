import { addMilliseconds, type Instant } from '../kernel/time.ts'
import type { SafetyAnswers } from '../procedures/complaint/severity.ts'
import { idIn, type KnownIds } from './master-data.ts'
import type { Subject } from './subject.ts'
import type { Chance } from './world/chance.ts'
import type { ComplaintText } from './world/complaints/complaint-text.ts'
import type { DemoLot } from './world/lots.ts'

const CHANNELS = [
  'telephone',
  'telephone',
  'telephone',
  'telephone',
  'e-mail',
  'web',
  'on-site',
  'fax',
  'letter',
] as const

/** Safety answers that agree with the urgency: what has lost a key function is urgent by definition (S28-4.3f). */
const safetyOf = (text: Pick<ComplaintText, 'safety' | 'urgent'>): SafetyAnswers => ({
  ...text.safety,
  functionLost: text.urgent ? 'yes' : 'no',
})

/** Kind, urgency and safety answers. */
export const classificationOf = (text: ComplaintText) => ({
  kind: text.kind,
  urgency: text.urgent ? 'urgent' : 'general',
  ...safetyOf(text),
})

const serialOf = (lot: DemoLot, luck: Chance): string =>
  `${lot.lotNo.replaceAll('-', '')}-${String(luck.between(1, 240)).padStart(4, '0')}`

/** What the desk writes down when it hears of it. */
export function intakeOf(subject: Subject, known: KnownIds, receivedAt: Instant) {
  const { text, party, ward, product, lot, delivery, quantity, luck } = subject
  const contact = party.contacts[0]
  return {
    partyId: idIn(known, party.id),
    ...(contact && { contactPerson: contact.title ? `${contact.name}（${contact.title}）` : contact.name }),
    ...(contact?.phone && { phone: contact.phone }),
    ...(ward && { customerDepartment: ward }),
    ...(product && { productId: idIn(known, product.id), quantityAffected: quantity }),
    ...(lot && { lotId: idIn(known, lot.id) }),
    ...(lot && lot.expiresOn === null && { serial: serialOf(lot, luck) }),
    ...(delivery && { purchasedOn: delivery.deliveredOn, deliveryNote: delivery.number }),
    stillInUse: text.urgent ? 'no' : luck.pick(['no', 'no', 'yes', 'unknown']),
    title: text.title,
    description: text.description,
    request: text.request,
    channel: text.kind === 'accident-notice' ? 'authority' : text.urgent ? 'telephone' : luck.pick(CHANNELS),
    ...classificationOf(text),
    receivedAt,
    occurredAt: addMilliseconds(receivedAt, -luck.between(20, 360) * 60_000),
    notDuplicate: true,
  }
}
