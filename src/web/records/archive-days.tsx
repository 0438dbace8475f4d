import { lazy, Suspense, useState } from 'react'
import { text } from '../../kernel/text.ts'
import { useT } from '../language.tsx'

const Period = lazy(() => import('../ledger/period.tsx').then(module => ({ default: module.Period })))

/** Roles that may take records out of the house. */
const EXPORTING = ['administrator', 'quality-head', 'computer-room']

/** Whether somebody with these roles may take records out of the house. */
export const mayExport = (roles: readonly string[]): boolean => roles.some(role => EXPORTING.includes(role))

/** The days on which records of a procedure were made, and the link that takes them out as one file. */
export function ArchiveDays({
  procedure,
  first,
  last,
  onTaken,
}: {
  readonly procedure: string
  /** Chosen at first. */
  readonly first: string
  readonly last: string
  readonly onTaken?: () => void
}) {
  const t = useT()
  const [days, setDays] = useState({ from: first, to: last })
  const { from, to } = days
  return (
    <>
      <div className="fld">
        <span className="label">{t(text('建立日期', 'Made'))}</span>
        <Suspense fallback={<span className="period-place" />}>
          <Period
            label={t(text('建立日期', 'Made'))}
            from={from}
            to={to}
            onChange={(begin, end) => setDays({ from: begin, to: end })}
          />
        </Suspense>
      </div>
      {procedure && from && to && from <= to ? (
        <a className="btn p" href={`/api/archive/${procedure}.zip?from=${from}&to=${to}`} download onClick={onTaken}>
          {t(text('导出 ZIP', 'Export ZIP'))}
        </a>
      ) : (
        <span className="fault">{t(text('请填写起止日期，止日不早于起日。', 'Give both days, in their order.'))}</span>
      )}
    </>
  )
}
