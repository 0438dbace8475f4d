/** Most answers kept at once. */
const MOST = 10_000

/** Keeps answers for a moment, so that a burst of requests of one person asks the database once. */
export class ShortMemory<Value> {
  readonly #lifetimeMs: number
  readonly #kept = new Map<string, { readonly value: Value; readonly until: number }>()

  constructor(lifetimeMs: number) {
    this.#lifetimeMs = lifetimeMs
  }

  get(key: string): Value | undefined {
    const kept = this.#kept.get(key)
    if (kept === undefined) return undefined
    if (kept.until > performance.now()) return kept.value
    this.#kept.delete(key)
    return undefined
  }

  set(key: string, value: Value): void {
    if (this.#kept.size >= MOST) this.#kept.clear()
    this.#kept.set(key, { value, until: performance.now() + this.#lifetimeMs })
  }

  clear(): void {
    this.#kept.clear()
  }
}
