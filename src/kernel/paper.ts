import { z } from 'zod'
import type { Text } from './text.ts'

/**
 * What a printed form is made of, as plain data. A plain string is somebody's own words and is printed as it is;
 * a `Text` is ours and is printed in the language of the copy; an instant or a day is printed in the site's zone.
 */
export type Said = string | Text | { readonly instant: string; readonly exact?: true } | { readonly day: string }

export const saidSchema: z.ZodType<Said> = z.union([
  z.string(),
  z.strictObject({ zh: z.string(), en: z.string() }),
  z.strictObject({ instant: z.string(), exact: z.literal(true).optional() }),
  z.strictObject({ day: z.string() }),
])

/** An old value that a correction replaced; printed struck through with who, when and why (划改). */
const correctionSchema = z.strictObject({
  old: saidSchema.nullable(),
  by: z.string(),
  at: saidSchema,
  reason: saidSchema,
})
export type PaperCorrection = Readonly<z.infer<typeof correctionSchema>>

/** A signature as it stands on paper; all null: the place where one is still due. */
export const signatureSchema = z.strictObject({
  /** What the signer states by signing. */
  meaning: saidSchema,
  role: saidSchema.nullable(),
  /** Full name, as the law of signatures on records asks for. */
  name: z.string().nullable(),
  at: saidSchema.nullable(),
  /** SHA-256 of what was shown and signed, hexadecimal. */
  hash: z.string().nullable(),
})
export type PaperSignature = Readonly<z.infer<typeof signatureSchema>>

/** A labelled box of the form. Without lines and choices it is empty: `/` once the record is settled. */
export const cellSchema = z.strictObject({
  label: saidSchema,
  lines: z.array(saidSchema).readonly(),
  /** Tick boxes in the order of the paper form. */
  choices: z.array(z.strictObject({ label: saidSchema, chosen: z.boolean() })).readonly(),
  corrections: z.array(correctionSchema).readonly(),
  /** Stands at the foot of the box. */
  signature: signatureSchema.nullable(),
  /** Does not apply: `/` also while the record is open. */
  inapplicable: z.boolean(),
})
export type PaperCell = Readonly<z.infer<typeof cellSchema>>

/** A schema of boxes by name. */
export const cells = <K extends string>(...keys: readonly K[]) =>
  z.strictObject(Object.fromEntries(keys.map(key => [key, cellSchema])) as Record<K, typeof cellSchema>)

/** A schema of headings by name. */
export const headings = <K extends string>(...keys: readonly K[]) =>
  z.strictObject(Object.fromEntries(keys.map(key => [key, saidSchema])) as Record<K, typeof saidSchema>)

export const signatureList = z.array(signatureSchema).readonly()

/** A table of the form; `width` counts parts of the whole. */
export const tableSchema = z.strictObject({
  title: saidSchema,
  columns: z.array(z.strictObject({ label: saidSchema, width: z.number().positive() })).readonly(),
  rows: z.array(z.array(saidSchema.nullable()).readonly()).readonly(),
})

/** What may stand in a box besides its value. */
export interface CellOptions {
  readonly corrections?: readonly PaperCorrection[]
  readonly signature?: PaperSignature | null
  readonly inapplicable?: boolean
}

const filled = (value: Said | null): value is Said => value !== null && value !== ''

const boxed = (label: Text, options: CellOptions) => ({
  label,
  corrections: options.corrections ?? [],
  signature: options.signature ?? null,
  inapplicable: options.inapplicable ?? false,
})

/** A box with a value, or several lines of them. Nulls and empty strings leave it empty. */
export function cell(label: Text, value: Said | null | readonly (Said | null)[], options: CellOptions = {}): PaperCell {
  const values: readonly (Said | null)[] = Array.isArray(value) ? value : [value as Said | null]
  return { ...boxed(label, options), lines: values.filter(filled), choices: [] }
}

/** A box of tick boxes, one or several of them ticked; `note` follows the boxes. */
export function choice<Key extends string>(
  label: Text,
  titles: Readonly<Record<Key, Text>>,
  chosen: NoInfer<Key> | null | readonly NoInfer<Key>[],
  options: CellOptions & { readonly note?: Said | null } = {},
): PaperCell {
  const ticked = new Set<string>(chosen === null ? [] : typeof chosen === 'string' ? [chosen] : chosen)
  const choices = Object.entries<Text>(titles).map(([key, title]) => ({ label: title, chosen: ticked.has(key) }))
  return { ...boxed(label, options), lines: [options.note ?? null].filter(filled), choices }
}

/** An instant for print; minutes, or to the second when `exact`. */
export const instant = (at: string | null, exact?: 'exact'): Said | null =>
  at === null ? null : exact ? { instant: at, exact: true } : { instant: at }

/** A day for print. */
export const day = (on: string | null): Said | null => (on === null ? null : { day: on })

/** A QR code of the form; the printing server draws it. */
export const qrSchema = z.strictObject({ qrOf: z.string().max(1_000) })
