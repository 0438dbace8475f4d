import { z } from 'zod'
import type { Correction } from '../../../kernel/command.ts'
import { field } from '../../../kernel/field.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { reasonField } from '../../../vocabulary/base-data.ts'
import { messageCommand } from '../message-command.ts'
import { LETTERS, usableAddress } from '../taxonomy.ts'

/** The letter is mailed again, to the same address or to a mended one; the old one stays readable. */
export const resend = messageCommand('resend', {
  title: text('重新发送', 'Send again'),
  about: text('可更正邮箱后重发；原邮箱保留并划改。', 'The address may be mended; the old one stays, struck through.'),
  fulfils: ['HJ-reached', 'S09-5.3c'],
  from: ['failed', 'to-print', 'sent'],
  to: 'waiting',
  by: LETTERS,
  input: z.object({
    toEmail: field(z.string().trim().min(3).max(254), {
      title: text('电子邮箱', 'E-mail'),
      widget: 'line',
      personal: true,
    }).optional(),
    reason: reasonField,
  }),
  check: ({ record, input, now }) => [
    !usableAddress(input.toEmail ?? record.toEmail) &&
      refuse(
        'bad-address',
        text(
          `要重新发送 ${record.number}，请填写完整的电子邮箱，例如 name@example.cn；没有邮箱的请打印送达。`,
          `To send ${record.number} again, enter a whole address such as name@example.cn; without one, print the letter.`,
        ),
        { field: 'toEmail' },
      ),
    record.expiresAt !== null &&
      record.expiresAt <= now &&
      refuse(
        'link-expired',
        text(
          `${record.number} 里的链接已过期，重发也打不开。请在 ${record.recordNumber ?? '所属记录'} 上发出新的函件。`,
          `The link in ${record.number} has expired and would not open. Send a new letter from ${record.recordNumber ?? 'its record'}.`,
        ),
      ),
  ],
  change: ({ record, input, now }) => {
    const address = usableAddress(input.toEmail ?? record.toEmail)
    const mended = address !== record.toEmail
    const correction: Correction = { field: 'toEmail', was: record.toEmail, now: address, reason: input.reason }
    return {
      set: { toEmail: address, round: record.round + 1, failure: null, printReason: null },
      open: [{ deadline: 'delivery', from: now }],
      ...(mended && { correct: [correction] }),
    }
  },
  tell: ({ record, input }) =>
    text(`重新发送至 ${record.toEmail}：${input.reason}`, `sent again to ${record.toEmail}: ${input.reason}`),
  fill: ({ record }) => ({ ...(record.toEmail && { toEmail: record.toEmail }) }),
  rank: 20,
})
