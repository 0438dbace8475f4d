import { holds } from '../../kernel/person.ts'
import { type Refusals, refuse } from '../../kernel/refusal.ts'
import { text } from '../../kernel/text.ts'
import { notInFuture } from '../../vocabulary/event-time.ts'
import { zoneTitles } from '../../vocabulary/stock.ts'
import type { Reporting } from './commands/report-nonconforming.ts'
import { QUALITY } from './taxonomy.ts'

export const FOUND_AT = text('发现时间', 'Found at')

/** What stands against a report of nonconforming goods: who reports, what, where the goods lie, and which units they are. */
export const refuseReport = (asked: Reporting): Refusals => [
  ...whoMay(asked),
  ...what(asked),
  ...where(asked),
  ...which(asked),
]

function whoMay({ input, actor }: Reporting): Refusals {
  if (actor.via === 'system') return []
  return [
    input.source === 'acceptance' &&
      !holds(actor, ['acceptance-inspector', ...QUALITY]) &&
      refuse(
        'inspector-reports',
        text(
          '拒收报告单由验收员填写，请交验收员上报。',
          'The acceptance inspector fills the refusal report: let him report it.',
        ),
        { field: 'source', clause: 'S26-1a' },
      ),
    input.judgement !== undefined &&
      !holds(actor, [...QUALITY, 'quality-inspector']) &&
      refuse(
        'judgement-by-quality',
        text(
          '不合格结论由质管部作出。请不填此项，上报后由质管部复查。',
          'Quality concludes that goods are nonconforming: leave this empty, quality re-checks after the report.',
        ),
        { field: 'judgement', clause: 'S26-1b' },
      ),
  ]
}

const what = ({ input, found, now }: Reporting): Refusals => [
  !found.goods &&
    refuse('no-such-lot', text('没有这个批号，请重新选择。', 'There is no such lot: choose again.'), {
      field: 'lotId',
    }),
  input.supplierId !== undefined &&
    !found.supplier?.isSupplier &&
    refuse(
      'no-such-supplier',
      text('所选单位不是供货者，请重新选择或不填。', 'That is no supplier: choose again, or leave it empty.'),
      { field: 'supplierId' },
    ),
  (input.holdId !== undefined || input.complaintId !== undefined) &&
    !found.chosenCause &&
    refuse('no-such-cause', text('没有所选的来源记录，请重新选择。', 'There is no such record: choose again.'), {
      field: input.holdId === undefined ? 'complaintId' : 'holdId',
    }),
  notInFuture(input.foundAt, now, 'foundAt', FOUND_AT),
]

function where({ input, found }: Reporting): Refusals {
  const { goods, customer } = found
  if (!goods) return []
  if (input.atCustomer) {
    const left = goods.atCustomer - goods.markedAtCustomer
    return [
      !customer?.isCustomer &&
        refuse(
          'customer-missing',
          text('货物在客户处，请选择客户。', 'The goods are at a customer: choose the customer.'),
          {
            field: 'partyId',
            clause: 'S12-5.8.2f',
          },
        ),
      customer?.isCustomer &&
        input.quantity > left &&
        refuse(
          'more-than-delivered',
          text(
            `该客户处本批号尚有 ${left} ${goods.unit} 可上报，请核对数量。`,
            `The customer has ${left} ${goods.unit} of this lot that are not reported yet: check the number.`,
          ),
          { field: 'quantity' },
        ),
    ]
  }
  if (!input.zone)
    return [
      refuse('zone-missing', text('请选择货物所在库区。', 'Choose the zone in which the goods lie.'), {
        field: 'zone',
      }),
    ]
  const left = goods.inZone - goods.marked
  return [
    input.source === 'acceptance' &&
      input.zone !== 'waiting' &&
      refuse(
        'not-waiting',
        text(
          '验收拒收的货物在待验区；已入库的请按“在库养护”上报。',
          'Refused arrivals lie in the waiting zone; report goods already in store as found in stock maintenance.',
        ),
        { field: 'zone', clause: 'S26-1a' },
      ),
    input.quantity > left &&
      refuse(
        'more-than-there',
        text(
          `${zoneTitles[input.zone].zh}本批号尚有 ${left} ${goods.unit} 可上报（共 ${goods.inZone}，已上报 ${goods.marked}），请核对数量和库区。`,
          `The ${zoneTitles[input.zone].en.toLowerCase()} has ${left} ${goods.unit} of this lot to report (${goods.inZone} in all, ${goods.marked} reported): check number and zone.`,
        ),
        { field: 'quantity' },
      ),
  ]
}

/** Serial numbers: one for each unit, and each of them there. */
function which({ input, found }: Reporting): Refusals {
  const { goods } = found
  const serials = input.serials ?? []
  if (!goods || (!goods.isSerialTracked && serials.length === 0)) return []
  const strange = serials.find(serial => !goods.serialsThere.includes(serial))
  return [
    (serials.length !== input.quantity || new Set(serials).size !== serials.length) &&
      refuse(
        'serials-missing',
        text(
          `本产品按序列号管理，请填写 ${input.quantity} 个不重复的序列号。`,
          `This product is tracked by serial: enter ${input.quantity} different serial numbers.`,
        ),
        { field: 'serials' },
      ),
    goods.isSerialTracked &&
      strange !== undefined &&
      refuse(
        'serial-not-there',
        text(
          `序列号 ${strange} 不在所选位置，请核对。`,
          `Serial ${strange} is not where the goods are said to be: check it.`,
        ),
        { field: 'serials' },
      ),
  ]
}
