import type { RecordBase } from '../kernel/record.ts'
import {
  addDays,
  addMilliseconds,
  type Day,
  dayOf,
  daysBetween,
  HOUR,
  type Instant,
  instantAt,
} from '../kernel/time.ts'
import { complaintCase } from './complaint-case.ts'
import { screenOf } from './complaint-course.ts'
import { finishedComplaint, turnsOf } from './complaint-story.ts'
import { subjectFor, type Today, textTitled } from './complaint-today.ts'
import { type InquirySubject, inquirySteps } from './inquiry-story.ts'
import { type Story, storyOf } from './scheduler.ts'
import { type Subject, subjectOf } from './subject.ts'
import { type Chance, chance } from './world/chance.ts'
import { complaintTexts } from './world/complaint-texts.ts'
import type { InquiryText } from './world/inquiries/inquiry-text.ts'

/** Complaints that are done by now, apart from those with a story of their own. */
const FINISHED = 124
/** A complaint received this many days ago is closed by now, also after a long holiday. */
const SETTLED_DAYS = 21

/** The last eighteen months: complaints that came and were closed, merged, voided, or turned out to be none. */
export function pastComplaints(today: Today, since: Day): Story[] {
  const { world, now, stage } = today
  const { zone } = stage.kernel
  const luck = chance(`past complaints ${dayOf(now, zone)}`)
  const last = addDays(dayOf(now, zone), -SETTLED_DAYS)
  const span = daysBetween(since, last)
  const stories: Story[] = []
  let texts = shuffled(complaintTexts, luck)
  for (let count = 0, tries = 0; count < FINISHED && tries < FINISHED * 4; tries += 1) {
    if (texts.length === 0) texts = shuffled(complaintTexts, luck)
    const text = texts.pop()
    if (!text) break
    // Somewhat more of them lately than a year ago.
    const day = addDays(since, Math.round(span * luck.next() ** 0.8))
    const receivedAt = received(today, day, text.urgent, luck)
    const subject = withTurnedKind(
      subjectOf(world, withUrgency(text, luck), dayOf(receivedAt, zone), `past ${tries}`),
      luck,
    )
    if (!subject) continue
    count += 1
    const early = daysBetween(dayOf(receivedAt, zone), dayOf(now, zone)) > 60
    const { reopened, ...turns } = turnsOf(luck, subject.text)
    const complaint = finishedComplaint(today, subject, receivedAt, {
      ...turns,
      ...(reopened && early && { reopened }),
    })
    stories.push(storyOf(complaint.steps))
    if (count % 22 === 5 && screenOf(subject.text) === 'not-reportable')
      stories.push(duplicate(today, complaint, receivedAt, count % 44 === 5))
  }
  return [
    ...stories,
    ...endedOtherwise(today, since, span, luck),
    ...fromInquiries(today, since, span, luck),
    ...reopenedNow(today),
  ]
}

/** When a complaint of the day came in: in office hours, an urgent one now and then at night. */
function received({ office, stage }: Today, day: Day, urgent: boolean, luck: Chance): Instant {
  if (urgent && luck.next() < 0.3)
    return addMilliseconds(
      instantAt(day, luck.pick(['06:40', '19:20', '21:10', '22:30']), stage.kernel.zone),
      luck.between(0, 50) * 60_000,
    )
  return office.on(day)
}

function shuffled<T>(items: readonly T[], luck: Chance): T[] {
  const list = [...items]
  for (let index = list.length - 1; index > 0; index -= 1) {
    const other = luck.between(0, index)
    ;[list[index], list[other]] = [list[other] as T, list[index] as T]
  }
  return list
}

/** A lost function makes a case urgent; whether it is lost differs from customer to customer. */
const withUrgency = (text: (typeof complaintTexts)[number], luck: Chance): (typeof complaintTexts)[number] =>
  text.severity === 'S3' && text.kind === 'quality' && luck.next() < 0.3 ? { ...text, urgent: true } : text

/** What a consumer bought at the counter comes back as a wish for exchange or return. */
function withTurnedKind(subject: Subject | null, luck: Chance): Subject | null {
  const bought = subject?.party.customerKind === 'consumer' && subject.text.kind === 'quality'
  if (!bought || luck.next() < 0.2) return subject
  return { ...subject, text: { ...subject.text, kind: 'consumer-return' } }
}

/** The same thing told once more by somebody else of the customer. */
function duplicate(
  today: Today,
  complaint: ReturnType<typeof finishedComplaint>,
  receivedAt: Instant,
  atOnce: boolean,
): Story {
  const { stage, known } = today
  const twin = complaintCase(stage, known, { ...complaint.subject, luck: chance(`twin ${receivedAt}`) })
  const at = addMilliseconds(receivedAt, 5.2 * HOUR)
  if (atOnce) {
    twin.open(at, { by: 'sales', input: () => ({ duplicateOf: complaint.id(), notDuplicate: false }) })
    return storyOf(twin.steps)
  }
  twin.open(at, { by: 'service-desk-2' })
  const steps = [
    ...twin.steps,
    {
      at: addMilliseconds(at, 0.8 * HOUR),
      act: () =>
        stage.does('service-head', 'complaint.merge', {
          on: twin.id(),
          input: { into: complaint.id(), reason: '同一科室就同一问题再次来电，合并办理' },
        }),
    },
  ]
  return storyOf(steps)
}

/** Entries made in error, and feedback that is no complaint and goes on as an inquiry. */
function endedOtherwise(today: Today, since: Day, span: number, luck: Chance): Story[] {
  const { stage, known, world, office } = today
  const { zone } = stage.kernel
  const voided = ['制氧机噪音大', '体温计不开机', '敷贴引起皮肤红疹', '便携式制氧机充不进电'].map((title, index) => {
    const at = office.on(addDays(since, 30 + Math.round(span * luck.next() * 0.9)))
    const complaint = complaintCase(
      stage,
      known,
      subjectFor(world, { ...textTitled(title), urgent: false }, dayOf(at, zone), `void ${index}`, {}),
    )
    complaint.open(at)
    const settled = office.after(at, 1.5)
    complaint.settleHold(settled)
    complaint.step(office.after(settled, 0.5), 'quality-head', 'void', {
      reason: '登记时选错客户，已按正确客户重新登记。',
    })
    return storyOf(complaint.steps)
  })
  const none = [
    '老年顾客反映按键标识看不清',
    '查询试剂运输温度记录',
    '到货批号效期太短',
    '采血针帽拧不下来',
    '袖带搭扣粘不住',
  ].map((title, index) => {
    const at = office.on(addDays(since, 30 + Math.round(span * luck.next() * 0.9)))
    const text = { ...textTitled(title), urgent: false }
    const subject = subjectFor(world, text, dayOf(at, zone), `none ${index}`, {})
    const complaint = complaintCase(stage, known, subject)
    complaint.open(at)
    const judged = office.after(at, luck.between(5, 20) / 10)
    complaint.step(judged, 'service-head', 'judge-not-complaint', {
      reason: '客户只是询问，并无不满，产品也无缺陷，按咨询办理。',
    })
    complaint.settleHold(office.after(judged, 1))
    const taken: InquirySubject = {
      text: inquiryTextFrom(subject),
      party: subject.party,
      product: subject.product,
      luck: subject.luck,
    }
    const steps = inquirySteps(today, taken, addMilliseconds(judged, -10 * 60_000), {
      end: 'closed',
      record: () => startedBy(today, 'inquiry', complaint.id()),
    })
    return storyOf([
      ...complaint.steps,
      ...steps.map(step => ({ ...step, at: step.at > judged ? step.at : addMilliseconds(judged, 1_000) })),
    ])
  })
  return [...voided, ...none]
}

/** Inquiries that turn out to be complaints. */
function fromInquiries(today: Today, since: Day, span: number, luck: Chance): Story[] {
  const { stage, world, office } = today
  const { zone } = stage.kernel
  return ['配件等了一个月', '修好一周又坏', '承诺的备用机没有送到'].map((title, index) => {
    const at = office.on(addDays(since, 40 + Math.round(span * luck.next() * 0.85)))
    const subject = subjectFor(world, textTitled(title), dayOf(at, zone), `turned ${index}`, {})
    const inquiry = inquirySteps(
      today,
      { text: inquiryTextFrom(subject), party: subject.party, product: null, luck: subject.luck },
      at,
      { end: 'became-complaint' },
    )
    let inquiryId = ''
    const turned = inquiry.at(-1)?.at ?? at
    const remembered = inquiry.map((step, nth) =>
      nth === inquiry.length - 1
        ? {
            ...step,
            act: async () => {
              inquiryId = ((await step.act()) as RecordBase).id
            },
          }
        : step,
    )
    const complaint = finishedComplaint(today, subject, addMilliseconds(turned, 60_000), {}, () =>
      startedBy(today, 'complaint', inquiryId),
    )
    return storyOf([...remembered, ...complaint.steps])
  })
}

/** Two complaints that were closed and are open again. */
function reopenedNow(today: Today): Story[] {
  const { stage, world, now } = today
  const { zone } = stage.kernel
  return ['制氧机噪音大', '电刀输出不稳'].map((title, index) => {
    const receivedAt = addMilliseconds(now, -(24 + index * 4) * 24 * HOUR)
    const text = { ...textTitled(title), urgent: false }
    const complaint = finishedComplaint(
      today,
      subjectFor(world, text, dayOf(receivedAt, zone), `again ${index}`, {}),
      receivedAt,
    )
    const reopened = addMilliseconds(now, -(27 + index * 21) * HOUR)
    complaint.step(reopened, 'quality', 'reopen', { reason: '客户回访时反映问题又出现，要求继续处理。' })
    complaint.contact(addMilliseconds(reopened, HOUR))
    return storyOf(complaint.steps)
  })
}

/** What a step of another procedure has started. */
async function startedBy({ stage }: Today, procedure: string, id: string): Promise<RecordBase> {
  const { db } = stage.kernel
  const row = await db
    .selectFrom('link')
    .select('toId')
    .where('fromId', '=', id)
    .where('toProcedure', '=', procedure)
    .executeTakeFirst()
  if (!row) throw new Error(`${id} has started no ${procedure}`)
  return { id: row.toId } as RecordBase
}

/** A complaint's words as an inquiry. */
const inquiryTextFrom = ({ text }: Subject): InquiryText => ({
  kind: 'service',
  family: text.family,
  title: text.title,
  description: text.description,
  expectation: text.request,
  urgent: text.urgent,
  department: 'after-sales',
  measures: text.opinion,
  days: 2,
  answer: text.reply,
  contactNotes: text.contactNotes,
  satisfaction: text.satisfaction,
})
