import { type RawBuilder, sql } from 'kysely'
import type { AnyDatabase, FactQuery, Queries } from '../../kernel/queries.ts'
import { addMilliseconds, HOUR, type Instant } from '../../kernel/time.ts'
import type { Region } from '../../vocabulary/party.ts'
import { storedDi } from '../../vocabulary/udi.ts'
import type { ComplaintRow } from './complaint.ts'
import type {
  ComplaintAction,
  ComplaintAssignment,
  ComplaintContact,
  ComplaintDelay,
  ComplaintNotice,
  ComplaintOpinion,
  ComplaintVerification,
} from './complaint-rows.ts'
import { countsRead } from './counts.ts'
import { duplicatesRead, likelyDuplicates } from './find-duplicates.ts'
import { EMPTY_COMPLAINT } from './forms/view.ts'
import { readPaper } from './paper.ts'
import { rateRead } from './rate.ts'
import { readUdi } from './scanned-udi.ts'

/** What a customer's record says. */
export interface FoundParty extends Region {
  readonly id: string
  readonly name: string
  readonly customerKind: string | null
  readonly isCustomer: boolean
  readonly state: string
  readonly locality: ComplaintRow['locality']
  readonly province: string | null
  readonly address: string | null
  readonly phones: readonly string[]
  readonly fax: string | null
  readonly email: string | null
}

/** What a product's record says. */
export interface FoundProduct {
  readonly id: string
  readonly name: string
  readonly model: string
  readonly spec: string
  readonly registrationNo: string
  readonly deviceClass: string
  readonly unit: string
  readonly udiDi: string | null
  readonly isImplant: boolean
  readonly manufacturerId: string
  readonly manufacturerName: string
}

/** What a lot's record says. */
export interface FoundLot {
  readonly id: string
  readonly productId: string
  readonly lotNo: string
  readonly producedOn: string
  readonly expiresOn: string | null
}

/** A person who may be given work. */
export interface FoundPerson {
  readonly id: string
  readonly name: string
  readonly roles: readonly string[]
  readonly state: string
}

/** A complaint into which another may be merged. */
type MergeTarget = Pick<ComplaintRow, 'id' | 'number' | 'state' | 'partyId' | 'partyName' | 'productId' | 'productName'>

/** What was entered about the device. */
export interface DeviceAsked {
  readonly productId?: string | null
  readonly udi?: string | null
  readonly lotId?: string | null
  readonly lotNo?: string | null
}

const childrenOf =
  <Row extends { complaintId: string }>(table: string, order: string): FactQuery<readonly Row[]> =>
  async (db, ids) => {
    if (ids.length === 0) return new Map()
    const rows = await db.selectFrom(table).selectAll().where('complaintId', 'in', ids).orderBy(order).execute()
    return Map.groupBy(rows as Row[], row => row.complaintId)
  }

const none: never[] = []
const noNames: readonly string[] = []

/** Names of the clocks of each record that end so. */
const clocksThat =
  (ended: RawBuilder<boolean>): FactQuery<readonly string[]> =>
  async (db, ids) => {
    if (ids.length === 0) return new Map()
    const rows: { recordId: string; name: string }[] = await db
      .selectFrom('deadline')
      .select(['recordId', 'name'])
      .where('recordId', 'in', ids)
      .where('cancelledAt', 'is', null)
      .where(ended)
      .orderBy('dueAt')
      .execute()
    return new Map([...Map.groupBy(rows, row => row.recordId)].map(([id, list]) => [id, list.map(row => row.name)]))
  }

/** Clocks that still run, and those that were met after their time. */
const runningClocks = clocksThat(sql<boolean>`met_at is null`)
const clocksMetLate = clocksThat(sql<boolean>`met_at > due_at`)

/** Other complaints about the same lot of the same product within 30 days before or after. */
const sameLot: FactQuery<number> = async (db, ids) => {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ id: string; count: number }>`
    select c.id, count(*)::int as count from complaint c
    join complaint o on o.lot_no = c.lot_no and o.product_name = c.product_name and o.id <> c.id
    where c.id = any(${ids}::uuid[]) and o.state not in ('not-complaint', 'merged', 'voided')
      and o.received_at between c.received_at - interval '30 days' and c.received_at + interval '30 days'
    group by c.id`.execute(db)
  return new Map(rows.map(row => [row.id, row.count]))
}

const partyById = async (db: AnyDatabase, id: string | null | undefined): Promise<FoundParty | null> => {
  if (!id) return null
  const row = await db
    .selectFrom('party')
    .select(['id', 'name', 'customerKind', 'isCustomer', 'state', 'locality', 'province', 'city', 'regionCode'])
    .select(['address', 'phones', 'fax', 'email'])
    .where('id', '=', id)
    .executeTakeFirst()
  return (row as FoundParty | undefined) ?? null
}

const productBy = async (db: AnyDatabase, column: 'id' | 'udiDi', value: string): Promise<FoundProduct | null> => {
  const row = await db
    .selectFrom('product')
    .select(['id', 'name', 'model', 'spec', 'registrationNo', 'deviceClass', 'unit', 'udiDi', 'isImplant'])
    .select(['manufacturerId', 'manufacturerName'])
    .where(column, '=', value)
    .executeTakeFirst()
  return (row as FoundProduct | undefined) ?? null
}

/** The product that was chosen, or the one that a scanned UDI names. */
const productAsked = async (db: AnyDatabase, input: DeviceAsked, now: Instant): Promise<FoundProduct | null> => {
  if (input.productId) return productBy(db, 'id', input.productId)
  const di = readUdi(input.udi, now)?.di
  return di ? productBy(db, 'udiDi', storedDi(di)) : null
}

const lotBy = async (db: AnyDatabase, by: { id: string } | { productId: string; lotNo: string }) => {
  let query = db.selectFrom('lot').select(['id', 'productId', 'lotNo', 'producedOn', 'expiresOn'])
  query =
    'id' in by
      ? query.where('id', '=', by.id)
      : query.where('productId', '=', by.productId).where('lotNo', '=', by.lotNo)
  return ((await query.executeTakeFirst()) as FoundLot | undefined) ?? null
}

const personById = async (db: AnyDatabase, id: string | null | undefined): Promise<FoundPerson | null> => {
  if (!id) return null
  const row = await db
    .selectFrom('person')
    .select(['id', 'name', 'roles', 'state'])
    .where('id', '=', id)
    .executeTakeFirst()
  return (row as FoundPerson | undefined) ?? null
}

interface DuplicateAsked extends DeviceAsked {
  readonly partyId?: string | null
  readonly partyName?: string | null
  readonly productName?: string | null
  readonly serial?: string | null
}

/** All SQL of complaint handling, by name. */
export const queries = {
  facts: {
    contacts: { read: childrenOf<ComplaintContact>('complaintContact', 'contactedAt'), none },
    assignments: { read: childrenOf<ComplaintAssignment>('complaintAssignment', 'at'), none },
    verifications: { read: childrenOf<ComplaintVerification>('complaintVerification', 'at'), none },
    opinions: { read: childrenOf<ComplaintOpinion>('complaintOpinion', 'at'), none },
    actions: { read: childrenOf<ComplaintAction>('complaintAction', 'at'), none },
    notices: { read: childrenOf<ComplaintNotice>('complaintNotice', 'toldAt'), none },
    delays: { read: childrenOf<ComplaintDelay>('complaintDelay', 'at'), none },
    clocks: { read: runningClocks, none: noNames },
    lateClocks: { read: clocksMetLate, none: noNames },
    sameLot: { read: sameLot, none: 0 },
    /** The complaint as its printed forms see it. */
    paper: { read: readPaper, none: EMPTY_COMPLAINT },
  },
  finds: {
    party: (db: AnyDatabase, { input }: { input: { partyId?: string | null } }) => partyById(db, input.partyId),
    /** Product and lot that were chosen, typed or scanned, as far as we know them. */
    device: async (
      db: AnyDatabase,
      { input, record, now }: { input: DeviceAsked; record?: ComplaintRow; now: Instant },
    ) => {
      const product = await productAsked(db, input, now)
      const productId = product?.id ?? record?.productId
      const lotNo = input.lotNo ?? readUdi(input.udi, now)?.lot
      if (input.lotId) return { product, lot: await lotBy(db, { id: input.lotId }) }
      return { product, lot: productId && lotNo ? await lotBy(db, { productId, lotNo }) : null }
    },
    /** Our own place, needed only where a customer is not in the files. */
    site: async (
      db: AnyDatabase,
      { input, actor }: { input: { partyId?: string | null }; actor: { siteId: string } },
    ): Promise<Region | null> => {
      if (input.partyId) return null
      const row = await db
        .selectFrom('site')
        .select(['city', 'regionCode'])
        .where('id', '=', actor.siteId)
        .executeTakeFirst()
      return (row as Region | undefined) ?? null
    },
    /** Likely duplicates of the last 365 days, the most that the policy allows; the step keeps those within the policy. */
    duplicates: async (db: AnyDatabase, { input, now }: { input: DuplicateAsked; now: Instant }) => {
      const scanned = readUdi(input.udi, now)
      const productId = input.productId ?? (await productAsked(db, input, now))?.id
      return likelyDuplicates(db, {
        partyId: input.partyId,
        partyName: input.partyName,
        productId,
        productName: input.productName,
        lotId: input.lotId,
        lotNo: input.lotNo ?? scanned?.lot,
        serial: input.serial ?? scanned?.serial,
        since: addMilliseconds(now, -365 * 24 * HOUR),
      })
    },
    handler: (db: AnyDatabase, { input }: { input: { handlerId?: string | null } }) => personById(db, input.handlerId),
    inspector: (db: AnyDatabase, { input }: { input: { inspectorId?: string | null } }) =>
      personById(db, input.inspectorId),
    decider: (db: AnyDatabase, { input }: { input: { deciderId?: string | null } }) => personById(db, input.deciderId),
    target: async (db: AnyDatabase, { input }: { input: { into?: string; duplicateOf?: string } }) => {
      const id = input.into ?? input.duplicateOf
      if (!id) return null
      const row = await db
        .selectFrom('complaint')
        .select(['id', 'number', 'state', 'partyId', 'partyName', 'productId', 'productName'])
        .where('id', '=', id)
        .executeTakeFirst()
      return (row as MergeTarget | undefined) ?? null
    },
  },
  reads: { duplicates: duplicatesRead, counts: countsRead, rate: rateRead },
} satisfies Queries

/** What steps may ask for by name. */
export type ComplaintQueries = typeof queries
