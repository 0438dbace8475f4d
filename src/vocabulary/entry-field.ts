import { z } from 'zod'
import { type FieldMeta, field } from '../kernel/field.ts'
import { type Text, text } from '../kernel/text.ts'
import { keysOf } from './intake.ts'
import { instantSchema } from './record-base.ts'

type More = Omit<FieldMeta, 'title' | 'options'>

/** One line of text, at most 200 characters. */
export const line = (title: Text, more: More = {}) =>
  field(z.string().trim().min(1).max(200), { title, widget: 'line', ...more })

/** Several lines of text, at most 4000 characters. */
export const paragraph = (title: Text, more: More = {}) =>
  field(z.string().trim().min(2).max(4000), { title, widget: 'paragraph', ...more })

/** One of several named values. */
export const choice = <K extends string>(title: Text, options: Readonly<Record<K, Text>>, more: More = {}) =>
  field(z.enum(keysOf(options)), { title, widget: 'choice', options, ...more })

/** Yes or no. */
export const yesNo = (title: Text, more: More = {}) => field(z.boolean(), { title, widget: 'yes-no', ...more })

/** A moment of an event. */
export const moment = (title: Text, more: More = {}) => field(instantSchema, { title, widget: 'instant', ...more })

/** The id of a person. */
export const person = (title: Text, more: More = {}) => field(z.uuid(), { title, widget: 'person', ...more })

/** A telephone number: at least five digits, whatever stands between them. */
export const telephone = (title: Text) =>
  field(
    z
      .string()
      .trim()
      .min(5)
      .max(60)
      .regex(/(?:\d\D*){5}/),
    { title, widget: 'line', personal: true },
  )

/** Ids of uploaded attachments. */
export const attachmentIds = field(z.array(z.uuid()).max(20), {
  title: text('附件', 'Attachments'),
  widget: 'attachments',
})
