import type { Text } from './text.ts'
import type { Column, Tone } from './view.ts'

/** A column of a ledger, shown on screen unless it says otherwise. `width` in characters. */
export const column = (
  key: string,
  title: Text,
  kind: Column['kind'],
  width: number,
  more: Partial<Column> = {},
): Column => ({ key, title, kind, width, onScreen: true, ...more })

/** A column of one of several values, each with its title and, where it means a state, its tone. */
export const choiceColumn = (
  key: string,
  title: Text,
  titles: Readonly<Record<string, Text>>,
  width: number,
  tones: Readonly<Record<string, Tone>> = {},
  more: Partial<Column> = {},
): Column =>
  column(key, title, 'choice', width, {
    options: Object.fromEntries(
      Object.entries(titles).map(([name, said]) => [name, { title: said, tone: tones[name] ?? 'plain' }]),
    ),
    ...more,
  })

/** Left out on screen, kept in exports. */
export const exported = { onScreen: false } as const satisfies Partial<Column>
