import { z } from 'zod'
import { text } from '../../../kernel/text.ts'
import { line } from '../../../vocabulary/entry-field.ts'
import { destructionCommand } from '../destruction-command.ts'
import { QUALITY } from '../taxonomy.ts'

/** S26-7a: report, list, record and photographs go into the quality-issue files of the goods. */
export const fileDestruction = destructionCommand('file', {
  title: text('归档', 'File'),
  about: text(
    '报告、清单、记录、照片归入质量问题档案；所列不合格品随之办结。',
    'Papers go into the quality-issue files, which completes the records of the goods.',
  ),
  fulfils: ['S26-7a'],
  from: ['destroyed'],
  to: 'filed',
  by: QUALITY,
  input: z.object({ fileNo: line(text('档案号', 'File no.')).optional() }),
  change: ({ input, now, actor }) => ({
    set: { filedAt: now, filedByName: actor.name, fileNo: input.fileNo ?? null },
  }),
  tell: ({ record }) =>
    text(
      `销毁资料归档${record.fileNo ? `（${record.fileNo}）` : ''}`,
      `filed the papers${record.fileNo ? ` (${record.fileNo})` : ''}`,
    ),
  rank: 10,
})
