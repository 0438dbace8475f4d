import { z } from 'zod'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { attachmentIds, choice, line, moment, paragraph } from '../../../vocabulary/entry-field.ts'
import { happened, notInFuture } from '../../../vocabulary/event-time.ts'
import { type ReportKind, reportKinds, reportWays } from '../kinds.ts'
import { noticeCommand } from '../notice-command.ts'

const AT = text('报告时间', 'Reported at')

/** Clocks that a report meets. */
const MEETS: Readonly<Record<ReportKind, readonly string[]>> = {
  first: ['authority-first', 'authority-defect'],
  plan: ['authority-plan'],
  'plan-change': [],
  progress: ['authority-progress'],
  summary: ['authority-summary'],
  holder: [],
}

/** A report went to the authority or the registrant: when, how, with which receipt (S06-5.3a). */
export const reportToAuthority = noticeCommand('report-to-authority', {
  title: text('登记向监管部门（注册人）的报告', 'Record a report to the authority'),
  about: text(
    '先打印相应表单报送，再登记时间、方式和回执编号。不需在此报告的，写明理由。',
    'Print and hand in the form, then enter when, how and the receipt. Where none is needed here, say why.',
  ),
  fulfils: ['S06-5.3a', 'CN-RC-004', 'CN-RC-005', 'CN-RC-007', 'CN-RC-008', 'CN-RC-010'],
  from: ['draft', 'approved', 'running'],
  by: ['quality', 'quality-head', 'management-representative'],
  input: z.object({
    kind: choice(text('报告类别', 'Kind of report'), reportKinds),
    receiver: line(text('报送单位', 'To')),
    reportedAt: moment(AT).optional(),
    way: choice(text('方式', 'How'), reportWays).optional(),
    receiptNumber: line(text('回执（受理）编号', 'Number of the receipt')).optional(),
    notNeededReason: paragraph(text('不需报告的理由', 'Why no report is needed here')).optional(),
    note: paragraph(text('说明', 'Note')).optional(),
    attachments: attachmentIds.default([]),
  }),
  facts: ['clocks'],
  guard: ({ record }) => [
    record.kind !== 'recall' &&
      record.kind !== 'suspend' &&
      record.kind !== 'advisory' &&
      refuse('nothing-to-report', text('此类通知不需要报告。', 'This kind of notice is not reported.')),
  ],
  check: ({ record, input, now }) => [
    notInFuture(input.reportedAt, now, 'reportedAt', AT),
    !input.way &&
      !input.notNeededReason &&
      refuse(
        'way-missing',
        text('请选择报送方式，或写明不需报告的理由。', 'Choose how it was handed in, or say why none is needed.'),
        {
          field: 'way',
        },
      ),
    Boolean(input.way && input.notNeededReason) &&
      refuse('both-given', text('已报送的，请删去“不需报告的理由”。', 'It was handed in: remove the reason why not.'), {
        field: 'notNeededReason',
      }),
    Boolean(input.notNeededReason) &&
      record.standing === 'holder' &&
      record.kind === 'recall' &&
      refuse(
        'holder-reports',
        text(
          '注册人（备案人）实施召回必须报告，不能免除。',
          'A registrant who recalls must report; it cannot be left out.',
        ),
        { field: 'notNeededReason', clause: 'CN-RC-004' },
      ),
    Boolean(input.way) &&
      input.kind === 'plan' &&
      !record.evaluation &&
      refuse(
        'plan-missing',
        text(
          '请先“填写调查评估与召回计划”，打印报送后再登记。',
          'First write evaluation and plan, print it, then enter the report.',
        ),
        { field: 'kind', clause: 'CN-RC-005' },
      ),
    Boolean(input.way) &&
      input.kind === 'summary' &&
      record.completedAt === null &&
      refuse(
        'not-completed',
        text(
          '召回尚未完成，数量核平或差额签批后再报总结。',
          'The recall is not complete: reconcile it or sign the remainder first.',
        ),
        { field: 'kind', clause: 'CN-RC-008' },
      ),
  ],
  change: ({ record, input, facts, actor, now, newId }) => {
    const at = happened(input.reportedAt, now)
    const reason = input.notNeededReason ?? null
    const clocks = MEETS[input.kind].filter(name => facts.clocks.includes(name))
    const goesOn =
      record.standing === 'holder' && record.kind === 'recall' && ['plan', 'progress'].includes(input.kind) && !reason
    return {
      rows: [
        {
          child: 'report',
          insert: {
            id: newId(),
            at: now,
            byId: actor.id,
            byName: actor.name,
            kind: input.kind,
            receiver: input.receiver,
            reportedAt: at,
            way: input.way ?? null,
            receiptNumber: input.receiptNumber ?? null,
            notNeededReason: reason,
            note: input.note ?? null,
          },
        },
      ],
      attach: input.attachments.map(id => ({ id, purpose: 'report' })),
      ...(reason
        ? { cancel: clocks.map(deadline => ({ deadline, reason: text(reason, reason) })) }
        : { meet: clocks.map(deadline => ({ deadline, at })) }),
      ...(goesOn && record.completedAt === null && { open: [{ deadline: 'authority-progress', from: at }] }),
      ...(input.kind === 'summary' &&
        !reason &&
        facts.clocks.includes('authority-progress') && {
          cancel: [{ deadline: 'authority-progress', reason: text('召回已总结', 'the recall is summed up') }],
        }),
    }
  },
  tell: ({ input }) =>
    input.notNeededReason
      ? text(
          `${reportKinds[input.kind].zh}不需在此报告：${input.notNeededReason}`,
          `no ${reportKinds[input.kind].en.toLowerCase()} needed here: ${input.notNeededReason}`,
        )
      : text(
          `向${input.receiver}提交${reportKinds[input.kind].zh}${input.receiptNumber ? `，回执 ${input.receiptNumber}` : ''}`,
          `handed ${reportKinds[input.kind].en.toLowerCase()} to ${input.receiver}${input.receiptNumber ? `, receipt ${input.receiptNumber}` : ''}`,
        ),
  fill: ({ now }) => ({ reportedAt: now }),
  rank: 50,
})
