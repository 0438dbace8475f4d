import { deadline } from '../../kernel/deadline.ts'
import { text } from '../../kernel/text.ts'
import { decisionDays } from './policies.ts'
import type { SignalRow } from './signal.ts'

/** Clocks of a signal. */
export const deadlines = [
  deadline<SignalRow>({
    name: 'decision',
    title: text('信号处理决定', 'Decision on the signal'),
    clause: 'XH-decision',
    rule: 'signal.decision_d',
    startsAt: text('信号开立', 'the signal'),
    limit: ({ policy }) => ({ unit: 'workdays', value: policy(decisionDays), basis: 'company', endOfDay: true }),
    policy: decisionDays.key,
    owner: 'quality',
    escalatesTo: 'quality-head',
  }),
  deadline<SignalRow>({
    name: 'review',
    title: text('观察或调查结论', 'Conclusion of watch or investigation'),
    clause: 'XH-decision',
    rule: 'signal.decision_d',
    startsAt: text('决定批准', 'the decision'),
    limit: () => ({ unit: 'days', value: 30, basis: 'company', endOfDay: true }),
    owner: 'quality',
    escalatesTo: 'quality-head',
  }),
]
