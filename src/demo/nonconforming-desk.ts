import { sql } from 'kysely'
import type { DeskStep } from './desk-steps.ts'
import type { Stage } from './stage.ts'
import type { Chance } from './world/chance.ts'

async function quantityOf({ kernel }: Stage, id: string): Promise<number> {
  const { rows } = await sql<{ quantity: number }>`select quantity from nonconforming where id = ${id}::uuid`.execute(
    kernel.db,
  )
  return rows[0]?.quantity ?? 0
}

/** Quality has concluded: the transfer slip of sales, the keeper moves and counts them, quality gives its opinion. */
export const setApart = (
  stage: Stage,
  id: string,
  luck: Chance,
  opinion: {
    readonly liable: 'supplier' | 'own'
    readonly basis: string
    readonly opinion: string
    readonly supplierId?: string
  },
): DeskStep[] => [
  { hours: 0.8, by: luck.pick(['sales-rep', 'sales']), verb: 'confirm', input: { note: '同意移入不合格品区' } },
  {
    hours: 0.9,
    by: luck.pick(['warehouse', 'warehouse-head']),
    verb: 'store',
    input: async () => ({ counted: await quantityOf(stage, id), place: `X-${luck.between(1, 12)}` }),
  },
  { hours: 2, by: luck.pick(['quality', 'quality-2']), verb: 'give-opinion', input: opinion },
]

/** Back to the supplier until it has signed for the goods; `receivedOn` is asked for on the day itself. */
export const backToSupplier = (reason: string, receivedOn: () => string, luck: Chance): DeskStep[] => [
  { hours: 1.5, by: 'sales-rep', verb: 'return-to-supplier', input: { reason, transport: '整箱常温运输，附退货清单' } },
  {
    hours: 4,
    by: 'driver',
    verb: 'hand-over',
    input: { driverName: '马有力', transport: luck.pick(['豫A·D8821', '豫A·F3067']) },
  },
  {
    hours: 30,
    by: 'purchasing',
    verb: 'record-supplier-receipt',
    input: () => ({
      receivedOn: receivedOn(),
      receivedBy: luck.pick(['沈一凡', '关晓军', '潘虹']),
      receiptNo: `TS${luck.between(10_000, 99_999)}`,
      settlement: luck.pick(['red-invoice', 'replacement', 'refund']),
    }),
  },
]

/** The keeper asks for the write-off; sales, quality, finance and general manager sign in turn. */
export const writeOff = (reason: string, unitPrice: number, luck: Chance): DeskStep[] => [
  { hours: 1, by: luck.pick(['warehouse', 'warehouse-head']), verb: 'request-write-off', input: { unitPrice, reason } },
  { hours: 1.5, by: luck.pick(['sales', 'sales-head']), verb: 'sign-write-off', input: { note: '情况属实' } },
  { hours: 2, by: luck.pick(['quality', 'quality-head']), verb: 'sign-write-off', input: { note: '同意报损销毁' } },
  { hours: 3, by: luck.pick(['finance', 'finance-head']), verb: 'sign-write-off', input: { note: '按账面进价核销' } },
  { hours: 5, by: 'general-manager', verb: 'sign-write-off', input: { note: '同意' } },
]
