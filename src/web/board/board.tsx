import './board.css'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { text } from '../../kernel/text.ts'
import type { BoardAnswer, CardClock } from '../../server/reads/board-reads.ts'
import type { Column, LedgerMeta, LedgerRow, ProcedureMeta } from '../answers.ts'
import { readQuery } from '../api.ts'
import { useFormat, useNow } from '../format.ts'
import { useT } from '../language.tsx'
import { Cell, isBlank } from '../ledger/cell.tsx'
import { Bones } from '../state/loading.tsx'
import { Refused } from '../state/refused.tsx'
import { clockTone } from './clock-tone.ts'

/** The register as cards in columns, one for each stage of the work. */
export function LedgerBoard({
  procedure,
  ledger,
  states,
  search,
}: {
  readonly procedure: string
  readonly ledger: LedgerMeta
  readonly states: ProcedureMeta['states']
  readonly search: string
}) {
  const t = useT()
  const format = useFormat()
  const answer = useQuery({
    ...readQuery<BoardAnswer>('board.of', { procedure, ledger: ledger.name, search }),
    placeholderData: keepPreviousData,
  })
  if (answer.error && !answer.data) return <Refused error={answer.error} again={() => void answer.refetch()} />
  if (!answer.data || !ledger.board)
    return (
      <div className="sec">
        <Bones rows={8} height={40} />
      </div>
    )
  const { columns, clocks } = answer.data
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what is moved sideways must be reached by the keyboard
    <section className="board" aria-label={t(text('看板', 'Board'))} aria-busy={answer.isPlaceholderData} tabIndex={0}>
      {ledger.board.columns.map((column, index) => {
        const { rows = [], count } = columns[index] ?? {}
        return (
          <div key={column.title.en} className="board-column">
            <h2>
              <i className={`board-mark ${column.tone ?? ''}`} aria-hidden="true" />
              {t(column.title)}
              <span className="who num">
                {count && (count.exact ? format.number(count.value) : `${format.number(count.value)}+`)}
              </span>
            </h2>
            {rows.length === 0 ? (
              <p className="who board-none">{t(text('没有', 'None'))}</p>
            ) : (
              <ul>
                {rows.map(row => (
                  <Card
                    key={String(row.id)}
                    procedure={procedure}
                    ledger={ledger}
                    states={states}
                    row={row}
                    clock={clocks[String(row.id)]}
                    named={column.states.length > 1}
                  />
                ))}
              </ul>
            )}
            {count && count.value > rows.length && (
              <p className="who board-none">{t(text('更早的在列表中。', 'Earlier ones are in the list.'))}</p>
            )}
          </div>
        )
      })}
    </section>
  )
}

function Card({
  procedure,
  ledger,
  states,
  row,
  clock,
  named,
}: {
  readonly procedure: string
  readonly ledger: LedgerMeta
  readonly states: ProcedureMeta['states']
  readonly row: LedgerRow
  readonly clock: CardClock | undefined
  /** The column holds several states, so that the card says which. */
  readonly named: boolean
}) {
  const t = useT()
  const format = useFormat()
  const now = useNow()
  const card = ledger.board?.card
  const of = (key: string | undefined): Column | undefined => ledger.columns.find(column => column.key === key)
  const state = states[String(row.state)]
  const title = of(card?.title)
  const quantity = of(card?.quantity)
  const lines = [card?.party, ...(card?.lines ?? [])].flatMap(key => {
    const column = of(key)
    return column && !isBlank(row[column.key]) ? [column] : []
  })
  return (
    <li className={`board-card ${clock ? clockTone(clock, now) : ''}`}>
      <div className="row">
        <Link to="/$procedure/$id" params={{ procedure, id: String(row.number) }} search={{}} className="mono">
          {String(row.number)}
        </Link>
        <span className="sp" />
        {named && <span className={`tag ${state?.tone ?? ''}`}>{t(state?.title ?? String(row.state))}</span>}
      </div>
      <b>{title && <Cell column={title} value={row[title.key]} states={states} />}</b>
      {lines.map(column => (
        <p key={column.key} className="sub">
          {column.key !== card?.party && <span className="who">{t(column.title)} </span>}
          <Cell column={column} value={row[column.key]} states={states} />
        </p>
      ))}
      <div className="row board-foot">
        {quantity && !isBlank(row[quantity.key]) && (
          <span className="num">
            <span className="who">{t(quantity.title)}</span>{' '}
            <Cell column={quantity} value={row[quantity.key]} states={states} />
          </span>
        )}
        <span className="sp" />
        {clock && (
          <span
            className={`tag ${clockTone(clock, now)}`}
            title={`${t(clock.title)} · ${format.due(clock.dueAt, now)}`}
          >
            {t(clock.title)} {format.left(clock.dueAt, now)}
          </span>
        )}
      </div>
    </li>
  )
}
