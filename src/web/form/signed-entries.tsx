import type { Json } from '../../kernel/json.ts'
import { periodAt } from '../../vocabulary/report-period.ts'
import { useT } from '../language.tsx'
import { useFormScope } from './form-scope.tsx'
import type { FormField } from './schema.ts'
import { shownMoment } from './site-time.ts'
import { isAsked, isBlank } from './values.ts'

const LONGEST = 120

/** What was entered and is about to be signed, as the signer should read it once more. */
export function SignedEntries() {
  const t = useT()
  const scope = useFormScope()
  const shown = (field: FormField, value: Json): string => {
    if (typeof value === 'boolean') return t(value ? { zh: '是', en: 'yes' } : { zh: '否', en: 'no' })
    if (Array.isArray(value)) {
      if (field.widget === 'choices')
        return value.map(item => title(field, String(item))).join(t({ zh: '、', en: ', ' }))
      return t({ zh: `${value.length} 项`, en: `${value.length}` })
    }
    if (typeof value === 'object') return t({ zh: '已填', en: 'filled in' })
    const text = scope.labels[field.name] ?? scope.people[String(value)] ?? title(field, String(value))
    if (field.widget === 'instant') return shownMoment(text, scope.zone)
    if (field.widget === 'quarter') return t(periodAt('quarter', text).title)
    return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text
  }
  const title = (field: FormField, value: string): string => {
    const choice = field.choices.find(item => item.value === value)
    return choice ? t(choice.title) : value
  }
  const entered = scope.fields.filter(
    field =>
      field.widget !== 'hidden' && isAsked(field, scope.values, scope.values) && !isBlank(scope.values[field.name]),
  )
  if (entered.length === 0) return null
  return (
    <dl className="signed-entries">
      {entered.map(field => (
        <div key={field.name}>
          <dt>{t(field.title)}</dt>
          <dd>{shown(field, scope.values[field.name] ?? null)}</dd>
        </div>
      ))}
    </dl>
  )
}
