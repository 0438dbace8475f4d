import { z } from 'zod'
import { refuse } from '../../../kernel/refusal.ts'
import { type Text, text } from '../../../kernel/text.ts'
import { choice, paragraph } from '../../../vocabulary/entry-field.ts'
import { returnCommand } from '../return-command.ts'

const opinions = {
  agree: text('同意入库', 'Agree'),
  decline: text('不同意，退回重新检验', 'Decline: inspect again'),
} as const satisfies Record<string, Text>

/** SC04, SG02, SG06: three different people sign before anything is stocked in; quality has a veto. */
export const signStockIn = returnCommand('sign-stock-in', {
  title: text('入库会签', 'Sign for the stock-in'),
  about: text(
    '售后负责人、业务负责人、质管三方签字，三人不得相同，缺一不得入库。',
    'Head of after-sales, head of sales and quality sign; three people, none may be missing.',
  ),
  fulfils: ['S02-4.2.7a', 'S02-3.1a', 'S02-3.2a', 'S02-4.2.6b'],
  from: ['signing'],
  by: ['after-sales-head', 'sales-head', 'quality'],
  input: z.object({
    opinion: choice(text('意见', 'Opinion'), opinions).default('agree'),
    note: paragraph(text('会签意见', 'Note')).optional(),
  }),
  check: ({ input }) => [
    input.opinion === 'decline' &&
      !input.note &&
      refuse('reason-missing', text('不同意入库请写明理由。', 'Say why you decline.'), { field: 'note' }),
  ],
  sign: { chain: 'stock-in', step: 'waiting' },
  change: ({ input, signing, now }) => {
    const note = input.note && { note: input.note }
    if (input.opinion === 'decline')
      return { to: 'inspecting', decline: true, ...note, open: [{ deadline: 'inspection', from: now }] }
    return { ...(signing?.last && { to: 'to-stock-in' }), ...note }
  },
  tell: ({ input }) => {
    const said = input.note ? text(`：${input.note}`, `: ${input.note}`) : text('', '')
    return text(`${opinions[input.opinion].zh}${said.zh}`, `${opinions[input.opinion].en.toLowerCase()}${said.en}`)
  },
  remark: ({ record }) =>
    record.qualityStatus ? text(`检验：${record.qualityStatus}`, `Inspection: ${record.qualityStatus}`) : null,
  rank: 10,
})
