import '../inspection/inspection.css'
import { lazy, Suspense, useState } from 'react'
import { text } from '../../kernel/text.ts'
import { useT } from '../language.tsx'
import { useMeta } from '../meta.ts'
import { Icon } from '../shell/icons.tsx'
import { Menu } from '../shell/menu.tsx'

const Period = lazy(() => import('./period.tsx').then(module => ({ default: module.Period })))

/** Roles that take records out of the house. */
const EXPORTING = ['administrator', 'quality-head', 'computer-room']

/** Takes the records of a period out as one sealed file that checks itself. */
export function SealedExport({ procedure }: { readonly procedure: string }) {
  const t = useT()
  const { me } = useMeta()
  const today = new Date().toISOString().slice(0, 10)
  const [from, setFrom] = useState(`${today.slice(0, 4)}-01-01`)
  const [to, setTo] = useState(today)
  if (!me.roles.some(role => EXPORTING.includes(role))) return null
  const label = t(text('封存导出', 'Sealed export'))
  return (
    <Menu
      label={label}
      className="btn"
      button={
        <>
          <Icon name="download" size={14} />
          {label}
        </>
      }
    >
      {close => (
        <div className="sealed-form">
          <p className="hint">
            {t(
              text(
                '期间内建立的记录：表单 PDF/A、数据与日志、附件、带签名的哈希清单和核对程序。',
                'Records made in the period: PDF/A forms, data and trail, files, a signed list of hashes and its checker.',
              ),
            )}
          </p>
          <div className="fld">
            <span className="label">{t(text('建立日期', 'Made'))}</span>
            <Suspense fallback={<span className="period-place" />}>
              <Period
                label={t(text('建立日期', 'Made'))}
                from={from}
                to={to}
                onChange={(first, last) => {
                  setFrom(first)
                  setTo(last)
                }}
              />
            </Suspense>
          </div>
          {from && to && from <= to ? (
            <a className="btn p" href={`/api/archive/${procedure}.zip?from=${from}&to=${to}`} download onClick={close}>
              {t(text('导出 ZIP', 'Export ZIP'))}
            </a>
          ) : (
            <span className="fault">
              {t(text('请填写起止日期，止日不早于起日。', 'Give both days, in their order.'))}
            </span>
          )}
        </div>
      )}
    </Menu>
  )
}
