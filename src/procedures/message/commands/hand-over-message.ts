import { z } from 'zod'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { attachmentIds, choice, line, moment, paragraph } from '../../../vocabulary/entry-field.ts'
import { happened, notBefore, notInFuture } from '../../../vocabulary/event-time.ts'
import { messageCommand } from '../message-command.ts'
import { DOCUMENTED, handOverWays, LETTERS, TO_BRING } from '../taxonomy.ts'

const AT = text('送达时间', 'Handed over at')

/** Somebody brought the letter: how, to whom, with which proof. */
export const handOver = messageCommand('hand-over', {
  title: text('登记送达', 'Enter the hand-over'),
  about: text(
    '打印函件并送达后，登记方式、签收人与凭证。',
    'After the printed letter was brought: how, who took it, and the proof.',
  ),
  fulfils: ['HJ-reached', 'HJ-record', 'S12-5.10.2a'],
  from: TO_BRING,
  to: 'handed-over',
  by: LETTERS,
  input: z.object({
    how: choice(text('送达方式', 'How'), handOverWays),
    handedOverAt: moment(AT).optional(),
    toWhom: line(text('签收人', 'Taken by'), { personal: true }).optional(),
    document: line(text('快递或挂号单号', 'Number of the slip')).optional(),
    note: paragraph(text('说明', 'Note')).optional(),
    attachments: attachmentIds.default([]),
  }),
  check: ({ record, input, now }) => [
    notInFuture(input.handedOverAt, now, 'handedOverAt', AT),
    notBefore(input.handedOverAt, record.createdAt, 'handedOverAt', AT, text('函件发出的时间', 'the letter')),
    DOCUMENTED.includes(input.how) &&
      !input.document &&
      refuse(
        'slip-missing',
        text('邮寄或快递请填写单号，作为送达凭证。', 'By post or courier: enter the number of the slip as proof.'),
        { field: 'document', clause: 'HJ-reached' },
      ),
    ['in-person', 'telephone'].includes(input.how) &&
      !input.toWhom &&
      refuse('taker-missing', text('当面或电话送达请填写对方是谁。', 'In person or by telephone: enter who took it.'), {
        field: 'toWhom',
        clause: 'HJ-reached',
      }),
    input.how === 'other' &&
      !input.note &&
      refuse('way-missing', text('请在说明里写明如何送达。', 'Say in the note how it was brought.'), {
        field: 'note',
        clause: 'HJ-reached',
      }),
  ],
  change: ({ input, now, actor }) => {
    const at = happened(input.handedOverAt, now)
    return {
      set: {
        handedOverAt: at,
        handedOverHow: input.how,
        handedOverTo: input.toWhom ?? null,
        handedOverDocument: input.document ?? null,
        handedOverNote: input.note ?? null,
        handedOverByName: actor.name,
      },
      attach: input.attachments.map(id => ({ id, purpose: 'delivery' })),
      meet: [{ deadline: 'delivery', at }],
    }
  },
  tell: ({ record, input }) =>
    text(
      `以${handOverWays[input.how].zh}送达${record.toName}${input.toWhom ? `（${input.toWhom}）` : ''}${input.document ? `，单号 ${input.document}` : ''}`,
      `brought to ${input.toWhom ?? record.toName} (${handOverWays[input.how].en.toLowerCase()}${input.document ? ` ${input.document}` : ''})`,
    ),
  fill: ({ record, now }) => ({
    handedOverAt: now,
    ...(record.toContact && { toWhom: record.toContact }),
  }),
  rank: 10,
})
