import { z } from 'zod'
import { form } from '../../../kernel/form.ts'
import { cell, cellSchema, choice, saidSchema, signatureSchema, tableSchema } from '../../../kernel/paper.ts'
import { text } from '../../../kernel/text.ts'
import { arrivals, handovers } from '../taxonomy.ts'
import type { ReturnPaper } from './paper.ts'
import { box, by, doneBox, goods, goodsTable, momentBox, of, signaturesOf } from './parts.ts'

const schema = z.strictObject({
  titles: z.strictObject({ order: saidSchema, handover: saidSchema }),
  customer: cellSchema,
  phone: cellSchema,
  way: cellSchema,
  place: cellSchema,
  noticedAt: cellSchema,
  packages: cellSchema,
  driver: cellSchema,
  vehicle: cellSchema,
  goods: tableSchema,
  storage: cellSchema,
  condition: cellSchema,
  departure: cellSchema,
  collected: cellSchema,
  counted: cellSchema,
  signatures: z.array(signatureSchema).readonly(),
})

const laidOut = (paper: ReturnPaper): z.infer<typeof schema> => {
  const { record } = paper
  return {
    titles: {
      order: text('一、提货授权', '1  Authority to collect'),
      handover: text('二、交接', '2  Hand-over'),
    },
    customer: box('退货单位', 'Customer', paper, row => row.partyName),
    phone: box('联系电话', 'Telephone', paper, row => row.phone, 'phone'),
    way: choice(
      text('到货方式', 'Arrival'),
      arrivals,
      of(paper, row => row.arrivalWay),
    ),
    place: box('提货地点', 'Collect at', paper, row => row.arrivalPlace, 'arrivalPlace'),
    noticedAt: momentBox('到货通知', 'Notice at', paper, row => row.arrivalNoticedAt),
    packages: box('件数', 'Packages', paper, row => (row.packages === null ? null : String(row.packages))),
    driver: box('驾驶员', 'Driver', paper, row => row.driverName),
    vehicle: box('车辆', 'Vehicle', paper, row => row.vehicle),
    goods: goodsTable(
      text('货品', 'Goods'),
      paper.lines,
      goods.no,
      goods.product,
      goods.model,
      goods.lot,
      goods.quantity,
    ),
    storage: box('运输贮存条件', 'Conditions', paper, row => row.storages),
    condition: choice(
      text('交接状况', 'Condition'),
      handovers,
      of(paper, row => row.handover),
      {
        note: of(paper, row => row.handoverNote),
      },
    ),
    departure: box('启运温度 ℃', 'Departure, °C', paper, row =>
      row.departureCelsius === null ? null : String(row.departureCelsius),
    ),
    collected: doneBox('提货人', 'Collected by', record?.collectedByName ?? null, record?.collectedAt ?? null),
    counted: cell(
      text('仓库接收', 'Received'),
      of(paper, row => row.differenceNote),
      {
        signature: by(text('仓库主管', 'Head of warehouse'), record?.countedByName ?? null, record?.countedAt ?? null),
      },
    ),
    signatures: signaturesOf(paper, 'return.order-transport'),
  }
}

/** 退货运输单: the authority without which the driver collects nothing (R21). */
export const transportOrderForm = form<ReturnPaper, z.infer<typeof schema>>({
  id: 'transport-order',
  code: 'QR-TH-02',
  revision: 'A/0',
  title: text('退货运输单', 'Return transport order'),
  applies: ({ transportOrderedAt }) => transportOrderedAt !== null,
  template: new URL('./transport-order.typ', import.meta.url),
  sample: new URL('./transport-order.sample.json', import.meta.url),
  fulfils: ['S02-4.2.5a', 'S02-4.2.5b', 'S02-3.9a', 'S02-3.9b'],
  schema,
  data: laidOut,
})
