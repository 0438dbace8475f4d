import { z } from 'zod'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { line, moment } from '../../../vocabulary/entry-field.ts'
import { happened, notInFuture } from '../../../vocabulary/event-time.ts'
import { returnCommand } from '../return-command.ts'

const AT = text('传真收到时间', 'Fax received at')

/** S02-4.2.2a: forms that come by fax are registered in one place, the computer room. */
export const registerFax = returnCommand('register-fax', {
  title: text('登记传真', 'Register the fax'),
  about: text(
    '传真来的明细表由电脑室统一登记，再交售后签收。',
    'The computer room registers requests by fax, then hands them to after-sales.',
  ),
  fulfils: ['S02-4.2.2a'],
  from: ['requested'],
  by: ['computer-room'],
  input: z.object({
    faxRegisterNo: line(text('传真登记号', 'Fax register no.')),
    faxReceivedAt: moment(AT).optional(),
  }),
  guard: ({ record }) => [
    record.formWay !== 'fax' &&
      refuse(
        'no-fax',
        text(
          `${record.number} 不是传真提交的，不用登记传真，请由售后直接签收。`,
          `${record.number} did not come by fax: after-sales signs for it directly.`,
        ),
      ),
    record.faxRegisterNo !== null &&
      refuse(
        'fax-registered',
        text(
          `传真已登记为 ${record.faxRegisterNo}，请售后签收。`,
          `The fax is registered as ${record.faxRegisterNo}: after-sales signs for it.`,
        ),
      ),
  ],
  check: ({ input, now }) => [notInFuture(input.faxReceivedAt, now, 'faxReceivedAt', AT)],
  change: ({ input, now, actor }) => ({
    set: {
      faxRegisterNo: input.faxRegisterNo,
      faxReceivedAt: happened(input.faxReceivedAt, now),
      faxRegisteredByName: actor.name,
    },
    open: [{ deadline: 'sign-for', from: now }],
  }),
  tell: ({ input }) => text(`传真登记为 ${input.faxRegisterNo}`, `registered the fax as ${input.faxRegisterNo}`),
  fill: ({ now }) => ({ faxReceivedAt: now }),
  rank: 5,
})
