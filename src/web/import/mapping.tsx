import { text } from '../../kernel/text.ts'
import { useT } from '../language.tsx'
import type { TableKind } from './table-kind.ts'

/** Which header of the file stands for which column; what was not recognised is chosen by hand. */
export function Mapping({
  kind,
  found,
  unused,
  onChange,
}: {
  readonly kind: TableKind
  readonly found: Readonly<Record<string, string>>
  readonly unused: readonly string[]
  readonly onChange: (mapping: Readonly<Record<string, string>>) => void
}) {
  const t = useT()
  const headers = [...new Set([...Object.values(found), ...unused])]
  if (headers.length === 0) return null
  const missing = kind.columns.filter(column => found[column.key] === undefined)
  return (
    <details className="card sec import-mapping" open={missing.some(column => column.needed)}>
      <summary>
        <h2>{t(text('列的对应', 'Which column is which'))}</h2>
        <span className="who">
          {t(
            text(
              `已识别 ${Object.keys(found).length} 列${unused.length > 0 ? `，未使用：${unused.slice(0, 6).join('、')}` : ''}`,
              `${Object.keys(found).length} recognised${unused.length > 0 ? `; not used: ${unused.slice(0, 6).join(', ')}` : ''}`,
            ),
          )}
        </span>
      </summary>
      <div className="import-pairs">
        {kind.columns.map(column => (
          <label key={column.key} className="fld">
            <span className="label">
              {t(column.title)}
              {column.needed && <span className="is-late"> *</span>}
            </span>
            <select
              className="inp"
              value={found[column.key] ?? ''}
              onChange={event => {
                const { [column.key]: _, ...rest } = found
                onChange(event.target.value ? { ...rest, [column.key]: event.target.value } : rest)
              }}
            >
              <option value="">{t(text('（无）', '(none)'))}</option>
              {headers.map(header => (
                <option key={header} value={header}>
                  {header}
                </option>
              ))}
            </select>
          </label>
        ))}
      </div>
    </details>
  )
}
