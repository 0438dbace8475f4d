import { type SqlBool, sql } from 'kysely'
import { z } from 'zod'
import { type AnyDatabase, read } from '../../kernel/queries.ts'
import { text } from '../../kernel/text.ts'
import { addMilliseconds, HOUR, type Instant } from '../../kernel/time.ts'
import type { ComplaintRow } from './complaint.ts'
import { duplicateDays } from './policies.ts'

/** A complaint that may be the same as another. */
export type LikelyDuplicate = Pick<
  ComplaintRow,
  'id' | 'number' | 'state' | 'title' | 'partyName' | 'productName' | 'lotNo' | 'serial' | 'receivedAt'
>

/** What is known so far of the complaint that is being written down. */
export interface DuplicateAsk {
  readonly partyId?: string | null
  readonly partyName?: string | null
  readonly productId?: string | null
  readonly productName?: string | null
  readonly lotId?: string | null
  readonly lotNo?: string | null
  readonly serial?: string | null
  readonly since: Instant
}

const SHOWN = ['id', 'number', 'state', 'title', 'partyName', 'productName', 'lotNo', 'serial', 'receivedAt'] as const

/**
 * Complaints of the same customer about the same product and lot since a moment, the latest first. A lot that is not known
 * (yet) matches every lot; two different serial numbers are two devices and no duplicate.
 */
export async function likelyDuplicates(db: AnyDatabase, ask: DuplicateAsk, limit = 5): Promise<LikelyDuplicate[]> {
  if (!(ask.partyId || ask.partyName) || !(ask.productId || ask.productName)) return []
  let query = db
    .selectFrom('complaint')
    .select(SHOWN)
    .where('receivedAt', '>=', ask.since)
    .where('state', 'not in', ['not-complaint', 'merged', 'voided'])
  query = ask.partyId ? query.where('partyId', '=', ask.partyId) : query.where('partyName', '=', ask.partyName)
  query = ask.productId
    ? query.where('productId', '=', ask.productId)
    : query.where('productName', '=', ask.productName)
  if (ask.lotId) query = query.where(sql<SqlBool>`(lot_id = ${ask.lotId}::uuid or lot_no is null)`)
  else if (ask.lotNo) query = query.where(sql<SqlBool>`(lot_no = ${ask.lotNo} or lot_no is null)`)
  if (ask.serial) query = query.where(sql<SqlBool>`(serial = ${ask.serial} or serial is null)`)
  return (await query.orderBy('receivedAt', 'desc').limit(limit).execute()) as LikelyDuplicate[]
}

/** Asked while a complaint is being typed, so that a second call about the same thing is linked instead. */
export const duplicatesRead = read({
  title: text('疑似重复的投诉', 'Likely duplicates'),
  by: [],
  params: z.strictObject({
    partyId: z.uuid().optional(),
    partyName: z.string().max(200).optional(),
    productId: z.uuid().optional(),
    productName: z.string().max(200).optional(),
    lotNo: z.string().max(200).optional(),
    serial: z.string().max(200).optional(),
  }),
  run: (db, params, { now, policy }) =>
    likelyDuplicates(db, { ...params, since: addMilliseconds(now, -policy(duplicateDays) * 24 * HOUR) }),
})
