import { localTime } from '../../kernel/explain.ts'
import type { FactsOf } from '../../kernel/queries.ts'
import { type Text, text } from '../../kernel/text.ts'
import type { RecordView, Tone } from '../../kernel/view.ts'
import type { ComplaintRow } from './complaint.ts'
import { states } from './complaint-states.ts'
import type { ComplaintQueries } from './queries.ts'
import { severities } from './severity.ts'
import { channels, localities, owners, urgencies } from './taxonomy.ts'
import { investigation, joined, settlement, situation } from './view-sections.ts'
import { tables } from './view-tables.ts'

/** Facts that the page shows. */
export const viewFacts = [
  'contacts',
  'assignments',
  'verifications',
  'opinions',
  'actions',
  'notices',
  'delays',
  'sameLot',
] as const

type ViewFacts = Pick<FactsOf<ComplaintQueries>, (typeof viewFacts)[number]>

const SEVERITY_TONE: Readonly<Record<string, Tone>> = { S1: 'late', S2: 'warn', S3: 'info', S4: 'plain' }
function severityBadge({ severity, severityProvisional }: ComplaintRow): RecordView['badges'][number] {
  if (!severity) return { text: text('严重程度待评定', 'Severity not rated'), tone: 'warn' }
  const title = severities[severity]
  return {
    text: severityProvisional ? text(`${title.zh}（待确认）`, `${title.en} (provisional)`) : title,
    tone: SEVERITY_TONE[severity] ?? 'plain',
  }
}

/** Shows a complaint on its page. */
export function complaintView(
  record: ComplaintRow,
  facts: ViewFacts,
  { now, zone }: { now: string; zone: string },
): RecordView {
  const state = states[record.state]
  return {
    title: record.title,
    badges: [
      ...(record.urgency === 'urgent' ? [{ text: urgencies.urgent, tone: 'late' as const }] : []),
      severityBadge(record),
      { text: state.title, tone: state.tone ?? 'plain' },
    ],
    subtitle: [
      record.partyName,
      ...(record.customerDepartment ? [record.customerDepartment] : []),
      text(`${localities[record.locality].zh}客户`, `${localities[record.locality].en} customer`),
      joined(record.contactPerson, record.phone) ?? '',
      text(
        `${channels[record.channel].zh}受理 ${localTime(record.receivedAt, zone)}`,
        `${channels[record.channel].en}, ${localTime(record.receivedAt, zone)}`,
      ),
      text(`责任部门 ${owners[record.ownerRole].zh}`, `Owner: ${owners[record.ownerRole].en}`),
    ].filter(part => part !== ''),
    sections: [situation(record, facts.sameLot), investigation(record), settlement(record), ...tables(facts)].filter(
      section => !('facts' in section) || section.facts.length > 0,
    ),
    notices: notices(record, facts, now),
  }
}

function notices(record: ComplaintRow, facts: ViewFacts, now: string): RecordView['notices'] {
  const list: { text: Text; tone: Tone }[] = []
  if (record.aeState === 'undecided')
    list.push({
      text: text(
        `不良事件待${record.aeDeciderName}判定，期间不得关闭或作废。`,
        `The adverse event waits for ${record.aeDeciderName}; until then it is neither closed nor voided.`,
      ),
      tone: 'warn',
    })
  if (record.aeState === 'unscreened' && record.harmHappened === 'yes')
    list.push({
      text: text(
        '登记有死亡或严重伤害，请立即做不良事件筛查。',
        'Death or serious injury is reported: screen it at once.',
      ),
      tone: 'late',
    })
  if (record.stillInUse === 'yes' && (record.severity === 'S1' || record.severity === 'S2'))
    list.push({
      text: text('产品仍在使用，请先请客户停用。', 'The device is still in use: ask the customer to stop first.'),
      tone: 'late',
    })
  if (record.expiresOn && record.expiresOn < now.slice(0, 10))
    list.push({ text: text('该批产品已过有效期。', 'The lot is past its expiry.'), tone: 'warn' })
  if (record.opinionState === 'declined')
    list.push({
      text: text(
        `处置意见已被退回：${facts.opinions.at(-1)?.decidedNote ?? ''}`,
        `The opinion was sent back: ${facts.opinions.at(-1)?.decidedNote ?? ''}`,
      ),
      tone: 'warn',
    })
  if (record.mergedIntoNumber)
    list.push({
      text: text(`已并入 ${record.mergedIntoNumber}。`, `Merged into ${record.mergedIntoNumber}.`),
      tone: 'info',
    })
  if (record.reopenReason)
    list.push({ text: text(`重新打开：${record.reopenReason}`, `Reopened: ${record.reopenReason}`), tone: 'info' })
  return list
}
