import { z } from 'zod'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { paragraph } from '../../../vocabulary/entry-field.ts'
import { refuseStranger } from '../authorship.ts'
import { type DeclaredReports, declarationOf } from '../declared-report.ts'
import { periodicReportCommand } from '../periodic-report-command.ts'
import { AUTHORS } from '../sign-off-chain.ts'

/** A filed report is never changed: a correction is a new report of the same period, with its reason. */
export const reissuePeriodicReport = (declared: DeclaredReports) =>
  periodicReportCommand('reissue', {
    title: text('更正并重新编制', 'Correct and issue anew'),
    about: text(
      '新报表签批归档后，本报表注明被替代；两份都保留。',
      'Once the new report is filed, this one says what took its place. Both are kept.',
    ),
    fulfils: ['BB-reissue'],
    from: ['filed'],
    by: AUTHORS,
    input: z.object({ reason: paragraph(text('更正理由', 'Why it must be corrected')) }),
    find: ['successor'],
    guard: ({ record, actor }) => [refuseStranger(declarationOf(declared, record), actor)],
    check: ({ found }) => [
      found.successor &&
        refuse(
          'already-reissued',
          text(
            `已在重新编制：${found.successor.number}，请在该记录上继续。`,
            `${found.successor.number} is being written in its place: go on there.`,
          ),
          { kind: 'conflict' },
        ),
    ],
    change: ({ record, input }) => ({
      start: [
        {
          command: 'periodic-report.begin',
          input: {
            report: `${record.procedure}.${record.report}`,
            year: record.year,
            part: record.part,
            supersedesId: record.id,
            supersedesNumber: record.number,
            reason: input.reason,
          },
          link: 'reissue',
        },
      ],
    }),
    tell: ({ input }) => text(`更正，重新编制：${input.reason}`, `to be corrected and issued anew: ${input.reason}`),
    place: 'menu',
    rank: 70,
  })

/** The new report is filed: the old one says so. */
export const supersedePeriodicReport = periodicReportCommand('supersede', {
  title: text('注明被替代', 'Mark as superseded'),
  fulfils: ['BB-reissue'],
  from: ['filed'],
  to: 'superseded',
  by: AUTHORS,
  input: z.object({ by: z.string().min(1).max(40) }),
  guard: ({ actor }) => [
    actor.via !== 'system' &&
      refuse(
        'system-supersedes',
        text(
          '新报表归档时系统自动注明；要更正，请办理“更正并重新编制”。',
          'The system says so when the new report is filed. To correct this one, issue it anew.',
        ),
        { kind: 'forbidden', clause: 'BB-reissue' },
      ),
  ],
  change: ({ input }) => ({ set: { supersededByNumber: input.by } }),
  tell: ({ input }) => text(`已被 ${input.by} 替代`, `superseded by ${input.by}`),
  place: 'none',
  rank: 90,
})
