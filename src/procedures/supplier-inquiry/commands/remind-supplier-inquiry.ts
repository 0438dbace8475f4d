import { z } from 'zod'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { addDays, dayOf, endOfDay } from '../../../kernel/time.ts'
import { writeLetter } from '../letter.ts'
import { linkGraceDays } from '../policies.ts'
import { IN_TOUCH } from '../roles.ts'
import { supplierInquiryCommand } from '../supplier-inquiry-command.ts'
import { letterStates } from '../wording.ts'

/** The supplier is pressed; its link lives on from the day of the reminder. */
export const remindSupplierInquiry = supplierInquiryCommand('remind', {
  title: text('催复', 'Remind the supplier'),
  fulfils: ['S01-4.6b'],
  from: ['sent'],
  by: IN_TOUCH,
  input: z.object({}),
  guard: ({ record, now, zone }) => [
    record.letterState === 'waiting' &&
      refuse(
        'letter-waits',
        text(
          `前一封函仍为“${letterStates.waiting.zh}”，要催复，请先发送或登记送达。`,
          `The letter before is still "${letterStates.waiting.en.toLowerCase()}": to remind, first send it or record that it was handed over.`,
        ),
      ),
    record.remindedAt !== null &&
      dayOf(record.remindedAt, zone) === dayOf(now, zone) &&
      refuse(
        'reminded-today',
        text('今天已催复过，请改日再催，或直接电话联系。', 'It was reminded today: wait a day, or call.'),
      ),
  ],
  change: ({ record, policy, now, zone }) => {
    const today = dayOf(now, zone)
    const day = [record.dueOn, today].sort().at(-1) ?? today
    const linkUntil = endOfDay(addDays(day, policy(linkGraceDays)), zone)
    return {
      set: { reminders: record.reminders + 1, remindedAt: now, letterState: 'waiting' as const, linkUntil },
      start: [writeLetter({ ...record, linkUntil }, true)],
    }
  },
  tell: ({ record }) => text(`第 ${record.reminders} 次催复`, `reminded for the ${record.reminders}. time`),
  rank: 20,
})
