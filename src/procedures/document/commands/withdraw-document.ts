import { z } from 'zod'
import { text } from '../../../kernel/text.ts'
import { reasonField } from '../../../vocabulary/base-data.ts'
import { documentCommand } from '../document-command.ts'
import { APPROVERS } from '../taxonomy.ts'

/** The document is used no longer; its versions stay, and records keep the version under which they were made. */
export const withdrawDocument = documentCommand('withdraw', {
  title: text('作废文件', 'Withdraw the document'),
  about: text(
    '各版本留存备查；此后的记录不再注明该文件。',
    'Its versions stay on record; later records no longer name it.',
  ),
  fulfils: ['S08-5.2.1a', 'DC-edition'],
  from: ['drafting', 'valid'],
  to: 'withdrawn',
  by: APPROVERS,
  input: z.object({ reason: reasonField }),
  facts: ['versions', 'editions'],
  sign: { meaning: text('同意作废本文件', 'I agree to withdraw this document') },
  change: ({ input, facts, now }) => ({
    set: { endReason: input.reason, differenceHash: null, differenceCount: 0, differenceAt: null },
    rows: [
      ...facts.versions.map(({ id }) => ({ child: 'version', id, set: { withdrawnFrom: now } })),
      ...facts.editions.map(id => ({ child: 'edition', id, set: { withdrawnFrom: now } })),
    ],
  }),
  tell: ({ record, input }) => text(`作废 ${record.code}：${input.reason}`, `withdrew ${record.code}: ${input.reason}`),
  rank: 90,
  place: 'menu',
})
