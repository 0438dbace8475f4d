import { z } from 'zod'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { documentCommand } from '../document-command.ts'

const onlyBySystem = ({ actor }: { readonly actor: { readonly via: string } }) => [
  actor.via !== 'system' &&
    refuse(
      'only-by-system',
      text(
        '差异由系统比对后登记。要消除差异，请“编制新版本”。',
        'The system compares and notes it. To settle a difference, begin a new version.',
      ),
      { kind: 'forbidden' },
    ),
]

/** The program does something else than the version in force says: the owner gets a clock to put that right. */
export const noteDifference = documentCommand('note-difference', {
  title: text('登记差异', 'Note a difference'),
  fulfils: ['DC-difference'],
  from: ['drafting', 'reviewing', 'approving', 'valid'],
  by: ['administrator'],
  input: z.object({ hash: z.string().length(64), count: z.int().positive() }),
  guard: onlyBySystem,
  check: ({ record, input }) => [
    record.differenceHash === input.hash &&
      refuse('difference-known', text('该差异已登记，无需重复。', 'This difference is noted already.')),
  ],
  change: ({ record, input, now }) => ({
    set: {
      differenceHash: input.hash,
      differenceCount: input.count,
      differenceAt: record.differenceAt ?? now,
    },
    open: record.differenceAt === null ? [{ deadline: 'difference', from: now }] : [],
  }),
  tell: ({ record, input }) =>
    text(
      `程序与 ${record.approvedLabel ?? ''} 有 ${input.count} 处不同`,
      `the program differs from ${record.approvedLabel ?? ''} in ${input.count} places`,
    ),
  place: 'none',
})

/** The program does again what the version in force says. */
export const clearDifference = documentCommand('clear-difference', {
  title: text('差异消除', 'Clear a difference'),
  fulfils: ['DC-difference'],
  from: ['drafting', 'reviewing', 'approving', 'valid'],
  by: ['administrator'],
  input: z.object({}),
  guard: ({ actor, record }) => [
    ...onlyBySystem({ actor }),
    record.differenceAt === null &&
      refuse('no-difference', text('没有登记的差异，无需消除。', 'No difference is noted: nothing is to be cleared.')),
  ],
  change: () => ({
    set: { differenceHash: null, differenceCount: 0, differenceAt: null },
    meet: [{ deadline: 'difference' }],
  }),
  tell: ({ record }) =>
    text(`程序与 ${record.approvedLabel ?? ''} 一致`, `the program is as ${record.approvedLabel ?? ''} says`),
  place: 'none',
})
