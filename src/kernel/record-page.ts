import { isId } from './call.ts'
import { type Can, possible } from './can.ts'
import type { Choices } from './command.ts'
import type { DeadlineRow } from './deadline.ts'
import { type Hide, hidingDisposed } from './disposed.ts'
import { explainText } from './explain.ts'
import { keptBack } from './in-work.ts'
import type { JsonObject } from './json.ts'
import type { Kernel } from './kernel.ts'
import { recordOf } from './load.ts'
import { healthFields, MASK, masked, sees, seesFiles, seesHealth, withoutGuarded } from './mask.ts'
import type { Actor, DeputyFor } from './person.ts'
import type { Procedure } from './procedure.ts'
import { type RecordBase, titleOf } from './record.ts'
import { editionOf, type RecordEdition } from './record-edition.ts'
import { Refused, refuse } from './refusal.ts'
import { fromRow } from './rows.ts'
import type { Signing, SignOffRow } from './sign-off.ts'
import { rolesAsked, type ShownRound, shownRounds } from './sign-off-page.ts'
import { readHolders } from './sign-off-people.ts'
import { readDeadlines } from './situation.ts'
import { type Text, text } from './text.ts'
import { readTrailRows, type TimelineEntry, timelineEntry } from './timeline.ts'
import { GENESIS } from './trail.ts'
import { ofOneRecord } from './transaction.ts'
import type { RecordView } from './view.ts'

/** A clock with the words that the page shows. */
export interface ShownDeadline extends DeadlineRow {
  readonly title: Text
  readonly remark: Text | null
  /** Why it is due then. */
  readonly why: Text
}

/** A record that is linked to another. */
export interface ShownLink {
  readonly procedure: string
  readonly noun: Text
  readonly id: string
  readonly number: string
  readonly title: string
  readonly state: Text
  readonly kind: string
  readonly direction: 'to' | 'from'
}

/** A signature as printed. */
export interface ShownSignature {
  readonly command: string
  readonly personName: string
  /** In which role it was given; null in signatures from before that was kept. */
  readonly role: string | null
  readonly meaning: Text
  readonly method: string
  readonly at: string
  readonly signedHash: string
  /** Whose deputy signed; null when somebody signed in a role of his own. */
  readonly deputyFor: DeputyFor | null
  /** What the signer said. */
  readonly note: string | null
}

/** Everything that one page shows of one record. */
export interface RecordPage {
  readonly procedure: string
  readonly record: RecordBase
  /** Version of the procedure's document under which it was made; null when there was none. */
  readonly edition: RecordEdition | null
  readonly view: RecordView
  readonly can: Can
  readonly fill: Readonly<Record<string, unknown>>
  readonly remark: Readonly<Record<string, unknown>>
  /** For each step: what its fields may be chosen from on this record. */
  readonly choices: Readonly<Record<string, Choices>>
  readonly due: readonly ShownDeadline[]
  readonly signOffs: readonly Omit<SignOffRow, 'shown'>[]
  /** The rounds of the record's sign-off chains, as people read them. */
  readonly rounds: readonly ShownRound[]
  /** For each step that signs a chain and may be taken now: which signature it gives. */
  readonly signing: Readonly<Record<string, Signing>>
  readonly signatures: readonly ShownSignature[]
  /** Ids of the forms that belong to the record as it stands. */
  readonly forms: readonly string[]
  readonly corrections: readonly JsonObject[]
  readonly timeline: readonly TimelineEntry[]
  readonly attachments: readonly JsonObject[]
  readonly links: readonly ShownLink[]
  /** Names of people by id, wherever an id stands in the record or its clocks. */
  readonly people: Readonly<Record<string, string>>
  readonly chain: { readonly entries: number; readonly head: string }
}

/** Finds a record by id or number that the person may see. @throws Refused `absent` */
export async function findRecord(
  kernel: Kernel,
  procedure: Procedure,
  idOrNumber: string,
  actor: Actor,
): Promise<RecordBase> {
  const by = isId(idOrNumber) ? 'id' : 'number'
  const { rows } = await kernel.pool.query(`SELECT * FROM "${procedure.record.table}" WHERE ${by} = $1`, [
    idOrNumber.replaceAll('\0', ' '),
  ])
  const record = rows[0] && recordOf(rows[0])
  if (!record || !sees(procedure.record, record, actor))
    throw new Refused([
      refuse(
        'absent',
        text(
          `没有编号为 ${idOrNumber} 的${procedure.noun.zh}，或您无权查看。`,
          `There is no ${procedure.noun.en} ${idOrNumber}, or you may not see it.`,
        ),
        { kind: 'absent' },
      ),
    ])
  return record
}

/** Reads everything that the page of one record shows. */
export const recordPage = (
  kernel: Kernel,
  procedure: Procedure,
  idOrNumber: string,
  actor: Actor,
): Promise<RecordPage> => ofOneRecord(kernel, one => readPage(one, procedure, idOrNumber, actor))

async function readPage(kernel: Kernel, procedure: Procedure, idOrNumber: string, actor: Actor): Promise<RecordPage> {
  const record = await findRecord(kernel, procedure, idOrNumber, actor)
  const settings = await kernel.settings()
  const { pool } = kernel
  const { id } = record
  const ordered = (table: string) => ({ text: `SELECT * FROM ${table} WHERE record_id = $1 ORDER BY at`, values: [id] })
  const [allowed, due, signatures, corrections, trail, attachments, links, editions, hiding] = await Promise.all([
    possible(kernel, settings, procedure, [record], actor, procedure.viewFacts),
    readDeadlines(pool, [id]),
    pool.query({ name: 'signatures_of', ...ordered('signature') }),
    pool.query({ name: 'corrections_of', ...ordered('correction') }),
    readTrailRows(kernel, procedure.name, id, { limit: 60 }),
    pool.query({
      name: 'attachments_of',
      text: 'SELECT * FROM attachment WHERE record_id = $1 ORDER BY uploaded_at',
      values: [id],
    }),
    readLinks(kernel, id, actor),
    editionOf(kernel, procedure.name, [id]),
    hidingDisposed(kernel, [id]),
  ])
  const hide: Hide = hiding.get(id) ?? (shown => shown)
  const { can, fill, remark, choices, signing, facts, signOffs } = allowed.get(id) ?? {
    can: {},
    fill: {},
    remark: {},
    choices: {},
    signing: {},
    facts: {},
    signOffs: [],
  }
  const [head] = trail
  const shown = hide(masked(procedure.record, record, actor))
  const kept = await keptBack(kernel, procedure, record, actor)
  const isShown = (row: Parameters<typeof kept.step>[0]): boolean => !kept.step(row)
  const view = hide(
    procedure.view(shown, withoutGuarded(procedure.record, facts, actor), {
      now: kernel.clock.now(),
      zone: kernel.zone,
      sight: actor.sight,
    }),
  )
  const [people, holders] = await Promise.all([
    names(kernel, [record, due, signOffs, attachments.rows, facts]),
    readHolders(kernel, rolesAsked(signOffs)),
  ])
  return {
    procedure: procedure.name,
    record: shown,
    edition: editions.get(id) ?? null,
    view,
    can,
    fill,
    remark,
    choices,
    due: hide(due.map(row => showDeadline(procedure, record, row))),
    signOffs: hide(signOffs.map(({ shown: _, ...row }) => row)),
    forms: procedure.forms.filter(item => item.applies?.({ ...record }) ?? true).map(item => item.id),
    rounds: hide(
      shownRounds(procedure, record, signOffs, { due, holders, names: people, actor }).filter(
        round => shown === record || !actor.sight || round.standing === 'signed',
      ),
    ),
    signing,
    signatures: hide(signatures.rows.map(row => fromRow<ShownSignature>(row)).filter(isShown)),
    corrections: hide(corrections.rows.map(row => maskedCorrection(procedure, fromRow<JsonObject>(row), actor))),
    timeline: hide(trail.map(timelineEntry)).filter(isShown),
    attachments: hide(
      (seesFiles(procedure.record, record, actor) ? attachments.rows : [])
        .filter(row => !kept.file(row.id))
        .map(row => fromRow<JsonObject>(row)),
    ),
    links,
    people,
    chain: { entries: (head?.position as number) ?? 0, head: (head?.hash as string) ?? GENESIS },
  }
}

/** A clock with its words, as page, workbench and print show it. */
export function showDeadline(procedure: Procedure, record: RecordBase, row: DeadlineRow): ShownDeadline {
  const declared = procedure.deadlines.find(item => item.name === row.name)
  return {
    ...row,
    title: declared?.title ?? text(row.name, row.name),
    remark: declared?.remark?.(record) ?? null,
    why: explainText(row.explanation),
  }
}

/** A correction without the values of health data for people who do not handle it. */
const maskedCorrection = ({ record: type }: Procedure, correction: JsonObject, actor: Actor): JsonObject =>
  seesHealth(type, actor) || !healthFields(type).includes(String(correction.field))
    ? correction
    : { ...correction, was: MASK, now: MASK }

/** Records linked from and to this one, with what they are called now; one query for each procedure that occurs. */
async function readLinks(kernel: Kernel, id: string, actor: Actor): Promise<ShownLink[]> {
  const { rows } = await kernel.pool.query({
    name: 'links_of',
    text: `SELECT to_procedure AS procedure, to_id AS id, kind, 'to' AS direction, at FROM link WHERE from_id = $1
           UNION ALL SELECT from_procedure, from_id, kind, 'from', at FROM link WHERE to_id = $1 ORDER BY at`,
    values: [id],
  })
  const byProcedure = Map.groupBy(rows, row => row.procedure as string)
  const found = await Promise.all(
    [...byProcedure].map(async ([name, links]) => {
      const procedure = kernel.registry.procedure(name)
      const { rows: records } = await kernel.pool.query(
        `SELECT * FROM "${procedure.record.table}" WHERE id = ANY($1::uuid[])`,
        [links.map(link => link.id)],
      )
      const byId = new Map(records.map(row => [row.id as string, recordOf(row)]))
      return links.flatMap(link => {
        const record = byId.get(link.id)
        if (!record || !sees(procedure.record, record, actor)) return []
        return [
          {
            procedure: name,
            noun: procedure.noun,
            id: link.id as string,
            number: record.number,
            title: titleOf(procedure.record, record),
            state: procedure.record.states[record.state]?.title ?? text(record.state, record.state),
            kind: link.kind as string,
            direction: link.direction as 'to' | 'from',
          },
        ]
      })
    }),
  )
  return found.flat()
}

/** Collects everything in a value that has the shape of an id. */
function idsIn(value: unknown, ids: Set<string>): void {
  if (typeof value === 'string') {
    if (value.length === 36 && isId(value)) ids.add(value)
  } else if (value instanceof Map || Array.isArray(value)) for (const item of value.values()) idsIn(item, ids)
  else if (typeof value === 'object' && value !== null) for (const key in value) idsIn(value[key as never], ids)
}

/** Names of all people whose ids occur in what is shown. */
async function names(kernel: Kernel, shown: unknown): Promise<Record<string, string>> {
  const ids = new Set<string>()
  idsIn(shown, ids)
  if (ids.size === 0) return {}
  const { rows } = await kernel.pool.query({
    name: 'names_of',
    text: 'SELECT id, name FROM person WHERE id = ANY($1::uuid[])',
    values: [[...ids]],
  })
  return Object.fromEntries(rows.map(row => [row.id, row.name]))
}
