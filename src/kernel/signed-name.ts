/** Whose signature it is, and in whose place. */
export interface SignedName {
  readonly personName: string
  readonly deputyFor?: { readonly name: string } | null
}

/** The name under a signature as it is printed: `王磊`, `王磊（代李红梅）`. */
export const signedName = ({ personName, deputyFor }: SignedName): string =>
  deputyFor ? `${personName}（代${deputyFor.name}）` : personName
