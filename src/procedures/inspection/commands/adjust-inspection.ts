import { z } from 'zod'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { paragraph } from '../../../vocabulary/entry-field.ts'
import type { Choosable } from '../covered.ts'
import { inspectionCommand, OPENERS } from '../inspection-command.ts'
import { scopeColumns, scopeInput, scopeRefusals, scopeText } from '../scope.ts'

/** JC-access: the inspector sees more or less from now on. */
export const adjustInspection = inspectionCommand('adjust', {
  title: text('扩大或缩小查看范围', 'Widen or narrow what is seen'),
  fulfils: ['JC-access'],
  from: ['open'],
  by: OPENERS,
  input: z.object({ ...scopeInput, reason: paragraph(text('理由', 'Reason')) }),
  fill: ({ record }) => ({
    scope: record.wholeCompany ? ('all' as const) : ('chosen' as const),
    procedures: record.procedures as Choosable[],
    periodFrom: record.periodFrom,
    periodTo: record.periodTo,
  }),
  sign: { meaning: text('我调整检查员的查看范围', 'I change what the inspector may look at') },
  check: ({ input, record }) => {
    const wanted = scopeColumns(input)
    const same =
      wanted.wholeCompany === record.wholeCompany &&
      wanted.periodFrom === record.periodFrom &&
      wanted.periodTo === record.periodTo &&
      [...wanted.procedures].sort().join() === [...record.procedures].sort().join()
    return [
      ...scopeRefusals(input),
      same &&
        refuse(
          'unchanged',
          text('范围与现在相同，请改变程序或期间。', 'That is what he sees now: change procedures or period.'),
          { field: 'scope' },
        ),
    ]
  },
  change: ({ input }) => ({ set: scopeColumns(input) }),
  tell: ({ record, input }) => {
    const scope = scopeText(record)
    return text(`查看范围改为${scope.zh}：${input.reason}`, `changed what may be seen to ${scope.en}: ${input.reason}`)
  },
  rank: 40,
})
