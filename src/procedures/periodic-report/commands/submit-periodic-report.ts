import { z } from 'zod'
import { hashOf } from '../../../kernel/canonical.ts'
import { text } from '../../../kernel/text.ts'
import { refuseStranger } from '../authorship.ts'
import { type DeclaredReports, declarationOf } from '../declared-report.ts'
import type { ReportComment } from '../periodic-report.ts'
import { periodicReportCommand } from '../periodic-report-command.ts'
import { AUTHORS } from '../sign-off-chain.ts'

/** SHA-256 over what was said of each part. */
const answersHashOf = (comments: readonly ReportComment[]): string =>
  hashOf(
    comments
      .map(({ section, what, causes, measures, ownerName, dueOn, byName }) => [
        section,
        what,
        causes,
        measures,
        ownerName,
        dueOn,
        byName,
      ])
      .toSorted((one, other) => (String(one[0]) < String(other[0]) ? -1 : 1)),
  )

/** The author signs the report with its numbers and comments and puts it to those who review it. */
export const submitPeriodicReport = (declared: DeclaredReports) =>
  periodicReportCommand('submit', {
    title: text('签字提交', 'Sign and submit'),
    fulfils: ['BB-calendar', 'BB-frozen'],
    from: ['commented'],
    to: 'signing',
    by: AUTHORS,
    input: z.object({}),
    facts: ['comments'],
    guard: ({ record, actor }) => [refuseStranger(declarationOf(declared, record), actor)],
    sign: { meaning: text('本报表由我编制，数据和意见属实', 'I wrote this report; its numbers and comments are true') },
    change: ({ record, facts, now, actor }) => ({
      set: {
        answersHash: answersHashOf(facts.comments),
        submittedAt: now,
        submittedById: actor.id,
        submittedByName: actor.name,
        returnedNote: null,
      },
      seek: [{ chain: 'filing', steps: declarationOf(declared, record)?.periodic.signers ?? ['quality-head'] }],
    }),
    tell: () => text('签字提交审阅', 'signed and submitted it for review'),
    rank: 15,
  })
