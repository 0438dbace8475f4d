import { hashOf } from '../../kernel/canonical.ts'
import { column } from '../../kernel/column.ts'
import type { Kernel } from '../../kernel/kernel.ts'
import type { PaperSignature } from '../../kernel/paper.ts'
import type { ReportContent } from '../../kernel/report.ts'
import { type Text, text } from '../../kernel/text.ts'
import type { PeriodicReportRow, ReportComment } from '../../procedures/periodic-report/periodic-report.ts'
import { named } from '../../vocabulary/report-chart.ts'
import { reportSections } from '../../vocabulary/report-section.ts'
import { roleTitle } from '../../vocabulary/role.ts'
import { inLanguage, type Letterhead } from './letterhead.ts'
import { printReport } from './report-pdf.ts'
import { reportXlsx } from './report-xlsx.ts'

/** A regular report as it is handed out. */
export interface ReportFiles {
  readonly pdf: Uint8Array
  readonly xlsx: Uint8Array
  /** Hash of the content from which both were made. */
  readonly contentHash: string
  /** Name of the files without their ending. */
  readonly name: string
}

interface GivenSignature {
  readonly meaning: Text
  readonly name: string
  readonly at: string
  readonly hash: string
  readonly note: string | null
  readonly roles: readonly string[] | null
}

const commentTable = (comments: readonly ReportComment[]): ReportContent['tables'][number] => ({
  title: text('各部分意见与措施', 'Comments and measures'),
  columns: [
    column('section', text('部分', 'Part'), 'choice', 16, { options: named(reportSections) }),
    column('what', text('情况', 'What happened'), 'line', 34),
    column('causes', text('原因', 'Causes'), 'line', 24),
    column('measures', text('措施', 'Measures'), 'line', 26),
    column('ownerName', text('责任人', 'Responsible'), 'line', 9),
    column('dueOn', text('完成日期', 'Due on'), 'day', 11),
    column('byName', text('填写人', 'Written by'), 'line', 9),
  ],
  rows: comments.map(({ section, what, causes, measures, ownerName, dueOn, byName }) => ({
    section,
    what,
    causes,
    measures,
    ownerName,
    dueOn,
    byName,
  })),
})

/**
 * Makes PDF/A and XLSX of a regular report from what was frozen and signed; of a draft they say so. Nothing is counted anew.
 * @throws Error when the kept content is not the one whose hash was signed
 */
export async function reportFiles(
  { pool, db }: Pick<Kernel, 'pool' | 'db'>,
  record: PeriodicReportRow,
  head: Letterhead,
): Promise<ReportFiles> {
  const contentHash = hashOf(record.content)
  if (contentHash !== record.contentHash)
    throw new Error(`the content of ${record.number} is not the one that was signed`)
  const [comments, signed] = await Promise.all([
    db
      .selectFrom('periodicReportComment')
      .selectAll()
      .where('periodicReportId', '=', record.id)
      .where('replaced', '=', false)
      .orderBy('at')
      .execute() as Promise<ReportComment[]>,
    pool.query<GivenSignature>(
      `select s.meaning, s.person_name as name, s.at, s.signed_hash as hash, o.note, o.by_roles as roles
       from signature s left join sign_off o on o.record_id = s.record_id and o.chain = s.chain and o.signed_by = s.person_id
         and o.signed_at = s.at and o.outcome = 'signed'
       where s.record_id = $1 and (s.chain is null or o.id is not null) and s.at >= coalesce($2::timestamptz, s.at) order by s.at`,
      [record.id, record.submittedAt],
    ),
  ])
  const signatures: PaperSignature[] = record.submittedAt
    ? signed.rows.map(({ meaning, name, at, hash, note, roles }) => ({
        meaning: note ? text(`${meaning.zh}。意见：${note}`, `${meaning.en}. Opinion: ${note}`) : meaning,
        role: roles?.[0] ? roleTitle(roles[0]) : text('编制人', 'Author'),
        name,
        at: { instant: at },
        hash,
      }))
    : []
  const content: ReportContent = {
    ...record.content,
    tables: [...record.content.tables, ...(comments.length > 0 ? [commentTable(comments)] : [])],
    notes: [
      ...record.content.notes,
      text(`数据指纹（SHA-256）：${contentHash}`, `Hash of the data (SHA-256): ${contentHash}`),
    ],
  }
  const facts: [Text, string][] = [
    [text('编号', 'No.'), record.number],
    [text('数据时点', 'Data as of'), record.drawnAt],
    [text('数据指纹', 'Hash of the data'), contentHash],
    ...signatures.map(
      item => [text('签字', 'Signed'), [item.name, signedAt(item)].filter(Boolean).join(' ')] as [Text, string],
    ),
  ]
  const standing =
    record.filedAt || record.state === 'signed' ? 'settled' : record.state === 'withdrawn' ? 'voided' : 'open'
  const [pdf, xlsx] = await Promise.all([
    printReport(
      content,
      { record: { number: record.number, hash: contentHash, standing, state: null }, signatures },
      head,
    ),
    reportXlsx(content, facts, head),
  ])
  return { pdf, xlsx, contentHash, name: `${record.number} ${inLanguage(record.title, head)}` }
}

const signedAt = ({ at }: PaperSignature): string =>
  typeof at === 'object' && at !== null && 'instant' in at ? at.instant : ''
