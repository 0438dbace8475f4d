import { type Text, text } from '../../kernel/text.ts'
import type { Meta } from '../answers.ts'

/** What a key may do, as a choice. */
export interface ScopeChoice {
  readonly scope: string
  readonly title: Text
}

const READ_ALL: ScopeChoice = {
  scope: 'read:*',
  title: text('读取全部（不能办理）', 'Read everything (change nothing)'),
}
const METRICS: ScopeChoice = { scope: 'metrics', title: text('读取运行指标', 'Read the metrics of the server') }

/** The choices for a new key: reading, and acting procedure by procedure. Rights beyond the owner's roles never apply. */
export const scopeChoices = ({ procedures }: Pick<Meta, 'procedures'>): readonly ScopeChoice[] => [
  READ_ALL,
  METRICS,
  ...procedures.flatMap(({ name, nouns }) => [
    { scope: `read:${name}.*`, title: text(`读取${nouns.zh}`, `Read ${nouns.en}`) },
    { scope: `${name}.*`, title: text(`办理${nouns.zh}`, `Act on ${nouns.en}`) },
  ]),
]

/** Scopes of a key in words; one that has none is shown as it is written. */
export const scopeWords = (scopes: readonly string[], meta: Pick<Meta, 'procedures'>): readonly (Text | string)[] => {
  const choices = scopeChoices(meta)
  return scopes.map(scope => choices.find(choice => choice.scope === scope)?.title ?? scope)
}
