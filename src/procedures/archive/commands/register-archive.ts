import { z } from 'zod'
import { field } from '../../../kernel/field.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { dayOf } from '../../../kernel/time.ts'
import { choice, line, paragraph } from '../../../vocabulary/entry-field.ts'
import { daySchema } from '../../../vocabulary/record-base.ts'
import { kinds, mediumTypes } from '../archive.ts'
import { archiveCommand, KEEPERS } from '../archive-command.ts'

/** A SHA-256, typed or pasted: 64 hexadecimal digits. */
export const hashField = field(
  z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^[0-9a-f]{64}$/),
  {
    title: text('SHA-256', 'SHA-256'),
    widget: 'line',
    hint: text(
      '64 位摘要，由归档核对程序算出；算法见“记录控制”指南',
      '64 digits, as the archive checker shows them; the guide to records says how',
    ),
  },
)

/** S11-5c: a medium is registered with what it holds, where it lies and its hash. */
export const registerMedium = archiveCommand('register', {
  title: text('登记备份介质', 'Register a medium'),
  about: text(
    '归档文件或系统备份写入介质后登记：标签、地点、文件和摘要。',
    'After an archive or backup was written: label, place, file and hash.',
  ),
  fulfils: ['S11-5c'],
  from: 'new',
  to: 'kept',
  by: KEEPERS,
  input: z.object({
    kind: choice(text('内容类别', 'What it holds'), kinds),
    medium: choice(text('介质', 'Medium'), mediumTypes),
    label: line(text('介质标签', 'Label'), { hint: text('写在介质上的编号', 'the number written on it') }),
    place: line(text('存放地点', 'Place')),
    fileName: line(text('文件名', 'File')),
    sha256: hashField,
    content: paragraph(text('内容说明', 'Content')),
    periodFrom: field(daySchema, { title: text('记录期间（起）', 'Records from'), widget: 'day' }).optional(),
    periodTo: field(daySchema, { title: text('记录期间（止）', 'Records to'), widget: 'day' }).optional(),
    madeOn: field(daySchema, { title: text('制作日期', 'Made on'), widget: 'day' }),
  }),
  sign: {
    meaning: text('介质已制作并核对摘要，登记属实', 'The medium was made and its hash compared; the entry is true'),
  },
  check: ({ input, now, zone }) => [
    input.madeOn > dayOf(now, zone) &&
      refuse('day-ahead', text('制作日期不能晚于今天。', 'It cannot be made after today: check the day.'), {
        field: 'madeOn',
      }),
    input.periodFrom &&
      input.periodTo &&
      input.periodTo < input.periodFrom &&
      refuse('period-backwards', text('止日不能早于起日，请核对。', 'The period ends before it begins: check it.'), {
        field: 'periodTo',
      }),
    input.kind === 'archive' &&
      !(input.periodFrom && input.periodTo) &&
      refuse('period-missing', text('归档文件须写明记录期间。', 'An archive names the period of its records.'), {
        field: input.periodFrom ? 'periodTo' : 'periodFrom',
      }),
  ],
  change: ({ input, actor }) => ({
    set: {
      title: `${kinds[input.kind].zh} ${input.label}`,
      ...input,
      periodFrom: input.periodFrom ?? null,
      periodTo: input.periodTo ?? null,
      registeredByName: actor.name,
      readBacks: [],
    },
  }),
  tell: ({ record }) =>
    text(`登记介质 ${record.label}，存放于${record.place}`, `registered ${record.label}, kept at ${record.place}`),
  fill: ({ now, zone }) => ({ madeOn: dayOf(now, zone) }),
  rank: 1,
  place: 'page',
})
