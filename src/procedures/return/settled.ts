import { type Refusals, refuse } from '../../kernel/refusal.ts'
import { text } from '../../kernel/text.ts'
import type { OpenReturn } from './queries.ts'
import type { ReturnRow } from './return.ts'

/** Goods that are to be destroyed at the customer are gone before he gets anything for them. */
export const stillThere = ({
  record,
  facts,
}: {
  readonly record: ReturnRow
  readonly facts: { readonly openNonconforming: readonly OpenReturn[] }
}): Refusals => {
  const open = facts.openNonconforming.map(item => item.number).join('、')
  return [
    record.state === 'on-site' &&
      facts.openNonconforming.length > 0 &&
      refuse(
        'not-destroyed',
        text(
          `货品还在客户处，请先完成就地销毁：${open}。`,
          `The goods are still at the customer: first finish the destruction on site (${open}).`,
        ),
        { clause: 'S12-5.8.2f' },
      ),
  ]
}
