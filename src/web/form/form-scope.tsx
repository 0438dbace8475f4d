import { createContext, useContext } from 'react'
import type { Json } from '../../kernel/json.ts'
import type { Text } from '../../kernel/text.ts'
import type { Zone } from '../../kernel/time.ts'
import type { FormField } from './schema.ts'
import { type Values, valueAt } from './values.ts'

/** What the widgets of one form share. */
export interface FormScope {
  /** Begins every id in the form, so that two forms of one page do not collide. */
  readonly id: string
  readonly fields: readonly FormField[]
  readonly values: Values
  /** Names of chosen records, by path. */
  readonly labels: Readonly<Record<string, string>>
  /** What was refused, by path. */
  readonly errors: ReadonlyMap<string, Text>
  readonly zone: Zone
  /** The record on which the step works: look-ups narrow themselves by its customer, product and lot. */
  readonly record: Values
  /** Names of the people whom the record mentions, by id. */
  readonly people: Readonly<Record<string, string>>
  /** Path to which files are sent, and under which they are read again; that of people who are signed in by default. */
  readonly files?: string
  readonly set: (path: string, value: Json | undefined, label?: string) => void
  /** Sets several fields in one go, without touching the others. */
  readonly fill: (values: Values, labels?: Readonly<Record<string, string>>) => void
}

const FormContext = createContext<FormScope | null>(null)

/** Gives a form's widgets what they share. */
export const FormScopeProvider = FormContext.Provider

/** The form around a widget. */
export function useFormScope(): FormScope {
  const scope = useContext(FormContext)
  if (!scope) throw new Error('a form widget stands outside a form')
  return scope
}

/** What every widget is given. */
export interface WidgetProps {
  readonly field: FormField
  readonly path: string
  /** Id of the control; its label is `<id>-label`. */
  readonly id: string
  /** Ids of hint and refusal, for screen readers. */
  readonly describedBy?: string
  readonly invalid: boolean
  /** All choices side by side, however many. */
  readonly flat?: boolean
}

/** The value at a path and how to change it. */
export function useValue(path: string): readonly [Json | undefined, (value: Json | undefined, label?: string) => void] {
  const { values, set } = useFormScope()
  return [valueAt(values, path), (value, label) => set(path, value, label)]
}

/** Id of the control at a path. */
export const controlId = (scope: string, path: string): string => `${scope}-${path.replaceAll('.', '-')}`

/** The value of the first field with this widget, else what the record itself knows under one of these names. */
export function besideValue(scope: FormScope, widget: FormField['widget'], names: readonly string[]): string | null {
  const field = scope.fields.find(item => item.widget === widget)
  const entered = field && scope.values[field.name]
  if (typeof entered === 'string' && entered) return entered
  for (const name of names) {
    const known = scope.values[name] ?? scope.record[name]
    if (typeof known === 'string' && known) return known
  }
  return null
}
