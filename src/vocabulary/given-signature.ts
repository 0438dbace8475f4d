import type { AnyDatabase } from '../kernel/queries.ts'
import { type SignedName, signedName } from '../kernel/signed-name.ts'
import type { Text } from '../kernel/text.ts'
import type { Instant } from '../kernel/time.ts'

/** A signature on a record as forms print it. */
export interface GivenSignature {
  /** The step that was signed. */
  readonly command: string
  readonly meaning: Text
  /** In which role it was given; null where that is not kept. */
  readonly role: string | null
  /** With whose place it was given in, for a deputy. */
  readonly name: string
  readonly at: Instant
  /** Of what was signed. */
  readonly hash: string
}

interface Row extends SignedName {
  readonly recordId: string
  readonly command: string
  readonly meaning: Text
  readonly at: Instant
  readonly signedHash: string
  readonly role: string | null
}

/** The signatures on many records, each record's in the order in which they were given. */
export async function signaturesOf(
  db: AnyDatabase,
  recordIds: readonly string[],
): Promise<ReadonlyMap<string, readonly GivenSignature[]>> {
  const rows = (await db
    .selectFrom('signature')
    .select(['recordId', 'command', 'personName', 'deputyFor', 'meaning', 'at', 'signedHash', 'role'])
    .where('recordId', 'in', [...recordIds])
    .orderBy('at')
    .execute()) as Row[]
  return new Map(
    [...Map.groupBy(rows, row => row.recordId)].map(([id, list]) => [
      id,
      list.map(row => ({
        command: row.command,
        meaning: row.meaning,
        role: row.role,
        name: signedName(row),
        at: row.at,
        hash: row.signedHash,
      })),
    ]),
  )
}
