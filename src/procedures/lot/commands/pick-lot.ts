import { z } from 'zod'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { dayOf } from '../../../kernel/time.ts'
import { startedBy } from '../by-procedure.ts'
import { refuseExpired } from '../expiry.ts'
import { lotCommand } from '../lot-command.ts'
import { inZone, writesOf } from '../move.ts'
import { refuseMove } from '../move-check.ts'
import { causeField, moveFields } from '../move-fields.ts'

const input = z.object({ ...moveFields, cause: causeField })
const outbound = text('出库复核', 'Outbound check')

/** Goods are taken for a shipment: qualified zone → shipping zone. */
export const pickLot = lotCommand('pick', {
  title: text('拣货', 'Pick'),
  fulfils: ['LT-ledger', 'LT-expiry', 'S23-2a'],
  from: ['active'],
  by: ['picker'],
  input,
  facts: ['stock', 'product', 'stockIns'],
  find: ['warehouse', 'units'],
  guard: startedBy(outbound, 'S24-1b'),
  check: ({ record, input, facts, found, now, zone }) => {
    const unbooked = facts.stockIns
      .filter(row => row.bookedAt === null && row.warehouseId === found.warehouse?.id)
      .reduce((sum, row) => sum + row.quantity, 0)
    const there = inZone({ facts, found }, 'qualified')
    return [
      refuseExpired(record, dayOf(now, zone)),
      ...refuseMove({ record, facts, found }, picked(input, dayOf(now, zone))),
      there >= input.quantity &&
        there - unbooked < input.quantity &&
        refuse(
          'not-booked',
          text(
            `批号 ${record.lotNo} 有 ${unbooked} ${facts.product?.unit ?? ''}已验收但保管员尚未在入库单上签字，请先办理“入库签字”。`,
            `${unbooked} of lot ${record.lotNo} were accepted, but the keeper has not signed the stock-in note: first book them in.`,
          ),
          { field: 'quantity', clause: 'S23-2a' },
        ),
    ]
  },
  change: ({ record, input, facts, found, actor, now, zone, newId }) => ({
    rows: writesOf({ record, facts, found, actor, now, newId }, [picked(input, dayOf(now, zone))]),
  }),
  tell: ({ record, input }) =>
    text(
      `拣货 ${record.lotNo} ${input.quantity}${input.cause ? `（${input.cause.number}）` : ''}`,
      `picked ${input.quantity} of ${record.lotNo}${input.cause ? ` for ${input.cause.number}` : ''}`,
    ),
  place: 'none',
})

const picked = (asked: z.infer<typeof input>, today: string) =>
  ({ ...asked, kind: 'pick', from: 'qualified', to: 'shipping', happenedOn: today }) as const

/** Goods that were picked and do not go out return to their place: shipping zone → qualified zone. */
export const putBackLot = lotCommand('put-back', {
  title: text('退回货位', 'Put back'),
  fulfils: ['LT-ledger'],
  from: ['active', 'inactive'],
  by: ['picker'],
  input,
  facts: ['stock', 'product'],
  find: ['warehouse', 'units'],
  guard: startedBy(outbound, 'S24-1b'),
  check: ({ record, input, facts, found, now, zone }) =>
    refuseMove({ record, facts, found }, putBack(input, dayOf(now, zone))),
  change: ({ record, input, facts, found, actor, now, zone, newId }) => ({
    rows: writesOf({ record, facts, found, actor, now, newId }, [putBack(input, dayOf(now, zone))]),
  }),
  tell: ({ record, input }) =>
    text(`${record.lotNo} 退回货位 ${input.quantity}`, `put ${input.quantity} of ${record.lotNo} back`),
  place: 'none',
})

const putBack = (asked: z.infer<typeof input>, today: string) =>
  ({ ...asked, kind: 'put-back', from: 'shipping', to: 'qualified', happenedOn: today }) as const
