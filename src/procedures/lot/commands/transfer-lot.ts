import { z } from 'zod'
import { field } from '../../../kernel/field.ts'
import { holds } from '../../../kernel/person.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { dayOf } from '../../../kernel/time.ts'
import { lineOf } from '../../../vocabulary/base-data.ts'
import { zoneTitles } from '../../../vocabulary/stock.ts'
import { STOCK_KEEPERS, startedBy } from '../by-procedure.ts'
import { lotCommand } from '../lot-command.ts'
import { writesOf } from '../move.ts'
import { refuseMove } from '../move-check.ts'
import { causeField, documentField, moveFields, zoneField } from '../move-fields.ts'

const JUDGES: readonly string[] = ['quality', 'quality-head']
/** Where goods lie that are not good, or not yet. */
const ASIDE: readonly string[] = ['unqualified', 'return']
const reason = field(lineOf(500), { title: text('原因', 'Reason'), widget: 'paragraph' })

const transferInput = z.object({
  from: zoneField(text('移出库区', 'From')),
  to: zoneField(text('移入库区', 'To')),
  ...moveFields,
  reason,
  cause: causeField,
})

/** Goods change their zone within a warehouse. Only quality, or a procedure that quality decided, makes goods good again. */
export const transferLot = lotCommand('transfer', {
  title: text('移区', 'Transfer'),
  about: text(
    '在同一仓库内调整库区，须签字。退货区和不合格品区的货只有质量管理部能移到其他库区。',
    'Between zones of a warehouse, signed. Quality management alone moves returned or nonconforming goods to the other zones.',
  ),
  fulfils: ['LT-zones', 'LT-ledger'],
  from: ['active', 'inactive'],
  by: [...STOCK_KEEPERS, 'stock-maintenance', ...JUDGES],
  input: transferInput,
  facts: ['stock', 'product'],
  find: ['warehouse', 'units'],
  check: ({ record, input, facts, found, actor, now, zone }) => {
    const byHand = actor.via !== 'system'
    return [
      input.from === input.to &&
        refuse(
          'same-zone',
          text('移入和移出的库区相同，请重新选择。', 'Both zones are the same: choose another one.'),
          { field: 'to' },
        ),
      byHand &&
        (input.to === 'shipping' || (input.from === 'waiting' && input.to === 'qualified')) &&
        refuse(
          'by-step',
          text(
            '待验货请用“验收合格”入库，发货区的货由“出库复核”拣货放入。',
            'Waiting goods enter by acceptance, and goods enter the shipping zone by picking for a shipment.',
          ),
          { field: 'to', clause: 'LT-zones' },
        ),
      byHand &&
        ASIDE.includes(input.from) &&
        !ASIDE.includes(input.to) &&
        !holds(actor, JUDGES) &&
        refuse(
          'quality-decides',
          text(
            `${zoneTitles[input.from].zh}的货须由质量管理部判定后才能移出，请转交质量管理部办理。`,
            `Goods in the ${zoneTitles[input.from].en.toLowerCase()} are judged by quality management before they leave it: ask them to move the goods.`,
          ),
          { field: 'to', kind: 'forbidden', clause: 'LT-zones' },
        ),
      input.to === 'qualified' &&
        record.expiresOn !== null &&
        record.expiresOn < dayOf(now, zone) &&
        refuse(
          'lot-expired',
          text(
            `批号 ${record.lotNo} 有效期至 ${record.expiresOn}，已过期，不得移入合格品区。`,
            `Lot ${record.lotNo} was usable until ${record.expiresOn} and cannot enter the qualified zone.`,
          ),
          { field: 'to', clause: 'LT-expiry' },
        ),
      ...refuseMove({ record, facts, found }, transferred(input, dayOf(now, zone))),
    ]
  },
  sign: { meaning: text('我确认此次移区及其原因属实', 'I confirm this transfer and its reason') },
  change: ({ record, input, facts, found, actor, now, zone, newId }) => ({
    rows: writesOf({ record, facts, found, actor, now, newId }, [transferred(input, dayOf(now, zone))]),
  }),
  tell: ({ record, input }) =>
    text(
      `${record.lotNo} 移区 ${input.quantity}：${zoneTitles[input.from].zh}→${zoneTitles[input.to].zh}，${input.reason}`,
      `moved ${input.quantity} of ${record.lotNo}: ${zoneTitles[input.from].en} → ${zoneTitles[input.to].en}, ${input.reason}`,
    ),
  rank: 60,
  place: 'menu',
})

const transferred = ({ from, to, reason: note, ...rest }: z.infer<typeof transferInput>, today: string) =>
  ({ ...rest, from, to, note, kind: 'transfer', happenedOn: today }) as const

const leaveInput = z.object({
  from: zoneField(text('移出库区', 'From')),
  way: field(z.enum(['supplier', 'destroyed']), {
    title: text('去向', 'Where to'),
    widget: 'choice',
    options: { supplier: text('退回供货者', 'Back to the supplier'), destroyed: text('销毁', 'Destroyed') },
  }),
  ...moveFields,
  partyId: field(z.uuid().nullable().default(null), {
    title: text('供货者', 'Supplier'),
    widget: 'party',
    of: 'supplier',
  }),
  document: field(documentField.nullable().default(null), { title: text('单据号', 'Document') }),
  cause: causeField,
})

/** Goods leave the company otherwise than by sale: back to the supplier, or destroyed. */
export const leaveLot = lotCommand('leave', {
  title: text('离库', 'Leave'),
  fulfils: ['LT-ledger'],
  from: ['active', 'inactive'],
  by: ['warehouse', 'warehouse-head', ...JUDGES],
  input: leaveInput,
  facts: ['stock', 'product'],
  find: ['warehouse', 'units', 'party'],
  guard: startedBy(text('不合格品', 'Nonconforming goods'), 'LT-ledger'),
  check: ({ record, input, facts, found, now, zone }) => [
    input.way === 'supplier' &&
      !found.party?.isSupplier &&
      refuse('supplier-needed', text('请选择退回的供货者。', 'Choose the supplier to whom the goods go back.'), {
        field: 'partyId',
      }),
    ...refuseMove({ record, facts, found }, left(input, dayOf(now, zone))),
  ],
  change: ({ record, input, facts, found, actor, now, zone, newId }) => ({
    rows: writesOf({ record, facts, found, actor, now, newId }, [left(input, dayOf(now, zone))]),
  }),
  tell: ({ record, input, found }) =>
    input.way === 'supplier'
      ? text(
          `${record.lotNo} 退回供货者 ${found.party?.name ?? ''} ${input.quantity}`,
          `returned ${input.quantity} of ${record.lotNo} to ${found.party?.name ?? 'the supplier'}`,
        )
      : text(`${record.lotNo} 销毁 ${input.quantity}`, `destroyed ${input.quantity} of ${record.lotNo}`),
  place: 'none',
})

const left = ({ from, way, ...rest }: z.infer<typeof leaveInput>, today: string) =>
  ({ ...rest, from, to: way, kind: 'leave', happenedOn: today }) as const
