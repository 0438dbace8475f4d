import { type Text, text } from '../../kernel/text.ts'
import type { Fact, Shown, Tone } from '../../kernel/view.ts'
import { yuan } from './exchange-rate.ts'

export const line = (value: string | null): Shown => ({ kind: 'line', value })
export const code = (value: string | null): Shown => ({ kind: 'code', value })
export const paragraph = (value: string | null): Shown => ({ kind: 'paragraph', value })
export const at = (value: string | null): Shown => ({ kind: 'instant', value })
export const said = (value: Text | null | undefined): Shown => ({ kind: 'text', value: value ?? null })
export const tag = (value: Text | null, tone: Tone): Shown => ({ kind: 'tag', value, tone })
export const number = (value: number | null, unit?: Text): Shown => ({ kind: 'number', value, ...(unit && { unit }) })
export const money = (fen: number | null): Shown => line(fen === null ? null : `¥${yuan(fen)}`)

/** A fact that is left out while nothing is known of it. */
export const fact = (label: Text, shown: Shown, more: Partial<Fact> = {}): Fact[] =>
  'value' in shown && (shown.value === null || shown.value === '') ? [] : [{ label, shown, ...more }]
export const wide = { wide: true }
/** Who did it and when, as one pair of facts. */
export const done = (title: Text, by: string | null, when: string | null): Fact[] => [
  ...fact(title, at(when)),
  ...fact(text(`${title.zh}人`, `${title.en} by`), line(by)),
]
