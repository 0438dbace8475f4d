import { z } from 'zod'
import { field } from '../../../kernel/field.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { joinText, text } from '../../../kernel/text.ts'
import { choice, line, paragraph } from '../../../vocabulary/entry-field.ts'
import { daySchema } from '../../../vocabulary/record-base.ts'
import { type ReportSection, reportSections } from '../../../vocabulary/report-section.ts'
import { refuseStranger } from '../authorship.ts'
import { type DeclaredReports, declarationOf } from '../declared-report.ts'
import { periodicReportCommand } from '../periodic-report-command.ts'
import { AUTHORS } from '../sign-off-chain.ts'

const titleOf = (key: string) => reportSections[key as ReportSection] ?? text(key, key)

/** What the responsible role says about one part; written again, it takes the place of what was said before, which is kept. */
export const commentPeriodicReport = (declared: DeclaredReports) =>
  periodicReportCommand('comment', {
    title: text('填写意见', 'Comment a part'),
    fulfils: ['BB-comment'],
    from: ['drafted', 'commented'],
    by: AUTHORS,
    input: z.object({
      section: choice(text('部分', 'Part'), reportSections),
      what: paragraph(text('情况', 'What happened')),
      causes: paragraph(text('原因', 'Causes')).optional(),
      measures: paragraph(text('措施', 'Measures')).optional(),
      ownerName: line(text('责任人', 'Responsible')).optional(),
      dueOn: field(daySchema, { title: text('完成日期', 'Due on'), widget: 'day' }).optional(),
    }),
    facts: ['comments'],
    guard: ({ record, actor }) => [refuseStranger(declarationOf(declared, record), actor)],
    check: ({ record, input }) => {
      const sections: readonly string[] = declarationOf(declared, record)?.periodic.sections ?? []
      const titles = joinText(sections.map(titleOf))
      return [
        !sections.includes(input.section) &&
          refuse(
            'not-in-report',
            text(`本报表没有这一部分，请选择：${titles.zh}。`, `This report has no such part; choose: ${titles.en}.`),
            { field: 'section' },
          ),
        input.measures !== undefined &&
          !(input.ownerName && input.dueOn) &&
          refuse(
            'measure-unowned',
            text('有措施时请写明责任人和完成日期。', 'A measure has somebody responsible and a day: enter both.'),
            { field: input.ownerName ? 'dueOn' : 'ownerName', clause: 'BB-comment' },
          ),
        input.dueOn !== undefined &&
          input.dueOn < record.firstDay &&
          refuse(
            'due-before-period',
            text('完成日期早于报表期间，请核对。', 'The day is before the period of the report: check it.'),
            { field: 'dueOn' },
          ),
      ]
    },
    change: ({ record, input, facts, now, actor, newId }) => {
      const sections = declarationOf(declared, record)?.periodic.sections ?? []
      const said = new Set<string>([...facts.comments.map(item => item.section), input.section])
      const before = facts.comments.find(item => item.section === input.section)
      return {
        to: sections.every(section => said.has(section)) ? 'commented' : 'drafted',
        rows: [
          ...(before ? [{ child: 'comment', id: before.id, set: { replaced: true } }] : []),
          {
            child: 'comment',
            insert: {
              id: newId(),
              section: input.section,
              what: input.what,
              causes: input.causes ?? null,
              measures: input.measures ?? null,
              ownerName: input.ownerName ?? null,
              dueOn: input.dueOn ?? null,
              at: now,
              byName: actor.name,
              replaced: false,
            },
          },
        ],
      }
    },
    tell: ({ input }) => {
      const title = titleOf(input.section)
      return text(`填写“${title.zh}”：${input.what}`, `on "${title.en}": ${input.what}`)
    },
    choices: ({ record, facts }) => {
      const said = new Set<string>(facts.comments.map(item => item.section))
      const written = text('（已写，再写即替换）', ' (written; writing again replaces it)')
      return {
        section: (declarationOf(declared, record)?.periodic.sections ?? []).map(section => {
          const title = titleOf(section)
          return {
            value: section,
            title: said.has(section) ? text(`${title.zh}${written.zh}`, `${title.en}${written.en}`) : title,
          }
        }),
      }
    },
    fill: ({ record, facts }) => {
      const said = new Set<string>(facts.comments.map(item => item.section))
      const next = declarationOf(declared, record)?.periodic.sections.find(section => !said.has(section))
      return next ? { section: next as ReportSection } : {}
    },
    rank: 10,
  })
