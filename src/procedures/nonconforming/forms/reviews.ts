import { text } from '../../../kernel/text.ts'
import { reviewTable } from '../../../vocabulary/signed-paper.ts'
import { writeOffChain } from '../sign-off-chains.ts'
import type { NonconformingView } from './view.ts'

const DEPARTMENTS = {
  warehouse: text('仓储（填表）', 'Warehouse (filled by)'),
  sales: text('业务部门', 'Sales'),
  quality: text('质管部门', 'Quality'),
  finance: text('财会部门', 'Finance'),
  'general-manager': text('总经理', 'General manager'),
} as const

/** The opinions under the write-off. */
export const opinions = (view: NonconformingView) =>
  reviewTable(
    { title: text('审批意见', 'Opinions'), by: text('部　门', 'Department'), widths: [3, 2, 6, 2, 3] },
    writeOffChain.steps.map(({ key }) => [key, DEPARTMENTS[key as keyof typeof DEPARTMENTS]] as const),
    view.reviews,
  )
