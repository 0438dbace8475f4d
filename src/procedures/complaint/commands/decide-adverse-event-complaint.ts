import { z } from 'zod'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { choice, paragraph, yesNo } from '../../../vocabulary/entry-field.ts'
import { reportAuthority } from '../adverse-event.ts'
import { reportClocks, severityWith } from '../adverse-event-clocks.ts'
import { complaintCommand } from '../complaint-command.ts'
import { OPEN } from '../complaint-states.ts'
import { adverseEventClasses } from '../taxonomy.ts'

const decisions = { ...adverseEventClasses, 'not-reportable': text('不需上报', 'Not reportable') } as const

/** What no rule decides, a named person does, with a signature; the reporting clock counts from the day of knowledge all the same. */
export const decideAdverseEvent = complaintCommand('decide-adverse-event', {
  title: text('判定不良事件', 'Decide on the adverse event'),
  fulfils: ['CN-AE-004', 'CN-AE-003'],
  from: OPEN,
  by: ['quality', 'quality-head', 'quality-inspector'],
  input: z.object({
    decision: choice(text('判定', 'Decision'), decisions),
    cluster: yesNo(text('属群体事件', 'Part of a cluster'), {
      when: { field: 'decision', is: ['death', 'serious', 'could-be-serious'] },
    }).default(false),
    rationale: paragraph(text('判定理由', 'Rationale')),
  }),
  guard: ({ record, actor }) => [
    record.aeState !== 'undecided' &&
      refuse(
        'nothing-to-decide',
        text(
          '没有待判定的不良事件；如有新情况，请重新筛查。',
          'No adverse event waits for a decision; if there are new facts, screen again.',
        ),
      ),
    record.aeState === 'undecided' &&
      record.aeDeciderId !== actor.id &&
      !actor.roles.includes('quality-head') &&
      refuse(
        'named-person',
        text(
          `此件指定由${record.aeDeciderName}判定；请转其办理，或由质量负责人判定。`,
          `${record.aeDeciderName} was named to decide: ask that person, or the quality head.`,
        ),
        { kind: 'forbidden' },
      ),
  ],
  sign: {
    meaning: text('我判定本件是否须按不良事件上报', 'I decide whether this is to be reported as an adverse event'),
  },
  change: ({ record, input, policy, now, actor }) => {
    const common = { aeRationale: input.rationale, aeDecidedAt: now, aeDecidedByName: actor.name }
    const meet = [{ deadline: 'ae-decision' }]
    if (input.decision === 'not-reportable')
      return { set: { ...common, aeState: 'not-reportable' as const, aeClass: null, aeCluster: false }, meet }
    return {
      set: {
        ...common,
        aeState: 'reportable' as const,
        aeClass: input.decision,
        aeCluster: input.cluster,
        ...severityWith(record, input.decision, policy),
      },
      meet,
      open: reportClocks(record, input.decision, input.cluster, record.aeKnownAt ?? record.receivedAt),
    }
  },
  tell: ({ input }) =>
    input.decision === 'not-reportable'
      ? text(`判定不需上报：${input.rationale}`, `decided: not reportable. ${input.rationale}`)
      : text(
          `判定为${decisions[input.decision].zh}，须上报（${reportAuthority(input.decision).article.zh}）：${input.rationale}`,
          `decided: ${decisions[input.decision].en.toLowerCase()}, to be reported (${reportAuthority(input.decision).article.en}). ${input.rationale}`,
        ),
  rank: 11,
})
