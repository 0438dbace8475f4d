import { addDays, addMilliseconds, type Day, dayOf, daysBetween, endOfDay, HOUR, type Instant } from '../kernel/time.ts'
import type { Today } from './complaint-today.ts'
import { type InquiryEnd, type InquirySubject, type InquiryTurns, inquirySteps } from './inquiry-story.ts'
import { earlier } from './office-hours.ts'
import { type Story, storyOf } from './scheduler.ts'
import { type Chance, chance } from './world/chance.ts'
import { fits } from './world/complaint-texts.ts'
import { fillIn, wards } from './world/complaints/complaint-text.ts'
import type { InquiryText } from './world/inquiries/inquiry-text.ts'
import { inquiryTexts } from './world/inquiry-texts.ts'

const FINISHED = 56

/** Inquiries of the last eighteen months, and those that are open now. */
export function inquiryStories(today: Today, since: Day): Story[] {
  const { now, stage, office } = today
  const { zone } = stage.kernel
  const luck = chance(`inquiries ${dayOf(now, zone)}`)
  const span = daysBetween(since, addDays(dayOf(now, zone), -18))
  const past = Array.from({ length: FINISHED }, (_, index) => {
    const text = inquiryTexts[(index * 7) % inquiryTexts.length] as InquiryText
    const at = office.on(addDays(since, Math.round(span * luck.next())))
    const turns: InquiryTurns = {
      end: index % 28 === 3 ? 'voided' : 'closed',
      late: luck.next() < 0.08,
      sentBack: luck.next() < 0.06,
      refused: luck.next() < 0.05,
    }
    return storyOf(inquirySteps(today, subjectOf(today, text, luck), at, turns))
  })
  return [...past, ...openNow(today, luck)]
}

/** Open ones: two promises for today, one that is late, the rest in the days to come. */
function openNow(today: Today, luck: Chance): Story[] {
  const { now, stage } = today
  const tonight = addMilliseconds(endOfDay(dayOf(now, stage.kernel.zone), stage.kernel.zone), -20 * 60_000)
  const inHours = (hours: number): Instant => addMilliseconds(now, hours * HOUR)
  const plans: readonly (readonly [InquiryEnd, number, Instant?])[] = [
    ['registered', 0.5],
    ['registered', 2.2],
    ['forwarded', 5],
    ['forwarded', 22],
    ['planned', 27, inHours(-1.2)],
    ['planned', 30, earlier(inHours(2.5), tonight)],
    ['planned', 46, inHours(27)],
    ['planned', 50, inHours(51)],
    ['handled', 52, inHours(30)],
    ['answered', 72, inHours(20)],
  ]
  return plans.map(([end, age, expectedAt], index) => {
    const text = inquiryTexts[(index * 5 + 2) % inquiryTexts.length] as InquiryText
    const receivedAt = addMilliseconds(now, -age * HOUR)
    const steps = inquirySteps(today, subjectOf(today, { ...text, urgent: false }, luck), receivedAt, {
      end,
      ...(expectedAt && { expectedAt }),
    })
    const limit = addMilliseconds(earlier(expectedAt ?? now, now), -6 * 60_000)
    return storyOf(squeezed(steps, receivedAt, limit))
  })
}

/** Steps that would come after the limit are brought forward in proportion, for the story has to have come so far. */
function squeezed<Step extends { readonly at: Instant }>(
  steps: readonly Step[],
  from: Instant,
  limit: Instant,
): Step[] {
  const start = Date.parse(from)
  const end = Math.max(...steps.map(step => Date.parse(step.at)))
  const room = Date.parse(limit) - start
  if (end - start <= room) return [...steps]
  return steps.map(step => ({
    ...step,
    at: addMilliseconds(from, ((Date.parse(step.at) - start) / (end - start)) * room),
  }))
}

/** Somebody who might ask this. */
function subjectOf({ world }: Today, text: InquiryText, luck: Chance): InquirySubject {
  const fitting = text.family === null ? [] : world.products.filter(product => fits(text, product))
  const product = fitting.length > 0 ? luck.pick(fitting) : null
  const told = `${text.title}${text.description}`
  const kind = /社区|卫生服务/.test(told) ? 'clinic' : /药店|经销|门店/.test(told) ? 'dealer' : 'hospital'
  const party = luck.pick(world.parties.filter(item => item.customerKind === kind))
  const lot = world.lots.find(item => item.productId === product?.id)
  const values = {
    ward: luck.pick(wards),
    qty: String(luck.between(2, 8)),
    lot: lot?.lotNo ?? '（见随货单）',
    model: product?.model ?? '该产品',
    contact: party.contacts[0]?.name ?? party.name,
  }
  const filled = (template: string): string => fillIn(template, values)
  return {
    party,
    product,
    luck,
    text: {
      ...text,
      title: filled(text.title),
      description: filled(text.description),
      expectation: filled(text.expectation),
      measures: filled(text.measures),
      answer: filled(text.answer),
      contactNotes: text.contactNotes.map(filled),
    },
  }
}
