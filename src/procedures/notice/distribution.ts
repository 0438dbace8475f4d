import type { ChildWrite } from '../../kernel/command.ts'
import type { Actor } from '../../kernel/person.ts'
import type { Instant } from '../../kernel/time.ts'
import type { NoticeKind } from './kinds.ts'
import type { NoticeLine, NoticeLot, NoticeRecipient } from './notice-rows.ts'
import type { Course, Patch } from './reckon.ts'
import type { Trace, TracedBuyer } from './trace.ts'

/** Who writes the list, when, and fresh ids for its rows. */
export interface Listing {
  readonly now: Instant
  readonly actor: Actor
  readonly newId: () => string
}

/** A recipient as the list begins with it. */
export function newRecipient(
  { now, actor, newId }: Listing,
  who: Pick<NoticeRecipient, 'partyId' | 'name' | 'city' | 'contactName' | 'phone' | 'email' | 'origin'> &
    Partial<Pick<NoticeRecipient, 'originReason' | 'removedReason'>>,
): Omit<NoticeRecipient, 'noticeId'> {
  return {
    id: newId(),
    at: now,
    byId: actor.id,
    byName: actor.name,
    originReason: null,
    removedReason: null,
    ...who,
    state: who.removedReason ? 'removed' : 'to-tell',
    messageState: 'none',
    messageFault: null,
    toldAt: null,
    toldHow: null,
    acknowledgedAt: null,
    acknowledgedBy: null,
    statedAt: null,
    reminders: 0,
    remindedAt: null,
    calls: 0,
    calledAt: null,
    callOutcome: null,
    callSaid: null,
    escalatedTo: 'none',
    excusedReason: null,
  }
}

/** A line as the list begins with it: what was delivered and is not yet back. */
export const newLine = (
  newId: () => string,
  recipientId: string,
  buyer: Pick<TracedBuyer, 'partyId' | 'lotId' | 'delivered' | 'returned' | 'lastDeliveredOn' | 'serials'>,
): Omit<NoticeLine, 'noticeId'> => ({
  id: newId(),
  recipientId,
  partyId: buyer.partyId,
  lotId: buyer.lotId,
  delivered: buyer.delivered,
  returnedBefore: buyer.returned,
  expected: buyer.delivered - buyer.returned,
  lastDeliveredOn: buyer.lastDeliveredOn,
  serials: [...buyer.serials],
  onHand: 0,
  used: 0,
  soldOn: 0,
  comingBack: 0,
  destroyed: 0,
  notFound: 0,
  receivedBack: 0,
  destroyedByUs: null,
  differenceReason: null,
  announced: [],
  statedAt: null,
  signedRemainder: 0,
  remainderReason: null,
})

/** Rows of the lots that a notice is about. */
export const lotRows = (trace: Trace, newId: () => string): ChildWrite[] =>
  trace.lots.map(lot => {
    const row: Omit<NoticeLot, 'noticeId'> = { id: newId(), ...lot, serials: [...(trace.serials[lot.lotId] ?? [])] }
    return { child: 'lot', insert: row }
  })

/**
 * Those of the trace who must be told. Whoever has sent everything back has nothing to stop or return. That sale may go on is
 * told to those who were told to stop (X30); where nobody was, to all who have the goods.
 */
export const concerned = (trace: Trace, kind: NoticeKind): readonly TracedBuyer[] => {
  const holding = trace.buyers.filter(buyer => buyer.delivered > buyer.returned)
  if (kind !== 'resume' || trace.toldToStop.length === 0) return holding
  return trace.buyers.filter(buyer => trace.toldToStop.includes(buyer.partyId))
}

/** The list as the trace gives it at the draft; parties told elsewhere stay on it visibly, with the reason. */
export function frozen(
  trace: Trace,
  kind: NoticeKind,
  except: Readonly<Record<string, string>>,
  listing: Listing,
): Required<Pick<Patch, 'newRecipients' | 'newLines'>> {
  const byParty = Map.groupBy(concerned(trace, kind), buyer => buyer.partyId)
  const newRecipients: Omit<NoticeRecipient, 'noticeId'>[] = []
  const newLines: Omit<NoticeLine, 'noticeId'>[] = []
  for (const [partyId, bought] of byParty) {
    const [first] = bought
    if (!first) continue
    const { name, city, contactName, phone, email } = first
    const recipient = newRecipient(listing, {
      partyId,
      name,
      city,
      contactName,
      phone,
      email,
      origin: 'trace',
      removedReason: except[partyId] ?? null,
    })
    newRecipients.push(recipient)
    newLines.push(...bought.map(buyer => newLine(listing.newId, recipient.id, buyer)))
  }
  return { newRecipients, newLines }
}

/** What the trace knows now and the list does not yet. */
export interface Refreshed {
  readonly patch: Patch
  /** Names of buyers that appeared since. */
  readonly appeared: readonly string[]
}

/**
 * Reads the trace into the list again. New buyers join it visibly. Before the notice is sent quantities follow the trace; after
 * that only what was delivered since is added, because goods that come back are counted as they arrive.
 */
export function refreshed(kind: NoticeKind, sent: boolean, course: Course, trace: Trace, listing: Listing): Refreshed {
  const newRecipients: Omit<NoticeRecipient, 'noticeId'>[] = []
  const newLines: Omit<NoticeLine, 'noticeId'>[] = []
  const lines: Record<string, Partial<NoticeLine>> = {}
  for (const buyer of concerned(trace, kind)) {
    const known =
      course.recipients.find(item => item.partyId === buyer.partyId) ??
      newRecipients.find(item => item.partyId === buyer.partyId)
    const line = course.lines.find(item => item.partyId === buyer.partyId && item.lotId === buyer.lotId)
    if (line) {
      const set = sent ? deliveredSince(line, buyer) : followed(line, buyer)
      if (set) lines[line.id] = set
      continue
    }
    const { partyId, name, city, contactName, phone, email } = buyer
    const recipient = known ?? newRecipient(listing, { partyId, name, city, contactName, phone, email, origin: 'late' })
    if (!known) newRecipients.push(recipient as Omit<NoticeRecipient, 'noticeId'>)
    newLines.push(newLine(listing.newId, recipient.id, buyer))
  }
  return { patch: { newRecipients, newLines, lines }, appeared: newRecipients.map(item => item.name) }
}

function deliveredSince(line: NoticeLine, buyer: TracedBuyer): Partial<NoticeLine> | null {
  if (buyer.delivered <= line.delivered) return null
  return { delivered: buyer.delivered, expected: buyer.delivered - line.returnedBefore }
}

function followed(line: NoticeLine, buyer: TracedBuyer): Partial<NoticeLine> | null {
  if (buyer.delivered === line.delivered && buyer.returned === line.returnedBefore) return null
  return {
    delivered: buyer.delivered,
    returnedBefore: buyer.returned,
    expected: buyer.delivered - buyer.returned,
    lastDeliveredOn: buyer.lastDeliveredOn,
    serials: [...buyer.serials],
  }
}
