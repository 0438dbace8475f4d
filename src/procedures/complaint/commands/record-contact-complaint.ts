import { z } from 'zod'
import type { Asked } from '../../../kernel/command.ts'
import { type Refusals, refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { dayOf } from '../../../kernel/time.ts'
import { choice, line, moment, paragraph, yesNo } from '../../../vocabulary/entry-field.ts'
import { happened, notBefore, notInFuture } from '../../../vocabulary/event-time.ts'
import { HANDLE } from '../case-roles.ts'
import type { ComplaintRow } from '../complaint.ts'
import { complaintCommand } from '../complaint-command.ts'
import type { ComplaintContact } from '../complaint-rows.ts'
import { UNDER_WAY } from '../complaint-states.ts'
import { contactsOn, nextDailyContact } from '../daily-contact.ts'
import { RECEIPT } from '../fields.ts'
import { urgentDailyMinimum, urgentDailyTarget } from '../policies.ts'
import { contactWays } from '../taxonomy.ts'

const AT = text('联系时间', 'Contacted at')

const input = z.object({
  contactedAt: moment(AT).optional(),
  way: choice(text('方式', 'Way'), contactWays).default('telephone'),
  withWhom: line(text('联系对象', 'Spoken with'), { personal: true }).optional(),
  reached: yesNo(text('已联系上', 'Customer reached')).default(true),
  content: paragraph(text('沟通内容', 'What was said')),
  problem: paragraph(text('确定的问题', 'Problem as established'), {
    hint: text('首次联系须确定问题', 'the first contact establishes the problem'),
  }).optional(),
  plan: paragraph(text('与客户商定的解决方案', 'Solution plan settled with the customer'), {
    hint: text('紧迫问题首次联系必填', 'needed at the first contact of an urgent case'),
  }).optional(),
  reportedTo: line(text('已上报的部门主管', 'Head of department who was told'), {
    hint: text('紧迫问题首次联系必填', 'needed at the first contact of an urgent case'),
  }).optional(),
})

type Facts = { readonly contacts: readonly ComplaintContact[] }
type Contacting = Asked<ComplaintRow, Facts, z.infer<typeof input>, unknown>

/** S28-4.5f–h: the customer is contacted in time, and every day while an urgent problem is open. */
export const recordContact = complaintCommand('record-contact', {
  title: text('登记与客户联系', 'Record a contact'),
  fulfils: ['S28-4.5f', 'S28-4.5g', 'S28-4.5h', 'S28-4.5i', 'S28-3.1d', 'S28-4.3c', 'S02-4.3.1b', 'S02-4.3.1d'],
  from: ['registered', ...UNDER_WAY],
  by: HANDLE,
  input,
  facts: ['contacts'],
  check: asked => [
    notInFuture(asked.input.contactedAt, asked.now, 'contactedAt', AT),
    notBefore(asked.input.contactedAt, asked.record.receivedAt, 'contactedAt', AT, RECEIPT),
    ...firstContactRefusals(asked),
  ],
  change: asked => {
    const { record, input, newId, now, actor, zone } = asked
    const at = happened(input.contactedAt, now)
    const rows = [{ child: 'contact', insert: contactRow(asked, newId(), at) }]
    if (!input.reached) return { rows }
    const daily = record.urgency === 'urgent' ? dailyClocks(asked, at) : {}
    const earlier = !record.firstContactAt || at < record.firstContactAt
    const later = !record.lastContactAt || at > record.lastContactAt
    return {
      set: {
        ...(earlier && { firstContactAt: at }),
        ...(later && { lastContactAt: at }),
        ...(daily.open?.[0] && { dailyContactDay: daily.open[0].key }),
        ...(record.handlerId === null &&
          actor.roles.includes('case-handler') && { handlerId: actor.id, handlerName: actor.name }),
      },
      rows,
      meet: [{ deadline: 'contact', at }, ...(daily.meet ?? [])],
      open: daily.open,
    }
    function dailyClocks({ facts, policy }: Contacting, contactedAt: string) {
      const day = dayOf(contactedAt, zone)
      const waited = record.dailyContactDay
      if (!waited) {
        const first = nextDailyContact(record, contactedAt, zone)
        return { open: first ? [first] : [] }
      }
      if (day < waited) return {}
      // The day is done when its least number of contacts is reached; the contact of today is not among the facts yet.
      const enough = contactsOn(facts.contacts, day, zone) + 1 >= policy(urgentDailyMinimum)
      const next = enough ? nextDailyContact(record, contactedAt, zone) : null
      return next ? { meet: [{ deadline: 'daily-contact', key: waited, at: contactedAt }], open: [next] } : {}
    }
  },
  tell: ({ record, input }) => {
    const whom = input.withWhom ?? record.contactPerson ?? record.partyName
    const way = contactWays[input.way]
    return input.reached
      ? text(`${way.zh}联系${whom}：${input.content}`, `contacted ${whom} (${way.en.toLowerCase()}): ${input.content}`)
      : text(
          `${way.zh}联系${whom}，未联系上：${input.content}`,
          `tried to contact ${whom} (${way.en.toLowerCase()}), not reached: ${input.content}`,
        )
  },
  fill: ({ record, now }) => ({
    contactedAt: now,
    way: 'telephone' as const,
    reached: true,
    ...(record.contactPerson && { withWhom: record.contactPerson }),
  }),
  remark: ({ record, facts, policy, now, zone }) => {
    if (record.urgency !== 'urgent' || record.solvedAt) return null
    const today = contactsOn(facts.contacts, dayOf(now, zone), zone)
    const [least, target] = [policy(urgentDailyMinimum), policy(urgentDailyTarget)]
    return text(
      `紧迫问题每天至少 ${least} 次、目标 ${target} 次，今天已 ${today} 次。`,
      `Urgent: at least ${least} a day, target ${target}; ${today} today.`,
    )
  },
  rank: 8,
})

/** The first contact settles what S28 asks of it; further ones are free. */
function firstContactRefusals({ record, input, facts }: Contacting): Refusals {
  if (!input.reached || facts.contacts.some(item => item.reached)) return []
  if (record.urgency === 'general')
    return [
      !input.problem &&
        refuse(
          'problem-missing',
          text(
            '首次联系须与客户确定问题，请填写“确定的问题”；没联系上请选“未联系上”。',
            'The first contact establishes the problem: write it down, or say that the customer was not reached.',
          ),
          { field: 'problem', clause: 'S28-4.5f' },
        ),
    ]
  return [
    !input.plan &&
      refuse(
        'plan-missing',
        text(
          '紧迫问题的首次联系须与客户商定解决方案，请填写。',
          'The first contact of an urgent case settles a plan with the customer: enter it.',
        ),
        { field: 'plan', clause: 'S28-4.5g' },
      ),
    !input.reportedTo &&
      refuse(
        'report-missing',
        text(
          '紧迫问题须同时上报部门主管，请填写已上报的主管。',
          'An urgent case is reported to the head of department: enter who was told.',
        ),
        { field: 'reportedTo', clause: 'S28-4.5g' },
      ),
  ]
}

const contactRow = ({ record, input, now, actor }: Contacting, id: string, contactedAt: string) => ({
  id,
  at: now,
  byId: actor.id,
  byName: actor.name,
  contactedAt,
  way: input.way,
  withWhom: input.withWhom ?? record.contactPerson,
  reached: input.reached,
  content: input.content,
  problem: input.problem ?? null,
  plan: input.plan ?? null,
  reportedTo: input.reportedTo ?? null,
})
