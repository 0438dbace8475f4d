import { text } from '../../kernel/text.ts'
import type { RecordView } from '../../kernel/view.ts'
import { givenFacts } from '../../vocabulary/given-fact.ts'
import { type LegalHoldRow, scopes, states } from './legal-hold.ts'

/** Shows a hold on its page. */
export const legalHoldView = (record: LegalHoldRow): RecordView => ({
  title: text(record.title, `${scopes[record.scope].en}: ${record.subjectName}`),
  badges: [{ text: states[record.state].title, tone: states[record.state].tone }],
  subtitle: [record.authority, text(`${record.placedByName} 作出`, `placed by ${record.placedByName}`)],
  sections: [
    {
      title: text('保留', 'Hold'),
      facts: givenFacts([
        { label: text('范围', 'Scope'), shown: { kind: 'text', value: scopes[record.scope] } },
        { label: text('对象', 'Subject'), shown: { kind: 'line', value: record.subjectName } },
        { label: text('依据', 'Authority'), shown: { kind: 'line', value: record.authority } },
        { label: text('理由', 'Reason'), shown: { kind: 'paragraph', value: record.reason }, wide: true },
        { label: text('解除时间', 'Lifted at'), shown: { kind: 'instant', value: record.liftedAt } },
        { label: text('解除人', 'Lifted by'), shown: { kind: 'line', value: record.liftedByName } },
        { label: text('解除理由', 'Why lifted'), shown: { kind: 'paragraph', value: record.liftReason }, wide: true },
      ]),
    },
  ],
})
