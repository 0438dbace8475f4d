/** What the server reads from a scanned code. */
export interface UdiAnswer {
  readonly product: { readonly id: string; readonly name: string } | null
  readonly lot: { readonly id: string; readonly lotNo: string } | null
}

/** The text when it looks like a scanned device code (GS1, HIBCC, ICCBBA, MA, AHM) rather than words; null otherwise. */
export function scanned(typed: string): string | null {
  if (typed.length < 14) return null
  const bare = typed.replace(/^\](d2|C1|Q3|e0)/, '')
  return /^\(?01\)?\d{14}/.test(bare) ||
    /^MA\.156\./.test(bare) ||
    /^&,1|^=\/|^\*?\+[A-Z][A-Z0-9]{3}/.test(bare) ||
    bare !== typed
    ? typed
    : null
}
