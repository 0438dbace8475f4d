import { Link } from '@tanstack/react-router'
import type { ClauseEvidence } from '../../kernel/evidence.ts'
import { FULFILMENT, KINDS } from '../../kernel/evidence-words.ts'
import { type Text, text } from '../../kernel/text.ts'
import { useFormat } from '../format.ts'
import { useT } from '../language.tsx'
import { onTimeShare } from './evidence.ts'

/** Clauses with their counts; each leads to its page. */
export function ClauseTable({
  clauses,
  days,
  titles,
  caption,
}: {
  readonly clauses: readonly ClauseEvidence[]
  readonly days: { readonly from: string; readonly to: string }
  /** What the procedures are called: several may carry out one clause. */
  readonly titles: ReadonlyMap<string, Text>
  readonly caption: string
}) {
  const t = useT()
  const times = Map.groupBy(clauses, clause => clause.id)
  return (
    <table className="table clause-table" aria-label={caption}>
      <thead>
        <tr>
          <th scope="col">{t(text('条款', 'Clause'))}</th>
          <th scope="col">{t(text('要求', 'Demand'))}</th>
          <th scope="col" className="num">
            {t(text('办理', 'Done'))}
          </th>
          <th scope="col">{t(text('按时', 'On time'))}</th>
          <th scope="col">{t(text('例外', 'Exceptions'))}</th>
          <th scope="col">{t(text('落实', 'Fulfilled'))}</th>
        </tr>
      </thead>
      <tbody>
        {clauses.map(clause => (
          <ClauseRow
            key={`${clause.procedure} ${clause.id}`}
            clause={clause}
            days={days}
            by={(times.get(clause.id)?.length ?? 0) > 1 ? titles.get(clause.procedure) : undefined}
          />
        ))}
      </tbody>
    </table>
  )
}

function ClauseRow({
  clause,
  days,
  by,
}: {
  readonly clause: ClauseEvidence
  readonly by: Text | undefined
  readonly days: { readonly from: string; readonly to: string }
}) {
  const t = useT()
  const format = useFormat()
  const standing = FULFILMENT[clause.fulfilment]
  const lacks = clause.lacks
  return (
    <tr>
      <td className="mono">
        <Link
          to="/clauses/$procedure/$clause"
          params={{ procedure: clause.procedure, clause: clause.id }}
          search={days}
          className="plain-link"
          tabIndex={-1}
        >
          {clause.id}
        </Link>
      </td>
      <td>
        <Link
          to="/clauses/$procedure/$clause"
          params={{ procedure: clause.procedure, clause: clause.id }}
          search={days}
          className="clause-name"
        >
          {t({ zh: clause.zh, en: clause.en })}
        </Link>
        <div className="who">
          {by && <b>{t(text(`${by.zh}：`, `${by.en}: `))}</b>}
          {clause.fulfilment === 'partly' && lacks
            ? t(text(`还缺：${lacks.zh}`, `Still lacks: ${lacks.en}`))
            : clause.controls
                .slice(0, 3)
                .map(control =>
                  control.kind === 'gate' || control.kind === 'reaction'
                    ? t(KINDS[control.kind])
                    : `${t(KINDS[control.kind])} · ${t(control.title)}`,
                )
                .join(t(text('　', '; ')))}
        </div>
      </td>
      <td className="num">{clause.controls.length === 0 ? '—' : format.number(clause.accepted)}</td>
      <td className="clause-meter">
        <OnTime clause={clause} />
      </td>
      <td>
        <Trouble clause={clause} />
      </td>
      <td>
        <span className={`tag ${standing.tone}`}>{t(standing.title)}</span>
      </td>
    </tr>
  )
}

function OnTime({ clause: { clocks } }: { readonly clause: ClauseEvidence }) {
  const t = useT()
  const format = useFormat()
  if (clocks === null) return <span className="who">{t(text('无期限', 'No time limit'))}</span>
  const share = onTimeShare(clocks)
  if (share === null) return <span className="who">{t(text('本期未到期', 'None due yet'))}</span>
  return (
    <>
      <span className={share >= 0.95 ? 'meter' : share >= 0.8 ? 'meter warn' : 'meter late'}>
        <i style={{ width: `${share * 100}%` }} />
      </span>
      {format.percent(share)}
    </>
  )
}

function Trouble({ clause: { clocks, refused } }: { readonly clause: ClauseEvidence }) {
  const t = useT()
  const late = clocks?.late ?? 0
  if (late === 0 && refused === 0) return <span className="who">—</span>
  return (
    <span className="clause-trouble">
      {late > 0 && <span className="tag late">{t(text(`${late} 起超期`, `${late} late`))}</span>}
      {refused > 0 && <span className="tag">{t(text(`拒绝 ${refused} 次`, `${refused} refused`))}</span>}
    </span>
  )
}
