import type { FactQuery } from '../../kernel/queries.ts'
import { signedName } from '../../kernel/signed-name.ts'
import type { Text } from '../../kernel/text.ts'
import { postOf } from '../../vocabulary/role.ts'
import type { NoticeView } from './forms/view.ts'
import type { NoticeRow } from './notice.ts'
import type { NoticeLine, NoticeLot, NoticeRecipient, NoticeReport, NoticeStatement } from './notice-rows.ts'

/** A signature as the kernel keeps it. */
interface KeptSignature {
  readonly recordId: string
  readonly personName: string
  readonly deputyFor?: { readonly name: string } | null
  readonly meaning: Text
  readonly at: string
  readonly role?: string | null
  readonly signedHash: string
}

/** What belongs to one notice besides its own row. */
export interface PaperParts {
  readonly lots: readonly NoticeLot[]
  readonly recipients: readonly NoticeRecipient[]
  readonly lines: readonly NoticeLine[]
  readonly statements: readonly NoticeStatement[]
  readonly reports: readonly NoticeReport[]
  readonly signatures: readonly KeptSignature[]
}

/** A notice as its printed forms see it. */
export function noticePaper(row: NoticeRow, parts: PaperParts): NoticeView {
  const lotOf = new Map(parts.lots.map(lot => [lot.lotId, lot]))
  const linesOf = Map.groupBy(parts.lines, line => line.recipientId)
  return {
    number: row.number,
    kind: row.kind,
    drill: row.drill,
    recallClass: row.recallClass,
    standing: row.standing,
    initiator: row.initiator,
    reason: row.reason,
    instructions: row.instructions,
    measures: row.measures,
    planReference: row.planReference,
    cause: row.causeNumber,
    decidedAt: row.decidedAt,
    preparedBy: row.preparedByName,
    createdAt: row.createdAt,
    approvedAt: row.approvedAt,
    sentAt: row.sentAt,
    sentBy: row.sentByName,
    allToldAt: row.allToldAt,
    completedAt: row.completedAt,
    closedAt: row.closedAt,
    closingNote: row.closingNote,
    remainderSignedAt: row.remainderSignedAt,
    remainderSignedBy: row.remainderSignedByName,
    reminders: row.reminders,
    plan: {
      evaluation: row.evaluation,
      scope: row.planScope,
      publication: row.planPublication,
      effect: row.planEffect,
      afterwards: row.planAfterwards,
      place: row.planPlace,
      doneOn: row.planDoneOn,
    },
    drillResult: {
      tracedAt: row.drillTracedAt,
      finishedAt: row.drillFinishedAt,
      located: row.drillLocatedPercent,
      contacts: row.drillContactPercent,
      note: row.drillNote,
    },
    lots: parts.lots.map(lot => ({
      product: lot.productName,
      model: [lot.model, lot.spec].filter(Boolean).join(' '),
      certificate: lot.registrationNo,
      manufacturer: lot.manufacturerName,
      udi: lot.udiDi,
      lotNo: lot.lotNo,
      madeOn: lot.producedOn,
      expiresOn: lot.expiresOn,
      unit: lot.unit,
      serials: lot.serials,
    })),
    recipients: parts.recipients.map(item => ({
      name: item.name,
      city: item.city,
      contact: item.contactName,
      phone: item.phone,
      email: item.email,
      state: item.state,
      removedReason: item.removedReason,
      originReason: item.originReason,
      toldAt: item.toldAt,
      toldHow: item.toldHow,
      acknowledgedAt: item.acknowledgedAt,
      acknowledgedBy: item.acknowledgedBy,
      reminders: item.reminders,
      calls: item.calls,
      callOutcome: item.callOutcome,
      excusedReason: item.excusedReason,
      lines: (linesOf.get(item.id) ?? []).map(line => ({
        lotNo: lotOf.get(line.lotId)?.lotNo ?? '',
        unit: lotOf.get(line.lotId)?.unit ?? '',
        delivered: line.delivered,
        returnedBefore: line.returnedBefore,
        expected: line.expected,
        onHand: line.onHand,
        used: line.used,
        soldOn: line.soldOn,
        comingBack: line.comingBack,
        receivedBack: line.receivedBack,
        destroyed: line.destroyed,
        notFound: line.notFound,
        statedAt: line.statedAt,
        differenceReason: line.differenceReason,
        signedRemainder: line.signedRemainder,
        remainderReason: line.remainderReason,
      })),
    })),
    statements: parts.statements.map(item => ({
      at: item.at,
      recipient: parts.recipients.find(one => one.id === item.recipientId)?.name ?? '',
      way: item.way,
      by: item.saidBy,
    })),
    reports: parts.reports.map(item => ({
      kind: item.kind,
      receiver: item.receiver,
      at: item.reportedAt,
      way: item.way,
      receipt: item.receiptNumber,
      note: item.notNeededReason ?? item.note,
    })),
    signatures: parts.signatures.map(item => ({
      meaning: item.meaning,
      role: postOf(item.role),
      name: signedName(item),
      at: { instant: item.at, exact: true },
      hash: item.signedHash,
    })),
  }
}

/** Reads what the printed forms show, for many notices at once. */
export const readPaper: FactQuery<NoticeView> = async (db, ids) => {
  if (ids.length === 0) return new Map()
  const of = (table: string, column: string, order: string) =>
    db.selectFrom(table).selectAll().where(column, 'in', ids).orderBy(order).orderBy('id').execute()
  const [rows, lots, recipients, lines, statements, reports, signatures] = await Promise.all([
    of('notice', 'id', 'id') as Promise<NoticeRow[]>,
    of('noticeLot', 'noticeId', 'lotNo') as Promise<NoticeLot[]>,
    of('noticeRecipient', 'noticeId', 'name') as Promise<NoticeRecipient[]>,
    of('noticeLine', 'noticeId', 'lotId') as Promise<NoticeLine[]>,
    of('noticeStatement', 'noticeId', 'at') as Promise<NoticeStatement[]>,
    of('noticeReport', 'noticeId', 'reportedAt') as Promise<NoticeReport[]>,
    of('signature', 'recordId', 'at') as Promise<KeptSignature[]>,
  ])
  const mine = <Row extends { noticeId: string }>(list: readonly Row[], id: string) =>
    list.filter(item => item.noticeId === id)
  return new Map(
    rows.map(row => [
      row.id,
      noticePaper(row, {
        lots: mine(lots, row.id),
        recipients: mine(recipients, row.id),
        lines: mine(lines, row.id),
        statements: mine(statements, row.id),
        reports: mine(reports, row.id),
        signatures: signatures.filter(item => item.recordId === row.id),
      }),
    ]),
  )
}
