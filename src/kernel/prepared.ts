import type { ClientBase, QueryConfig } from 'pg'

/** Asked for so often on one connection, a statement is prepared. */
const OFTEN = 3

/** Most statements that one connection keeps prepared or counts: each takes memory in the database. */
const MOST_PREPARED = 300
const MOST_COUNTED = 2_000

/** For each connection: how often a text was asked for, or the name under which it is prepared. */
const known = new WeakMap<ClientBase, { readonly names: Map<string, string>; readonly counts: Map<string, number> }>()

/**
 * A statement as it is sent on this connection: one that comes again and again is prepared, so that the database reads and
 * plans it once. Planning is most of the work of the small reads by which a page or a step is decided.
 */
export function prepared(client: ClientBase, text: string, values: readonly unknown[]): QueryConfig {
  let held = known.get(client)
  if (!held) {
    held = { names: new Map(), counts: new Map() }
    known.set(client, held)
  }
  const { names, counts } = held
  let name = names.get(text)
  if (!name && values.length > 0 && names.size < MOST_PREPARED) {
    const count = (counts.get(text) ?? 0) + 1
    if (count < OFTEN) {
      if (counts.size >= MOST_COUNTED) counts.clear()
      counts.set(text, count)
    } else {
      counts.delete(text)
      name = `read_${names.size}`
      names.set(text, name)
    }
  }
  return { ...(name && { name }), text, values: [...values] }
}
