import { z } from 'zod'
import { form } from '../../../kernel/form.ts'
import { instant, type Said, saidSchema } from '../../../kernel/paper.ts'
import { text } from '../../../kernel/text.ts'
import type { StopSalePaper } from './view.ts'

const card = z.strictObject({
  word: saidSchema,
  order: saidSchema,
  product: saidSchema.nullable(),
  lot: saidSchema.nullable(),
  place: saidSchema.nullable(),
  expected: saidSchema.nullable(),
  since: saidSchema.nullable(),
  number: saidSchema.nullable(),
  rule: saidSchema,
})
const schema = z.strictObject({
  labels: z.strictObject({ place: saidSchema, expected: saidSchema, since: saidSchema, number: saidSchema }),
  cards: z.array(card).readonly(),
})
type Data = Readonly<z.infer<typeof schema>>

const fromStop = (view: StopSalePaper): Data => {
  const product = [view.product.name, view.product.model].filter(Boolean).join(' ') || null
  const common = {
    word: text('停　售', 'ON HOLD'),
    order: text('禁止发货', 'DO NOT SHIP'),
    product,
    since: instant(view.placedAt),
    number: view.number,
    rule: text(
      '未经质量管理部解除，不得移动、拣货、发货',
      'Not to be moved, picked or shipped until quality management releases it',
    ),
  }
  const places: { lot: Said | null; place: Said | null; expected: Said | null }[] = view.places.map(place => ({
    lot: place.lot,
    place:
      typeof place.zone === 'string'
        ? `${place.warehouse} ${place.zone}`
        : text(`${place.warehouse} ${place.zone.zh}`, `${place.warehouse}, ${place.zone.en}`),
    expected: String(place.expected),
  }))
  const lots = [view.product.lots, view.product.serials].filter(Boolean).join(' ') || null
  return {
    labels: {
      place: text('位置', 'Place'),
      expected: text('应有数量', 'Expected'),
      since: text('停售时间', 'Held since'),
      number: text('停售编号', 'Stop-sale no.'),
    },
    cards: (places.length > 0 ? places : [{ lot: lots, place: null, expected: null }]).map(place => ({
      ...common,
      ...place,
    })),
  }
}

/** 停发标识（黄牌）: one yellow card for each place, to be hung on the goods (S01-4.7c, S26-2.1a). */
export const holdMark = form<StopSalePaper, Data>({
  id: 'hold-mark',
  code: 'QR-ZG-14',
  revision: 'A/0',
  title: text('停发标识（黄牌）', 'Hold mark (yellow card)'),
  template: new URL('./hold-mark.typ', import.meta.url),
  sample: new URL('./stop-sale.sample.json', import.meta.url),
  fulfils: ['S01-4.7c', 'S26-2.1a'],
  schema,
  data: fromStop,
})
