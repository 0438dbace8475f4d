import { sql } from 'kysely'
import type { DeskStep } from './desk-steps.ts'
import type { Stage } from './stage.ts'
import type { Chance } from './world/chance.ts'

interface Line {
  readonly lineNo: number
  readonly quantity: number
  readonly counted: number | null
}

/** What the inspection says of every unit; `bad` of them are nonconforming. */
export interface Inspection {
  readonly verdict: 'good' | 'nonconforming' | 'customer-damage' | 'cold-chain'
  readonly finding: string
  readonly assessment?: string
  readonly disposition?: string
  readonly refusalStatement?: string
}

async function linesOf({ kernel }: Stage, returnId: string): Promise<Line[]> {
  const { rows } = await sql<Line>`select line_no, quantity, counted from goods_return_line
    where return_id = ${returnId}::uuid order by line_no`.execute(kernel.db)
  return rows
}

const unitsOf = (lines: readonly Line[]): number =>
  lines.reduce((sum, line) => sum + (line.counted ?? line.quantity), 0)

/** The goods come: by a freight station and our driver, or to our door; counted and inspected, line by line. */
export function arrival(stage: Stage, id: string, luck: Chance, inspection: Inspection, wait = 26): DeskStep[] {
  const packages = luck.between(1, 5)
  const { verdict, finding, ...said } = inspection
  const count: DeskStep = {
    hours: 0.7,
    by: 'warehouse-head',
    verb: 'count',
    input: async () => ({
      lines: (await linesOf(stage, id)).map(({ lineNo, quantity }) => ({ lineNo, counted: quantity })),
    }),
  }
  const inspect: DeskStep = {
    hours: 2.5,
    by: luck.pick(['quality-inspector', 'quality-inspector-2']),
    verb: 'inspect',
    input: async () => ({
      verdicts: (await linesOf(stage, id)).map(({ lineNo, quantity, counted }) => ({
        lineNo,
        verdict,
        quantity: counted ?? quantity,
        finding,
      })),
      ...said,
    }),
  }
  if (luck.next() < 0.3)
    return [
      { hours: wait, by: 'warehouse', verb: 'notify-arrival', input: { way: 'delivered', packages } },
      count,
      inspect,
    ]
  return [
    {
      hours: wait,
      by: 'after-sales',
      verb: 'notify-arrival',
      input: {
        way: 'freight-station',
        place: luck.pick(['郑州圃田货运站 12 号档口', '郑州马寨物流园 B3 库', '安徽快运郑州东站']),
        packages,
      },
    },
    {
      hours: 0.8,
      by: 'after-sales-head',
      verb: 'order-transport',
      input: () => ({ driverId: stage.as('driver').id, vehicle: luck.pick(['豫A·D8821', '豫A·F3067']) }),
    },
    { hours: 2, by: 'driver', verb: 'collect', input: { handover: 'intact', packages } },
    count,
    inspect,
  ]
}

/** The three signatures, in an order of chance, and the stock-in. */
export function stockIn(luck: Chance): DeskStep[] {
  const signers = ['after-sales-head', 'sales-head', 'quality']
  const turn = luck.between(0, 2)
  return [
    ...[0, 1, 2].map(nth => ({
      hours: luck.between(4, 15) / 10,
      by: signers[(nth + turn) % 3] as string,
      verb: 'sign-stock-in',
    })),
    { hours: 0.8, by: 'warehouse-head', verb: 'stock-in', input: { location: `T-${luck.between(1, 18)}` } },
  ]
}

/** Exchanged or refunded, totalled, the note sent to the customer by noon of the next day, closed. */
export function settlement(
  stage: Stage,
  id: string,
  luck: Chance,
  wish: 'exchange' | 'refund',
  yuan: number,
): DeskStep[] {
  const units = async () => {
    const lines = await linesOf(stage, id)
    return { quantity: unitsOf(lines), amount: Math.round(unitsOf(lines) * yuan * 100) }
  }
  return [
    wish === 'exchange'
      ? {
          hours: 1.5,
          by: luck.pick(['warehouse', 'sales-clerk']),
          verb: 'exchange',
          input: { replacementOrderNo: `HH${luck.between(100_000, 999_999)}` },
        }
      : {
          hours: 2,
          by: 'finance',
          verb: 'refund',
          input: async () => ({ amount: (await units()).amount, note: '按原销售单价核算退款。' }),
        },
    { hours: 2.5, by: 'sales-statistician', verb: 'total', input: units },
    { hours: 0.7, by: 'sales-clerk', verb: 'review-note' },
    { hours: 0.4, by: 'sales-clerk', verb: 'send-note' },
    { hours: 20, by: 'after-sales', verb: 'close', input: { note: '客户已收到退货单并核对无误。' } },
  ]
}

/** A return that a recall asked back, until it is stocked in. */
export const recallReturn = (stage: Stage, id: string, luck: Chance, wait = 26): DeskStep[] => [
  { hours: 1, by: 'after-sales', verb: 'sign-for' },
  {
    hours: 1.5,
    by: luck.pick(['quality', 'quality-2']),
    verb: 'approve',
    input: { note: '属召回批号，质量不合格，同意全部收回。' },
  },
  { hours: 1.2, by: 'sales-head', verb: 'approve', input: { note: '同意' } },
  {
    hours: 0.6,
    by: 'sales',
    verb: 'decide-way',
    input: { way: 'ship-back', reason: '省内运费低于就地销毁费用，且须统一销毁。' },
  },
  {
    hours: 0.5,
    by: 'after-sales',
    verb: 'tell-customer',
    input: { instructions: '请原箱封好，箱外注明“召回退回”，发货后告知运单号。' },
  },
  ...arrival(
    stage,
    id,
    luck,
    {
      verdict: 'nonconforming',
      finding: '属召回批号，抽检密封性不合格',
      assessment: '批号与召回通知一致；抽检 10 件，密封性均不符合产品技术要求。',
      disposition: '全部转不合格品区，按召回处置。',
    },
    wait,
  ),
  ...stockIn(luck),
]
