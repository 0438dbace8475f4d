import { useT } from '../language.tsx'
import { useValue, type WidgetProps } from './form-scope.tsx'
import type { Choice } from './schema.ts'

interface SegmentsProps {
  readonly id: string
  readonly choices: readonly Choice[]
  readonly value: string | undefined
  readonly required: boolean
  readonly invalid: boolean
  readonly flat?: boolean
  readonly labelledBy: string
  readonly describedBy?: string
  readonly onChange: (value: string | undefined) => void
}

/** Width that one line of segments may take, in Chinese characters. */
const ONE_LINE = 24

/** A few choices side by side, or below each other when their names are long; a chosen optional one can be taken back. */
function Segments(props: SegmentsProps) {
  const { id, choices, value, required, invalid, flat, labelledBy, describedBy, onChange } = props
  const t = useT()
  const length = choices.reduce((sum, choice) => sum + [...choice.title.zh].length + 2, 0)
  return (
    <div
      role="radiogroup"
      aria-labelledby={labelledBy}
      aria-describedby={describedBy}
      aria-required={required}
      aria-invalid={invalid}
      className={`segments${length > ONE_LINE && !flat ? ' stacked' : ''}${invalid ? ' invalid' : ''}`}
    >
      {choices.map((choice, at) => (
        <label key={choice.value} className={choice.value === value ? 'on' : ''}>
          <input
            type="radio"
            name={id}
            id={at === 0 ? id : `${id}-${choice.value}`}
            value={choice.value}
            checked={choice.value === value}
            onChange={() => onChange(choice.value)}
            onClick={() => !required && choice.value === value && onChange(undefined)}
          />
          {t(choice.title)}
        </label>
      ))}
    </div>
  )
}

/** Most choices that are shown at once. */
export const SEGMENTS = 4

/** One of several values: side by side up to four, a list above that. */
export function ChoiceWidget({ field, path, id, describedBy, invalid, flat }: WidgetProps) {
  const [value, set] = useValue(path)
  const chosen = value === undefined || value === null ? undefined : String(value)
  if (flat || field.choices.length <= SEGMENTS)
    return (
      <Segments
        id={id}
        choices={field.choices}
        value={chosen}
        required={field.required || field.initial !== undefined}
        invalid={invalid}
        flat={flat}
        labelledBy={`${id}-label`}
        describedBy={describedBy}
        onChange={set}
      />
    )
  return <ChoiceList {...{ field, path, id, describedBy, invalid }} choices={field.choices} />
}

/** One of several values from a list; also what the field's schema does not name itself, such as roles. */
export function ChoiceList({
  field,
  path,
  id,
  describedBy,
  invalid,
  choices,
}: WidgetProps & { readonly choices: readonly Choice[] }) {
  const t = useT()
  const [value, set] = useValue(path)
  return (
    <select
      id={id}
      className="inp"
      value={value === undefined || value === null ? '' : String(value)}
      aria-invalid={invalid}
      aria-describedby={describedBy}
      aria-required={field.required}
      onChange={event => set(event.target.value || undefined)}
    >
      <option value="">{t({ zh: '请选择', en: 'Choose' })}</option>
      {choices.map(choice => (
        <option key={choice.value} value={choice.value}>
          {t(choice.title)}
        </option>
      ))}
    </select>
  )
}

/** Any number of several values. */
export function ChoicesWidget({ field, path, id, describedBy }: WidgetProps) {
  const t = useT()
  const [value, set] = useValue(path)
  const chosen = Array.isArray(value) ? value.map(String) : []
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as one line in every browser
    <div className="choices" role="group" aria-labelledby={`${id}-label`} aria-describedby={describedBy}>
      {field.choices.map((choice, at) => (
        <label key={choice.value}>
          <input
            type="checkbox"
            id={at === 0 ? id : `${id}-${choice.value}`}
            checked={chosen.includes(choice.value)}
            onChange={event =>
              set(event.target.checked ? [...chosen, choice.value] : chosen.filter(value => value !== choice.value))
            }
          />
          {t(choice.title)}
        </label>
      ))}
    </div>
  )
}

const YES_NO: readonly Choice[] = [
  { value: 'true', title: { zh: '是', en: 'Yes' } },
  { value: 'false', title: { zh: '否', en: 'No' } },
]

/** Yes or no, never both and never a guess: nothing is chosen at first. */
export function YesNoWidget({ field, path, id, describedBy, invalid }: WidgetProps) {
  const [value, set] = useValue(path)
  return (
    <Segments
      id={id}
      choices={YES_NO}
      value={typeof value === 'boolean' ? String(value) : undefined}
      required={field.required}
      invalid={invalid}
      labelledBy={`${id}-label`}
      describedBy={describedBy}
      onChange={next => set(next === undefined ? undefined : next === 'true')}
    />
  )
}
