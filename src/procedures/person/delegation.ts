import { z } from 'zod'
import type { Asked, ChildWrite, Situation } from '../../kernel/command.ts'
import { policy } from '../../kernel/policy.ts'
import { type Refusal, type Refusals, refuse } from '../../kernel/refusal.ts'
import { text } from '../../kernel/text.ts'
import { dayOf, daysBetween } from '../../kernel/time.ts'
import { roles as allRoles, type RoleId, roleIds } from '../../vocabulary/role.ts'
import { brokenBy } from '../../vocabulary/segregation.ts'
import { type Delegation, type DeputyAsked, overlap, standing } from './deputy.ts'
import { type PersonRow, roleTitles } from './person.ts'

/** Longest time for which a role may be handed to a deputy; whoever is needed longer is given the role. */
export const longestDelegation = policy({
  key: 'person.delegation_max_days',
  title: text('角色委托最长天数', 'A role is delegated for at most'),
  schema: z.int().min(1).max(366),
  default: 60,
  unit: text('天', 'days'),
  clauses: ['IT-deputy'],
  basis: 'ours',
})

/** Everybody who acts: an inspector of the authority only reads. */
export const ACTING: readonly RoleId[] = roleIds.filter(role => role !== 'authority-inspector')

/** A person arranges his own absence; an administrator does it for whoever cannot. */
export const refuseOthers = ({
  record,
  actor,
}: Pick<Situation<PersonRow, unknown>, 'record' | 'actor'>): Refusal | false =>
  actor.id !== record.id &&
  !actor.roles.includes('administrator') &&
  refuse(
    'not-own',
    text(
      `${record.name}的角色由本人委托，本人不能办理时由系统管理员代办。您自己的角色请在“我的签字”中委托。`,
      `${record.name} delegates roles in person, or an administrator does when that is not possible. Delegate your own under My signatures.`,
    ),
    { kind: 'forbidden', clause: 'IT-deputy' },
  )

/** Refuses days that are in the past or in the wrong order. */
export const spanRefusals = (span: { readonly from: string; readonly until: string }, today: string): Refusals => [
  span.from < today &&
    refuse(
      'from-past',
      text('不能补记过去的日期，请从今天或以后开始。', 'It begins today or later, never in the past.'),
      {
        field: 'from',
      },
    ),
  span.until < span.from &&
    refuse(
      'until-before-from',
      text('截止日期早于开始日期，请更正。', 'The last day is before the first: correct it.'),
      { field: 'until' },
    ),
]

/** What is asked: these roles of the record's person, to this deputy, in these days. */
export interface Proposed {
  readonly roles: readonly RoleId[]
  readonly from: string
  readonly until: string
  readonly deputy: DeputyAsked | undefined
}

/** Everything that speaks against a delegation; `fields` are the names of the input's fields. */
export function delegationRefusals(
  { record, actor, now, zone, policy: book }: Situation<PersonRow, unknown>,
  given: readonly Delegation[],
  { roles, from, until, deputy }: Proposed,
  fields: { readonly roles: string; readonly deputy: string },
): Refusals {
  const today = dayOf(now, zone)
  const span = { fromDay: from, untilDay: until }
  const most = book(longestDelegation)
  const notHeld = roles.filter(role => !record.roles.includes(role))
  const taken = standing(given, today).find(row => overlap(row, span) && row.roles.some(role => roles.includes(role)))
  return [
    daysBetween(from, until) >= most &&
      refuse(
        'too-long',
        text(
          `角色最长委托 ${most} 天，请缩短期限；需要更久的，请由系统管理员授予角色。`,
          `A role is delegated for at most ${most} days: choose fewer, or have an administrator grant the role.`,
        ),
        { field: 'until', clause: 'IT-deputy' },
      ),
    notHeld.length > 0 &&
      refuse(
        'role-not-held',
        text(
          `${record.name}没有“${roleTitles(notHeld).zh}”角色（代行的角色不能再委托），请只选本人的角色。`,
          `${record.name} does not hold "${roleTitles(notHeld).en}" (a role held as deputy is not passed on): choose roles of the person's own.`,
        ),
        { field: fields.roles },
      ),
    taken &&
      refuse(
        'already-delegated',
        text(
          `“${roleTitles(taken.roles).zh}”在 ${taken.fromDay} 至 ${taken.untilDay} 已委托${taken.toName}，请先终止该委托。`,
          `"${roleTitles(taken.roles).en}" is delegated to ${taken.toName} from ${taken.fromDay} to ${taken.untilDay}: first end that delegation.`,
        ),
        { field: fields.roles, clause: 'IT-deputy' },
      ),
    ...deputyRefusals(record, actor.id, { roles, from, until, deputy }, fields.deputy),
  ]
}

/** What speaks against this person as deputy. */
function deputyRefusals(
  record: PersonRow,
  actorId: string,
  { roles, from, until, deputy }: Proposed,
  field: string,
): Refusals {
  const span = { fromDay: from, untilDay: until }
  if (deputy?.state !== 'active')
    return [
      refuse(
        'deputy-unknown',
        text(
          '没有这位在用的人员，请从列表中选择代理人。',
          'There is no such active person: choose a deputy from the list.',
        ),
        { field },
      ),
    ]
  if (deputy.id === record.id)
    return [
      refuse('deputy-same', text('不能委托给本人，请另选代理人。', 'Nobody is his own deputy: choose somebody else.'), {
        field,
      }),
    ]
  const away = deputy.absences.find(row => overlap(row, span))
  const already = roles.filter(role => deputy.roles.includes(role))
  const also = deputy.standsIn.filter(row => overlap(row, span)).flatMap(row => row.roles)
  const broken = brokenBy([...deputy.roles, ...also], roles)
  return [
    deputy.id === actorId &&
      refuse(
        'deputy-oneself',
        text(
          '不能把别人的角色委托给自己，请由另一名管理员办理或另选代理人。',
          'Nobody takes the role of somebody else himself: choose another deputy, or have another administrator do it.',
        ),
        { kind: 'forbidden', field, clause: 'IT-separation' },
      ),
    deputy.roles.includes('authority-inspector') &&
      refuse(
        'inspector-alone',
        text('监管检查员账号只读，不能代理任何角色，请另选代理人。', 'An inspector only reads: choose another deputy.'),
        { field, clause: 'IT-permission' },
      ),
    already.length > 0 &&
      refuse(
        'deputy-holds',
        text(
          `${deputy.name}本来就有“${roleTitles(already).zh}”角色，可直接办理，无需委托该角色。`,
          `${deputy.name} holds "${roleTitles(already).en}" already and may act: leave that role out.`,
        ),
        { field },
      ),
    away &&
      refuse(
        'deputy-away',
        text(
          `${deputy.name}在 ${away.fromDay} 至 ${away.untilDay} 不在岗，请另选代理人或调整日期。`,
          `${deputy.name} is away from ${away.fromDay} to ${away.untilDay}: choose somebody else or other days.`,
        ),
        { field },
      ),
    broken &&
      refuse(
        'segregation',
        text(
          `${deputy.name}代行后将同时担任“${allRoles[broken.one].title.zh}”和“${allRoles[broken.other].title.zh}”（${broken.why.zh}），请另选代理人。`,
          `${deputy.name} would hold "${allRoles[broken.one].title.en}" and "${allRoles[broken.other].title.en}" at once (${broken.why.en}): choose another deputy.`,
        ),
        { kind: 'forbidden', field, clause: 'IT-deputy', detail: { rule: broken.rule } },
      ),
  ]
}

/** The row of a delegation. */
export const delegationWrite = (
  { newId, now, actor }: Pick<Asked<PersonRow, unknown, unknown, unknown>, 'newId' | 'now' | 'actor'>,
  { roles, from, until, deputy }: Proposed,
  reason: string,
  absenceId: string | null,
): ChildWrite => ({
  child: 'delegation',
  insert: {
    id: newId(),
    toId: deputy?.id ?? '',
    toName: deputy?.name ?? '',
    roles,
    fromDay: from,
    untilDay: until,
    reason,
    absenceId,
    at: now,
    byId: actor.id,
    byName: actor.name,
  },
})
