import { z } from 'zod'
import { form } from '../../../kernel/form.ts'
import {
  cell,
  cellSchema,
  day,
  type PaperSignature,
  saidSchema,
  signatureSchema,
  tableSchema,
} from '../../../kernel/paper.ts'
import { text } from '../../../kernel/text.ts'
import { custodians } from '../../../vocabulary/retention.ts'
import { type DisposalRow, outcomes } from '../disposal.ts'

/** A disposal list as its printed form sees it. */
export interface DisposalPaper {
  readonly row: Pick<
    DisposalRow,
    | 'state'
    | 'department'
    | 'count'
    | 'endedFrom'
    | 'endedTo'
    | 'note'
    | 'lines'
    | 'archiveNumber'
    | 'method'
    | 'witnessName'
    | 'disposedCount'
    | 'keptCount'
    | 'endReason'
  > | null
  readonly signatures: readonly PaperSignature[]
}

/** Nothing is known: prints the blank form. */
export const EMPTY_PAPER: DisposalPaper = { row: null, signatures: [] }

const schema = z.strictObject({
  heading: saidSchema,
  doneHeading: saidSchema,
  department: cellSchema,
  count: cellSchema,
  period: cellSchema,
  note: cellSchema,
  archive: cellSchema,
  disposed: cellSchema,
  witness: cellSchema,
  method: cellSchema,
  endReason: cellSchema,
  list: tableSchema,
  signatures: z.array(signatureSchema).readonly(),
})

const figure = (value: number | null | undefined): string | null =>
  value === undefined || value === null ? null : String(value)

/** 记录处置清单 (DS-list, DS-approve): what is disposed of, on what ground, who agreed, and what became of each record. */
export const disposalList = form<DisposalPaper, z.infer<typeof schema>>({
  id: 'disposal-list',
  code: 'QR-ZH-12',
  revision: 'A/0',
  title: text('记录处置清单', 'Disposal list'),
  template: new URL('./disposal-list.typ', import.meta.url),
  sample: new URL('./disposal-list.sample.json', import.meta.url),
  fulfils: ['DS-list', 'DS-approve', 'DS-carry-out'],
  schema,
  data: ({ row, signatures }) => ({
    heading: text('清单', 'List'),
    doneHeading: text('执行', 'Carried out'),
    department: cell(
      text('保管部门', 'Kept by'),
      row && (row.state === 'reviewed' ? text('全部部门', 'All departments') : custodians[row.department]),
    ),
    count: cell(text('记录数', 'Records'), figure(row?.count)),
    period: cell(
      text('到期日', 'Ended'),
      row?.endedFrom && row.endedTo
        ? text(`${row.endedFrom} 至 ${row.endedTo}`, `${row.endedFrom} to ${row.endedTo}`)
        : null,
    ),
    note: cell(
      text('说　明', 'Note'),
      row?.state === 'reviewed'
        ? text(
            `已检查，没有应处置的到期记录；到期但须留存 ${row.keptCount ?? 0} 条。${row.note ?? ''}`,
            `Looked through: nothing to dispose of; ${row.keptCount ?? 0} ended but are kept. ${row.note ?? ''}`,
          )
        : (row?.note ?? null),
    ),
    archive: cell(text('归档介质', 'Archive medium'), row?.archiveNumber ?? null),
    disposed: cell(text('处置数', 'Disposed of'), figure(row?.disposedCount)),
    witness: cell(text('监督人', 'Witness'), row?.witnessName ?? null),
    method: cell(text('处置说明', 'How'), row?.method ?? null),
    endReason: cell(text('未处置理由', 'Why not done'), row?.endReason ?? null),
    list: {
      title: text('记录', 'Records'),
      columns: [
        { label: text('编号', 'No.'), width: 4 },
        { label: text('类别', 'Kind'), width: 4 },
        { label: text('办结', 'Settled'), width: 3 },
        { label: text('保存至', 'Kept until'), width: 3 },
        { label: text('依据', 'Because'), width: 6 },
        { label: text('结果', 'Outcome'), width: 3 },
        { label: text('留存原因', 'Why kept'), width: 6 },
      ],
      rows: (row?.lines ?? []).map(line => [
        line.number,
        line.noun,
        day(line.closedOn),
        day(line.until),
        line.because,
        line.outcome && outcomes[line.outcome],
        line.why,
      ]),
    },
    signatures,
  }),
})
