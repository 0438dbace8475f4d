import { z } from 'zod'
import { policy } from '../../kernel/policy.ts'
import { text } from '../../kernel/text.ts'

const days = text('天', 'd')

/** Proposed time for the supplier's answer; the text gives none. */
export const answerDays = policy({
  key: 'supplier.inquiry_answer_d',
  title: text('要求供货单位答复的天数（建议值）', 'Days given to the supplier for its answer (proposed)'),
  schema: z.int().min(1).max(60),
  default: 7,
  unit: days,
  clauses: ['S01-4.6b'],
  basis: 'ours',
})

/** How long the supplier's link still opens after the answer is due. */
export const linkGraceDays = policy({
  key: 'supplier.inquiry_link_grace_d',
  title: text('答复期限后链接仍有效的天数', 'Days for which the link still opens after the answer is due'),
  schema: z.int().min(1).max(180),
  default: 30,
  unit: days,
  clauses: ['S01-4.6b'],
  basis: 'ours',
})
