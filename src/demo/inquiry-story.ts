import type { RecordBase } from '../kernel/record.ts'
import { addLocalDays, addMilliseconds, HOUR, type Instant } from '../kernel/time.ts'
import type { Department } from '../procedures/complaint/taxonomy.ts'
import type { Planning } from './complaint-course.ts'
import { idIn } from './master-data.ts'
import { later } from './office-hours.ts'
import type { PlannedStep } from './scheduler.ts'
import type { Chance } from './world/chance.ts'
import type { InquiryText } from './world/inquiries/inquiry-text.ts'
import type { DemoParty } from './world/party-table.ts'
import type { DemoProduct } from './world/products.ts'

/** Where an inquiry ends; those before `closed` are open now. */
export type InquiryEnd =
  | 'registered'
  | 'forwarded'
  | 'planned'
  | 'handled'
  | 'answered'
  | 'closed'
  | 'became-complaint'
  | 'voided'

/** Who asks what. */
export interface InquirySubject {
  readonly text: InquiryText
  readonly party: DemoParty
  readonly product: DemoProduct | null
  readonly luck: Chance
}

/** Who fills in the record in each department. */
const hands: Readonly<Record<Department, string>> = {
  quality: 'quality-2',
  service: 'service-desk-2',
  'after-sales': 'after-sales',
  technology: 'technician',
  sales: 'sales',
  warehouse: 'warehouse',
  finance: 'finance',
}

/** What a course of an inquiry may take differently. */
export interface InquiryTurns {
  readonly end: InquiryEnd
  /** The department was later than it had said. */
  readonly late?: boolean
  readonly sentBack?: boolean
  readonly refused?: boolean
  /** When the department wants to be done, for inquiries that are still open. */
  readonly expectedAt?: Instant
  /** Takes up an inquiry that something else opened, instead of registering one. */
  readonly record?: () => Promise<RecordBase>
}

const ORDER: readonly InquiryEnd[] = ['registered', 'forwarded', 'planned', 'handled', 'answered', 'closed']

/** The steps of one inquiry from its receipt to where it ends. */
export function inquirySteps(
  { stage, known, office }: Planning,
  subject: InquirySubject,
  receivedAt: Instant,
  turns: InquiryTurns,
): PlannedStep[] {
  const { text, party, product, luck } = subject
  const { zone } = stage.kernel
  const steps: PlannedStep[] = []
  const desk = luck.pick(['service-desk', 'service-desk', 'service-desk-2'])
  const hand = hands[text.department]
  let id = ''
  const step = (at: Instant, by: string, command: string, input: object | (() => object)): void => {
    steps.push({
      at,
      act: () => stage.does(by, `inquiry.${command}`, { on: id, input: typeof input === 'function' ? input() : input }),
    })
  }
  const reaches = (end: InquiryEnd): boolean =>
    turns.end === 'became-complaint' || turns.end === 'voided'
      ? end === 'registered'
      : ORDER.indexOf(turns.end) >= ORDER.indexOf(end)
  const opened = addMilliseconds(receivedAt, luck.between(3, 14) * 60_000)
  const contact = party.contacts[0]
  steps.push({
    at: opened,
    act: async () => {
      const record = turns.record
        ? await turns.record()
        : await stage.does(desk, 'inquiry.open', {
            input: {
              kind: text.kind,
              partyId: idIn(known, party.id),
              ...(contact && { contactPerson: contact.name }),
              ...(contact?.phone && { phone: contact.phone }),
              ...(product && { productId: idIn(known, product.id) }),
              title: text.title,
              description: text.description,
              expectation: text.expectation,
              channel: luck.pick(['telephone', 'telephone', 'telephone', 'e-mail', 'web', 'fax', 'on-site']),
              urgency: text.urgent ? 'urgent' : 'general',
              receivedAt,
            },
          })
      id = record.id
    },
  })
  if (turns.end === 'voided') {
    step(office.after(opened, 1.5), 'service-head', 'void', { reason: '同一来电重复登记，已在另一件中办理。' })
    return steps
  }
  if (turns.end === 'became-complaint') {
    step(office.after(opened, luck.between(5, 20) / 10), 'service-head', 'turn-into-complaint', {
      reason: '进一步沟通后，客户明确表示不满并要求处理，属投诉。',
      kind: product ? 'maintenance' : 'service',
      notDuplicate: true,
    })
    return steps
  }
  if (!reaches('forwarded')) return steps
  const contacted = office.after(
    opened,
    luck.between(2, 30) / 10,
    addMilliseconds(receivedAt, (text.urgent ? 8 : 24) * HOUR),
  )
  step(contacted, desk, 'record-contact', { content: text.contactNotes[0] ?? '与客户确认请求与期望。' })
  const forwarded = office.after(contacted, luck.between(1, 8) / 10)
  step(forwarded, desk, 'forward', () => ({
    department: text.department,
    handlerId: stage.as(hand).id,
    understood: true,
  }))
  if (!reaches('planned')) return steps
  const planned = office.after(forwarded, luck.between(3, 40) / 10)
  const expected = turns.expectedAt ?? later(addLocalDays(planned, text.days, zone), addMilliseconds(planned, 4 * HOUR))
  step(planned, hand, 'plan', { expectedAt: expected, measures: text.measures })
  if (!reaches('handled')) return steps
  let handled = turns.late
    ? office.after(expected, luck.between(20, 90) / 10)
    : office.after(planned, Math.max(1, text.days * 24 * luck.next() - 4), expected)
  if (turns.refused) {
    const at = addMilliseconds(planned, 10 * 60_000)
    steps.push({ at, act: () => stage.fails(desk, 'inquiry.close', { on: id, input: { satisfaction: 'satisfied' } }) })
  }
  step(handled, hand, 'handle', { measures: text.measures, result: text.answer })
  if (turns.sentBack) {
    const back = office.after(handled, 1)
    step(back, 'service-head', 'supervise', {
      asPlanned: false,
      note: '客户要求的内容只办了一半，请补齐后再交回。',
      sendBack: true,
    })
    handled = office.after(back, luck.between(20, 60) / 10)
    step(handled, hand, 'handle', { measures: text.measures, result: `${text.answer}遗漏部分已补齐。` })
  }
  if (!reaches('answered')) return steps
  const answered = office.after(handled, luck.between(5, 30) / 10)
  step(answered, text.kind === 'enquiry' && text.department === 'quality' ? 'quality' : desk, 'answer', {
    toldHow: luck.pick(['telephone', 'telephone', 'e-mail', 'message']),
    answer: text.answer,
  })
  const supervised = office.after(answered, luck.between(4, 20) / 10)
  step(supervised, 'service-head', 'supervise', {
    asPlanned: !turns.late,
    note: turns.late ? '晚于预计时间，已提醒部门提前安排人手。' : '办理时间和措施与计划一致。',
  })
  if (!reaches('closed')) return steps
  step(office.after(supervised, luck.between(10, 40) / 10), 'service-head', 'close', {
    satisfaction: text.satisfaction,
    ...(text.satisfaction === 'dissatisfied' && { satisfactionNote: '希望下次提前通知。' }),
  })
  return steps
}
