import { z } from 'zod'
import { refuse } from '../../../kernel/refusal.ts'
import { type Text, text } from '../../../kernel/text.ts'
import { choice, paragraph } from '../../../vocabulary/entry-field.ts'
import { whyLimits } from '../exchange-rate.ts'
import { returnCommand } from '../return-command.ts'
import { AFTER_SALES, type Approver, approvers } from '../taxonomy.ts'

const opinions = {
  agree: text('同意', 'Agree'),
  decline: text('不同意', 'Decline'),
  'send-back': text('退回上一签字人', 'Send back'),
} as const satisfies Record<string, Text>

/** X08: whoever is asked signs the approval; the last one who agrees has approved the return. */
export const approveReturn = returnCommand('approve', {
  title: text('审批调退货', 'Approve the return'),
  about: text(
    '按路线逐级签字；可以不同意，也可以退回到前面的签字人。',
    'Signs in the order of the route; declining and sending back need a reason.',
  ),
  fulfils: [
    'S02-3.1a',
    'S02-4.2.3b',
    'S02-4.2.3e',
    'S02-4.2.4a',
    'S12-5.8.1b',
    'S12-5.8.1c',
    'S12-5.8.2c',
    'S12-5.8.2d',
    'S01-4.6a',
  ],
  from: ['approving'],
  by: ['quality-head', 'quality', ...AFTER_SALES, 'sales-head', 'general-manager'],
  input: z.object({
    opinion: choice(text('意见', 'Opinion'), opinions).default('agree'),
    note: paragraph(text('审批意见', 'Note'), {
      hint: text(
        '不同意或退回时必填；质量管理部在此写明质量结论',
        'needed to decline or send back; quality states its finding here',
      ),
    }).optional(),
    backTo: choice(text('退回到', 'Back to'), approvers, { when: { field: 'opinion', is: ['send-back'] } }).optional(),
  }),
  check: ({ input, signing, signOffs }) => {
    const round = Math.max(0, ...signOffs.filter(row => row.chain === 'approval').map(row => row.round))
    const before = signOffs.filter(row => row.chain === 'approval' && row.round === round && row.outcome === 'signed')
    return [
      input.opinion !== 'agree' &&
        !input.note &&
        refuse('reason-missing', text('不同意或退回时请写明理由。', 'Say why you decline or send it back.'), {
          field: 'note',
        }),
      signing?.key === 'quality' &&
        input.opinion === 'agree' &&
        !input.note &&
        refuse(
          'finding-missing',
          text(
            '请写明质量结论，业务部负责人据此批准。',
            'State the finding of quality: the head of sales approves on its ground.',
          ),
          { field: 'note', clause: 'S01-4.6a' },
        ),
      input.opinion === 'send-back' &&
        !before.some(row => row.key === input.backTo) &&
        refuse(
          'nobody-before',
          text(
            before.length === 0
              ? '前面没有人签过字，不能退回；不同意请选“不同意”。'
              : `只能退回到已签字的人，请选：${before.map(row => approvers[row.key as Approver]?.zh ?? row.key).join('、')}。`,
            before.length === 0
              ? 'Nobody has signed before you: decline instead.'
              : `It goes back only to those who signed; choose: ${before.map(row => approvers[row.key as Approver]?.en ?? row.key).join(', ')}.`,
          ),
          { field: 'backTo' },
        ),
    ]
  },
  sign: { chain: 'approval', step: 'waiting' },
  change: ({ input, signing, now, actor }) => {
    const note = input.note && { note: input.note }
    if (input.opinion === 'decline')
      return {
        to: 'declined',
        decline: true,
        ...note,
        set: { declinedReason: input.note ?? null, declinedByName: actor.name },
      }
    if (input.opinion === 'send-back') return { sendBack: { chain: 'approval', to: input.backTo ?? '' }, ...note }
    const finding = signing?.key === 'quality' ? { qualityFinding: input.note ?? null } : {}
    if (!signing?.last) return { ...note, set: finding }
    return {
      to: 'approved',
      ...note,
      set: { ...finding, approvedAt: now },
      open: [{ deadline: 'tell-customer', from: now }],
    }
  },
  tell: ({ record, input }) => {
    const said = input.note ? text(`：${input.note}`, `: ${input.note}`) : text('', '')
    const opinion = opinions[input.opinion]
    const done = record.state === 'approved' ? text('，已批准', '; it is approved') : text('', '')
    return text(`审批意见：${opinion.zh}${said.zh}${done.zh}`, `${opinion.en.toLowerCase()}${said.en}${done.en}`)
  },
  remark: ({ record }) => {
    if (!record.special) return record.limits && whyLimits(record.limits)
    return text(
      `特殊情况：${record.specialReason}。${record.limits ? whyLimits(record.limits).zh : ''}`,
      `Special case: ${record.specialReason}. ${record.limits ? whyLimits(record.limits).en : ''}`,
    )
  },
  rank: 10,
})
