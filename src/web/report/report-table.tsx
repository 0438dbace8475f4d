import { blankTitle } from '../../kernel/ledger.ts'
import { text } from '../../kernel/text.ts'
import type { ProcedureMeta, ReportContent } from '../answers.ts'
import { OpenLink } from '../inspection/open-link.tsx'
import { useT } from '../language.tsx'
import { Cell, isBlank, isNumeric } from '../ledger/cell.tsx'

/** A table of a report; a row that is a record leads to it. */
export function ReportTable({
  procedure,
  table,
  states,
}: {
  readonly procedure: string
  readonly table: ReportContent['tables'][number]
  readonly states: ProcedureMeta['states'] | undefined
}) {
  const t = useT()
  const key = table.columns[0]?.key ?? ''
  // What nobody filled in stands last: it is a gap in the records, not a group among others.
  const isGap = (row: (typeof table.rows)[number]): boolean =>
    isBlank(row[key]) || JSON.stringify(row[key]).includes(`"${blankTitle.zh}"`)
  const rows = [...table.rows.filter(row => !isGap(row)), ...table.rows.filter(isGap)]
  return (
    <section className="card" aria-label={t(table.title)}>
      <div className="sec row table-title">
        <h2>{t(table.title)}</h2>
        {table.rows.length > 0 && (
          <span className="sub num">
            {t(text(`${table.rows.length} 行`, table.rows.length === 1 ? '1 row' : `${table.rows.length} rows`))}
          </span>
        )}
      </div>
      {table.rows.length === 0 ? (
        <p className="sec table-none who">{t(text('本期没有。', 'None in this period.'))}</p>
      ) : (
        <div className="scroll-x">
          <table className="table">
            <thead>
              <tr>
                {table.columns.map(column => (
                  <th key={column.key} className={isNumeric(column) ? 'num' : undefined}>
                    {t(column.title)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a filled report never changes its rows
                <tr key={index} className={isGap(row) ? 'gap' : undefined}>
                  {table.columns.map(column => (
                    <td key={column.key} className={isNumeric(column) ? 'num' : undefined}>
                      {column.key === 'number' && typeof row.number === 'string' ? (
                        <OpenLink
                          to="/$procedure/$id"
                          params={{ procedure, id: row.number }}
                          search={{}}
                          className="mono"
                        >
                          {row.number}
                        </OpenLink>
                      ) : (
                        <Cell column={column} value={row[column.key]} states={states} />
                      )}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}
