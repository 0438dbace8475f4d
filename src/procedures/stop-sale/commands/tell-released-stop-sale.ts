import { z } from 'zod'
import { field } from '../../../kernel/field.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { choice, moment, paragraph, yesNo } from '../../../vocabulary/entry-field.ts'
import { happened, notBefore, notInFuture } from '../../../vocabulary/event-time.ts'
import { contactWays } from '../../../vocabulary/intake.ts'
import { stillWaiting } from '../notices.ts'
import { stopSaleCommand } from '../stop-sale-command.ts'
import { TELLERS } from '../stop-sale-roles.ts'
import type { StopSaleTold } from '../stop-sale-rows.ts'
import { toldResumed } from '../telling.ts'

const AT = text('告知时间', 'Told at')

/** Buyers who were told to stop and do not know yet that it is over; those in the house confirm for themselves. */
const waitingBuyers = (told: readonly StopSaleTold[]): readonly StopSaleTold[] =>
  stillWaiting(told).filter(row => row.audience === 'buyer' || row.audience === 'buyers')

/** S01-4.5b, X30: whoever was told to stop is told that it is over. */
export const tellReleased = stopSaleCommand('tell-released', {
  title: text('登记已告知恢复销售', 'Record that buyers know of the release'),
  about: text(
    '逐家告知曾被通知停售的购货方；以通知书发出的，在最后一家获知时自动登记。',
    'Buyers who were told to stop; those told by a notice are recorded when it has reached the last of them.',
  ),
  fulfils: ['S01-4.5b', 'S26-2.3b'],
  from: ['releasing'],
  by: TELLERS,
  input: z.object({
    partyId: field(z.uuid(), { title: text('购货方', 'Buyer'), widget: 'party' }).optional(),
    everyBuyer: yesNo(text('通知书所列购货方均已逐家告知', 'Every buyer of the notice was told one by one'), {
      hint: text('未另发恢复销售通知时使用', 'where no resume notice is sent'),
    }).optional(),
    noticeId: field(z.uuid(), { title: text('通知', 'Notice'), widget: 'hidden' }).optional(),
    way: choice(text('方式', 'How'), contactWays).default('telephone'),
    toldAt: moment(AT).optional(),
    note: paragraph(text('告知内容', 'What was said')),
  }),
  facts: ['told'],
  guard: ({ record, facts }) => [
    waitingBuyers(facts.told).length === 0 &&
      refuse(
        'nobody-waits',
        text(
          `${record.number} 曾被通知停售的购货方均已告知恢复。`,
          `Every buyer whom ${record.number} stopped knows of the release already; nothing is left to do.`,
        ),
      ),
  ],
  check: ({ record, input, facts, now, actor }) => [
    notInFuture(input.toldAt, now, 'toldAt', AT),
    record.releasedAt &&
      notBefore(input.toldAt, record.releasedAt, 'toldAt', AT, text('解除停售的时间', 'the release')),
    input.noticeId && actor.via !== 'system'
      ? refuse(
          'notice-by-itself',
          text('以通知书告知的由系统登记，请选择购货方。', 'Notices are recorded by themselves: choose a buyer.'),
          {
            field: 'partyId',
          },
        )
      : null,
    !waitingBuyers(facts.told).some(row => concerns(row, input)) &&
      refuse(
        'not-told-to-stop',
        text(
          `请选择尚待告知的购货方：${waitingNames(facts.told).zh}。`,
          `Choose a buyer who still waits to be told: ${waitingNames(facts.told).en}.`,
        ),
        { field: 'partyId' },
      ),
  ],
  change: ({ input, facts, now, actor }) => {
    const at = happened(input.toldAt, now)
    const these = waitingBuyers(facts.told).filter(row => concerns(row, input))
    const { last, ...told } = toldResumed(facts.told, these, { name: actor.name, at, note: input.note })
    return { ...told, ...(last && { to: 'released', set: { everybodyToldAt: now } }) }
  },
  tell: ({ input, facts }) => {
    const name = facts.told.find(row => row.partyId !== null && row.partyId === input.partyId)?.name
    return name
      ? text(`已告知${name}可恢复销售：${input.note}`, `told ${name} that it may sell again: ${input.note}`)
      : text(
          `已告知通知书所列购货方可恢复销售：${input.note}`,
          `told the buyers of the notice that they may sell again: ${input.note}`,
        )
  },
  fill: ({ facts, now }) => {
    const first = waitingBuyers(facts.told).find(row => row.audience === 'buyer')
    return { toldAt: now, ...(first?.partyId && { partyId: first.partyId }) }
  },
  rank: 12,
})

/** Whether somebody who waits is among those who are told now. */
const concerns = (
  row: StopSaleTold,
  input: { readonly noticeId?: string; readonly everyBuyer?: boolean; readonly partyId?: string },
): boolean =>
  row.audience === 'buyers' ? !!(input.noticeId || input.everyBuyer) : !!input.partyId && row.partyId === input.partyId

const waitingNames = (told: readonly StopSaleTold[]) => {
  const names = waitingBuyers(told).map(row => row.name)
  return { zh: names.join('、') || '无', en: names.join(', ') || 'none' }
}
