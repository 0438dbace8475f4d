import { type Reaction, reaction } from '../../kernel/procedure.ts'

/** A destruction record as this procedure hears it. */
interface HeardDestruction {
  readonly id: string
  readonly number: string
}
interface Listed {
  readonly nonconformingId: string
}

/** What a destruction record means for each of its lines; `find` reads the lines after the step is written. */
const each = (on: string, clause: string, command: string): Reaction =>
  reaction<HeardDestruction, unknown, readonly Listed[]>({
    on,
    clause,
    find: 'destructionLines',
    run: ({ record, found }) =>
      found.map(({ nonconformingId }) => ({
        command,
        on: nonconformingId,
        input: { destructionId: record.id, destructionNumber: record.number },
      })),
  })

/**
 * The destruction of written-off goods moves their records along: listed, taken off, filed. That they are destroyed it
 * starts itself, line by line with the moves of the goods. Marked goods that go back with a stopped shipment take their
 * report along.
 */
export const reactions: readonly Reaction[] = [
  each('destruction.list', 'S26-5a', 'nonconforming.put-on-list'),
  reaction<HeardDestruction, { nonconformingId: string }, undefined>({
    on: 'destruction.take-off',
    clause: 'S26-5a',
    run: ({ record, input }) => [
      {
        command: 'nonconforming.take-off-list',
        on: input.nonconformingId,
        input: { destructionId: record.id, destructionNumber: record.number },
      },
    ],
  }),
  each('destruction.void', 'S26-5a', 'nonconforming.take-off-list'),
  each('destruction.file', 'S26-7a', 'nonconforming.file'),
  reaction<object, unknown, readonly string[]>({
    on: 'lot.put-back',
    clause: 'S26-2.1a',
    find: 'strayed',
    run: ({ found }) => found.map(on => ({ command: 'nonconforming.follow-goods', on, input: { zone: 'qualified' } })),
  }),
]
