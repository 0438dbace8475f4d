import type { Text } from '../../kernel/text.ts'
import { useRead } from '../api.ts'
import { useT } from '../language.tsx'
import { useValue, type WidgetProps } from './form-scope.tsx'

/** A procedure as a choice list shows it; one that another document lays down cannot be chosen. */
interface ProcedureChoice {
  readonly name: string
  readonly title: Text
  readonly describedBy: string | null
}

/** A procedure of the product, chosen by its title. */
export function ProcedureWidget({ field, path, id, describedBy, invalid }: WidgetProps) {
  const t = useT()
  const [value, set] = useValue(path)
  const { data } = useRead<readonly ProcedureChoice[]>('document.procedures')
  const kept = typeof value === 'string' ? value : ''
  return (
    <select
      id={id}
      className="inp"
      value={kept}
      aria-invalid={invalid}
      aria-describedby={describedBy}
      aria-required={field.required}
      aria-busy={data === undefined}
      onChange={event => set(event.target.value || undefined)}
    >
      <option value="">{t({ zh: '不对应程序', en: 'None' })}</option>
      {data?.map(item => (
        <option key={item.name} value={item.name} disabled={item.describedBy !== null && item.name !== kept}>
          {t(item.title)}
          {item.describedBy !== null && t({ zh: `（已由 ${item.describedBy} 规定）`, en: ` (in ${item.describedBy})` })}
        </option>
      ))}
    </select>
  )
}
