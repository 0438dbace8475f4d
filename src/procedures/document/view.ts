import type { FactsOf } from '../../kernel/queries.ts'
import { text } from '../../kernel/text.ts'
import type { RecordView, Section, Shown, ViewContext } from '../../kernel/view.ts'
import { roleTitle } from '../../vocabulary/role.ts'
import { type Described, procedureTitle } from './described.ts'
import { type DocumentRow, states } from './document.ts'
import type { DocumentFile } from './document-file.ts'
import { standingsAt, versionsSeen } from './document-rows.ts'
import type { DocumentQueries } from './queries.ts'
import { kinds, standingTitles } from './taxonomy.ts'

/** Facts that the page shows. */
export const viewFacts = ['versions', 'readers'] as const

type ViewFacts = Pick<FactsOf<DocumentQueries>, (typeof viewFacts)[number]>

const line = (value: string | null): Shown => ({ kind: 'line', value })
const code = (value: string | null): Shown => ({ kind: 'code', value })
const filesShown = (value: readonly DocumentFile[]): Shown => ({ kind: 'files', value })

/** Shows a document on its page. */
export const documentView =
  (described: Described) =>
  (
    record: DocumentRow,
    { versions: all, readers: asked }: ViewFacts,
    { now, sight }: Pick<ViewContext, 'now' | 'sight'>,
  ): RecordView => {
    const seen = versionsSeen(all, now, sight)
    const facts = { versions: seen, readers: asked.filter(item => seen.some(({ id }) => id === item.versionId)) }
    const state = states[record.state]
    const standings = standingsAt(facts.versions, now)
    const inForce = facts.versions.find(item => standings.get(item) === 'in-force')
    const unread = facts.readers.filter(item => item.readAt === null && item.label === inForce?.label).length
    return {
      title: text(`${record.code} ${record.title.zh}`, `${record.code} ${record.title.en}`),
      badges: [
        { text: state.title, tone: state.tone },
        ...(inForce ? [{ text: text(`现行 ${inForce.label}`, `${inForce.label} in force`), tone: 'ok' as const }] : []),
        ...(record.differenceCount > 0
          ? [
              {
                text: text(`与程序有 ${record.differenceCount} 处不同`, `${record.differenceCount} differences`),
                tone: 'warn' as const,
              },
            ]
          : []),
      ],
      subtitle: [
        kinds[record.kind],
        roleTitle(record.ownerRole),
        procedureTitle(described, record.procedure) ?? '',
      ].filter(part => part !== ''),
      sections: [about(record, described), versions(facts, standings), readers(facts)],
      notices: [
        ...(record.differenceCount > 0
          ? [
              {
                text: text(
                  `程序现在的执行与现行版本有 ${record.differenceCount} 处不同：请编制新版本，或把程序改回。`,
                  `What the program does differs from the version in force in ${record.differenceCount} places: begin a new version, or change the program back.`,
                ),
                tone: 'warn' as const,
              },
            ]
          : []),
        ...(unread > 0
          ? [
              {
                text: text(`现行版本还有 ${unread} 人未阅知。`, `${unread} people have not read the version in force.`),
                tone: 'info' as const,
              },
            ]
          : []),
      ],
    }
  }

const about = (record: DocumentRow, described: Described): Section => ({
  title: text('文件', 'Document'),
  facts: [
    { label: text('文件编号', 'Number'), shown: code(record.code) },
    { label: text('文件名称', 'Title'), shown: { kind: 'text', value: record.title }, field: 'title' },
    { label: text('类别', 'Kind'), shown: { kind: 'text', value: kinds[record.kind] }, field: 'kind' },
    {
      label: text('归口部门', 'Owner'),
      shown: { kind: 'text', value: roleTitle(record.ownerRole) },
      field: 'ownerRole',
    },
    {
      label: text('对应程序', 'Procedure described'),
      shown: { kind: 'text', value: procedureTitle(described, record.procedure) },
    },
    {
      label: text('引用文件', 'Refers to'),
      shown: { kind: 'paragraph', value: record.refersTo.join('\n') || null },
      field: 'refersTo',
      wide: true,
    },
    ...(record.draftLabel
      ? [
          { label: text('编制中的版本', 'Being compiled'), shown: code(record.draftLabel) },
          {
            label: text('拟生效日期', 'To hold from'),
            shown: { kind: 'day' as const, value: record.draftEffectiveOn },
          },
          {
            label: text('编制或修改内容', 'What it says anew'),
            shown: { kind: 'paragraph' as const, value: record.draftChanges },
            wide: true,
          },
        ]
      : []),
    ...(record.draftFiles.length > 0
      ? [{ label: text('草稿原件', 'Draft file'), shown: filesShown(record.draftFiles), wide: true }]
      : []),
    ...(record.returnedNote
      ? [
          {
            label: text('退回意见', 'Sent back because'),
            shown: { kind: 'paragraph' as const, value: record.returnedNote },
            wide: true,
          },
        ]
      : []),
    ...(record.endReason
      ? [
          {
            label: text('作废原因', 'Why it was withdrawn'),
            shown: { kind: 'paragraph' as const, value: record.endReason },
            wide: true,
          },
        ]
      : []),
  ],
})

const columns = (...of: readonly (readonly [string, string, string])[]) =>
  of.map(([key, zh, en]) => ({ key, title: text(zh, en) }))

const versions = ({ versions: list }: ViewFacts, standings: ReturnType<typeof standingsAt>): Section => ({
  title: text('版本履历', 'Versions'),
  columns: columns(
    ['label', '版本', 'Version'],
    ['standing', '状态', 'Standing'],
    ['effectiveOn', '生效日期', 'Holds from'],
    ['changes', '编制或修改内容', 'What changed'],
    ...(list.some(item => item.files.length > 0) ? [['files', '文件原件', 'File'] as const] : []),
    ['compiled', '编制', 'Compiled'],
    ['reviewed', '审核', 'Reviewed'],
    ['approved', '批准', 'Approved'],
    ...(list.some(item => item.contentHash) ? [['hash', '内容摘要', 'Hash'] as const] : []),
  ),
  rows: list.toReversed().map(item => {
    const { title, tone } = standingTitles[standings.get(item) ?? 'superseded']
    return {
      label: code(item.label),
      standing: { kind: 'tag', value: title, tone },
      effectiveOn: { kind: 'day', value: item.effectiveOn },
      changes: { kind: 'paragraph', value: item.changes },
      files: filesShown(item.files),
      compiled: line(item.compiledByName),
      reviewed: line(item.reviewedByName),
      approved: line(item.approvedByName),
      hash: code(item.contentHash?.slice(0, 12) ?? null),
    }
  }),
  empty: text('还没有批准的版本', 'No version is approved yet'),
})

const readers = ({ readers: list, versions: approved }: ViewFacts): Section => ({
  title: text('发放与阅知', 'Issued and read'),
  columns: columns(
    ['issueNo', '发放号', 'Copy'],
    ['label', '版本', 'Version'],
    ...(approved.some(item => item.files.length > 0) ? [['files', '文件原件', 'File'] as const] : []),
    ['person', '发放给', 'Issued to'],
    ['askedAt', '发放时间', 'Issued'],
    ['readAt', '阅知时间', 'Read'],
  ),
  rows: list.map(item => ({
    issueNo: { kind: 'number', value: item.issueNo },
    label: code(item.label),
    files: filesShown(approved.find(({ id }) => id === item.versionId)?.files ?? []),
    person: line(item.personName),
    askedAt: { kind: 'instant', value: item.askedAt },
    readAt: item.readAt
      ? { kind: 'instant', value: item.readAt }
      : { kind: 'tag', value: text('未阅知', 'Not read'), tone: 'warn' },
  })),
  empty: text('还没有发放', 'Not issued yet'),
})
