import type { FactQuery } from '../../kernel/queries.ts'
import type { SupplierInquiryPaper } from './forms/view.ts'
import type { SupplierInquiryRow } from './supplier-inquiry.ts'

/** A supplier inquiry as its printed letter sees it. */
const supplierInquiryPaper = (row: SupplierInquiryRow, attachments: readonly string[]): SupplierInquiryPaper => ({
  number: row.number,
  supplier: row.partyName,
  contact: row.contactPerson,
  product: row.productName,
  model: row.model,
  registration: row.registrationNo,
  lot: row.lotNo,
  causeNumber: row.causeNumber,
  question: row.question,
  dueOn: row.dueOn,
  sentAt: row.sentAt,
  sentBy: row.sentByName,
  attachments,
  answer: row.answer,
  cause: row.cause,
  measures: row.measures,
  answeredBy: row.answeredBy,
  answeredAt: row.answeredAt,
  verdict: row.verdict,
  effect: row.effect,
  evaluation: row.evaluation,
  evaluatedBy: row.evaluatedByName,
  evaluatedAt: row.evaluatedAt,
})

/** Reads what the printed letter shows, for many inquiries at once. */
export const readPaper: FactQuery<SupplierInquiryPaper> = async (db, ids) => {
  if (ids.length === 0) return new Map()
  const [rows, attachments] = await Promise.all([
    db.selectFrom('supplierInquiry').selectAll().where('id', 'in', ids).execute() as Promise<SupplierInquiryRow[]>,
    db
      .selectFrom('attachment')
      .select(['recordId', 'name', 'purpose'])
      .where('recordId', 'in', ids)
      .orderBy('uploadedAt')
      .execute() as Promise<{ recordId: string; name: string; purpose: string }[]>,
  ])
  return new Map(
    rows.map(row => [
      row.id,
      supplierInquiryPaper(
        row,
        attachments.filter(item => item.recordId === row.id && item.purpose === 'evidence').map(item => item.name),
      ),
    ]),
  )
}
