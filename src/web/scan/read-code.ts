/** What the reader says of a code. */
export interface ReadCode {
  readonly text: string
  /** AIM identifier of the kind of code, `]d2` for GS1 DataMatrix. */
  readonly symbologyIdentifier: string
}

/** AIM identifiers of codes that carry GS1 element strings. */
const GS1 = new Set([']d2', ']C1', ']Q3', ']e0'])

/** The text as a hand scanner types it: GS1 codes with the identifier in front, so that nobody has to guess. */
export const textOf = ({ text, symbologyIdentifier }: ReadCode): string =>
  GS1.has(symbologyIdentifier) && !text.startsWith(']') ? `${symbologyIdentifier}${text}` : text

/** Of several codes in one picture the one that says most of the device: GS1 and MA before the rest, then the longest. */
export function best(codes: readonly string[]): string | null {
  const rank = (code: string): number => (/^(\](d2|C1|Q3|e0)|MA\.)/.test(code) ? 1_000 : 0) + code.length
  return codes.toSorted((a, b) => rank(b) - rank(a))[0] ?? null
}
