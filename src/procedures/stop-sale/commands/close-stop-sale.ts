import { z } from 'zod'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { paragraph } from '../../../vocabulary/entry-field.ts'
import { stopSaleCommand } from '../stop-sale-command.ts'
import { QUALITY } from '../stop-sale-roles.ts'

/** S01-4.7f: a confirmed stop ends when none of the goods is left to be sold; what it covers stays barred for good. */
export const closeStopSale = stopSaleCommand('close', {
  title: text('了结停售（永久停售）', 'Close, never to be sold'),
  about: text(
    '货物均已移入不合格品区、退供或销毁后了结；此范围以后仍禁止发货。',
    'Once all of it is unqualified stock, sent back or destroyed; what is covered stays barred.',
  ),
  fulfils: ['S01-4.7f', 'S26-6a'],
  from: ['confirmed'],
  to: 'closed',
  by: QUALITY,
  input: z.object({
    note: paragraph(text('了结说明', 'Closing note')),
    outsideReason: paragraph(text('不召回的理由', 'Why nothing is recalled'), {
      hint: text(
        '购货方手中还有货且未发召回通知时必填',
        'needed where buyers still have some and no recall notice was issued',
      ),
    }).optional(),
  }),
  facts: ['left', 'marks', 'told', 'openAfter', 'outside'],
  guard: ({ record, facts }) => [
    facts.left > 0 &&
      refuse(
        'goods-left',
        text(
          `要了结 ${record.number}，请先按不合格品程序处置还在库内的 ${facts.left} 件。`,
          `To close ${record.number}, first deal with the ${facts.left} units still in stock as nonconforming.`,
        ),
      ),
    record.inquiryState === null &&
      refuse(
        'inquiry-undecided',
        text(
          `要了结 ${record.number}，请先“发出质量查询”，或在右上角“…”里登记“不发质量查询”的理由。`,
          `To close ${record.number}, first ask the supplier, or record why not in the menu "…" at the top.`,
        ),
        { clause: 'S01-4.6b' },
      ),
    facts.marks.some(mark => mark.markedAt === null) &&
      refuse(
        'marks-open',
        text(
          `要了结 ${record.number}，请仓库先挂牌清点。`,
          `To close ${record.number}, first have the warehouse hang its marks and count.`,
        ),
      ),
    ...(['registrant', 'authority'] as const)
      .filter(audience => !facts.told.some(row => row.audience === audience))
      .map(audience =>
        refuse(
          `${audience}-untold`,
          audience === 'registrant'
            ? text(
                `要了结 ${record.number}，请先登记已告知注册人/备案人。`,
                `To close ${record.number}, first record that the registrant was told.`,
              )
            : text(
                `要了结 ${record.number}，请先登记已报告药监部门。`,
                `To close ${record.number}, first record that the regulator was told.`,
              ),
          { clause: audience === 'registrant' ? 'CN-RC-013' : 'CN-RC-014' },
        ),
      ),
    facts.openAfter.length > 0 &&
      refuse(
        'follow-ups-open',
        text(
          `要了结 ${record.number}，请先办结由它发出的 ${facts.openAfter.map(item => item.number).join('、')}。`,
          `To close ${record.number}, first finish what came out of it: ${facts.openAfter.map(item => item.number).join(', ')}.`,
        ),
      ),
  ],
  check: ({ record, input, facts }) => [
    facts.outside > 0 &&
      !input.outsideReason &&
      refuse(
        'recall-undecided',
        text(
          `购货方手中还有 ${facts.outside} 件且未召回。要了结 ${record.number}，请先发出召回通知，或写明不召回的理由。`,
          `Buyers still have ${facts.outside} units, and none is recalled. To close ${record.number}, first issue a recall notice, or say why none is needed.`,
        ),
        { field: 'outsideReason', clause: 'CN-RC-014' },
      ),
  ],
  sign: { meaning: text('货物已处置完毕，我了结停售', 'The goods are dealt with; I close the stop') },
  change: ({ input, now, actor }) => ({
    set: {
      closedAt: now,
      closedByName: actor.name,
      closingNote: input.note,
      outsideReason: input.outsideReason ?? null,
    },
  }),
  tell: ({ input }) => {
    const why = input.outsideReason
    return text(
      `了结停售，继续禁止发货：${input.note}${why ? `；不召回的理由：${why}` : ''}`,
      `closed; what it covers stays barred: ${input.note}${why ? `; why nothing is recalled: ${why}` : ''}`,
    )
  },
  rank: 45,
})
