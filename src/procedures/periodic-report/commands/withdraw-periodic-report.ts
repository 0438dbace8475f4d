import { text } from '../../../kernel/text.ts'
import { reasonInput } from '../../../vocabulary/base-data.ts'
import { refuseStranger } from '../authorship.ts'
import { type DeclaredReports, declarationOf } from '../declared-report.ts'
import { periodicReportCommand } from '../periodic-report-command.ts'
import { AUTHORS } from '../sign-off-chain.ts'

/** A draft that was begun in error is withdrawn; the period is then open again. */
export const withdrawPeriodicReport = (declared: DeclaredReports) =>
  periodicReportCommand('withdraw', {
    title: text('撤销', 'Withdraw'),
    fulfils: ['BB-calendar'],
    from: ['drafted', 'commented'],
    to: 'withdrawn',
    by: AUTHORS,
    input: reasonInput,
    guard: ({ record, actor }) => [refuseStranger(declarationOf(declared, record), actor)],
    change: ({ input }) => ({ set: { endReason: input.reason } }),
    tell: ({ input }) => text(`撤销：${input.reason}`, `withdrew it: ${input.reason}`),
    place: 'menu',
    rank: 90,
  })
