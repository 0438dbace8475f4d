import type { Text } from '../../kernel/text.ts'
import type { Day } from '../../kernel/time.ts'

/**
 * Agency whose rules the code follows: GS1 中国物品编码中心, MA 中关村工信二维码技术研究院, AHM 阿里健康; HIBCC and ICCBBA
 * on imported devices.
 */
export type UdiAgency = 'GS1' | 'HIBCC' | 'ICCBBA' | 'MA' | 'AHM'

/** What a UDI can say of one device. Only what the code carries is set; nothing is ever an empty text. */
export interface UdiFields {
  /** Device identifier: a GTIN is always given as 14 digits; MA and AHM codes with their agency prefix. */
  readonly di?: string
  readonly lot?: string
  readonly serial?: string
  readonly producedOn?: Day
  /** Last day of use as the code states it: GS1 (17), MA `.V` before `.E`. */
  readonly expiresOn?: Day
  /** 0 is the smallest sales unit; 1–8 are outer packages, 9 variable measure (GS1 indicator, MA package code). */
  readonly packageLevel?: number
}

/** A code that was understood. */
export interface UdiRead extends UdiFields {
  readonly ok: true
  readonly agency: UdiAgency
  readonly di: string
  /** The text as it was scanned or pasted. */
  readonly raw: string
  /** What a person should compare with the label. */
  readonly warnings: readonly Text[]
}

/** A text that was not understood as a UDI. */
export interface UdiRefused {
  readonly ok: false
  /** Says what is wrong and what to do. */
  readonly sentence: Text
  /** Set when the code carries lot, serial or dates but no device identifier: the second barcode of a label. */
  readonly production?: UdiFields
}

/** Result of one agency's rules, before the raw text is added. */
export type AgencyReading = Omit<UdiRead, 'raw'> | UdiRefused

/** Refuses to read. */
export const unread = (zh: string, en: string): UdiRefused => ({ ok: false, sentence: { zh, en } })

/** A piece of the input for use in a sentence: control characters shown as a dot, cut at 40. */
export function quoted(text: string): string {
  const shown = Array.from(text.slice(0, 41).toWellFormed(), char => (char < ' ' || char === '\u007f' ? '·' : char))
  return shown.length > 40 ? `${shown.slice(0, 40).join('')}…` : shown.join('')
}

/** True when every character is a digit 0–9 and there is at least one. */
export function allDigits(text: string): boolean {
  for (const char of text) if (char < '0' || char > '9') return false
  return text.length > 0
}
