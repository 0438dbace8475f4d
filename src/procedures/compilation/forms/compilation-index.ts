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
import type { CompilationRow } from '../compilation.ts'

/** A compilation as its printed index sees it. */
export interface CompilationPaper {
  readonly row: Pick<
    CompilationRow,
    | 'department'
    | 'month'
    | 'count'
    | 'closedCount'
    | 'voidedCount'
    | 'attachmentCount'
    | 'missing'
    | 'note'
    | 'lines'
    | 'endReason'
  > | null
  readonly signatures: readonly PaperSignature[]
}

/** Nothing is known: prints the blank form. */
export const EMPTY_PAPER: CompilationPaper = { row: null, signatures: [] }

const schema = z.strictObject({
  heading: saidSchema,
  department: cellSchema,
  month: cellSchema,
  count: cellSchema,
  closed: cellSchema,
  voided: cellSchema,
  files: cellSchema,
  missing: cellSchema,
  note: cellSchema,
  voidReason: cellSchema,
  list: tableSchema,
  signatures: z.array(signatureSchema).readonly(),
})

const figure = (value: number | undefined): string | null => (value === undefined ? null : String(value))

/** 月度记录汇编目录 (S11-5.1.1i): every record of the month with its forms, files and hash. */
export const compilationIndex = form<CompilationPaper, z.infer<typeof schema>>({
  id: 'compilation-index',
  code: 'QR-ZH-11',
  revision: 'A/0',
  title: text('月度记录汇编目录', 'Index of the records of the month'),
  template: new URL('./compilation-index.typ', import.meta.url),
  sample: new URL('./compilation-index.sample.json', import.meta.url),
  fulfils: ['S11-5.1.1i'],
  schema,
  data: ({ row, signatures }) => ({
    heading: text('汇编', 'Compilation'),
    department: cell(text('部　门', 'Department'), row && custodians[row.department]),
    month: cell(text('月　份', 'Month'), row?.month ?? null),
    count: cell(text('记录数', 'Records'), figure(row?.count)),
    closed: cell(text('已办结', 'Settled'), figure(row?.closedCount)),
    voided: cell(text('作　废', 'Voided'), figure(row?.voidedCount)),
    files: cell(text('附件数', 'Files'), figure(row?.attachmentCount)),
    missing: cell(text('缺　号', 'Missing'), row && row.missing.length > 0 ? row.missing.join('、') : null),
    note: cell(text('说　明', 'Note'), row?.note ?? null),
    voidReason: cell(text('作废原因', 'Why voided'), row?.endReason ?? null),
    list: {
      title: text('目录', 'Index'),
      columns: [
        { label: text('编号', 'No.'), width: 5 },
        { label: text('类别', 'Kind'), width: 5 },
        { label: text('状态', 'State'), width: 3 },
        { label: text('建立', 'Made'), width: 3 },
        { label: text('办结', 'Settled'), width: 3 },
        { label: text('表单', 'Forms'), width: 4 },
        { label: text('附件', 'Files'), width: 2 },
        { label: text('日志', 'Entries'), width: 2 },
        { label: text('摘要', 'Hash'), width: 5 },
      ],
      rows: (row?.lines ?? []).map(line => [
        line.number,
        line.noun,
        line.state,
        day(line.madeOn),
        day(line.closedOn),
        line.forms.length > 0 ? line.forms.join('、') : null,
        String(line.attachments),
        String(line.entries),
        line.hash.slice(0, 16),
      ]),
    },
    signatures,
  }),
})
