import { z } from 'zod'
import { field } from '../../../kernel/field.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { periodicReportCommand } from '../periodic-report-command.ts'
import { AUTHORS } from '../sign-off-chain.ts'

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const hidden = <S extends z.ZodType>(schema: S, zh: string, en: string) =>
  field(schema, { title: text(zh, en), widget: 'hidden' })

/** The files of a signed report are kept with their hashes; this serves the duty of its period. */
export const filePeriodicReport = periodicReportCommand('file', {
  title: text('归档', 'File'),
  fulfils: ['BB-calendar', 'BB-frozen', 'BB-reissue'],
  from: ['signed'],
  to: 'filed',
  by: AUTHORS,
  input: z.object({
    contentHash: hidden(sha256, '数据指纹', 'Hash of the data'),
    pdf: hidden(z.uuid(), 'PDF 文件', 'PDF file'),
    pdfSha256: hidden(sha256, 'PDF 指纹', 'Hash of the PDF'),
    xlsx: hidden(z.uuid(), 'XLSX 文件', 'XLSX file'),
    xlsxSha256: hidden(sha256, 'XLSX 指纹', 'Hash of the XLSX'),
  }),
  guard: ({ actor }) => [
    actor.via !== 'system' &&
      refuse(
        'system-files',
        text(
          '归档文件由系统生成并自动归档，通常在一分钟内完成；长时间未归档请联系系统管理员。',
          'The system makes the files and files them, usually within a minute. If it takes long, ask an administrator.',
        ),
        { kind: 'forbidden', clause: 'BB-frozen' },
      ),
  ],
  check: ({ record, input }) => [
    input.contentHash !== record.contentHash &&
      refuse(
        'other-content',
        text('文件与签批的数据不一致，请重新生成。', 'The files are not of the data that were signed: make them anew.'),
        { field: 'contentHash', clause: 'BB-frozen', kind: 'conflict' },
      ),
  ],
  change: ({ record, input, now }) => ({
    set: { filedAt: now, pdfSha256: input.pdfSha256, xlsxSha256: input.xlsxSha256 },
    attach: [
      { id: input.pdf, purpose: 'filed-pdf' },
      { id: input.xlsx, purpose: 'filed-xlsx' },
    ],
    ...(record.supersedesId && {
      start: [
        {
          command: 'periodic-report.supersede',
          on: record.supersedesId,
          input: { by: record.number },
          link: 'supersedes',
        },
      ],
    }),
  }),
  tell: ({ input }) =>
    text(
      `以 PDF/A 和 XLSX 归档（PDF 指纹 ${input.pdfSha256.slice(0, 12)}…）`,
      `filed as PDF/A and XLSX (PDF hash ${input.pdfSha256.slice(0, 12)}…)`,
    ),
  place: 'none',
  rank: 10,
})
