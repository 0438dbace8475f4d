import { z } from 'zod'
import { canonical } from '../../../kernel/canonical.ts'
import { field } from '../../../kernel/field.ts'
import { holds } from '../../../kernel/person.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { dayOf } from '../../../kernel/time.ts'
import { reasonField } from '../../../vocabulary/base-data.ts'
import { daySchema } from '../../../vocabulary/record-base.ts'
import { PROPOSED, PROPOSERS } from '../approval.ts'
import { type DeclaredPolicies, policyOf, refuseValue, shownValue } from '../declared-policy.ts'
import { valueSchema } from '../policy-change.ts'
import { policyCommand } from '../policy-command.ts'

/** Proposes another value of a policy, within what the policy allows. */
export const proposePolicyChange = (declared: DeclaredPolicies) =>
  policyCommand('propose', {
    title: text('提出参数变更', 'Propose a policy change'),
    about: text('批准前仍按现行值执行。', 'The value in force stays until the change is approved.'),
    fulfils: ['PL-proposal', 'PL-bounds'],
    from: 'new',
    to: 'proposed',
    by: PROPOSERS,
    input: z.object({
      key: field(z.string().min(1).max(120), { title: text('参数', 'Policy') }),
      value: field(valueSchema, { title: text('新值', 'New value') }),
      effectiveOn: field(daySchema, {
        title: text('生效日期', 'Holds from'),
        hint: text('自当日零时起；当日批准的自批准时起', 'From midnight; approved on that day, from its approval on'),
        widget: 'day',
      }),
      moveOpen: field(z.boolean().default(false), {
        title: text('已在计时的也提前', 'Also move running clocks earlier'),
        hint: text(
          '默认否：已在计时的时限不变。选“是”，生效后凡按新值更早到期的一并提前；不会推迟任何时限。',
          'No by default: running clocks keep their limit. With yes, those that the new value ends earlier move earlier once it holds; none ever moves later.',
        ),
        widget: 'yes-no',
      }),
      reason: reasonField,
    }),
    find: ['known', 'effect'],
    check: ({ input, found, now, zone }) => {
      const policy = policyOf(declared, input.key)
      if (!policy)
        return [
          refuse(
            'unknown-policy',
            text(
              `没有参数 ${input.key}，请从参数表中选择。`,
              `There is no policy ${input.key}: choose one from the list.`,
            ),
            { field: 'key' },
          ),
        ]
      const last = found.known.last?.value ?? policy.default
      return [
        found.known.open &&
          refuse(
            'already-proposed',
            text(
              `“${policy.title.zh}”的变更 ${found.known.open.number} 尚待批准，请先将其批准、退回或撤回。`,
              `${found.known.open.number} already waits to change "${policy.title.en}": first have it decided or withdrawn.`,
            ),
          ),
        refuseValue(policy, input.value),
        canonical(last) === canonical(input.value) &&
          refuse(
            'same-value',
            text(
              `“${policy.title.zh}”已经是 ${shownValue(policy, last).zh}，无需变更。`,
              `"${policy.title.en}" is ${shownValue(policy, last).en} already.`,
            ),
            { field: 'value' },
          ),
        input.effectiveOn < dayOf(now, zone) &&
          refuse(
            'effective-in-past',
            text(
              '参数变更不追溯，请选择今天或以后的日期。',
              'A change never holds backwards: choose today or a later day.',
            ),
            { field: 'effectiveOn', clause: 'PL-versions' },
          ),
        input.moveOpen &&
          found.effect !== null &&
          found.effect.earlier === 0 &&
          refuse(
            'nothing-earlier',
            text('没有在计时的时限会因此提前，请选“否”。', 'No running clock would end earlier: answer no.'),
            { field: 'moveOpen', clause: 'PL-running' },
          ),
      ]
    },
    sign: { meaning: PROPOSED, chain: 'approval', step: 1 },
    change: ({ input, found, actor, policy: book }) => {
      const policy = policyOf(declared, input.key)
      if (!policy) throw new Error(`no policy ${input.key}`)
      const headProposed = holds(actor, ['quality-head'])
      return {
        set: {
          ...input,
          title: policy.title,
          was: book(policy),
          proposedByName: actor.name,
          headProposed,
          effect: found.effect,
          movedCount: 0,
        },
        seek: [{ chain: 'approval', steps: ['proposal', headProposed ? 'beside-head' : 'quality-head'] }],
      }
    },
    tell: ({ input }) => {
      const policy = policyOf(declared, input.key)
      const value = shownValue(policy, input.value)
      const title = policy?.title ?? text(input.key, input.key)
      return text(
        `提出将“${title.zh}”改为 ${value.zh}，自 ${input.effectiveOn} 起${input.moveOpen ? '，已在计时的也提前' : ''}：${input.reason}`,
        `proposed to set "${title.en}" to ${value.en} from ${input.effectiveOn}${input.moveOpen ? ', running clocks move earlier too' : ''}: ${input.reason}`,
      )
    },
  })
