import { z } from 'zod'
import { field } from '../../../kernel/field.ts'
import { holds } from '../../../kernel/person.ts'
import { type Refusal, refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { dayOf } from '../../../kernel/time.ts'
import { lineOf } from '../../../vocabulary/base-data.ts'
import { keysOf } from '../../../vocabulary/intake.ts'
import { isImported } from '../../../vocabulary/product.ts'
import type { LeftGoods } from '../left-goods.ts'
import { onEachLot } from '../moves.ts'
import type { ShownLine } from '../queries.ts'
import type { ShipmentRow } from '../shipment.ts'
import { shipmentCommand } from '../shipment-command.ts'
import { carriers } from '../wording.ts'

const optional = (zh: string, en: string, most = 60) =>
  field(lineOf(most).nullable().default(null), { title: text(zh, en) })

/** Some of what was picked and checked was reported as nonconforming or moved away since. */
function refuseMissing(record: ShipmentRow, line: ShownLine, left: readonly LeftGoods[]): Refusal | false {
  const there = left.find(item => item.lotId === line.lotId)
  const free = there?.free ?? 0
  const reported = there?.reported ?? 0
  return (
    free < line.quantity &&
    refuse(
      'goods-missing',
      text(
        `发货区批号 ${line.lotNo} 可发 ${free} ${line.unit}${reported > 0 ? `（另有 ${reported} 已列入不合格品）` : ''}，不足 ${line.quantity} ${line.unit}。请停发或取消 ${record.number}，再按现有数量重新开单。`,
        `The shipping zone has ${free} of lot ${line.lotNo} to send${reported > 0 ? ` (${reported} more are reported as nonconforming)` : ''}, and ${line.quantity} are wanted: stop or cancel ${record.number}, then order what there is.`,
      ),
      { clause: 'S24-8a' },
    )
  )
}

/** The goods are handed to the driver with their papers and leave the stock. */
export const shipShipment = shipmentCommand('ship', {
  title: text('交接发运', 'Hand over'),
  about: text(
    '填写运输单，与运输员交接；进口产品随附盖章的进口批件复印件。',
    'The transport slip is filled in and the goods handed over; imports travel with stamped copies of their approvals.',
  ),
  fulfils: ['S24-8a', 'S24-7a', 'SH-note', 'SH-cold'],
  from: ['checked'],
  to: 'shipped',
  by: ['driver', 'picker'],
  input: z.object({
    carrier: field(z.enum(keysOf(carriers)).default('own'), {
      title: text('运输方式', 'Carried by'),
      widget: 'choice',
      options: carriers,
    }),
    driverName: field(lineOf(60).nullable().default(null), {
      title: text('运输员', 'Driver'),
      hint: text('运输员本人办理时不必填', 'Not needed when the driver takes this step'),
    }),
    vehicle: optional('车牌号', 'Vehicle'),
    waybill: optional('运单号', 'Waybill'),
    temperature: field(z.number().min(-100).max(60).nullable().default(null), {
      title: text('启运温度（℃）', 'Temperature at departure (°C)'),
      hint: text('冷链产品必填', 'Needed for the cold chain'),
    }),
    importPapers: field(z.boolean().default(false), {
      title: text('已随附盖章的进口批件复印件', 'Stamped import approvals are enclosed'),
      widget: 'yes-no',
    }),
  }),
  facts: ['lines'],
  find: ['leftInShipping'],
  check: ({ record, input, facts, found, actor }) => {
    const imported = facts.lines.filter(line => isImported(line.registrationNo))
    const cold = facts.lines.filter(line => line.isColdChain)
    const { temperature } = input
    const outside = cold.find(
      line =>
        temperature !== null &&
        ((line.temperatureFrom !== null && temperature < line.temperatureFrom) ||
          (line.temperatureTo !== null && temperature > line.temperatureTo)),
    )
    return [
      ...facts.lines.map(line => refuseMissing(record, line, found.leftInShipping)),
      !input.driverName &&
        !holds(actor, ['driver']) &&
        refuse(
          'driver-needed',
          text('请填写接货的运输员或提货人。', 'Enter the driver or whoever collects the goods.'),
          { field: 'driverName', clause: 'S24-8a' },
        ),
      imported.length > 0 &&
        !input.importPapers &&
        refuse(
          'import-papers-needed',
          text(
            `${imported[0]?.productName ?? ''} 为进口产品，须随附盖有配送中心原印章的进口批件复印件，备齐后才能发运。`,
            `${imported[0]?.productName ?? ''} is imported: it leaves with stamped copies of its import approvals.`,
          ),
          { field: 'importPapers', clause: 'S24-7a' },
        ),
      cold.length > 0 &&
        temperature === null &&
        refuse(
          'temperature-needed',
          text('冷链产品须记录启运温度。', 'Goods of the cold chain leave with their temperature recorded.'),
          { field: 'temperature', clause: 'SH-cold' },
        ),
      outside !== undefined &&
        refuse(
          'temperature-outside',
          text(
            `启运温度 ${temperature} ℃ 超出 ${outside.productName} 的储存范围 ${outside.temperatureFrom ?? '—'}～${outside.temperatureTo ?? '—'} ℃，请先调整运输设备。`,
            `${temperature} °C is outside the bounds of ${outside.productName} (${outside.temperatureFrom ?? '—'} to ${outside.temperatureTo ?? '—'} °C): first mend the vehicle or box.`,
          ),
          { field: 'temperature', clause: 'SH-cold' },
        ),
    ]
  },
  sign: { meaning: text('货物与单据相符，已交接运输', 'Goods and papers agree and are handed over') },
  change: ({ record, input, facts, actor, now, zone }) => {
    const today = dayOf(now, zone)
    const driverName = input.driverName ?? actor.name
    return {
      set: {
        ...input,
        importPapers: facts.lines.some(line => isImported(line.registrationNo)) ? input.importPapers : null,
        driverName,
        shippedAt: now,
        shippedOn: today,
        shippedBy: actor.id,
        shippedByName: actor.name,
      },
      open: [{ deadline: 'sign-back', from: now }],
      start: onEachLot(record, facts.lines, 'lot.ship', {
        number: record.number,
        partyId: record.partyId,
        deliveredOn: today,
        orderNo: record.orderNo,
      }),
    }
  },
  tell: ({ record }) =>
    text(
      `${record.number} 交 ${record.driverName ?? ''} 发往 ${record.partyName}`,
      `handed ${record.number} to ${record.driverName ?? ''} for ${record.partyName}`,
    ),
  rank: 10,
})
