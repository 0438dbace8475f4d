import { createHash, sign } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { exportRecord, type SealTrees } from '../../kernel/export-record.ts'
import type { JsonObject } from '../../kernel/json.ts'
import type { Actor } from '../../kernel/person.ts'
import type { Procedure } from '../../kernel/procedure.ts'
import { type RecordBase, titleOf } from '../../kernel/record.ts'
import { type Text, text } from '../../kernel/text.ts'
import type { Day } from '../../kernel/time.ts'
import { type Attempt, recordAttempt } from '../../kernel/trail.ts'
import { contentStream } from '../attachments/attachment-file.ts'
import type { ServerParts } from '../parts.ts'
import { formCopy } from '../routes/print.ts'
import { archiveIndex, type IndexedRecord } from './archive-index.ts'
import { SealedZip } from './sealed-zip.ts'

/** Records of one procedure, as one person sees them. */
export interface ArchivedPart {
  readonly procedure: Procedure
  readonly ids: readonly string[]
  readonly seenBy: Actor
}

/** What an archive is to hold. */
export interface ArchivePlan {
  readonly title: Text
  readonly from: Day
  readonly to: Day
  readonly parts: readonly ArchivedPart[]
  readonly actor: Actor
  /** For whom it was made; null for the company's own files. */
  readonly madeFor: { readonly inspection: string; readonly authority: string } | null
  /** Files besides the records. */
  readonly more?: readonly { readonly path: string; readonly content: JsonObject }[]
  /** How the trail says that it was taken. */
  readonly journal: Pick<Attempt, 'procedure' | 'recordId' | 'command' | 'clauses'> & {
    readonly title: Text
    readonly told: (records: number) => Text
  }
}

/** The programs that check an archive, under the names that they have in it. */
const CHECKERS = { 'check.mjs': 'check-archive.mjs', 'check-record.mjs': 'check-record.mjs' } as const
const scripts = join(import.meta.dirname, '../../../scripts')

/**
 * Writes records, forms and files one by one, so that its size does not matter; then the page that lists them, the programs that
 * check them, the manifest and its signature. Journalled before the manifest: without an entry there is no whole archive.
 */
export async function writeArchive(parts: ServerParts, plan: ArchivePlan, stream: PassThrough): Promise<void> {
  const { kernel } = parts
  const zip = new SealedZip(stream)
  const trees: SealTrees = new Map()
  const procedures: { procedure: Procedure; records: IndexedRecord[] }[] = []
  const counts = { records: 0, forms: 0, attachments: 0, entries: 0, withheldEntries: 0 }
  for (const part of plan.parts) {
    const records: IndexedRecord[] = []
    for (const id of part.ids) {
      const { indexed, entries, withheld } = await putRecord(parts, zip, part, id, trees)
      records.push(indexed)
      counts.records += 1
      counts.forms += indexed.forms.length
      counts.attachments += indexed.attachments.length
      counts.entries += entries
      counts.withheldEntries += withheld
    }
    if (records.length > 0) procedures.push({ procedure: part.procedure, records })
  }
  for (const { path, content } of plan.more ?? []) await zip.put(path, JSON.stringify(content, null, 2))
  const exportedAt = kernel.clock.now()
  const key = kernel.keys.checking
  const fingerprint = createHash('sha256')
    .update(key.export({ type: 'spki', format: 'der' }))
    .digest('hex')
    .slice(0, 16)
  const numbers = procedures.flatMap(({ records }) => records.map(({ number }) => number))
  const { rows } = await parts.pool.query<{ name: Text }>('select name from company')
  const { title, from, to, actor, madeFor, journal } = plan
  await zip.put(
    'index.html',
    archiveIndex({
      company: rows[0]?.name.zh ?? '',
      title,
      from,
      to,
      exportedAt,
      exportedBy: actor.name,
      fingerprint,
      procedures: procedures.map(({ procedure, records }) => ({ title: procedure.title, records })),
    }),
  )
  for (const [name, script] of Object.entries(CHECKERS)) await zip.put(name, await readFile(join(scripts, script)))
  const { title: words, told, ...attempt } = journal
  await recordAttempt(kernel, {
    ...attempt,
    outcome: 'accepted',
    actor,
    body: { title: { ...words }, told: { ...told(numbers.length) }, from, to, records: numbers },
  })
  const manifest = JSON.stringify(
    {
      format: 'bihuan-archive/1',
      title,
      madeFor,
      procedures: procedures.map(({ procedure, records }) => ({
        name: procedure.name,
        title: procedure.title,
        records: records.length,
      })),
      from,
      to,
      exportedAt,
      exportedBy: actor.name,
      counts,
      records: numbers,
      files: zip.files,
      key: key.export({ type: 'spki', format: 'pem' }),
    },
    null,
    2,
  )
  await zip.put('manifest.json', manifest)
  await zip.put('manifest.sig', sign(null, Buffer.from(manifest), kernel.keys.sealing).toString('base64'))
  await zip.end()
}

async function putRecord(
  parts: ServerParts,
  zip: SealedZip,
  { procedure, seenBy }: ArchivedPart,
  id: string,
  trees: SealTrees,
) {
  const exported = await exportRecord(parts.kernel, procedure, id, seenBy, trees)
  const record = exported.record as unknown as RecordBase
  const { number } = record
  const json = `records/${number}.json`
  await zip.put(json, JSON.stringify(exported, null, 2))
  const forms: IndexedRecord['forms'][number][] = []
  for (const form of procedure.forms) {
    if (!(form.applies?.({ ...record }) ?? true)) continue
    const { pdf } = await formCopy(parts, procedure, form, id, seenBy, 'zh')
    const path = `forms/${number} ${form.id}.pdf`
    await zip.put(path, pdf)
    forms.push({ title: form.title, path })
  }
  const attachments: IndexedRecord['attachments'][number][] = []
  const kept = exported.attachments as readonly { readonly sha256: string; readonly name: string }[]
  for (const [at, { name, sha256 }] of kept.entries()) {
    const path = `attachments/${number}/${at + 1} ${name.replaceAll(/[\\/]/g, '_')}`
    await zip.put(path, await buffer(contentStream(parts.dataDir, sha256)))
    attachments.push({ name, path })
  }
  const state = procedure.record.states[record.state]?.title ?? text(record.state, record.state)
  const entries = exported.entries as readonly { readonly withheld?: string }[]
  return {
    indexed: { number, title: titleOf(procedure.record, record), state, json, forms, attachments },
    entries: entries.length,
    withheld: entries.filter(entry => entry.withheld).length,
  }
}
