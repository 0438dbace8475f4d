import { z } from 'zod'
import { field } from '../../../kernel/field.ts'
import { type Refusals, refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { dayOf } from '../../../kernel/time.ts'
import { attachmentIds, choice, line, moment, paragraph, telephone } from '../../../vocabulary/entry-field.ts'
import { happened, notInFuture } from '../../../vocabulary/event-time.ts'
import { amountOf } from '../exchange-rate.ts'
import type { FoundLot } from '../goods.ts'
import { reversible } from '../goods.ts'
import { goodsColumns, MOST_LINES, requestLine } from '../lines.ts'
import { bulkAmount, bulkQuantity, expiredBatch } from '../policies.ts'
import { returnCommand } from '../return-command.ts'
import { AFTER_SALES, formWays, reasons, routes, SALES, wishes } from '../taxonomy.ts'

const AT = text('客户申请时间', 'Requested at')
const input = z.object({
  route: choice(text('路径', 'Route'), routes).default('dealer'),
  partyId: field(z.uuid(), { title: text('退货单位', 'Returning party'), widget: 'party', of: 'customer' }),
  reason: choice(text('退货原因', 'Reason'), reasons),
  wish: choice(text('客户要求', 'Wish of the customer'), wishes),
  lines: field(z.array(requestLine).max(MOST_LINES), { title: text('调退货明细', 'Itemised goods') }).default([]),
  formWay: choice(text('明细表提交方式', 'How the request came'), formWays).default('handed-over'),
  requestedAt: moment(AT).optional(),
  contactPerson: line(text('联系人', 'Contact'), { personal: true }).optional(),
  phone: telephone(text('联系电话', 'Telephone')).optional(),
  remark: paragraph(text('客户说明', 'Remark of the customer')).optional(),
  complaintId: field(z.uuid(), {
    title: text('源自投诉', 'From the complaint'),
    widget: 'record',
    of: 'complaint',
  }).optional(),
  noticeId: field(z.uuid(), { title: text('源自通知', 'From the notice'), widget: 'hidden' }).optional(),
  noticeRecipientId: field(z.uuid(), {
    title: text('通知收件方', 'Recipient of the notice'),
    widget: 'hidden',
  }).optional(),
  attachments: attachmentIds.optional(),
})
type Input = z.infer<typeof input>

/** The delivery that a line names, otherwise the latest of its lot. */
const deliveryOf = (lot: FoundLot, asked: string | undefined) =>
  asked === undefined ? lot.deliveries[0] : lot.deliveries.find(item => item.number === asked)

function lineRefusals(
  { lines, reason }: Input,
  lots: readonly FoundLot[],
  today: string,
  refuseExpired: boolean,
): Refusals {
  return lines.flatMap((asked, i) => {
    const at = (name: string) => ({ field: `lines.${i}.${name}` })
    const lot = lots.find(item => item.lotId === asked.lotId)
    if (!lot)
      return [
        refuse(
          'no-such-lot',
          text('没有这个批号，请从批次档案中选择。', 'There is no such lot: choose it from the files.'),
          at('lotId'),
        ),
      ]
    const left = reversible(lot)
    const same = lines.slice(0, i + 1).filter(other => other.lotId === asked.lotId)
    const wanted = same.reduce((sum, other) => sum + other.quantity, 0)
    const expired = lot.expiresOn !== null && lot.expiresOn < today
    const open = lot.openReturns.join('、')
    const bad = lot.reports.join('、')
    const reportedSerial = asked.serials?.find(serial => lot.reportedSerials.includes(serial))
    return [
      same.slice(0, -1).some(other => other.deliveryNumber === asked.deliveryNumber) &&
        refuse(
          'lot-twice',
          text(
            `批号 ${lot.lotNo} 已在上面填过，请合并为一行，或分别填写出库单号。`,
            `Lot ${lot.lotNo} stands above already: make it one line, or name a delivery for each.`,
          ),
          at('lotId'),
        ),
      lot.delivered === 0
        ? refuse(
            'never-delivered',
            text(
              `查不到向该客户发过批号 ${lot.lotNo}，请核对批号或客户。`,
              `Lot ${lot.lotNo} was never delivered to this customer: check the lot or the customer.`,
            ),
            { ...at('lotId'), clause: 'S02-4.2.1a' },
          )
        : wanted > left &&
          refuse(
            'more-than-delivered',
            text(
              `批号 ${lot.lotNo} 共发 ${lot.delivered} ${lot.unit}，已退 ${lot.returned}${open ? `，在办 ${lot.underWay}（${open}）` : ''}${bad ? `，在客户处列为不合格品 ${lot.reported}（${bad}）` : ''}，最多还能退 ${left} ${lot.unit}。`,
              `Of lot ${lot.lotNo}, ${lot.delivered} were delivered, ${lot.returned} came back${open ? `, ${lot.underWay} are under way (${open})` : ''}${bad ? `, ${lot.reported} are reported as nonconforming there (${bad})` : ''}: at most ${left} can still come back.`,
            ),
            { ...at('quantity'), clause: 'S02-4.2.1a' },
          ),
      asked.deliveryNumber !== undefined &&
        !deliveryOf(lot, asked.deliveryNumber) &&
        refuse(
          'other-delivery',
          text(
            `出库单 ${asked.deliveryNumber} 没有向该客户发过批号 ${lot.lotNo}，请核对；不填则取最近一次。`,
            `Delivery ${asked.deliveryNumber} brought this customer no lot ${lot.lotNo}: check it, or leave it empty for the latest.`,
          ),
          { ...at('deliveryNumber'), clause: 'CN-GSP-107' },
        ),
      (lot.isSerialTracked || asked.serials !== undefined) &&
        new Set(asked.serials ?? []).size !== asked.quantity &&
        refuse(
          'serials-missing',
          text(
            `${lot.productName}按序列号管理，请逐台填写 ${asked.quantity} 个不重复的序列号。`,
            `${lot.model} goes by serial number: enter ${asked.quantity} different ones, one for each unit.`,
          ),
          { ...at('serials'), clause: 'CN-GSP-107' },
        ),
      reportedSerial !== undefined &&
        refuse(
          'serial-nonconforming',
          text(
            `序列号 ${reportedSerial} 已在客户处列为不合格品${bad && `（${bad}）`}，就地处置。要退回，请先由质管作废或放行该记录。`,
            `Serial ${reportedSerial} is reported as nonconforming at the customer${bad && ` (${bad})`} and dealt with there. To take it back, first have quality void or release that record.`,
          ),
          { ...at('serials'), clause: 'S12-5.8.2g' },
        ),
      expired &&
        reason === 'unsaleable' &&
        refuse(
          'expired-unsaleable',
          text(
            `批号 ${lot.lotNo} 已过有效期（${lot.expiresOn}），不能作为不适销品调换，请从明细中去掉。`,
            `Lot ${lot.lotNo} expired on ${lot.expiresOn} and cannot be exchanged as unsaleable: take it off the list.`,
          ),
          { ...at('lotId'), clause: 'S02-4.2.3d' },
        ),
      expired &&
        reason === 'quality' &&
        refuseExpired &&
        refuse(
          'expired-quality',
          text(
            `批号 ${lot.lotNo} 已过有效期（${lot.expiresOn}），按公司规定不办理退货，请转不合格品程序。`,
            `Lot ${lot.lotNo} expired on ${lot.expiresOn}; the company takes no such goods back: use the procedure for nonconforming goods.`,
          ),
          { ...at('lotId'), clause: 'S01-4.6a' },
        ),
    ]
  })
}

/** S02-4.2.1a, S12-5.8.1a: nothing is processed without the customer's itemised request. */
export const requestReturn = returnCommand('request', {
  title: text('登记调退货申请', 'Register a return request'),
  about: text(
    '按客户《调退货明细表》逐批登记品种、规格型号、批号和数量，注明原因；没有明细不予办理。',
    'The itemised request of the customer, lot by lot with the reason; nothing is processed without it.',
  ),
  fulfils: ['S02-4.2.1a', 'S02-4.2.1b', 'S02-3.3a', 'S02-4.2.10a', 'S12-5.8.1a', 'S01-4.6a', 'CN-GSP-107'],
  from: 'new',
  to: 'requested',
  by: [...AFTER_SALES, ...SALES, 'service-desk'],
  input,
  find: ['party', 'goods', 'complaint'],
  check: ({ input, found, policy, now, zone }) => [
    !(found.party?.isCustomer && found.party.state === 'active') &&
      refuse(
        'no-such-customer',
        text(
          '所选客户不在客户档案中或已停用，请重新选择。',
          'That customer is not in the files or no longer active: choose again.',
        ),
        { field: 'partyId' },
      ),
    input.lines.length === 0 &&
      refuse(
        'no-lines',
        text(
          '没有《调退货明细表》不予办理：请按客户明细逐批填写批号和数量。',
          'Nothing is processed without the itemised request: enter lot and quantity line by line.',
        ),
        { field: 'lines', clause: 'S02-4.2.1a' },
      ),
    (input.route === 'recall') !== (input.reason === 'recall') &&
      refuse(
        'route-and-reason',
        text(
          '召回退回的路径和原因须同时选“召回”，其他退货两项都不选召回。',
          'A recall has "recall" as route and as reason; other returns have it as neither.',
        ),
        { field: 'reason' },
      ),
    input.route === 'dealer' &&
      input.reason === 'unsaleable' &&
      input.wish === 'refund' &&
      refuse(
        'unsaleable-is-exchanged',
        text(
          '经销商不适销品只能以原品种换货，请把客户要求改为“换货”。',
          'Unsaleable goods of dealers are exchanged like for like: choose "exchange".',
        ),
        { field: 'wish', clause: 'S02-4.2.7c' },
      ),
    input.complaintId !== undefined &&
      !found.complaint &&
      refuse('no-such-complaint', text('没有这件投诉，请重新选择。', 'There is no such complaint: choose again.'), {
        field: 'complaintId',
      }),
    notInFuture(input.requestedAt, now, 'requestedAt', AT),
    ...lineRefusals(input, found.goods, dayOf(now, zone), policy(expiredBatch) === 'refuse'),
  ],
  change: ({ input, found, policy, newId, now, zone, actor }) => {
    const { party } = found
    const today = dayOf(now, zone)
    const lines = input.lines.flatMap((asked, i) => {
      const lot = found.goods.find(item => item.lotId === asked.lotId)
      if (!lot) return []
      const {
        deliveries: _,
        delivered: __,
        returned: ___,
        underWay: ____,
        openReturns: _____,
        isSerialTracked: ______,
        reported: _______,
        reports: ________,
        reportedSerials: _________,
        ...label
      } = lot
      const delivery = deliveryOf(lot, asked.deliveryNumber)
      return [
        {
          ...label,
          lineNo: i + 1,
          serials: asked.serials ?? [],
          quantity: asked.quantity,
          unitPrice: asked.unitPrice ?? null,
          deliveryNumber: delivery?.number ?? null,
          deliveredOn: delivery?.deliveredOn ?? null,
          counted: null,
          coldChainKept: null,
        },
      ]
    })
    const amount = amountOf(lines)
    const goods = goodsColumns(lines)
    const requestedAt = happened(input.requestedAt, now)
    const contact = party?.contacts[0]
    return {
      set: {
        ...goods,
        route: input.route,
        reason: input.reason,
        wish: input.wish,
        formWay: input.formWay,
        requestedAt,
        requestedByName: actor.name,
        partyId: input.partyId,
        partyName: party?.name ?? '',
        partyKind: party?.customerKind ?? null,
        province: party?.province ?? null,
        city: party?.city ?? null,
        contactPerson: input.contactPerson ?? contact?.name ?? null,
        phone: input.phone ?? contact?.phone ?? party?.phones[0] ?? null,
        email: party?.email ?? null,
        remark: input.remark ?? null,
        complaintId: input.complaintId ?? null,
        noticeId: input.noticeId ?? null,
        noticeRecipientId: input.noticeRecipientId ?? null,
        amount,
        expiredLot: lines.some(line => line.expiresOn !== null && line.expiresOn < today),
        bulk: goods.quantity >= policy(bulkQuantity) || (amount !== null && amount >= policy(bulkAmount) * 100),
        special: false,
        goodwill: false,
        refusedQuantity: 0,
      },
      rows: lines.map(line => ({ child: 'line', insert: { id: newId(), ...line } })),
      open: input.formWay === 'fax' ? [] : [{ deadline: 'sign-for', from: now }],
      link: input.complaintId ? [{ procedure: 'complaint', id: input.complaintId, kind: 'complaint' }] : [],
      attach: (input.attachments ?? []).map(id => ({ id, purpose: 'request' })),
    }
  },
  tell: ({ record, input }) =>
    text(
      `${record.partyName}申请${wishes[input.wish].zh}（${reasons[input.reason].zh}）：${record.productNames} ${record.lotNos}，共 ${record.quantity}`,
      `registered the request of ${record.partyName} (${reasons[input.reason].en.toLowerCase()}, ${wishes[input.wish].en.toLowerCase()}): ${record.lotNos}, ${record.quantity} in all`,
    ),
  fill: ({ now }) => ({ requestedAt: now }),
  rank: 1,
  place: 'page',
})
