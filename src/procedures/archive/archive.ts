import { z } from 'zod'
import { field } from '../../kernel/field.ts'
import { recordType, type StateMeaning } from '../../kernel/record.ts'
import { type Text, text } from '../../kernel/text.ts'
import { keysOf } from '../../vocabulary/intake.ts'
import { daySchema, instantSchema, recordColumns } from '../../vocabulary/record-base.ts'
import { retained } from '../../vocabulary/retention.ts'

/** States of a medium. */
export const states = {
  kept: {
    title: text('在存', 'Kept'),
    meaning: text('介质在存，可读取', 'The medium is kept and can be read'),
    tone: 'ok',
    resting: true,
  },
  unreadable: {
    title: text('读取失败', 'Unreadable'),
    meaning: text('抽检读取失败，须重新制作介质', 'It could not be read; another copy is to be made'),
    tone: 'late',
  },
  retired: {
    title: text('已停用', 'Retired'),
    meaning: text('介质不再使用', 'The medium is no longer used'),
    final: true,
    tone: 'plain',
  },
} as const satisfies Record<string, StateMeaning>

/** What lies on a medium. */
export const kinds = {
  archive: text('归档文件', 'Archive file'),
  backup: text('系统备份', 'Backup of the system'),
} as const satisfies Record<string, Text>

/** What a medium is. */
export const mediumTypes = {
  disc: text('光盘', 'Disc'),
  drive: text('移动硬盘', 'Portable drive'),
  tape: text('磁带', 'Tape'),
  cloud: text('境内云存储', 'Cloud storage in the mainland'),
  server: text('另一台服务器', 'Another server'),
} as const satisfies Record<string, Text>

const titled = <S extends z.ZodType>(schema: S, zh: string, en: string, options?: Readonly<Record<string, Text>>) =>
  field(schema, { title: text(zh, en), ...(options && { options }) })

/** One read-back of a medium. */
export const readBack = z.object({
  at: instantSchema,
  byName: z.string(),
  readable: z.boolean(),
  sha256: z.string().nullable(),
  note: z.string().nullable(),
})

export const archiveRow = z.object({
  ...recordColumns,
  state: z.enum(keysOf(states)),
  title: titled(z.string(), '标题', 'Title'),
  kind: titled(z.enum(keysOf(kinds)), '内容类别', 'What it holds', kinds),
  medium: titled(z.enum(keysOf(mediumTypes)), '介质', 'Medium', mediumTypes),
  label: titled(z.string(), '介质标签', 'Label'),
  place: titled(z.string(), '存放地点', 'Place'),
  fileName: titled(z.string(), '文件名', 'File'),
  sha256: titled(z.string(), 'SHA-256', 'SHA-256'),
  content: titled(z.string(), '内容说明', 'Content'),
  periodFrom: titled(daySchema.nullable(), '记录期间（起）', 'Records from'),
  periodTo: titled(daySchema.nullable(), '记录期间（止）', 'Records to'),
  madeOn: titled(daySchema, '制作日期', 'Made on'),
  registeredByName: titled(z.string(), '登记人', 'Registered by'),
  checkedAt: titled(instantSchema.nullable(), '最近抽检', 'Last read back'),
  readBacks: z.array(readBack),
  retireReason: titled(z.string().nullable(), '停用原因', 'Why it was retired'),
})
export type ArchiveRow = z.infer<typeof archiveRow>

/** A medium that holds an archive or a backup. */
export const Archive = recordType<ArchiveRow, keyof typeof states>({
  name: 'archive',
  title: text('备份介质', 'Archive medium'),
  table: 'archive',
  row: archiveRow,
  states,
  series: { prefix: 'JZ', digits: 4 },
  retention: retained('computer-room'),
  searchText: row => [row.number, row.title, row.label, row.place, row.fileName, row.sha256].join(' '),
})
