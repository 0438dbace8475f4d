import { z } from 'zod'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { paragraph, yesNo } from '../../../vocabulary/entry-field.ts'
import { archiveCommand, KEEPERS } from '../archive-command.ts'
import { hashField } from './register-archive.ts'

/** S11-5c: once a year a medium is read back and its hash compared. */
export const readBackMedium = archiveCommand('read-back', {
  title: text('抽检读取', 'Read it back'),
  about: text(
    '读出文件并核对摘要；读不出或摘要不符的，须重新制作介质。',
    'Read the file and compare its hash; if that fails another copy is to be made.',
  ),
  fulfils: ['S11-5c'],
  from: ['kept', 'unreadable'],
  by: KEEPERS,
  input: z.object({
    readable: yesNo(text('能否完整读出', 'Could it be read whole?')),
    sha256: hashField.optional(),
    note: paragraph(text('说明', 'Note')).optional(),
  }),
  sign: { meaning: text('我已读取介质并核对，结果属实', 'I read the medium and compared it; the result is true') },
  check: ({ record, input }) => [
    input.readable &&
      !input.sha256 &&
      refuse('hash-missing', text('请填写读出文件的 SHA-256。', 'Give the SHA-256 of the file that was read.'), {
        field: 'sha256',
      }),
    input.readable &&
      input.sha256 !== undefined &&
      input.sha256 !== record.sha256 &&
      refuse(
        'hash-differs',
        text(
          '摘要与登记的不符：文件已变或不是同一个，请按“不能完整读出”登记。',
          'The hash is not the registered one: record that it could not be read whole.',
        ),
        { field: 'sha256' },
      ),
    !input.readable &&
      !input.note &&
      refuse('note-missing', text('读取失败请说明情况。', 'Say what happened when it could not be read.'), {
        field: 'note',
      }),
  ],
  change: ({ record, input, now, actor }) => ({
    to: input.readable ? 'kept' : 'unreadable',
    set: {
      checkedAt: now,
      readBacks: [
        ...record.readBacks,
        {
          at: now,
          byName: actor.name,
          readable: input.readable,
          sha256: input.sha256 ?? null,
          note: input.note ?? null,
        },
      ],
    },
  }),
  tell: ({ input }) =>
    input.readable
      ? text('介质可完整读出，摘要相符', 'read whole; its hash is the registered one')
      : text(`读取失败：${input.note ?? ''}`, `could not be read: ${input.note ?? ''}`),
  rank: 10,
})
