import { type RecordBase, type RecordType, titleOf } from './record.ts'
import { spell } from './spelling.ts'
import { foldText } from './substring.ts'

/** Longest name, in characters, that is also found by its initials. */
const LONGEST = 60
/** Names whose initials are kept at hand: the same customers and products come again and again. */
const KEPT = 5_000

const kept = new Map<string, string>()

/** What the search looks through for a record: its own text, and the pinyin initials of its title and of the names in it. */
export const searchTextOf = <Row extends RecordBase>(type: RecordType<Row>, record: Row): string =>
  foldText(
    [type.searchText(record), ...new Set(namesOf(type as unknown as RecordType, record).map(initials))]
      .join(' ')
      .trim(),
  )

/** The title and every field called `…Name`, as far as there is Chinese in them. */
function namesOf(type: RecordType, record: RecordBase): string[] {
  const names = [titleOf(type, record)]
  for (const [field, value] of Object.entries(record))
    if (typeof value === 'string' && field.endsWith('Name')) names.push(value)
  return names.filter(name => /\p{Script=Han}/u.test(name)).map(name => [...name].slice(0, LONGEST).join(''))
}

function initials(name: string): string {
  const known = kept.get(name)
  if (known !== undefined) return known
  const { py } = spell(name)
  if (kept.size >= KEPT) kept.delete(kept.keys().next().value ?? '')
  kept.set(name, py)
  return py
}
