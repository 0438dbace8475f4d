import type { Kernel } from '../../kernel/kernel.ts'
import { matterOf } from '../../kernel/matter.ts'
import type { Actor } from '../../kernel/person.ts'
import type { Procedure } from '../../kernel/procedure.ts'
import type { RecordBase } from '../../kernel/record.ts'
import { findRecord } from '../../kernel/record-page.ts'
import { refuse } from '../../kernel/refusal.ts'
import { text } from '../../kernel/text.ts'
import { type Concern, recordsConcerning, type TracedRecord } from '../../kernel/traced.ts'
import { holdsOnLots } from '../../procedures/stop-sale/find-holds.ts'
import { moveKinds } from '../../vocabulary/stock.ts'
import { underWay } from '../../vocabulary/stock-read.ts'
import type { ServerParts } from '../parts.ts'
import { refuseWith } from '../refusal-answer.ts'
import { eventsOf, placeWords } from './events.ts'
import { byRecordNumber, findSubjects, locate } from './find-subject.ts'
import {
  deliveryDays,
  flowsOf,
  type Goods,
  handedOut,
  lotsById,
  lotsOf,
  MOST_LOTS,
  movesOf,
  stockLeft,
  unitHanded,
} from './goods.ts'
import type { Hold, OnTheWay, Trace, TraceAnswer, TraceKind, TraceSubject } from './trace.ts'

type Parts = Pick<ServerParts, 'kernel' | 'pool'>

/** Traces what was scanned or typed; several things that fit are answered as choices. */
export async function traceOfText(parts: Parts, typed: string, page: number, actor: Actor): Promise<TraceAnswer> {
  const { subjects, sure, remark } = await findSubjects(parts, typed, actor)
  const [first] = subjects
  if (!first || !(sure || subjects.length === 1)) return { choices: subjects, trace: null, remark }
  return { choices: [], trace: await traceOf(parts, first.kind, first.id, page, actor), remark }
}

/**
 * Everything known of one lot, unit, product, delivery note, customer, supplier, shipment or record.
 * @throws Refused `absent`
 */
export async function traceOf(parts: Parts, kind: TraceKind, id: string, page: number, actor: Actor): Promise<Trace> {
  if (kind === 'record' || kind === 'shipment') return traceOfRecord(parts, id, actor)
  const located = await locate(parts, kind, id)
  if (!located) return refuseWith(unknown(id))
  const { subject, key, lotId } = located
  switch (kind) {
    case 'lot':
      return traceOfGoods(parts, subject, { lots: [key] }, { lots: [key] }, page, actor)
    case 'serial': {
      const lots = [lotId ?? '']
      return traceOfGoods(parts, subject, { lots, serial: key }, { lots, serials: [key] }, page, actor)
    }
    case 'product': {
      const lots = await lotsOf(parts.pool, 'product', key)
      return traceOfGoods(parts, subject, { lots }, { lots, products: [key] }, page, actor)
    }
    case 'supplier': {
      const lots = await lotsOf(parts.pool, 'supplier', key)
      return traceOfGoods(parts, subject, { lots }, { parties: [key] }, page, actor)
    }
    case 'customer': {
      const lots = await lotsOf(parts.pool, 'customer', key)
      return traceOfGoods(parts, subject, { lots, partyId: key }, { parties: [key] }, page, actor)
    }
    case 'delivery': {
      const lots = await lotsOf(parts.pool, 'delivery', key)
      const trace = await traceOfGoods(parts, subject, { lots, note: key }, { lots }, page, actor)
      return { ...trace, records: await alsoOfParties(parts, trace, actor) }
    }
  }
}

async function traceOfGoods(
  { kernel, pool }: Parts,
  subject: TraceSubject,
  all: Goods,
  concern: Concern,
  page: number,
  actor: Actor,
): Promise<Trace> {
  const moreLots = all.lots.length > MOST_LOTS
  const goods = { ...all, lots: all.lots.slice(0, MOST_LOTS) }
  // What a customer has, and what one note lists, says nothing of what lies in our warehouses.
  const ours = subject.kind !== 'customer' && subject.kind !== 'delivery'
  const [lots, handed, stock, moved, flows, days, found, onTheWay, holds] = await Promise.all([
    lotsById(pool, goods.lots),
    goods.serial === undefined ? handedOut(pool, goods, page) : unitLines(pool, goods, goods.serial),
    ours ? stockLeft(pool, goods) : [],
    subject.kind === 'delivery' ? { moves: [], moreMoves: false } : movesOf(pool, goods),
    ours ? flowsOf(pool, goods) : [],
    goods.serial === undefined ? deliveryDays(pool, goods) : [],
    recordsConcerning(kernel, { ...concern, ...(concern.lots && { lots: goods.lots }) }, actor),
    shippedTo(kernel, goods),
    holdsOn(kernel, goods.lots),
  ])
  const events = eventsOf({ moves: moved.moves, days, records: found.records, lots }, kernel.zone)
  return {
    ...nothing,
    subject,
    lots,
    moreLots,
    ...handed,
    stock,
    underWay: onTheWay,
    holds: holds.filter(({ serials }) => !goods.serial || serials.length === 0 || serials.includes(goods.serial)),
    ...moved,
    flows,
    days,
    events,
    records: found.records,
    moreRecords: found.more,
  }
}

/** What left and is not signed for, of these goods. */
async function shippedTo(kernel: Kernel, { lots, partyId, serial, note }: Goods): Promise<OnTheWay[]> {
  if (!kernel.registry.has('shipment') || lots.length === 0 || note) return []
  const lines = await underWay(kernel.db, lots)
  return lines
    .filter(line => (!partyId || line.partyId === partyId) && (!serial || line.serials.includes(serial)))
    .map(({ lotId, partyName, shipmentNumber, quantity }) => ({ lotId, partyName, number: shipmentNumber, quantity }))
}

/** Stop-sales in force over these lots. */
export async function holdsOn(kernel: Kernel, lots: readonly string[]): Promise<Hold[]> {
  if (!kernel.registry.has('stop-sale')) return []
  const holds = await holdsOnLots(kernel.db, lots)
  return holds.map(({ lotId, number, serials }) => ({ lotId, number, serials }))
}

async function unitLines(pool: Parts['pool'], { lots: [lotId = ''] }: Goods, serial: string) {
  const handed = await unitHanded(pool, lotId, serial)
  return { handed, handedCount: handed.length, delivered: handed.reduce((sum, line) => sum + line.delivered, 0) }
}

/** Of the records on the lots of a delivery note, those that concern its customer too. */
async function alsoOfParties({ kernel }: Parts, { handed, records }: Trace, actor: Actor): Promise<TracedRecord[]> {
  const parties = [...new Set(handed.map(({ partyId }) => partyId))]
  const { records: theirs } = await recordsConcerning(kernel, { parties }, actor)
  const ids = new Set(theirs.map(({ id }) => id))
  return records.filter(({ id }) => ids.has(id))
}

/** A trace that tells nothing yet. */
const nothing: Omit<Trace, 'subject'> = {
  lots: [],
  moreLots: false,
  handed: [],
  handedCount: 0,
  delivered: 0,
  stock: [],
  underWay: [],
  holds: [],
  moves: [],
  moreMoves: false,
  flows: [],
  days: [],
  events: [],
  places: placeWords,
  kinds: moveKinds,
  records: [],
  moreRecords: false,
  parties: [],
  matter: null,
}

/** The whole matter of a record, and what it concerns. */
async function traceOfRecord(parts: Parts, number: string, actor: Actor): Promise<Trace> {
  const subject = await byRecordNumber(parts, number, actor)
  if (!subject?.record) return refuseWith(unknown(number))
  const { kernel, pool } = parts
  const procedure = kernel.registry.procedure(subject.record.procedure)
  const record = await findRecord(kernel, procedure, subject.record.number, actor)
  const named = await concernedBy(pool, procedure, record)
  const [matter, lots, parties] = await Promise.all([
    matterOf(kernel, procedure, record, actor),
    lotsById(pool, named.lots.slice(0, MOST_LOTS)),
    partySubjects(pool, named.parties),
  ])
  return {
    ...nothing,
    subject: { ...subject, kind: subject.kind === 'shipment' ? 'shipment' : 'record' },
    lots,
    moreLots: named.lots.length > MOST_LOTS,
    parties,
    matter,
  }
}

/** Lots and parties that the traced columns of a record name. */
async function concernedBy(
  pool: Parts['pool'],
  { record: type }: Procedure,
  { id }: RecordBase,
): Promise<{ readonly lots: string[]; readonly parties: string[] }> {
  const idsIn = async (column: 'lot' | 'party'): Promise<string[]> => {
    const parts = (type.traced ?? []).flatMap(traced =>
      traced[column] ? [`SELECT "${traced[column]}" AS id FROM "${traced.table}" WHERE "${traced.record}" = $1`] : [],
    )
    if (parts.length === 0) return []
    const { rows } = await pool.query<{ id: string }>(
      `SELECT DISTINCT id FROM (${parts.join(' UNION ALL ')}) AS named WHERE id IS NOT NULL LIMIT ${MOST_LOTS + 1}`,
      [id],
    )
    return rows.map(row => row.id)
  }
  const [lots, parties] = await Promise.all([idsIn('lot'), idsIn('party')])
  return { lots, parties }
}

async function partySubjects(pool: Parts['pool'], ids: readonly string[]): Promise<TraceSubject[]> {
  if (ids.length === 0) return []
  const { rows } = await pool.query<{ number: string; name: string; city: string | null; isCustomer: boolean }>(
    `SELECT number, name, city, is_customer AS "isCustomer" FROM party WHERE id = ANY($1::uuid[]) ORDER BY name`,
    [ids],
  )
  return rows.map(({ number, name, city, isCustomer }) => ({
    kind: isCustomer ? 'customer' : 'supplier',
    id: number,
    title: name,
    code: number,
    remark: city,
    record: { procedure: 'party', number },
  }))
}

const unknown = (id: string) =>
  refuse(
    'absent',
    text(
      `没有找到 ${id}。请扫描标签上的 UDI，或输入完整的批号、序列号、随货同行单号或记录编号。`,
      `${id} was not found. Scan the UDI of the label, or type a whole lot number, serial number, delivery note or record number.`,
    ),
    { kind: 'absent' },
  )
