import { z } from 'zod'
import { text } from '../../../kernel/text.ts'
import { paragraph } from '../../../vocabulary/entry-field.ts'
import { compilationCommand } from '../compilation-command.ts'
import { COMPILING } from '../roles.ts'

/** A compilation in error is voided; the month may be compiled anew. */
export const voidCompilation = compilationCommand('void', {
  title: text('作废汇编', 'Void'),
  fulfils: ['S11-5.1.1i'],
  from: ['compiled'],
  to: 'voided',
  by: COMPILING,
  input: z.object({ reason: paragraph(text('作废原因', 'Reason')) }),
  sign: { meaning: text('此汇编有误，我予以作废', 'This compilation is in error; I void it') },
  change: ({ input }) => ({ set: { endReason: input.reason } }),
  tell: ({ input }) => text(`作废：${input.reason}`, `voided: ${input.reason}`),
  rank: 90,
  place: 'menu',
})
