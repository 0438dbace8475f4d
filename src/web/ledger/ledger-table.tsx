import { Link, useNavigate } from '@tanstack/react-router'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { text } from '../../kernel/text.ts'
import type { LedgerMeta, LedgerRow, ProcedureMeta } from '../answers.ts'
import { useT } from '../language.tsx'
import { Cell, isBlank, isNumeric } from './cell.tsx'

/** Columns that the screen shows; the number leads. */
const columnsOf = (ledger: LedgerMeta) => ledger.columns.filter(column => column.onScreen && column.key !== 'number')

/** A unit, a person's short name or the like tells nobody which record it is. */
const isName = ({ kind, width }: LedgerMeta['columns'][number]): boolean =>
  ['line', 'party', 'product'].includes(kind) && width > 12

/** The rows, with the keyboard: j, k and arrows move, Enter opens. A card each on small screens. */
export function LedgerTable({
  procedure,
  ledger,
  states,
  rows,
  dim,
}: {
  readonly procedure: string
  readonly ledger: LedgerMeta
  readonly states: ProcedureMeta['states'] | undefined
  readonly rows: readonly LedgerRow[]
  /** Rows of the question before are shown while the next are read. */
  readonly dim: boolean
}) {
  const t = useT()
  const navigate = useNavigate()
  const body = useRef<HTMLTableSectionElement>(null)
  const [at, setAt] = useState(0)
  const columns = columnsOf(ledger)
  const current = Math.min(at, rows.length - 1)
  // What a card on a small screen is called by.
  const lead = (columns.find(column => column.key === 'title') ?? columns.find(isName))?.key
  const numberColumn = ledger.columns.find(column => column.key === 'number')

  const focusRow = (index: number): void => {
    const next = Math.max(0, Math.min(rows.length - 1, index))
    setAt(next)
    body.current?.rows[next]?.querySelector<HTMLElement>('a')?.focus()
  }
  const move = (key: string, from: number): boolean => {
    if (key === 'j' || key === 'ArrowDown') focusRow(from + 1)
    else if (key === 'k' || key === 'ArrowUp') focusRow(from - 1)
    else if (key === 'Home') focusRow(0)
    else if (key === 'End') focusRow(rows.length - 1)
    else return false
    return true
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (move(event.key, current)) event.preventDefault()
  }
  const start = useRef(focusRow)
  start.current = focusRow
  useEffect(() => {
    // From anywhere on the page, j and k lead into the rows.
    const outside = (event: globalThis.KeyboardEvent): void => {
      if (event.key !== 'j' && event.key !== 'k') return
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
      const target = event.target instanceof HTMLElement ? event.target : null
      if (target?.closest('input, textarea, select, dialog, [contenteditable], tbody')) return
      event.preventDefault()
      start.current(0)
    }
    addEventListener('keydown', outside)
    return () => removeEventListener('keydown', outside)
  }, [])

  return (
    <div className="scroll-x">
      <table className={dim ? 'table ledger-table dim' : 'table ledger-table'}>
        <thead>
          <tr>
            <th>{t(numberColumn?.title ?? text('编号', 'Number'))}</th>
            {columns.map(column => (
              <th key={column.key} className={isNumeric(column) ? 'num' : undefined}>
                {t(column.title)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody ref={body} onKeyDown={onKeyDown}>
          {rows.map((row, index) => (
            <tr
              key={String(row.id)}
              onClick={event => {
                if ((event.target as HTMLElement).closest('a, button') || getSelection()?.toString()) return
                void navigate({ to: '/$procedure/$id', params: { procedure, id: String(row.number) }, search: {} })
              }}
            >
              <td className="mono ledger-number">
                <Link
                  to="/$procedure/$id"
                  params={{ procedure, id: String(row.number) }}
                  search={{}}
                  tabIndex={index === current ? 0 : -1}
                  onFocus={() => setAt(index)}
                >
                  {String(row.number)}
                </Link>
                {row.late === true && <span className="tag warn late-mark">{t(text('补记', 'Late entry'))}</span>}
              </td>
              {columns.map(column => (
                <td
                  key={column.key}
                  data-kind={column.kind}
                  data-lead={column.key === lead || undefined}
                  data-empty={isBlank(row[column.key]) || undefined}
                  data-title={t(column.title)}
                  data-narrow={column.width <= 12 || undefined}
                  className={isNumeric(column) ? 'num' : undefined}
                  style={{ maxWidth: `${Math.max(8, column.width) * 14}px` }}
                >
                  <div className="clip">
                    <Cell column={column} value={row[column.key]} states={states} />
                  </div>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** The shape of the rows while they are read, so that nothing jumps when they come. */
export function LedgerTableBones({ ledger }: { readonly ledger: LedgerMeta | undefined }) {
  const t = useT()
  const columns = ledger ? columnsOf(ledger) : []
  return (
    <div className="scroll-x" role="status" aria-busy="true">
      <span className="sr appear">{t(text('正在读取台账', 'Reading the register'))}</span>
      <table className="table ledger-table" aria-hidden="true">
        <thead>
          <tr>
            <th>{t(text('编号', 'Number'))}</th>
            {columns.map(column => (
              <th key={column.key}>{t(column.title)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {Array.from({ length: 14 }, (_, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the lines are alike and never move
            <tr key={row}>
              <td colSpan={columns.length + 1}>
                <i className="bone appear" style={{ height: 16, width: `${94 - ((row * 7) % 30)}%` }} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
