import type { ImportColumn } from '../../kernel/import.ts'
import { text } from '../../kernel/text.ts'
import { useT } from '../language.tsx'

const KINDS = {
  line: text('文字', 'text'),
  'whole-number': text('整数', 'whole number'),
  money: text('金额（元）', 'amount in yuan'),
  day: text('日期', 'day'),
  'yes-no': text('是/否', 'yes or no'),
  choice: text('选项', 'choice'),
  list: text('多项', 'several'),
} as const

/** The columns of a table: what each is called, what it takes, an example. */
export function Columns({ columns }: { readonly columns: readonly ImportColumn[] }) {
  const t = useT()
  return (
    <details className="import-columns">
      <summary>
        {t(text('列说明', 'The columns'))}
        <span className="who">
          {t(
            text(
              `共 ${columns.length} 列，必填 ${columns.filter(item => item.needed).length} 列；列名中英文均可，顺序不限`,
              `${columns.length} columns, ${columns.filter(item => item.needed).length} needed; headers in Chinese or English, in any order`,
            ),
          )}
        </span>
      </summary>
      <div className="table-scroll">
        <table className="table">
          <thead>
            <tr>
              <th>{t(text('列名', 'Column'))}</th>
              <th>{t(text('必填', 'Needed'))}</th>
              <th>{t(text('内容', 'Takes'))}</th>
              <th>{t(text('示例', 'Example'))}</th>
            </tr>
          </thead>
          <tbody>
            {columns.map(column => (
              <tr key={column.key}>
                <td>{t(column.title)}</td>
                <td>{column.needed ? t(text('是', 'yes')) : ''}</td>
                <td>
                  {column.options
                    ? Object.values(column.options)
                        .map(option => t(option))
                        .join(' / ')
                    : t(KINDS[column.kind])}
                  {column.hint && <span className="who"> {t(column.hint)}</span>}
                </td>
                <td className="mono">{column.example}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  )
}
