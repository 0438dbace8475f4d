import { z } from 'zod'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { attachmentIds as attachments, choice, line, moment } from '../../../vocabulary/entry-field.ts'
import { happened, notBefore, notInFuture } from '../../../vocabulary/event-time.ts'
import { QUALITY } from '../case-roles.ts'
import { complaintCommand } from '../complaint-command.ts'
import { OPEN } from '../complaint-states.ts'

const AT = text('上报时间', 'Reported at')
const reports = {
  case: text('经国家系统上报个例', 'Case report through the national system'),
  'cluster-call': text('群体事件电话/传真报告', 'Cluster reported by telephone or fax'),
} as const

/** CN-AE-003, 004, 011, 012: the report went out; its number and time are kept here, its content stays in the national system. */
export const reportAdverseEvent = complaintCommand('report-adverse-event', {
  title: text('登记不良事件上报', 'Record the report of the adverse event'),
  fulfils: ['CN-AE-003', 'CN-AE-004', 'CN-AE-011', 'CN-AE-012'],
  from: OPEN,
  by: QUALITY,
  input: z.object({
    what: choice(text('上报方式', 'Report'), reports).default('case'),
    reportedAt: moment(AT).optional(),
    reportNumber: line(text('报告编码或受理人', 'Report number, or who took the call')),
    attachments: attachments.optional(),
  }),
  guard: ({ record }) => [
    record.aeState !== 'reportable' &&
      record.aeState !== 'reported' &&
      refuse(
        'nothing-to-report',
        text(
          '要登记上报，请先完成不良事件筛查或判定。',
          'To record a report, first screen or decide the adverse event.',
        ),
      ),
  ],
  check: ({ record, input, now }) => [
    notInFuture(input.reportedAt, now, 'reportedAt', AT),
    notBefore(
      input.reportedAt,
      record.aeKnownAt ?? record.receivedAt,
      'reportedAt',
      AT,
      text('获知时间', 'the day of knowledge'),
    ),
    input.what === 'cluster-call' &&
      !record.aeCluster &&
      refuse(
        'no-cluster',
        text('本件未判为群体事件，请按个例上报。', 'This was not found to be part of a cluster: report the case.'),
        {
          field: 'what',
        },
      ),
  ],
  change: ({ input, now }) => {
    const at = happened(input.reportedAt, now)
    const attach = (input.attachments ?? []).map(id => ({ id, purpose: 'adverse-event-report' }))
    if (input.what === 'cluster-call')
      return { set: { aeClusterReportedAt: at }, meet: [{ deadline: 'ae-cluster-call', at }], attach }
    return {
      set: { aeState: 'reported' as const, aeReportedAt: at, aeReportNumber: input.reportNumber },
      meet: ['ae-death-report', 'ae-serious-report', 'ae-cluster-case'].map(deadline => ({ deadline, at })),
      attach,
    }
  },
  tell: ({ input }) =>
    text(`${reports[input.what].zh}：${input.reportNumber}`, `${reports[input.what].en}: ${input.reportNumber}`),
  fill: ({ now }) => ({ reportedAt: now }),
  rank: 11,
})
