import { useEffect, useRef } from 'react'
import { text } from '../../kernel/text.ts'
import { useFormat } from '../format.ts'
import { useT } from '../language.tsx'
import { type ClauseEvidence, onTimeShare } from './evidence.ts'

/** What kinds of control are called. */
export const KINDS: Readonly<Record<ClauseEvidence['controls'][number]['kind'], { zh: string; en: string }>> = {
  step: text('步骤', 'Step'),
  clock: text('时钟', 'Clock'),
  gate: text('闸门', 'Gate'),
  form: text('表单', 'Form'),
  ledger: text('台账', 'Ledger'),
  report: text('报表', 'Report'),
  duty: text('例行', 'Duty'),
  other: text('控制', 'Control'),
}

/** All clauses with their counts; choosing one shows its evidence beside. */
export function ClauseTable({
  clauses,
  chosen,
  onChoose,
}: {
  readonly clauses: readonly ClauseEvidence[]
  readonly chosen: string | undefined
  readonly onChoose: (id: string) => void
}) {
  const t = useT()
  const format = useFormat()
  const body = useRef<HTMLTableSectionElement>(null)
  useEffect(() => {
    // A link from elsewhere leads to its clause.
    body.current?.querySelector('tr.on')?.scrollIntoView({ block: 'nearest' })
  }, [])
  return (
    <div className="card scroll-x">
      <table className="table clause-table">
        <thead>
          <tr>
            <th>{t(text('条款', 'Clause'))}</th>
            <th>{t(text('要求', 'Demand'))}</th>
            <th className="num">{t(text('次数', 'Times'))}</th>
            <th>{t(text('按时', 'On time'))}</th>
            <th>{t(text('例外', 'Exceptions'))}</th>
          </tr>
        </thead>
        <tbody ref={body}>
          {clauses.map(clause => {
            const share = onTimeShare(clause.clocks)
            const first = clause.controls.slice(0, 3)
            return (
              <tr
                key={clause.id}
                className={clause.id === chosen ? 'on' : undefined}
                onClick={() => onChoose(clause.id)}
              >
                <td className="mono">{clause.id}</td>
                <td>
                  <button type="button" className="clause-name" aria-pressed={clause.id === chosen}>
                    {t({ zh: clause.zh, en: clause.en })}
                  </button>
                  <div className="who">
                    {clause.fulfilled
                      ? first
                          .map(control => `${t(KINDS[control.kind])} · ${t(control.title)}`)
                          .join(t(text('　', '; ')))
                      : ''}
                  </div>
                </td>
                <td className="num">{format.number(clause.accepted)}</td>
                <td className="clause-meter">
                  {!clause.fulfilled ? (
                    <span className="tag warn">{t(text('尚未实现', 'Not yet built'))}</span>
                  ) : clause.clocks === null ? (
                    <span className="who">{t(text('无期限', 'No time limit'))}</span>
                  ) : share === null ? (
                    <span className="who">{t(text('本期未到期', 'None due yet'))}</span>
                  ) : (
                    <>
                      <span className={share >= 0.95 ? 'meter' : 'meter warn'}>
                        <i style={{ width: `${share * 100}%` }} />
                      </span>
                      {format.percent(share)}
                    </>
                  )}
                </td>
                <td>
                  {clause.clocks && clause.clocks.late > 0 ? (
                    <span className="tag late">
                      {t(text(`${clause.clocks.late} 起超期`, `${clause.clocks.late} late`))}
                    </span>
                  ) : clause.refused > 0 ? (
                    <span className="tag ok">{t(text(`拒绝 ${clause.refused} 次`, `${clause.refused} refused`))}</span>
                  ) : (
                    <span className="who">—</span>
                  )}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
