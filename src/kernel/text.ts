/** A piece of text for people, in both working languages. Traditional Chinese is derived from `zh`. */
export interface Text {
  readonly zh: string
  readonly en: string
}

/** Makes a {@link Text}. */
export const text = (zh: string, en: string): Text => ({ zh, en })

/** Joins texts with a separator for each language. */
export const joinText = (parts: readonly Text[], separator: Text = { zh: '、', en: ', ' }): Text => ({
  zh: parts.map(part => part.zh).join(separator.zh),
  en: parts.map(part => part.en).join(separator.en),
})

/** One of several, as people say it: `甲、乙或丙`, `a, b or c`. */
export const eitherText = (parts: readonly Text[]): Text =>
  parts.length < 3
    ? joinText(parts, text('或', ' or '))
    : joinText([joinText(parts.slice(0, -1)), ...parts.slice(-1)], text('或', ' or '))
