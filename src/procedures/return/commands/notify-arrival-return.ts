import { z } from 'zod'
import { field } from '../../../kernel/field.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { choice, line, moment } from '../../../vocabulary/entry-field.ts'
import { happened, notBefore, notInFuture } from '../../../vocabulary/event-time.ts'
import { returnCommand } from '../return-command.ts'
import { AFTER_SALES, arrivals, SALES } from '../taxonomy.ts'

const AT = text('到货通知时间', 'Arrival notice at')

/** S02-4.2.5a: the notice that goods have arrived at the freight station; the transport order follows it. */
export const notifyArrival = returnCommand('notify-arrival', {
  title: text('登记到货通知', 'Record the arrival notice'),
  about: text(
    '货到货运站或待提的，由售后负责人派车；客户送到仓库的直接清点。',
    'Goods at the station are fetched on a transport order; goods at our door are counted.',
  ),
  fulfils: ['S02-4.2.5a'],
  from: ['awaiting'],
  by: [...AFTER_SALES, ...SALES, 'warehouse', 'warehouse-head'],
  input: z.object({
    way: choice(text('到货方式', 'How the goods come'), arrivals).default('freight-station'),
    place: line(text('货运站/提货地点', 'Station or place')).optional(),
    noticedAt: moment(AT).optional(),
    packages: field(z.int().min(1).max(100_000), { title: text('件数', 'Packages'), widget: 'number' }).optional(),
  }),
  check: ({ record, input, now }) => [
    input.way !== 'delivered' &&
      !input.place &&
      refuse(
        'place-missing',
        text('请填写货运站或提货地点，运输单要用。', 'Enter the station or place: the transport order names it.'),
        { field: 'place' },
      ),
    notInFuture(input.noticedAt, now, 'noticedAt', AT),
    notBefore(
      input.noticedAt,
      record.toldAt ?? record.requestedAt,
      'noticedAt',
      AT,
      text('通知客户的时间', 'when the customer was told'),
    ),
  ],
  change: ({ input, now }) => {
    const noticedAt = happened(input.noticedAt, now)
    const set = {
      arrivalWay: input.way,
      arrivalPlace: input.place ?? null,
      arrivalNoticedAt: noticedAt,
      packages: input.packages ?? null,
    }
    if (input.way === 'delivered') return { to: 'collected', set: { ...set, arrivedAt: noticedAt } }
    return { to: 'arrived', set, open: [{ deadline: 'transport-order', from: noticedAt }] }
  },
  tell: ({ input }) =>
    text(
      `${arrivals[input.way].zh}${input.place ? `：${input.place}` : ''}`,
      `${arrivals[input.way].en.toLowerCase()}${input.place ? `: ${input.place}` : ''}`,
    ),
  fill: ({ now }) => ({ noticedAt: now }),
  rank: 10,
})
