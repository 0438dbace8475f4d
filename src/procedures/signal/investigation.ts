import { type Refusal, refuse } from '../../kernel/refusal.ts'
import { text } from '../../kernel/text.ts'
import type { NamedComplaint, NamedProduct } from './queries.ts'
import type { SignalRow } from './signal.ts'

/** What an investigation does counts once; the link says what it started. */
export const oneMore = (record: SignalRow): { readonly measures: number } => ({ measures: record.measures + 1 })

/** A signal as the record that it starts names its cause. */
export const causeOf = ({ id, number }: SignalRow) => ({ procedure: 'signal', id, number })

/** A complaint that is about something else is refused. */
export function notItsOwn(record: SignalRow, complaint: NamedComplaint | null): Refusal | false {
  const isOwn =
    complaint !== null &&
    (record.productId ? complaint.productId === record.productId : complaint.manufacturerId === record.supplierId)
  return (
    !isOwn &&
    refuse(
      'other-complaint',
      text(
        `所选投诉与“${record.subjectName}”无关，请从列表中选择。`,
        `That complaint is not about "${record.subjectName}": choose one of the list.`,
      ),
      { field: 'complaintId', clause: 'XH-measure' },
    )
  )
}

/** A product that the signal is not about is refused. */
export function notItsProduct(record: SignalRow, product: NamedProduct | null): Refusal | false {
  const isOwn =
    product !== null &&
    (record.productId ? product.id === record.productId : product.manufacturerId === record.supplierId)
  return (
    !isOwn &&
    refuse(
      'other-product',
      text(
        `所选产品与“${record.subjectName}”无关，请重新选择。`,
        `That product has nothing to do with "${record.subjectName}": choose again.`,
      ),
      { field: 'productId', clause: 'XH-measure' },
    )
  )
}
