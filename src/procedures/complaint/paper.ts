import type { PaperSignature } from '../../kernel/paper.ts'
import type { FactQuery } from '../../kernel/queries.ts'
import { signedName } from '../../kernel/signed-name.ts'
import type { Text } from '../../kernel/text.ts'
import { postOf } from '../../vocabulary/role.ts'
import { ruleSaid } from './adverse-event.ts'
import { type ComplaintRow, complaintRow } from './complaint.ts'
import type { ComplaintContact, ComplaintNotice } from './complaint-rows.ts'
import type { ComplaintView, SignaturePlace } from './forms/view.ts'
import type { ProblemType } from './forms/wording.ts'
import { answers, departments, type Kind, responsibilities, sampleResults } from './taxonomy.ts'

/** A corrected value as the kernel keeps it. */
interface KeptCorrection {
  readonly recordId: string
  readonly field: string
  readonly was: unknown
  readonly reason: string
  readonly byName: string
  readonly at: string
}

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

/** What belongs to one complaint besides its own row. */
export interface PaperParts {
  readonly contacts: readonly ComplaintContact[]
  readonly notices: readonly ComplaintNotice[]
  readonly corrections: readonly KeptCorrection[]
  readonly signatures: readonly KeptSignature[]
  readonly attachments: readonly { readonly recordId: string; readonly name: string }[]
  /** Stop-sales behind which the complaint stands. */
  readonly holds: readonly { readonly causeId: string; readonly number: string }[]
}

/** Column of the record → field of the printed view under which its corrections are struck through. */
const PRINTED: Readonly<Record<string, string>> = {
  partyName: 'customer.name',
  locality: 'customer.locality',
  contactPerson: 'customer.contact',
  phone: 'customer.telephone',
  fax: 'customer.fax',
  email: 'customer.email',
  address: 'customer.address',
  productName: 'product.name',
  model: 'product.model',
  registrationNo: 'product.registration',
  manufacturerName: 'product.manufacturer',
  lotNo: 'product.lot',
  serial: 'product.serial',
  udiDi: 'product.udi',
  producedOn: 'product.madeOn',
  expiresOn: 'product.expiresOn',
  quantityAffected: 'product.quantity',
}

/** S28 四1 sorts complaints into product maintenance and service quality. */
const problemTypeOf = (kind: Kind): ProblemType => {
  if (kind === 'query') return 'enquiry'
  return kind === 'service' || kind === 'training' ? 'service-quality' : 'product-maintenance'
}

const PLACES: Readonly<Record<string, SignaturePlace>> = {
  'complaint.verify': 'verification',
  'complaint.give-interim-opinion': 'opinion',
  'complaint.give-opinion': 'opinion',
  'complaint.countersign-opinion': 'opinion',
  'complaint.close': 'closing',
}

/** A complaint as its printed forms see it. */
export function complaintPaper(row: ComplaintRow, parts: PaperParts): ComplaintView {
  const nobody = { by: null, at: null }
  const responsibility = (key: ComplaintRow['decidedResponsibility']) => (key ? responsibilities[key].zh : null)
  return {
    number: row.number,
    channel: row.channel,
    kind: row.kind,
    problemType: problemTypeOf(row.kind),
    urgency: row.urgency,
    severity: row.severity,
    receivedAt: row.receivedAt,
    receivedBy: row.receivedByName,
    occurredAt: row.occurredAt,
    customer: {
      name: joined(row.partyName, row.customerDepartment),
      locality: row.locality,
      contact: row.contactPerson,
      telephone: row.phone,
      fax: row.fax,
      email: row.email,
      address: row.address,
    },
    product: {
      name: row.productName,
      model: joined(row.model, row.spec),
      registration: row.registrationNo,
      manufacturer: row.manufacturerName,
      supplier: parts.notices.findLast(item => item.recipient === 'supplier')?.recipientName ?? null,
      lot: row.lotNo,
      serial: row.serial,
      udi: row.udi ?? row.udiDi,
      madeOn: row.producedOn,
      expiresOn: row.expiresOn,
      quantity: row.quantityAffected === null ? null : joined(String(row.quantityAffected), row.unit),
    },
    description: row.description,
    request: [row.request, row.expectation].filter(Boolean).join('\n') || null,
    attachments: parts.attachments.map(item => item.name),
    apology: { by: row.apologisedByName, at: row.apologisedAt },
    assignment: {
      department: row.assignedDepartment ? departments[row.assignedDepartment].zh : null,
      handler: row.handlerName,
      expectedAt: row.expectedAt,
      measures: row.measures,
    },
    contacts: parts.contacts.map(item => ({
      by: item.byName,
      at: item.contactedAt,
      channel: item.way,
      with: item.withWhom,
      content: [item.reached ? null : '（未联系上）', item.content, item.problem, item.plan].filter(Boolean).join('\n'),
    })),
    verification: {
      by: row.verifiedByName,
      at: row.verifiedAt,
      visitedAt: row.visitedAt,
      inspector: row.inspectorName ?? row.verifiedByName,
      finding: row.finding,
      note: row.findingNote,
    },
    retainedSample: {
      by: row.sampleTestedByName,
      at: row.sampleTestedAt,
      result: row.sampleResult ? [sampleResults[row.sampleResult].zh, row.sampleNote].filter(Boolean).join('：') : null,
    },
    cause: row.cause,
    responsibility: {
      proposed: responsibility(row.proposedResponsibility),
      decided: responsibility(row.decidedResponsibility),
    },
    judgement: {
      by: row.judgedByName,
      at: row.judgedAt,
      groundSufficient: row.groundSufficient,
      demandReasonable: row.demandReasonable,
      established: row.established,
      reason: row.judgementReason,
    },
    demands: [],
    demandNote: row.request,
    remedies: row.remedy ? [row.remedy] : [],
    adverseEvent: {
      by: row.aeDecidedByName ?? row.aeScreenedByName,
      at: row.aeDecidedAt ?? row.aeScreenedAt,
      state: row.aeState === 'unscreened' ? null : row.aeState,
      rationale:
        [row.aeRationale ?? ruleSaid(row.aeAnswers)?.zh, row.aeReportNumber].filter(Boolean).join('；') || null,
    },
    opinion: {
      by: row.opinionByName,
      at: row.opinionAt,
      text: row.opinion,
      interim: row.opinionStage === null ? null : row.opinionStage === 'interim',
    },
    holds: parts.holds.map(item => item.number),
    notices: parts.notices.map(item => ({
      to: item.recipientName,
      content: item.content,
      at: item.toldAt,
      receipt: null,
    })),
    registrantToldAt: row.holderToldAt,
    supplierToldAt: row.supplierToldAt,
    handling: { by: row.solvedByName, at: row.solvedAt, measures: row.solution },
    reply: { by: row.repliedByName, at: row.repliedAt, to: row.replyTo, content: row.reply },
    result: row.closingNote ?? row.reply,
    satisfaction: {
      by: row.satisfactionByName,
      at: row.satisfactionAt,
      level: row.satisfaction,
      comment: row.satisfactionNote,
    },
    followUp: row.reopenReason,
    closing: row.closedAt
      ? { by: row.closedByName, at: row.closedAt, note: row.closingNote }
      : { ...nobody, note: null },
    corrections: parts.corrections.map(item => ({
      field: PRINTED[item.field] ?? item.field,
      old: shown(item.field, item.was),
      by: item.byName,
      at: { instant: item.at },
      reason: item.reason,
    })),
    signatures: parts.signatures.map(item => ({ ...signatureOf(item), place: PLACES[item.command] ?? null })),
  }
}

const joined = (...parts: readonly (string | null | undefined)[]): string | null =>
  parts.filter(Boolean).join(' ') || null

const signatureOf = (item: KeptSignature): PaperSignature => ({
  meaning: item.meaning,
  role: postOf(item.role),
  name: signedName(item),
  at: { instant: item.at, exact: true },
  hash: item.signedHash,
})

/** An old value in words: choices by their title, moments as moments. */
function shown(field: string, was: unknown): KeptPaperValue {
  if (was === null || was === undefined) return null
  if (typeof was === 'boolean') return was ? answers.yes : answers.no
  const options = optionsOf(field)
  const value = String(was)
  if (options?.[value]) return options[value]
  if (/^\d{4}-\d\d-\d\dT/.test(value)) return { instant: value }
  return /^\d{4}-\d\d-\d\d$/.test(value) ? { day: value } : value
}

type KeptPaperValue = ComplaintView['corrections'][number]['old']

function optionsOf(column: string): Readonly<Record<string, Text>> | undefined {
  let at = (complaintRow.shape as Record<string, { meta(): unknown; def: { innerType?: unknown } }>)[column]
  while (at) {
    const options = (at.meta() as { 'x-options'?: Record<string, Text> } | undefined)?.['x-options']
    if (options) return options
    at = at.def.innerType as typeof at
  }
  return undefined
}

/** Reads what the printed forms show, for many complaints at once. */
export const readPaper: FactQuery<ComplaintView> = async (db, ids) => {
  if (ids.length === 0) return new Map()
  const of = (table: string, column: string, order: string) =>
    db.selectFrom(table).selectAll().where(column, 'in', ids).orderBy(order).execute()
  const [rows, contacts, notices, corrections, signatures, attachments, holds] = await Promise.all([
    of('complaint', 'id', 'id') as Promise<ComplaintRow[]>,
    of('complaintContact', 'complaintId', 'contactedAt') as Promise<ComplaintContact[]>,
    of('complaintNotice', 'complaintId', 'toldAt') as Promise<ComplaintNotice[]>,
    of('correction', 'recordId', 'at') as Promise<KeptCorrection[]>,
    of('signature', 'recordId', 'at') as Promise<KeptSignature[]>,
    of('attachment', 'recordId', 'uploadedAt') as Promise<{ recordId: string; name: string }[]>,
    db
      .selectFrom('stopSaleCause')
      .innerJoin('stopSale', 'stopSale.id', 'stopSaleCause.stopSaleId')
      .select(['stopSaleCause.causeId', 'stopSale.number'])
      .where('stopSaleCause.causeId', 'in', ids)
      .orderBy('stopSale.number')
      .execute() as Promise<{ causeId: string; number: string }[]>,
  ])
  return new Map(
    rows.map(row => [
      row.id,
      complaintPaper(row, {
        contacts: contacts.filter(item => item.complaintId === row.id),
        notices: notices.filter(item => item.complaintId === row.id),
        corrections: corrections.filter(item => item.recordId === row.id),
        signatures: signatures.filter(item => item.recordId === row.id),
        attachments: attachments.filter(item => item.recordId === row.id),
        holds: holds.filter(item => item.causeId === row.id),
      }),
    ]),
  )
}
