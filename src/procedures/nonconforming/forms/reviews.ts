import type { z } from 'zod'
import type { tableSchema } from '../../../kernel/paper.ts'
import { text } from '../../../kernel/text.ts'
import { writeOffChain } from '../sign-off-chains.ts'
import { moment, type NonconformingView } from './view.ts'

const DEPARTMENTS = {
  warehouse: text('仓储（填表）', 'Warehouse (filled by)'),
  sales: text('业务部门', 'Sales'),
  quality: text('质管部门', 'Quality'),
  finance: text('财会部门', 'Finance'),
  'general-manager': text('总经理', 'General manager'),
} as const

const OUTCOMES = {
  signed: text('同意', 'agreed'),
  declined: text('不同意', 'refused'),
  returned: text('退回', 'sent back'),
} as const

/** The opinions under the write-off, one line each time that a step of the chain spoke; steps not signed yet stay empty. */
export function reviewTable(view: NonconformingView): z.infer<typeof tableSchema> {
  return {
    title: text('审批意见', 'Opinions'),
    columns: [
      { label: text('部　门', 'Department'), width: 3 },
      { label: text('意　见', 'Opinion'), width: 2 },
      { label: text('说　明', 'Remark'), width: 6 },
      { label: text('签　字', 'Signed by'), width: 2 },
      { label: text('时　间', 'At'), width: 3 },
    ],
    rows: writeOffChain.steps.flatMap(step => {
      const said = view.reviews.filter(item => item.key === step.key && item.at !== null)
      const department = DEPARTMENTS[step.key as keyof typeof DEPARTMENTS]
      return said.length === 0
        ? [[department, null, null, null, null]]
        : said.map(item => [
            department,
            OUTCOMES[item.outcome as keyof typeof OUTCOMES] ?? null,
            item.note,
            item.name,
            moment(item.at),
          ])
    }),
  }
}
