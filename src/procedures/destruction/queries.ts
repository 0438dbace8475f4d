import { sql } from 'kysely'
import { z } from 'zod'
import { type AnyDatabase, type FactQuery, type Queries, read } from '../../kernel/queries.ts'
import { text } from '../../kernel/text.ts'
import type { DestructionLine, DestructionWitness } from './destruction-rows.ts'
import { EMPTY_DESTRUCTION } from './forms/view.ts'
import { readPaper } from './paper.ts'

/** Written-off goods that stand on no list yet. */
export type Waiting = Omit<DestructionLine, 'id' | 'destructionId' | 'place' | 'takenOffAt' | 'takenOffReason'>

const none: never[] = []

const lines: FactQuery<readonly DestructionLine[]> = async (db, ids) => {
  if (ids.length === 0) return new Map()
  const rows = (await db
    .selectFrom('destructionLine')
    .selectAll()
    .where('destructionId', 'in', [...ids])
    .orderBy('place')
    .execute()) as DestructionLine[]
  return Map.groupBy(rows, row => row.destructionId)
}

const witnesses: FactQuery<readonly DestructionWitness[]> = async (db, ids) => {
  if (ids.length === 0) return new Map()
  const rows = (await db
    .selectFrom('destructionWitness')
    .selectAll()
    .where('destructionId', 'in', [...ids])
    .orderBy('place')
    .execute()) as DestructionWitness[]
  return Map.groupBy(rows, row => row.destructionId)
}

/** Class III devices and implants that never come back: destroyed at the customer under the regulator alone (S12-5.8.2f). */
const STRICT_ON_SITE = sql`(item.at_customer and (product.device_class = 'III' or product.is_implant))`

/** Reads what waits for a list: the named records, or whatever lies in the company's stores. */
async function waitingGoods(
  db: AnyDatabase,
  siteId: string,
  ids: readonly string[] | undefined,
): Promise<readonly Waiting[]> {
  const { rows } = await sql<Waiting>`
    select item.id as nonconforming_id, item.number as nonconforming_number, item.lot_id, item.product_id,
      item.product_name, item.lot_no, item.expires_on, item.unit, part.quantity, part.serials,
      coalesce(part.value, 0)::bigint as value, coalesce(part.reason, item.finding) as reason, item.zone, item.warehouse_id,
      item.at_customer, item.party_id, item.party_name,
      item.special or item.source = 'recall' or ${STRICT_ON_SITE} as special,
      coalesce(item.special_reason, case when item.source = 'recall' then '召回产品（29号令第21条）'
        when ${STRICT_ON_SITE} then '在客户处就地销毁的第三类或植入器械' end) as special_reason
    from nonconforming as item join product on product.id = item.product_id
    join nonconforming_disposition as part
      on part.nonconforming_id = item.id and part.kind = 'write-off' and part.state = 'approved'
    where item.site_id = ${siteId} and case when ${ids === undefined} then not item.at_customer
      else item.id = any(${[...(ids ?? [])]}::uuid[]) end
    order by item.number limit 500`.execute(db)
  return rows
}

/** What waits for the next list, for boards and the keeper. */
const waiting = read({
  title: text('待列销毁清单', 'Waiting for a destruction list'),
  by: [],
  params: z.strictObject({}),
  run: async (db, _, { actor }) => {
    const { rows } = await sql<{
      id: string
      number: string
      productName: string
      lotNo: string
      quantity: number
      unit: string
      atCustomer: boolean
    }>`
      select item.id, item.number, item.product_name, item.lot_no, part.quantity, item.unit, item.at_customer
      from nonconforming as item join nonconforming_disposition as part
        on part.nonconforming_id = item.id and part.kind = 'write-off' and part.state = 'approved'
      where item.site_id = ${actor.siteId} order by item.number limit 500`.execute(db)
    return rows
  },
})

/** All SQL of destructions, by name. */
export const queries = {
  facts: {
    lines: { read: lines, none },
    witnesses: { read: witnesses, none },
    paper: { read: readPaper, none: EMPTY_DESTRUCTION },
  },
  finds: {
    waiting: (
      db: AnyDatabase,
      { input, actor }: { input: { nonconformingIds?: readonly string[] }; actor: { siteId: string } },
    ) => waitingGoods(db, actor.siteId, input.nonconformingIds),
  },
  reads: { waiting },
} satisfies Queries

/** What steps may ask for by name. */
export type DestructionQueries = typeof queries
