/** A key as the scanner types it. */
interface ScannedKey {
  readonly key: string
  readonly ctrl: boolean
  /** Milliseconds, any origin. */
  readonly at: number
}

/** No person types this fast, every hand scanner does. Milliseconds between two keys. */
const FASTEST_HAND = 45
/** Lot numbers such as `260205` are the shortest that stand on devices alone. */
const SHORTEST_CODE = 6

/**
 * Tells the burst of a hand scanner (which types like a keyboard and ends with Enter or Tab) from a person's typing.
 * The separator GS of GS1 codes arrives as Ctrl-] from most scanners and as F8 or U+001D from others.
 */
export class ScanBurst {
  private typed = ''
  private last = Number.NEGATIVE_INFINITY

  /** Whether the keys so far came so quickly that no person typed them. */
  get running(): boolean {
    return this.typed.length >= 3
  }

  /** Takes a key; answers the whole code when this key ended a burst, else null. */
  take({ key, ctrl, at }: ScannedKey): string | null {
    const quick = at - this.last <= FASTEST_HAND
    this.last = at
    if (!quick) this.typed = ''
    if (key === 'Enter' || key === 'Tab') {
      const code = this.typed
      this.typed = ''
      return quick && code.length >= SHORTEST_CODE ? code : null
    }
    if (isSeparator(key, ctrl)) this.typed += '\u001d'
    else if (key.length === 1 && !ctrl) this.typed += key
    return null
  }
}

/** Whether a key stands for the separator GS inside a scanned code. */
export const isSeparator = (key: string, ctrl: boolean): boolean =>
  (ctrl && key === ']') || key === 'F8' || key === '\u001d'
