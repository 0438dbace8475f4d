import { z } from 'zod'
import { field } from '../../../kernel/field.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { addDays, dayOf, type Instant, type Zone } from '../../../kernel/time.ts'
import { absenceKinds } from '../../../vocabulary/absence.ts'
import { choice, person } from '../../../vocabulary/entry-field.ts'
import type { RoleId } from '../../../vocabulary/role.ts'
import { ACTING, delegationRefusals, delegationWrite, refuseOthers, spanRefusals } from '../delegation.ts'
import { awayFrom, type Delegation, type DeputyAsked, fromField, overlap, standing, untilField } from '../deputy.ts'
import { type PersonRow, roleTitles } from '../person.ts'
import { personCommand } from '../person-command.ts'

/** Notes that somebody is away, and who stands in. A role that nobody else holds is never left without a holder. */
export const noteAbsence = personCommand('note-absence', {
  title: text('登记不在岗', 'Note an absence'),
  about: text(
    '签字清单会显示不在岗和代理人；无人顶替的角色必须指定代理人。',
    'Lists of signatures show who is away and who stands in; a role that nobody else holds needs a deputy.',
  ),
  fulfils: ['IT-deputy', 'IT-separation'],
  from: ['active'],
  by: ACTING,
  input: z.object({
    kind: choice(text('事由', 'Why'), absenceKinds),
    from: fromField,
    until: untilField,
    deputyId: person(text('代理人', 'Deputy'), {
      hint: text('代行您的全部角色；代理人已有的除外', 'Holds all your roles except those already held'),
    })
      .nullable()
      .default(null),
    note: field(z.string().trim().min(1).max(200).nullable().default(null), {
      title: text('说明', 'Note'),
      widget: 'line',
    }),
  }),
  facts: ['delegations', 'absences'],
  find: ['deputy', 'heldAlone'],
  guard: situation => [refuseOthers(situation)],
  check: asked => {
    const { record, input, found, facts, now, zone } = asked
    const today = dayOf(now, zone)
    const span = { fromDay: input.from, untilDay: input.until }
    const known = awayFrom(facts.absences, today).find(row => overlap(row, span))
    const given = standing(facts.delegations, today).filter(row => overlap(row, span))
    const alone = found.heldAlone.filter(role => !given.some(row => row.roles.includes(role)))
    const handed = handedOver(asked)
    return [
      ...spanRefusals(input, today),
      known &&
        refuse(
          'already-away',
          text(
            `${known.fromDay} 至 ${known.untilDay} 已登记不在岗，请先结束该登记。`,
            `An absence from ${known.fromDay} to ${known.untilDay} is noted already: first end it.`,
          ),
          { field: 'from' },
        ),
      input.deputyId === null &&
        alone.length > 0 &&
        refuse(
          'deputy-needed',
          text(
            `${record.name}不在岗时无人担任“${roleTitles(alone).zh}”，请指定代理人。`,
            `While ${record.name} is away nobody holds "${roleTitles(alone).en}": name a deputy.`,
          ),
          { field: 'deputyId', clause: 'IT-deputy' },
        ),
      ...(input.deputyId === null
        ? []
        : delegationRefusals(
            asked,
            [],
            { roles: handed, from: input.from, until: input.until, deputy: found.deputy },
            { roles: 'deputyId', deputy: 'deputyId' },
          )),
    ]
  },
  sign: { meaning: text('我登记上述不在岗期间，并指定代理人', 'I note this absence and who stands in') },
  change: asked => {
    const { input, found, newId, now, actor } = asked
    const id = newId()
    const roles = handedOver(asked)
    const proposed = { roles, from: input.from, until: input.until, deputy: found.deputy }
    const why = input.note ? `${absenceKinds[input.kind].zh}：${input.note}` : absenceKinds[input.kind].zh
    return {
      rows: [
        {
          child: 'absence',
          insert: {
            id,
            fromDay: input.from,
            untilDay: input.until,
            kind: input.kind,
            note: input.note,
            at: now,
            byId: actor.id,
            byName: actor.name,
          },
        },
        ...(found.deputy && roles.length > 0 ? [delegationWrite(asked, proposed, why, id)] : []),
      ],
    }
  },
  tell: asked => {
    const { record, input, found } = asked
    const { zh, en } = absenceKinds[input.kind]
    const deputy = found.deputy
    return text(
      `${record.name} ${input.from} 至 ${input.until} ${zh}${deputy ? `，由${deputy.name}代行` : ''}`,
      `${record.name} is away from ${input.from} to ${input.until} (${en.toLowerCase()})${deputy ? `; ${deputy.name} stands in` : ''}`,
    )
  },
  fill: ({ now, zone }) => {
    const today = dayOf(now, zone)
    return { from: today, until: addDays(today, 2) }
  },
  rank: 62,
  place: 'menu',
})

interface Handing {
  readonly record: PersonRow
  readonly input: { readonly from: string; readonly until: string }
  readonly found: { readonly deputy: DeputyAsked | undefined }
  readonly facts: { readonly delegations: readonly Delegation[] }
  readonly now: Instant
  readonly zone: Zone
}

/** The roles that go to the deputy: all of the person's that the deputy lacks and that nobody else was given for these days. */
function handedOver({ record, input, found, facts, now, zone }: Handing): readonly RoleId[] {
  const span = { fromDay: input.from, untilDay: input.until }
  const given = standing(facts.delegations, dayOf(now, zone)).filter(row => overlap(row, span))
  return record.roles.filter(
    role => !found.deputy?.roles.includes(role) && !given.some(row => row.roles.includes(role)),
  )
}
