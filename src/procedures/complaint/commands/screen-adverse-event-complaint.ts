import { z } from 'zod'
import type { OpenDeadline } from '../../../kernel/deadline.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { type Text, text } from '../../../kernel/text.ts'
import { line, moment, paragraph, person } from '../../../vocabulary/entry-field.ts'
import { happened, notBefore, notInFuture } from '../../../vocabulary/event-time.ts'
import { type AdverseEventQuestion, adverseEventQuestions, screenAdverseEvent } from '../adverse-event.ts'
import { reportClocks, severityWith } from '../adverse-event-clocks.ts'
import { complaintCommand } from '../complaint-command.ts'
import { OPEN } from '../complaint-states.ts'
import { RECEIPT, yesNoUnknown } from '../fields.ts'
import { adverseEventClasses } from '../taxonomy.ts'

const KNOWN = text('获知时间', 'Known since')
const asked = (question: AdverseEventQuestion) => {
  const { title, authority } = adverseEventQuestions[question]
  return yesNoUnknown(title, { hint: authority.article })
}

/** 1号令: every complaint is screened; what no rule covers goes to a named person with a clock. */
export const screenAdverseEventComplaint = complaintCommand('screen-adverse-event', {
  title: text('不良事件筛查', 'Screen for an adverse event'),
  about: text(
    '可疑即报。“不清楚”不等于“否”，将转专人判定。',
    'Suspicion is enough to report. "Not known" is not "no": it goes to a named person.',
  ),
  fulfils: ['CN-AE-004', 'CN-AE-003', 'S10-6.1.2a'],
  from: OPEN,
  by: ['quality', 'quality-head', 'quality-inspector', 'case-handler', 'service-head', 'after-sales-head'],
  input: z.object({
    suspected: asked('suspected'),
    harmOrPotential: asked('harmOrPotential'),
    death: asked('death'),
    lifeThreatening: asked('lifeThreatening'),
    permanentDamage: asked('permanentDamage'),
    intervention: asked('intervention'),
    couldRecur: asked('couldRecur'),
    cluster: asked('cluster'),
    knownAt: moment(KNOWN, {
      hint: text(
        '从获知之日起计算上报时限，一般即接到投诉之时',
        'the reporting limit counts from this day; as a rule the receipt',
      ),
    }).optional(),
    rationale: paragraph(text('判定理由', 'Rationale'), {
      hint: text('不需上报时必填', 'needed when nothing is reported'),
    }).optional(),
    deciderId: person(text('指定判定人', 'Named decider'), {
      hint: text('规则不能判定时必填', 'needed when the rules do not decide'),
      of: 'quality',
    }).optional(),
    patientNote: line(text('患者情况', 'Patient'), { health: true }).optional(),
  }),
  find: ['decider'],
  check: ({ record, input, found, now }) => {
    const result = screenAdverseEvent(input)
    const settled = record.aeState === 'reportable' || record.aeState === 'reported'
    return [
      notInFuture(input.knownAt, now, 'knownAt', KNOWN),
      notBefore(input.knownAt, record.receivedAt, 'knownAt', KNOWN, RECEIPT),
      result.outcome === 'not-reportable' &&
        settled &&
        refuse(
          'reportable-stays',
          text(
            `${record.number} 已判为须上报，不能再改为不需上报；如有新情况，请在上报内容中说明。`,
            `${record.number} was found reportable and stays so; state new facts in the report.`,
          ),
          { field: 'suspected' },
        ),
      result.outcome === 'not-reportable' &&
        !input.rationale &&
        refuse(
          'rationale-missing',
          text(
            '不需上报须写明理由，系统会记下判定人和时间。',
            'Say why nothing is reported; your name and the time are kept with it.',
          ),
          { field: 'rationale' },
        ),
      result.outcome === 'undecided' &&
        !input.deciderId &&
        refuse(
          'decider-missing',
          text(`${result.because.zh}，请指定判定人。`, `Name who decides: ${result.because.en}.`),
          { field: 'deciderId' },
        ),
      result.outcome === 'undecided' &&
        input.deciderId &&
        (found.decider?.state !== 'active' || !found.decider.roles.some(role => role.startsWith('quality'))) &&
        refuse(
          'decider-unfit',
          text(
            '判定人须为在岗的质量管理人员，请重新选择。',
            'The decider must be an active person of quality management: choose again.',
          ),
          { field: 'deciderId' },
        ),
    ]
  },
  change: ({ record, input, found, policy, now, actor }) => {
    const result = screenAdverseEvent(input)
    const knownAt = input.knownAt ? happened(input.knownAt, now) : record.receivedAt
    const { knownAt: _, rationale, deciderId: __, patientNote, ...given } = input
    const common = {
      aeAnswers: given,
      aeKnownAt: knownAt,
      aeScreenedAt: now,
      aeScreenedByName: actor.name,
      ...(patientNote && { patientNote }),
    }
    const screened = { deadline: 'ae-screen' }
    const settled = { deadline: 'ae-decision' }
    if (result.outcome === 'reportable') {
      const again =
        record.aeState === 'reported' && record.aeClass === result.class && record.aeCluster === result.cluster
      return {
        set: {
          ...common,
          aeState: again ? ('reported' as const) : ('reportable' as const),
          aeClass: result.class,
          aeCluster: result.cluster,
          aeRationale: rationale ?? null,
          ...severityWith(record, result.class, policy),
        },
        meet: [screened, settled],
        open: again ? [] : reportClocks(record, result.class, result.cluster, knownAt),
      }
    }
    if (result.outcome === 'not-reportable')
      return {
        set: {
          ...common,
          aeState: 'not-reportable' as const,
          aeClass: null,
          aeCluster: false,
          aeRationale: rationale ?? null,
        },
        meet: [screened, settled],
      }
    const settledBefore = record.aeState === 'reportable' || record.aeState === 'reported'
    const decision: OpenDeadline = { deadline: 'ae-decision', from: now, ownerId: found.decider?.id }
    return {
      set: {
        ...common,
        ...(!settledBefore && { aeState: 'undecided' as const }),
        aeDeciderId: found.decider?.id ?? null,
        aeDeciderName: found.decider?.name ?? null,
        aeRationale: rationale ?? null,
      },
      meet: [screened],
      open: settledBefore ? [] : [decision],
    }
  },
  tell: ({ record, input }): Text => {
    const result = screenAdverseEvent(input)
    if (result.outcome === 'reportable')
      return text(
        `不良事件筛查：${adverseEventClasses[result.class].zh}，须上报${result.cluster ? '（群体事件）' : ''}，依据${result.authority.article.zh}`,
        `screened: ${adverseEventClasses[result.class].en.toLowerCase()}, to be reported${result.cluster ? ' (cluster)' : ''} under ${result.authority.article.en}`,
      )
    if (result.outcome === 'not-reportable')
      return text(`不良事件筛查：不需上报。${input.rationale}`, `screened: not reportable. ${input.rationale}`)
    return text(
      `不良事件筛查：${result.because.zh}，由${record.aeDeciderName}判定`,
      `screened: ${result.because.en} (${record.aeDeciderName})`,
    )
  },
  fill: ({ record }) => ({
    ...(record.aeAnswers as Record<AdverseEventQuestion, 'yes' | 'no' | 'unknown'> | null),
    ...(record.harmHappened === 'no' && !record.aeAnswers && { death: 'no' as const }),
    ...(record.couldHarm !== 'unknown' && !record.aeAnswers && { couldRecur: record.couldHarm }),
    knownAt: record.aeKnownAt ?? record.receivedAt,
  }),
  rank: 11,
})
