import { z } from 'zod'
import { field } from '../../../kernel/field.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { dayOf } from '../../../kernel/time.ts'
import { partsOfYear, periodOf } from '../../../vocabulary/report-period.ts'
import { refuseStranger } from '../authorship.ts'
import { type DeclaredReports, reportOf } from '../declared-report.ts'
import { periodicReportCommand } from '../periodic-report-command.ts'
import { AUTHORS } from '../sign-off-chain.ts'

const hidden = <S extends z.ZodType>(schema: S, zh: string, en: string) =>
  field(schema, { title: text(zh, en), widget: 'hidden' })

/** A report of a period that ended is drawn; the system begins it on the next day, or its author by hand. */
export const beginPeriodicReport = (declared: DeclaredReports) =>
  periodicReportCommand('begin', {
    title: text('编制定期报表', 'Begin a regular report'),
    about: text('选择报表和期间，数据在起草时固定。', 'Choose report and period; the numbers are fixed now.'),
    fulfils: ['BB-calendar', 'BB-frozen'],
    from: 'new',
    to: 'drafted',
    by: AUTHORS,
    input: z.object({
      // the page offers the reports by title and their periods by name
      report: hidden(z.string().min(3).max(120), '报表', 'Report'),
      year: hidden(z.int().min(2019).max(2100), '年', 'Year'),
      /** Number of the month, quarter or half-year in its year; 1 for a year. */
      part: hidden(z.int().min(1).max(12), '期间', 'Period'),
      supersedesId: hidden(z.uuid().optional(), '被替代的报表', 'Report that it replaces'),
      supersedesNumber: hidden(z.string().max(40).optional(), '被替代报表编号', 'Its number'),
      reason: hidden(z.string().max(4000).optional(), '重新编制理由', 'Why it is issued anew'),
    }),
    find: ['drawn', 'known'],
    check: ({ input, found, actor, policy, now, zone }) => {
      const item = reportOf(declared, input.report)
      if (!item)
        return [
          refuse(
            'unknown-report',
            text(
              `没有定期报表 ${input.report}，请从报表日历中选择。`,
              `There is no regular report ${input.report}: choose one in the calendar.`,
            ),
            { field: 'report' },
          ),
        ]
      const every = item.every(policy)
      const most = partsOfYear(every)
      if (input.part > most)
        return [
          refuse(
            'no-such-period',
            text(
              `《${item.report.title.zh}》一年有 ${most} 期，请填 1–${most}。`,
              `"${item.report.title.en}" has ${most} periods a year: enter 1–${most}.`,
            ),
            { field: 'part' },
          ),
        ]
      const period = periodOf(every, input.year, input.part)
      return [
        refuseStranger(item, actor),
        input.supersedesId !== undefined &&
          actor.via !== 'system' &&
          refuse(
            'only-from-record',
            text(
              '要重新编制，请在已归档的报表上办理“重新编制”。',
              'To issue a report anew, do so on the filed report.',
            ),
            { kind: 'forbidden', clause: 'BB-reissue' },
          ),
        period.lastDay >= dayOf(now, zone) &&
          refuse(
            'period-running',
            text(
              `${period.title.zh}尚未结束，请在 ${period.lastDay} 以后编制。`,
              `${period.title.en} has not ended: write the report after ${period.lastDay}.`,
            ),
            { field: 'part', clause: 'BB-calendar' },
          ),
        found.known &&
          refuse(
            'already-begun',
            text(
              `${period.title.zh}的报表已有 ${found.known.number}，请在该记录上继续；已归档的请重新编制。`,
              `${found.known.number} is the report of ${period.title.en}: go on there, or issue it anew once it is filed.`,
            ),
            { kind: 'conflict' },
          ),
      ]
    },
    change: ({ input, found, policy, now, actor }) => {
      const item = reportOf(declared, input.report)
      if (!item || !found.drawn) throw new Error(`nothing was drawn for ${input.report}`)
      const every = item.every(policy)
      const { firstDay, lastDay, ...period } = periodOf(every, input.year, input.part)
      const { title } = item.report
      return {
        set: {
          title: text(`${title.zh} ${period.title.zh}`, `${title.en}, ${period.title.en}`),
          procedure: item.procedure.name,
          report: item.report.name,
          every,
          year: input.year,
          part: input.part,
          firstDay,
          lastDay,
          ...found.drawn,
          drawnAt: now,
          drawnByName: actor.name,
          readers: [...item.periodic.readers],
          draws: 1,
          supersedesId: input.supersedesId ?? null,
          supersedesNumber: input.supersedesNumber ?? null,
          reason: input.reason ?? null,
        },
      }
    },
    tell: ({ record }) =>
      record.supersedesNumber
        ? text(
            `重新编制《${record.title.zh}》，替代 ${record.supersedesNumber}：${record.reason}`,
            `issued "${record.title.en}" anew in place of ${record.supersedesNumber}: ${record.reason}`,
          )
        : text(`起草《${record.title.zh}》，数据已固定`, `drafted "${record.title.en}"; its numbers are fixed`),
    place: 'page',
    rank: 10,
  })
