import type { Start } from '../../kernel/command.ts'
import type { JsonObject } from '../../kernel/json.ts'
import type { PolicyBook } from '../../kernel/policy.ts'
import { type Reaction, reaction } from '../../kernel/procedure.ts'
import type { NoticeHold, UnheldGoods } from './notice-links.ts'
import { holdScope, precautionaryHold } from './policies.ts'
import type { ComplaintHold, StoppedLine } from './queries.ts'
import type { Verdict } from './wording.ts'

/** A complaint as this procedure hears it. */
interface Complaint {
  readonly id: string
  readonly number: string
  readonly state: string
  readonly kind: string
  readonly title: string
  readonly productId: string | null
  readonly lotId: string | null
  readonly finding: 'defect' | 'no-defect' | 'undetermined' | null
  readonly findingNote: string | null
  readonly sampleResult: 'conforming' | 'nonconforming' | 'none' | null
  readonly sampleNote: string | null
  readonly acceptedAt: string | null
}

interface Found {
  readonly holds: readonly ComplaintHold[]
  readonly target: { readonly id: string; readonly number: string } | null
}

/** Kinds of complaint that say that a device is bad; queries and reports only ask or tell (X26). */
const DEVICE: readonly string[] = ['quality', 'accident-notice']

const causeOf = (complaint: { readonly id: string; readonly number: string }): JsonObject => ({
  procedure: 'complaint',
  id: complaint.id,
  number: complaint.number,
})

const hear = (
  hold: ComplaintHold,
  complaint: { readonly id: string; readonly number: string },
  verdict: Verdict | null,
  note: string,
): Start => ({
  command: 'stop-sale.hear-finding',
  on: hold.id,
  input: { cause: causeOf(complaint), verdict, note },
})

const inForce = ({ state }: ComplaintHold): boolean =>
  state !== 'releasing' && state !== 'released' && state !== 'closed'

/** Holds what the complaint is about, unless a stop covers it already: that one then hears of the complaint. */
function hold(complaint: Complaint, { holds }: Found, policy: PolicyBook, foundBad: string | null): Start[] {
  if (!complaint.productId) return []
  const covering = holds.filter(item => item.covers && (inForce(item) || item.state === 'closed'))
  // What was freed after this complaint had been looked into stays free until something bad is found.
  if (!foundBad && holds.some(item => item.mine && item.covers)) return []
  const joined = covering.find(inForce)
  if (joined)
    return [{ ...hear(joined, complaint, foundBad ? 'bad' : null, foundBad ?? complaint.title), link: 'hold' }]
  if (covering.length > 0) return []
  if (!complaint.lotId && policy(holdScope) !== 'product') return []
  return [
    {
      command: 'stop-sale.place',
      link: 'hold',
      input: {
        source: 'complaint',
        scope: complaint.lotId ? 'lot' : 'product',
        productId: complaint.productId,
        ...(complaint.lotId && { lotId: complaint.lotId }),
        reason: `${complaint.number} ${foundBad ?? complaint.title}`,
        cause: causeOf(complaint),
        ...(foundBad && { foundBad: true }),
      },
    },
  ]
}

/** The company's policy wants a stop before anything is verified, at this stage of the complaint. */
const wanted = (complaint: Complaint, policy: PolicyBook): boolean => {
  const when = policy(precautionaryHold)
  return when === 'on_registration' || (when === 'on_acceptance' && complaint.acceptedAt !== null)
}

/** X02: the precautionary stop, where the company's policy wants it at this step. */
const precaution = (on: string): Reaction =>
  reaction<Complaint, unknown, Found>({
    on,
    clause: 'S01-4.7b',
    find: 'complaintHolds',
    run: ({ record, found, policy }) =>
      DEVICE.includes(record.kind) && wanted(record, policy) ? hold(record, found, policy, null) : [],
  })

/**
 * At acceptance the kind is settled. What turns out to be no complaint about a device speaks no longer against the goods; quality
 * still has to release them.
 */
const accepted = reaction<Complaint, unknown, Found>({
  on: 'complaint.accept',
  clause: 'S01-4.7b',
  find: 'complaintHolds',
  run: ({ record, found, policy }) =>
    DEVICE.includes(record.kind)
      ? wanted(record, policy)
        ? hold(record, found, policy, null)
        : []
      : found.holds
          .filter(item => item.mine && inForce(item))
          .map(item => hear(item, record, 'good', '受理分类：不涉及产品质量')),
})

/** What verification on site and the retained sample say together; one bad result is enough. */
const verdictOf = (complaint: Complaint): { readonly verdict: Verdict; readonly note: string } | null => {
  if (complaint.sampleResult === 'nonconforming')
    return { verdict: 'bad', note: complaint.sampleNote ?? '留样复验不合格' }
  if (complaint.finding === 'defect') return { verdict: 'bad', note: complaint.findingNote ?? '现场核实有质量缺陷' }
  if (complaint.finding === 'no-defect') return { verdict: 'good', note: complaint.findingNote ?? '现场核实无缺陷' }
  if (complaint.finding === 'undetermined')
    return { verdict: 'undetermined', note: complaint.findingNote ?? '现场核实无法判定' }
  return null
}

/** S01-4.5, S01-4.7: the finding frees or confirms; a bad one stops the goods where nothing has stopped them yet. */
const verified = (on: string): Reaction =>
  reaction<Complaint, unknown, Found>({
    on,
    clause: 'S26-2.3a',
    find: 'complaintHolds',
    run: ({ record, found, policy }) => {
      const result = verdictOf(record)
      if (!result || !DEVICE.includes(record.kind)) return []
      const mine = found.holds.filter(item => item.mine && inForce(item))
      if (mine.length > 0) return mine.map(item => hear(item, record, result.verdict, result.note))
      return result.verdict === 'bad' ? hold(record, found, policy, result.note) : []
    },
  })

/** A complaint that was none: the customer only asked. */
const wasNone = reaction<Complaint, { readonly reason?: string }, Found>({
  on: 'complaint.judge-not-complaint',
  clause: 'S26-2.3a',
  find: 'complaintHolds',
  run: ({ record, input, found }) =>
    found.holds
      .filter(item => item.mine && inForce(item))
      .map(item => hear(item, record, 'good', `判定不属投诉：${input.reason ?? ''}`)),
})

/** A complaint that goes on as another: that one stands behind the stop from now on. */
const merged = reaction<Complaint, unknown, Found>({
  on: 'complaint.merge',
  clause: 'S01-4.7b',
  find: 'complaintHolds',
  run: ({ record, found }) =>
    found.holds
      .filter(item => item.mine && inForce(item))
      .flatMap(item => [
        ...(found.target ? [hear(item, found.target, null, `${record.number} 并入`)] : []),
        hear(item, record, 'good', `并入 ${found.target?.number ?? '另一件投诉'}`),
      ]),
})

/**
 * S01-4.1a: the hazard came back. What had been freed is held again, and the stop that is still there hears that its good
 * finding is in question.
 */
const reopened = reaction<Complaint & { readonly reopenReason: string | null }, unknown, Found>({
  on: 'complaint.reopen',
  clause: 'S01-4.7b',
  find: 'complaintHolds',
  run: ({ record, found, policy }) => {
    if (!DEVICE.includes(record.kind) || !wanted(record, policy)) return []
    const why = `重新打开：${record.reopenReason ?? record.title}`
    const joined = found.holds.find(item => item.covers && inForce(item))
    if (joined) return [{ ...hear(joined, record, null, why), ...(!joined.mine && { link: 'hold' }) }]
    const others = found.holds.filter(item => !item.mine || item.state === 'closed')
    return hold({ ...record, title: why }, { ...found, holds: others }, policy, null)
  },
})

/** S24-2.1a–2.4a, F7: what the picker or checker stops is held at once, whatever else holds it; quality re-checks. */
const shipmentStopped = reaction<
  { readonly id: string; readonly number: string; readonly finding: string | null },
  unknown,
  readonly StoppedLine[]
>({
  on: 'shipment.stop',
  clause: 'S26-2.1a',
  find: 'stoppedLines',
  run: ({ record, found }) =>
    found
      .map(line => ({ ...line, problem: line.note ?? record.finding ?? '发货环节发现质量疑问' }))
      .map(line => ({
        command: 'stop-sale.place',
        link: 'hold',
        input: {
          source: 'outbound-check',
          scope: line.serials.length > 0 ? 'serials' : 'lot',
          productId: line.productId,
          lotId: line.lotId,
          ...(line.serials.length > 0 && { serials: [...line.serials] }),
          reason: `${record.number} ${line.problem}`,
          problem: line.problem,
          cause: { procedure: 'shipment', id: record.id, number: record.number },
        },
      })),
})

/** A notice as this procedure hears it. */
interface Notice {
  readonly id: string
  readonly number: string
  readonly state: string
  readonly kind: string
  readonly drill: boolean
  readonly reason: string
  readonly allToldAt: string | null
}

/** So much of a notice's reason goes into the reason of the stop. */
const REASON = 3900

/** S26-6a: what is called back, or what buyers are asked to stop, is not sold by the company itself either. */
const decided = reaction<Notice, unknown, readonly UnheldGoods[]>({
  on: 'notice.approve',
  clause: 'S26-6a',
  find: 'unheldLots',
  run: ({ record, found }) =>
    record.state === 'approved' && !record.drill && (record.kind === 'recall' || record.kind === 'suspend')
      ? found.map(({ productId, lotIds, serials }) => ({
          command: 'stop-sale.place',
          link: 'hold',
          input: {
            source: 'recall',
            scope: serials.length > 0 ? 'serials' : 'lot',
            productId,
            lotIds: [...lotIds],
            ...(serials.length > 0 && { serials: [...serials] }),
            reason: `${record.number} ${record.reason.slice(0, REASON)}`,
            cause: { procedure: 'notice', id: record.id, number: record.number },
          },
        }))
      : [],
})

/** A suspend notice went out: its buyers are among those who must hear of the release (X30). */
const noticeSent = reaction<Notice, unknown, readonly NoticeHold[]>({
  on: 'notice.send',
  clause: 'S01-4.5b',
  find: 'noticeHolds',
  run: ({ record, found }) =>
    record.kind === 'suspend'
      ? found
          .filter(({ state }) => state !== 'released' && state !== 'closed')
          .map(item => ({
            command: 'stop-sale.note-notice',
            on: item.id,
            input: { noticeId: record.id, number: record.number },
          }))
      : [],
})

/** A notice to resume reached the last of its buyers; that it was written is not enough (TL04). */
const everybodyTold = (on: string): Reaction =>
  reaction<Notice, unknown, readonly NoticeHold[]>({
    on,
    clause: 'S01-4.5b',
    find: 'noticeHolds',
    run: ({ record, found }) =>
      record.kind === 'resume' && record.allToldAt !== null
        ? found
            .filter(item => item.state === 'releasing' && item.waits)
            .map(item => ({
              command: 'stop-sale.tell-released',
              on: item.id,
              input: { noticeId: record.id, note: `${record.number} 已告知全部单位` },
            }))
        : [],
  })

/** What happens elsewhere and makes this procedure act. */
export const reactions: readonly Reaction[] = [
  precaution('complaint.open'),
  precaution('complaint.correct'),
  accepted,
  verified('complaint.verify'),
  verified('complaint.record-sample-test'),
  wasNone,
  merged,
  reopened,
  shipmentStopped,
  decided,
  noticeSent,
  ...['notice.mark-told', 'notice.record-call', 'notice.acknowledge', 'notice.state-quantities'].map(everybodyTold),
]
