import { z } from 'zod'
import { holds } from '../../../kernel/person.ts'
import { type Refusal, type Refusals, refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { paragraph, yesNo } from '../../../vocabulary/entry-field.ts'
import { CASE_HEADS, QUALITY } from '../case-roles.ts'
import type { ComplaintRow } from '../complaint.ts'
import { complaintCommand } from '../complaint-command.ts'
import type { ComplaintAction } from '../complaint-rows.ts'
import { askSatisfaction } from '../policies.ts'

/** S01-4.1a: a complaint ends when nothing is open, the hazard is gone and the customer knows. */
export const closeComplaint = complaintCommand('close', {
  title: text('关闭投诉', 'Close the complaint'),
  fulfils: ['S01-4.1a', 'S01-4.4d', 'S28-4.5d', 'S28-3.1c', 'S02-4.3.2d', 'S13-5.3b', 'S04-4.8b', 'S09-1a'],
  from: ['answered'],
  to: 'closed',
  by: CASE_HEADS,
  input: z.object({
    hazardRemoved: yesNo(text('隐患已消除', 'The hazard is gone')),
    note: paragraph(text('关闭说明', 'Closing note')).optional(),
    noSatisfactionReason: paragraph(text('未询问满意度的原因', 'Why satisfaction was not asked')).optional(),
  }),
  facts: ['actions', 'clocks'],
  guard: ({ record, facts, actor }) => [
    record.ownerRole === 'quality' &&
      !holds(actor, QUALITY) &&
      refuse(
        'owner-closes',
        text(
          `质量类投诉由质量管理部关闭，请转交其办理。`,
          'Quality management closes quality complaints: hand it over.',
        ),
        { kind: 'forbidden', clause: 'S01-4.3a' },
      ),
    ...unfinished(record, facts.actions, facts.clocks),
  ],
  check: ({ record, input, policy }) => [
    !input.hazardRemoved &&
      refuse(
        'hazard-open',
        text(
          `隐患未消除不能关闭 ${record.number}，请继续处理直至消除。`,
          `${record.number} cannot be closed while the hazard remains: work on until it is gone.`,
        ),
        { field: 'hazardRemoved', clause: 'S01-4.1a' },
      ),
    policy(askSatisfaction) &&
      record.satisfaction === null &&
      !input.noSatisfactionReason &&
      refuse(
        'satisfaction-open',
        text(
          `要关闭 ${record.number}，请先询问客户满意度，或说明未询问的原因。`,
          `To close ${record.number}, first ask about satisfaction, or say why it was not asked.`,
        ),
        { field: 'noSatisfactionReason', clause: 'S28-4.5j' },
      ),
    record.satisfaction === 'dissatisfied' &&
      !input.note &&
      refuse(
        'dissatisfied-without-note',
        text(
          '客户不满意：要关闭，请在关闭说明里写明如何处理；否则请先继续解决。',
          'The customer is not satisfied: to close, say in the closing note what was done about it, or work on first.',
        ),
        { field: 'note', clause: 'S28-4.5j' },
      ),
  ],
  sign: {
    meaning: text(
      '隐患已消除，客户已获答复，无未了事项',
      'The hazard is gone, the customer is answered, nothing is open',
    ),
  },
  change: ({ record, input, now, actor }) => ({
    set: {
      closedAt: now,
      closedByName: actor.name,
      closingNote: input.note ?? null,
      ...(record.satisfaction === null &&
        input.noSatisfactionReason && { satisfactionNote: `未询问：${input.noSatisfactionReason}` }),
    },
    meet: [{ deadline: 'completion' }],
  }),
  tell: ({ record, input }) =>
    text(
      `关闭 ${record.number}：隐患已消除${input.note ? `。${input.note}` : ''}`,
      `closed ${record.number}: the hazard is gone${input.note ? `. ${input.note}` : ''}`,
    ),
  rank: 48,
})

/** What is still open, each with the way out. */
function unfinished(record: ComplaintRow, actions: readonly ComplaintAction[], clocks: readonly string[]): Refusals {
  const { number } = record
  const first = (code: string, zh: string, en: string, clause: string): Refusal =>
    refuse(code, text(`要关闭 ${number}，请先${zh}。`, `To close ${number}, first ${en}.`), { clause })
  const open = actions.filter(item => !item.doneAt).length
  return [
    record.aeState === 'unscreened' &&
      first('screen-open', '完成不良事件筛查', 'screen it for an adverse event', 'CN-AE-004'),
    record.aeState === 'undecided' &&
      first(
        'decision-open',
        `由${record.aeDeciderName}判定不良事件`,
        `have ${record.aeDeciderName} decide on the adverse event`,
        'CN-AE-004',
      ),
    record.aeState === 'reportable' &&
      first('report-open', '上报不良事件并登记报告编码', 'report the adverse event and enter its number', 'CN-AE-004'),
    clocks.includes('ae-cluster-call') &&
      first('report-open', '登记群体事件的电话报告', 'record the report of the cluster by telephone', 'CN-AE-011'),
    open > 0 && first('actions-open', `完成 ${open} 项纠正或预防措施`, `finish its ${open} open action(s)`, 'S10-5.3a'),
    clocks.some(name => name.endsWith('holder-notice') || name === 'ae-cluster-notice') &&
      first('notice-open', '通知注册人和供货者并登记', 'tell registrant and supplier, and record it', 'CN-CP-001'),
    record.investigated &&
      record.decidedResponsibility === null &&
      first(
        'responsibility-open',
        '由质量管理部判定责任',
        'have quality management decide who is responsible',
        'S09-4.2a',
      ),
  ]
}
