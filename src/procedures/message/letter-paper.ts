import type { LetterView } from './forms/letter.ts'
import type { MessageRow } from './message.ts'

/** A letter as its printed form sees it; the address of its link is put in by the server that prints. */
export const letterPaper = (row: MessageRow): LetterView => ({
  number: row.number,
  recordNumber: row.recordNumber,
  writtenAt: row.createdAt,
  toName: row.toName,
  toContact: row.toContact,
  toAddress: row.toAddress,
  toPhone: row.toPhone,
  subject: row.subject,
  body: row.body,
  english: row.subjectEn && row.bodyEn ? { subject: row.subjectEn, body: row.bodyEn } : null,
  link:
    row.expiresAt === null
      ? null
      : { procedure: row.procedure, recordId: row.recordId, guestId: row.guestId, expiresAt: row.expiresAt },
  address: null,
})
