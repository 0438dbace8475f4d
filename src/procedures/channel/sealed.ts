/**
 * What a sealed value shows without its key: `sealed:v1:<mark>:<cipher text>`. The mark of an address is its origin, percent-encoded,
 * behind `own+` where the company says that the network is its own; that of a secret is `whsec` for one of the Standard Webhooks
 * form, else `text`. The mark is bound to the cipher text.
 */
const SEALED = /^sealed:v1:([^:]*):[\w-]{38,}$/

/** The mark of a sealed value; null when the value is not sealed. */
export function markOf(value: string | null | undefined): string | null {
  const [, mark] = SEALED.exec(value ?? '') ?? []
  return mark === undefined ? null : decodeURIComponent(mark)
}

/** Where a sealed address leads. */
interface SealedAddress {
  /** `https://qyapi.weixin.qq.com`; empty for what is no address. */
  readonly origin: string
  readonly host: string
  readonly https: boolean
  /** The company says that the network is its own. */
  readonly own: boolean
}

/** Where a sealed address leads; null when the value is not sealed. */
export function addressOf(value: string | null | undefined): SealedAddress | null {
  const mark = markOf(value)
  if (mark === null) return null
  const own = mark.startsWith('own+')
  const url = URL.parse(own ? mark.slice('own+'.length) : mark)
  return { origin: url?.origin ?? '', host: url?.hostname ?? '', https: url?.protocol === 'https:', own }
}
