import { isId } from '../../kernel/call.ts'
import type { Actor } from '../../kernel/person.ts'
import { titleOf } from '../../kernel/record.ts'
import { findRecord } from '../../kernel/record-page.ts'
import { Refused } from '../../kernel/refusal.ts'
import { type Text, text } from '../../kernel/text.ts'
import { findParties } from '../../vocabulary/find-party.ts'
import { findProducts, productByUdiDi } from '../../vocabulary/find-product.ts'
import { parseUdi, storedDi } from '../../vocabulary/udi.ts'
import type { ServerParts } from '../parts.ts'
import type { TraceKind, TraceSubject } from './trace.ts'

type Parts = Pick<ServerParts, 'kernel' | 'pool'>

/** What fits a text: at most one when it is a number or a code, several when it is a part of a name. */
export interface Fitting {
  readonly subjects: readonly TraceSubject[]
  /** The first is meant; what follows only resembles it. */
  readonly sure: boolean
  /** What the reader of codes says, when the text looks like one and names nothing we know. */
  readonly remark: Text | null
}

/** Most subjects of one kind that are offered. */
const EACH = 8

/** Finds what a scanned or typed text names: UDI, record number, lot, serial number, delivery note, product, party. */
export async function findSubjects(parts: Parts, typed: string, actor: Actor): Promise<Fitting> {
  const asked = typed.trim()
  const [scanned, record, exact] = await Promise.all([
    byUdi(parts, asked),
    byRecordNumber(parts, asked, actor),
    byPrintedNumber(parts, asked),
  ])
  if (scanned.subjects.length > 0) return scanned
  if (record) return { subjects: [record], sure: true, remark: null }
  if (exact.length > 0) return { subjects: exact, sure: exact.length === 1, remark: null }
  const near = [...asked].length < 2 ? [] : await resembling(parts, asked)
  return { subjects: near, sure: false, remark: near.length === 0 ? scanned.remark : null }
}

const none: Fitting = { subjects: [], sure: false, remark: null }

/** Device, lot and serial number of a UDI; the second barcode of a label carries no device. */
async function byUdi({ kernel, pool }: Parts, asked: string): Promise<Fitting> {
  const reading = parseUdi(asked, Number(kernel.clock.now().slice(0, 4)))
  const fields = reading.ok ? reading : reading.production
  if (!fields) return { ...none, remark: reading.ok ? null : reading.sentence }
  const product = fields.di ? await productByUdiDi(kernel.db, storedDi(fields.di)) : undefined
  if (fields.di && !product)
    return {
      ...none,
      remark: text(`产品档案中没有 UDI-DI 为 ${fields.di} 的产品。`, `No product of ours has the UDI-DI ${fields.di}.`),
    }
  const productId = product?.id ?? null
  if (fields.serial) {
    const units = await unitSubjects(pool, fields.serial, productId)
    if (units.length > 0) return { subjects: units, sure: units.length === 1, remark: null }
  }
  if (fields.lot) {
    const lots = await lotSubjects(pool, fields.lot, productId)
    if (lots.length > 0) return { subjects: lots, sure: lots.length === 1, remark: null }
  }
  if (!product) return none
  const known = subjectOf('product', product.number, `${product.name} ${product.model}`, product.udiDi, {
    procedure: 'product',
    number: product.number,
  })
  const missing = fields.lot ?? fields.serial
  return {
    subjects: [known],
    sure: true,
    remark: missing
      ? text(
          `没有登记过 ${missing}，这里是整个产品的追溯。`,
          `${missing} is not registered; this is the trace of the whole product.`,
        )
      : null,
  }
}

/** A record by its whole number; base data are traced as what they are. */
export async function byRecordNumber(
  { kernel }: Parts,
  asked: string,
  actor: Actor,
): Promise<TraceSubject | undefined> {
  const number = asked.normalize('NFKC').toUpperCase()
  const prefix = /^([A-Z]+)-\d{4}-\d+$/.exec(number)?.[1]
  if (!prefix) return undefined
  const { procedures } = kernel.registry
  const series = procedures.filter(({ record }) => record.series.prefix === prefix)
  for (const procedure of series.length > 0 ? series : procedures) {
    try {
      const record = await findRecord(kernel, procedure, number, actor)
      const kind = kindOf(procedure.name, record as unknown as Readonly<Record<string, unknown>>)
      return {
        kind,
        id: record.number,
        title: titleOf(procedure.record, record),
        code: kind === 'lot' ? String((record as unknown as { lotNo: string }).lotNo) : record.number,
        remark: procedure.noun,
        record: { procedure: procedure.name, number: record.number },
      }
    } catch (fault) {
      if (!(fault instanceof Refused)) throw fault
    }
  }
  return undefined
}

/** As what the record of a procedure is traced. */
function kindOf(procedure: string, record: Readonly<Record<string, unknown>>): TraceKind {
  if (procedure === 'lot' || procedure === 'product' || procedure === 'shipment') return procedure
  if (procedure === 'party') return record.isCustomer ? 'customer' : 'supplier'
  return 'record'
}

/** Whatever is printed on goods and papers, letter by letter: lot, serial, delivery note. */
async function byPrintedNumber({ pool }: Parts, asked: string): Promise<TraceSubject[]> {
  const [lots, units, notes] = await Promise.all([
    lotSubjects(pool, asked, null),
    unitSubjects(pool, asked, null),
    noteSubjects(pool, asked),
  ])
  return [...lots, ...units, ...notes]
}

/** Products, parties and lots whose names or numbers contain the words. */
async function resembling({ kernel, pool }: Parts, asked: string): Promise<TraceSubject[]> {
  const [lots, notes, units, products, customers, suppliers, makers] = await Promise.all([
    lotSubjects(pool, asked, null, 'prefix'),
    noteSubjects(pool, asked, 'prefix'),
    unitSubjects(pool, asked, null, 'prefix'),
    findProducts(kernel.db, asked, EACH),
    findParties(kernel.db, asked, 'customer', EACH),
    findParties(kernel.db, asked, 'supplier', EACH),
    findParties(kernel.db, asked, 'manufacturer', EACH),
  ])
  const party = (kind: 'customer' | 'supplier', found: typeof customers): TraceSubject[] =>
    found.map(({ number, name, city }) =>
      subjectOf(kind, number, name, number, { procedure: 'party', number }, city ?? null),
    )
  const subjects = [
    ...lots,
    ...units,
    ...notes,
    ...products.map(({ number, name, model, udiDi }) =>
      subjectOf('product', number, `${name} ${model}`, udiDi, { procedure: 'product', number }),
    ),
    ...party('customer', customers),
    ...party('supplier', [...suppliers, ...makers]),
  ]
  return [...new Map(subjects.map(item => [`${item.kind}/${item.id}`, item])).values()]
}

const subjectOf = (
  kind: TraceKind,
  id: string,
  title: string,
  code: string | null,
  record: TraceSubject['record'],
  remark: TraceSubject['remark'] = null,
): TraceSubject => ({ kind, id, title, code, remark, record })

type Match = 'whole' | 'prefix'

/** Lot numbers are printed in capitals; people type them as they like. */
async function lotSubjects(
  pool: Parts['pool'],
  asked: string,
  productId: string | null,
  match: Match = 'whole',
): Promise<TraceSubject[]> {
  const { rows } = await pool.query<{ number: string; title: string; lotNo: string; expiresOn: string | null }>({
    name: `trace_lot_${match}`,
    text: `SELECT number, title, lot_no AS "lotNo", expires_on AS "expiresOn" FROM lot
           WHERE ${match === 'whole' ? 'lot_no = ANY($1)' : 'lot_no LIKE ANY($1)'} AND ($2::uuid IS NULL OR product_id = $2)
           ORDER BY produced_on DESC, number LIMIT ${EACH}`,
    values: [match === 'whole' ? spellings(asked) : spellings(asked).map(likeFromStart), productId],
  })
  return rows.map(({ number, title, lotNo, expiresOn }) =>
    subjectOf('lot', number, title, lotNo, { procedure: 'lot', number }, until(expiresOn)),
  )
}

const until = (expiresOn: string | null): Text | null =>
  expiresOn ? text(`有效期至 ${expiresOn}`, `Expires ${expiresOn}`) : null

/** Devices with this serial number; the same number may be on devices of two makers. */
async function unitSubjects(
  pool: Parts['pool'],
  asked: string,
  productId: string | null,
  match: Match = 'whole',
): Promise<TraceSubject[]> {
  const { rows } = await pool.query<{ id: string; serial: string; title: string; twins: number }>({
    name: `trace_unit_${match}`,
    text: `SELECT u.id, u.serial, l.title, count(*) OVER (PARTITION BY u.serial)::int AS twins
           FROM unit AS u JOIN lot AS l ON l.id = u.lot_id
           WHERE ${match === 'whole' ? 'u.serial = ANY($1)' : 'u.serial LIKE ANY($1)'} AND ($2::uuid IS NULL OR u.product_id = $2)
           ORDER BY u.serial LIMIT ${EACH}`,
    values: [match === 'whole' ? spellings(asked) : spellings(asked).map(likeFromStart), productId],
  })
  return rows.map(({ id, serial, title, twins }) => subjectOf('serial', twins > 1 ? id : serial, title, serial, null))
}

async function noteSubjects(pool: Parts['pool'], asked: string, match: Match = 'whole'): Promise<TraceSubject[]> {
  const { rows } = await pool.query<{ number: string; name: string; day: string }>({
    name: `trace_note_${match}`,
    text: `SELECT d.number, p.name, d.day FROM (
             SELECT number, (array_agg(party_id))[1] AS party_id, max(delivered_on) AS day FROM delivery
             WHERE ${match === 'whole' ? 'number = ANY($1)' : 'number LIKE ANY($1)'} GROUP BY number ORDER BY number LIMIT ${EACH}) AS d
           JOIN party AS p ON p.id = d.party_id ORDER BY d.number`,
    values: [match === 'whole' ? spellings(asked) : spellings(asked).map(likeFromStart)],
  })
  return rows.map(({ number, name, day }) => subjectOf('delivery', number, name, number, null, day))
}

const spellings = (asked: string): string[] => {
  const plain = asked.normalize('NFKC').trim()
  return [...new Set([asked, plain, plain.toUpperCase()])]
}

const likeFromStart = (term: string): string => `${term.replace(/[\\%_]/g, character => `\\${character}`)}%`

/** Ids of the rows behind a subject; null when there is no such thing (any more) or the person may not see it. */
export async function locate(
  { kernel, pool }: Parts,
  kind: TraceKind,
  id: string,
): Promise<{ readonly subject: TraceSubject; readonly key: string; readonly lotId?: string } | null> {
  if (kind === 'delivery') {
    const subject = (await noteSubjects(pool, id)).find(item => item.id === id)
    return subject ? { subject, key: id } : null
  }
  if (kind === 'serial') {
    const { rows } = await pool.query<{ id: string; serial: string; lotId: string; title: string }>(
      `SELECT u.id, u.serial, u.lot_id AS "lotId", l.title FROM unit AS u JOIN lot AS l ON l.id = u.lot_id
       WHERE ${isId(id) ? 'u.id = $1' : 'u.serial = $1'} LIMIT 2`,
      [id],
    )
    const [unit] = rows
    if (!unit || rows.length > 1) return null
    return { subject: subjectOf('serial', id, unit.title, unit.serial, null), key: unit.serial, lotId: unit.lotId }
  }
  const table = kind === 'customer' || kind === 'supplier' ? 'party' : kind
  if (!kernel.registry.has(table)) return null
  const { rows } = await pool.query<Record<string, string>>(
    `SELECT * FROM "${table}" WHERE ${isId(id) ? 'id' : 'number'} = $1`,
    [id],
  )
  const [row] = rows
  if (!row) return null
  const { id: key = '', number = '' } = row
  const record = { procedure: table, number }
  if (kind === 'lot') return { subject: subjectOf(kind, number, row.title ?? '', row.lot_no ?? '', record), key }
  if (kind === 'product')
    return { subject: subjectOf(kind, number, `${row.name} ${row.model}`, row.udi_di ?? null, record), key }
  return { subject: subjectOf(kind, number, row.name ?? '', number, record, row.city ?? null), key }
}
