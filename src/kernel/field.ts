import type { z } from 'zod'
import type { Text } from './text.ts'

/** How the screen asks for a value; without one the widget follows from the JSON Schema type. */
export type Widget =
  | 'line'
  | 'paragraph'
  | 'choice'
  | 'choices'
  | 'yes-no'
  | 'yes-no-unknown'
  | 'instant'
  | 'day'
  | 'quarter'
  | 'number'
  | 'udi'
  | 'party'
  | 'product'
  | 'lot'
  | 'delivery'
  | 'person'
  | 'role'
  | 'record'
  | 'procedure'
  | 'attachments'
  | 'hidden'

/** What a field is called and how it is asked; travels inside the JSON Schema as `x-…` keywords. */
export interface FieldMeta {
  readonly title: Text
  readonly hint?: Text
  readonly widget?: Widget
  /** Of a field that only some cases may leave empty: which. Said in place of "optional". */
  readonly emptyWhere?: Text
  /** Titles of the values of an enumeration. */
  readonly options?: Readonly<Record<string, Text>>
  /** Shown only while another field has one of these values. */
  readonly when?: { readonly field: string; readonly is: readonly (string | boolean)[] }
  /**
   * For a list: its entries are given by `fill`, none is added or taken away, and the field `heading` of each is shown as its
   * title rather than asked.
   */
  readonly entries?: { readonly fixed: true; readonly heading: string }
  /** For `record`: the procedure whose records may be chosen. For `party`: customer, supplier or manufacturer. */
  readonly of?: string
  /** Health data of a person: masked for everyone without a role that handles the record. */
  readonly health?: boolean
  /** Personal data (telephone, private name): masked in lists. */
  readonly personal?: boolean
  /** A secret: the server seals it before the step, so that neither record nor trail hold it in the clear. */
  readonly secret?: boolean
}

/** Attaches the field's meaning to its schema; the same schema gives form, API, OpenAPI and import template. */
export function field<S extends z.ZodType>(schema: S, meta: FieldMeta): S {
  const { title, hint, widget, emptyWhere, options, when, entries, of, health, personal, secret } = meta
  return schema.meta({
    title: title.en,
    'x-title': title,
    ...(hint && { description: hint.en, 'x-hint': hint }),
    ...(widget && { 'x-widget': widget }),
    ...(emptyWhere && { 'x-empty-where': emptyWhere }),
    ...(options && { 'x-options': options }),
    ...(when && { 'x-when': when }),
    ...(entries && { 'x-entries': entries }),
    ...(of && { 'x-of': of }),
    ...(health && { 'x-health': true }),
    ...(personal && { 'x-personal': true }),
    ...(secret && { 'x-secret': true }),
  }) as S
}
