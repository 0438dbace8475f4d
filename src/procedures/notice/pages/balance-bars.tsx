import { useFormat } from '../../../web/format.ts'
import { useT } from '../../../web/language.tsx'
import { type Balance, type BalanceLine, balanceOf, parts, totalOf } from '../balance.ts'
import type { NoticeLine, NoticeLot } from '../notice-rows.ts'

const KEYS = Object.keys(parts) as (keyof typeof parts)[]

/** Where the goods are, over all lots and lot by lot: a bar whose parts add up to what was shipped. */
export function BalanceBars({
  lots,
  lines,
}: {
  readonly lots: readonly NoticeLot[]
  readonly lines: readonly NoticeLine[]
}) {
  const t = useT()
  const units = new Set(lots.map(lot => lot.unit))
  const unit = units.size === 1 ? [...units][0] : undefined
  return (
    <div className="balance-bars">
      <Bar title={t({ zh: '全部', en: 'All lots' })} balance={totalOf(lines)} unit={unit} whole />
      {lots.length > 1 &&
        lots.map(lot => (
          <Bar
            key={lot.id}
            title={lot.lotNo}
            hint={`${lot.productName} ${lot.model}`}
            balance={totalOf(lines.filter(line => line.lotId === lot.lotId))}
            unit={lot.unit}
          />
        ))}
    </div>
  )
}

interface BarProps {
  readonly title: string
  readonly hint?: string
  readonly balance: Balance
  readonly unit?: string | undefined
  /** With a legend that names every number. */
  readonly whole?: boolean
}

function Bar({ title, hint, balance, unit = '', whole = false }: BarProps) {
  const t = useT()
  const format = useFormat()
  const shown = KEYS.filter(key => balance[key] !== 0)
  const said = shown.map(key => `${t(parts[key])} ${format.number(balance[key])}`).join(t({ zh: '，', en: ', ' }))
  return (
    <div className="balance-bar">
      <div className="row">
        <b className={whole ? '' : 'mono'}>{title}</b>
        {hint && <span className="who">{hint}</span>}
        <span className="sp" />
        <span className="num">
          {format.number(balance.shipped)} {unit}
        </span>
      </div>
      <Strip balance={balance} label={said} />
      {whole && (
        <ul className="balance-legend">
          {KEYS.filter(key => balance[key] !== 0 || key === 'receivedBack' || key === 'unanswered').map(key => (
            <li key={key}>
              <i className={`part ${key}`} aria-hidden="true" />
              {t(parts[key])} <b className="num">{format.number(balance[key])}</b>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

/** The bar itself; what is told by colour is told in words as its label. */
function Strip({ balance, label }: { readonly balance: Balance; readonly label: string }) {
  const whole = KEYS.reduce((sum, key) => sum + Math.abs(balance[key]), 0)
  return (
    <div className="strip" role="img" aria-label={label} title={label}>
      {KEYS.filter(key => balance[key] !== 0).map(key => (
        <i key={key} className={`part ${key}`} style={{ width: `${(Math.abs(balance[key]) / whole) * 100}%` }} />
      ))}
    </div>
  )
}

/** The small bar of one recipient, with its numbers in words. */
export function RecipientBar({ lines }: { readonly lines: readonly BalanceLine[] }) {
  const t = useT()
  const format = useFormat()
  const balance = lines.length === 1 && lines[0] ? balanceOf(lines[0]) : totalOf(lines)
  const said = KEYS.filter(key => balance[key] !== 0)
    .map(key => `${t(parts[key])} ${format.number(balance[key])}`)
    .join(' · ')
  const shipped = format.number(balance.shipped)
  return (
    <div className="recipient-bar">
      <Strip balance={balance} label={said} />
      <small>{t({ zh: `共 ${shipped}：${said}`, en: `${shipped} in all: ${said}` })}</small>
    </div>
  )
}
