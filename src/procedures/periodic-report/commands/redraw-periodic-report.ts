import { z } from 'zod'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { refuseStranger } from '../authorship.ts'
import { type DeclaredReports, declarationOf } from '../declared-report.ts'
import { periodicReportCommand } from '../periodic-report-command.ts'
import { AUTHORS } from '../sign-off-chain.ts'

/** Before it is signed, a draft may take the numbers as they are now: late entries of the period are then in it. */
export const redrawPeriodicReport = (declared: DeclaredReports) =>
  periodicReportCommand('redraw', {
    title: text('重新取数', 'Draw the numbers anew'),
    about: text(
      '按当前数据重新生成图表；已填写的意见保留，请核对是否仍然成立。',
      'Takes the numbers as they are now. Comments stay: see whether they still hold.',
    ),
    fulfils: ['BB-frozen'],
    from: ['drafted', 'commented'],
    by: AUTHORS,
    input: z.object({}),
    find: ['drawn'],
    guard: ({ record, actor }) => [refuseStranger(declarationOf(declared, record), actor)],
    check: ({ record, found }) => [
      !found.drawn &&
        refuse(
          'report-gone',
          text(
            `${record.number} 的报表已不在系统中，不能重新取数；请按现有数据提交，或撤销。`,
            `The report behind ${record.number} is no longer there: submit it as it is, or withdraw it.`,
          ),
        ),
      found.drawn?.contentHash === record.contentHash &&
        refuse(
          'nothing-changed',
          text('数据没有变化，无需重新取数。', 'The numbers are the same: there is nothing to draw anew.'),
          { kind: 'unfit' },
        ),
    ],
    change: ({ record, found, now, actor }) => ({
      set: { ...found.drawn, drawnAt: now, drawnByName: actor.name, draws: record.draws + 1 },
    }),
    tell: ({ record }) => text(`重新取数（第 ${record.draws} 次）`, `drew the numbers anew (draw ${record.draws})`),
    place: 'menu',
    rank: 60,
  })
