import { sql } from 'kysely'
import { z } from 'zod'
import type { PolicyBook } from '../../kernel/policy.ts'
import type { Procedure } from '../../kernel/procedure.ts'
import { type AnyDatabase, type FactQuery, type Queries, read } from '../../kernel/queries.ts'
import { Refused, refuse } from '../../kernel/refusal.ts'
import { type Text, text } from '../../kernel/text.ts'
import { compareContents } from './compare.ts'
import type { ContentItem } from './content.ts'
import { aroundOf, type Described, describedBy, inWords, procedureTitle, programOf } from './described.ts'
import type { DocumentRow } from './document.ts'
import { findFiles } from './document-file.ts'
import { standingsAt, versionsSeen } from './document-rows.ts'
import { EMPTY_DOCUMENT } from './forms/view.ts'
import { readPaper } from './paper.ts'
import { readReaders, readVersions } from './version-queries.ts'

const none: never[] = []

/** A procedure as the register of documents offers it. */
export interface DescribableProcedure {
  readonly name: string
  readonly title: Text
  /** Number of the document that lays it down already; null while none does. */
  readonly describedBy: string | null
}

const editions: FactQuery<readonly string[]> = async (db, ids) => {
  if (ids.length === 0) return new Map()
  const rows = (await db
    .selectFrom('edition')
    .select(['id', 'documentId'])
    .where('documentId', 'in', [...ids])
    .execute()) as { id: string; documentId: string }[]
  return new Map([...Map.groupBy(rows, row => row.documentId)].map(([id, list]) => [id, list.map(row => row.id)]))
}

const finds = {
  files: findFiles,
  /** Documents in use that have the number, or describe the procedure. */
  taken: async (
    db: AnyDatabase,
    { input, actor }: { input: { code: string; procedure: string | null }; actor: { siteId: string } },
  ) => {
    const rows = (await db
      .selectFrom('document')
      .select(['number', 'code', 'procedure'])
      .where('siteId', '=', actor.siteId)
      .where('state', '<>', 'withdrawn')
      .where(eb =>
        input.procedure === null
          ? eb('code', '=', input.code)
          : eb.or([eb('code', '=', input.code), eb('procedure', '=', input.procedure)]),
      )
      .execute()) as Pick<DocumentRow, 'number' | 'code' | 'procedure'>[]
    const named = (row: (typeof rows)[number] | undefined) => (row ? `${row.code}（${row.number}）` : null)
    return {
      code: named(rows.find(row => row.code === input.code)),
      procedure: named(rows.find(row => input.procedure !== null && row.procedure === input.procedure)),
    }
  },
  /** Active people who hold one of the roles. */
  holders: async (
    db: AnyDatabase,
    { input, actor }: { input: { roles: readonly string[] }; actor: { siteId: string } },
  ) =>
    (await db
      .selectFrom('person')
      .select(['id', 'name'])
      .where('siteId', '=', actor.siteId)
      .where('state', '=', 'active')
      .where(sql<boolean>`roles && ${[...input.roles]}::text[]`)
      .orderBy('number')
      .execute()) as { id: string; name: string }[],
}

const absent = () =>
  new Refused([
    refuse('absent', text('没有这个版本，请重新选择。', 'There is no such version: choose again.'), { kind: 'absent' }),
  ])

/** What a side of a comparison holds. */
interface Side {
  readonly label: string
  readonly content: readonly ContentItem[] | null
}

/** All SQL of controlled documents; comparing also needs what the program does. */
export const queriesFor = (described: Described) => {
  /** A version with its content; `program`: what the program does now. */
  const side = async (db: AnyDatabase, row: DocumentRow, which: string, policy: PolicyBook): Promise<Side> => {
    if (which === 'program') return { label: 'program', content: programOf(described, row.procedure, policy) }
    const found = (await db
      .selectFrom('documentVersion')
      .select(['label', 'content'])
      .where('documentId', '=', row.id)
      .where('id', '=', which)
      .executeTakeFirst()) as Side | undefined
    if (!found) throw absent()
    return found
  }
  return {
    facts: {
      versions: { read: readVersions, none },
      readers: { read: readReaders, none },
      editions: { read: editions, none },
      paper: { read: readPaper, none: EMPTY_DOCUMENT },
    },
    finds,
    reads: {
      procedures: read({
        title: text('可对应的程序', 'Procedures that a document may describe'),
        by: [],
        params: z.object({}),
        run: async (db, _params, { actor }): Promise<readonly DescribableProcedure[]> => {
          const rows = (await (db as AnyDatabase)
            .selectFrom('document')
            .select(['procedure', 'code'])
            .where('procedure', 'is not', null)
            .where('state', '<>', 'withdrawn')
            .where('siteId', '=', actor.siteId)
            .execute()) as { procedure: string; code: string }[]
          const codes = new Map(rows.map(row => [row.procedure, row.code]))
          return described().map(({ name, title }) => ({ name, title, describedBy: codes.get(name) ?? null }))
        },
      }),
      versions: read({
        title: text('文件版本', 'Versions of a document'),
        by: [],
        params: z.object({ id: z.uuid() }),
        run: async (db, { id }, { now, policy, actor }) => {
          const row = await documentOf(db, id, actor.siteId)
          const all = (await readVersions(db, [id])).get(id) ?? []
          const standings = standingsAt(all, now)
          const list = versionsSeen(all, now, actor.sight)
          return {
            procedure: row.procedure,
            procedureTitle: procedureTitle(described, row.procedure),
            describes: programOf(described, row.procedure, policy) !== null,
            versions: list.map(item => ({ ...item, standing: standings.get(item) ?? 'superseded' })),
          }
        },
      }),
      compare: read({
        title: text('版本比对', 'Compare versions'),
        by: [],
        params: z.object({ id: z.uuid(), from: z.string().max(40), to: z.string().max(40) }),
        run: async (db, { id, from, to }, { policy, actor }) => {
          const row = await documentOf(db, id, actor.siteId)
          const [was, now] = await Promise.all([side(db, row, from, policy), side(db, row, to, policy)])
          const around = row.procedure === null ? [] : aroundOf(described, row.procedure)
          const written = describedBy(described, row.procedure)
          return {
            from: was.label,
            to: now.label,
            comparable: was.content !== null && now.content !== null,
            changes:
              was.content && now.content ? inWords(written, compareContents(was.content, now.content, around)) : [],
            openRecords: written && 'record' in written ? await openRecords(db, written as Procedure, from) : null,
          }
        },
      }),
    },
  } satisfies Queries
}

/** @throws Refused `absent` */
async function documentOf(db: AnyDatabase, id: string, siteId: string): Promise<DocumentRow> {
  const row = (await db
    .selectFrom('document')
    .selectAll()
    .where('id', '=', id)
    .where('siteId', '=', siteId)
    .executeTakeFirst()) as DocumentRow | undefined
  if (!row) throw absent()
  return row
}

/** Records made under a version that are not finished; null where the version is none. */
async function openRecords(
  db: AnyDatabase,
  procedure: Procedure,
  versionId: string,
): Promise<{ readonly count: number; readonly numbers: readonly string[] } | null> {
  if (versionId === 'program') return null
  const final = Object.entries(procedure.record.states).flatMap(([state, meaning]) => (meaning.final ? [state] : []))
  const { rows } = await sql<{ count: number; numbers: string[] }>`
    select count(*)::int as count, coalesce((array_agg(item.number order by item.number))[1:20], '{}') as numbers
    from ${sql.table(procedure.record.table)} as item
    join record_edition as made on made.record_id = item.id
    join edition on edition.id = made.edition_id
    join document_version as version on version.document_id = edition.document_id and version.label = edition.label
    where version.id = ${versionId}::uuid and not (item.state = any(${final}::text[]))`.execute(db)
  return rows[0] ?? null
}

/** What steps may ask for by name. */
export type DocumentQueries = ReturnType<typeof queriesFor>
