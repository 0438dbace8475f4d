import { useT } from '../language.tsx'
import { FieldRow } from './fields.tsx'
import { controlId, useFormScope } from './form-scope.tsx'
import { Mark } from './mark.tsx'
import type { FormField } from './schema.ts'

interface PickedFieldsProps {
  readonly fields: readonly FormField[]
  readonly unpick: (path: string) => void
}

/** Fields that name another record, with the columns that tell its name. */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  partyId: ['partyName'],
  productId: ['productName', 'model'],
  lotId: ['lotNo'],
}

/** A form in which the person first picks what to change; each picked field opens with the value that the record has. */
export function PickedFields({ fields, unpick }: PickedFieldsProps) {
  const t = useT()
  const scope = useFormScope()
  const optional = fields.filter(field => !field.required && field.widget !== 'hidden')
  const isPicked = (field: FormField) => field.name in scope.values
  const pick = (name: string) => {
    const field = optional.find(item => item.name === name)
    if (!field) return
    const label = NAMES[name]
      ?.map(column => scope.record[column])
      .filter(value => typeof value === 'string')
      .join(' ')
    scope.set(name, scope.record[name] ?? null, label || undefined)
    requestAnimationFrame(() => document.getElementById(controlId(scope.id, name))?.focus())
  }
  const picked = optional.filter(isPicked)
  return (
    <>
      {picked.map(field => (
        <div key={field.name} className="picked">
          <FieldRow field={field} path={field.name} />
          <button
            type="button"
            className="btn quiet icon"
            aria-label={t({ zh: '这一项不改', en: 'Leave this entry as it is' })}
            onClick={() => unpick(field.name)}
          >
            <Mark name="remove" />
          </button>
        </div>
      ))}
      <div className="fld">
        <label htmlFor={`${scope.id}-pick`}>
          {picked.length > 0
            ? t({ zh: '再改一项', en: 'Change another entry' })
            : t({ zh: '要更正哪一项', en: 'Which entry is wrong' })}
        </label>
        <select id={`${scope.id}-pick`} className="inp" value="" onChange={event => pick(event.target.value)}>
          <option value="">{t({ zh: '请选择', en: 'Choose' })}</option>
          {optional
            .filter(field => !isPicked(field))
            .map(field => (
              <option key={field.name} value={field.name}>
                {t(field.title)}
              </option>
            ))}
        </select>
      </div>
      {fields
        .filter(field => field.required)
        .map(field => (
          <FieldRow key={field.name} field={field} path={field.name} />
        ))}
    </>
  )
}
