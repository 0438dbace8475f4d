import type { Spread } from '../../kernel/evidence-duration.ts'
import { spreadSentence, UNITS } from '../../kernel/evidence-spread.ts'
import { text } from '../../kernel/text.ts'
import { useT } from '../language.tsx'
import { DOTS, isDotted } from './spread-dots.ts'

const SLOT = 44
const DOT = 5
const GAP = 12
const FOOT = 30
const HEAD = 20
/** Drawn smaller than this its words are no longer read: what does not fit then is scrolled to. */
const SMALLEST = 0.8

/** Durations against the limit: a dot for each case while they are few, columns when they are many. */
export function SpreadPlot({ spread, title }: { readonly spread: Spread; readonly title: string }) {
  const t = useT()
  const { bins, step, limit, unit } = spread
  const most = Math.max(1, ...bins.map(bin => bin.inTime + bin.late))
  const dotted = isDotted(spread)
  const body = dotted ? Math.max(3, most) * GAP : DOTS * GAP
  const width = bins.length * SLOT + 24
  const base = HEAD + body
  const x = (value: number): number => 12 + (value / step) * SLOT
  const limitWords =
    unit === 'share' ? t(text('时限', 'limit')) : t(text(`${limit} ${UNITS[unit].zh}`, `${limit} ${UNITS[unit].en}`))
  const limitRight = x(limit) > width - 70
  return (
    <div className="spread">
      <svg
        viewBox={`0 0 ${width} ${base + FOOT}`}
        role="img"
        aria-label={`${title}. ${t(spreadSentence(spread))}`}
        style={{ minWidth: width * SMALLEST, maxWidth: Math.max(360, width * 1.25) }}
      >
        <line x1="8" x2={width - 4} y1={base} y2={base} className="spread-axis" />
        {bins.map((bin, index) => {
          const left = x(index * step)
          const center = left + SLOT / 2
          const key = index * step
          if (dotted)
            return (
              <g key={key}>
                {Array.from({ length: bin.inTime + bin.late }, (_, place) => (
                  <circle
                    // biome-ignore lint/suspicious/noArrayIndexKey: dots have no identity
                    key={place}
                    cx={center}
                    cy={base - GAP / 2 - place * GAP - 1}
                    r={DOT}
                    className={place < bin.inTime ? 'spread-ok' : 'spread-late'}
                  />
                ))}
              </g>
            )
          const tall = (count: number): number => (count / most) * body
          return (
            <g key={key}>
              <rect
                x={left + 5}
                width={SLOT - 10}
                y={base - tall(bin.inTime)}
                height={tall(bin.inTime)}
                className="spread-ok"
              />
              <rect
                x={left + 5}
                width={SLOT - 10}
                y={base - tall(bin.inTime + bin.late)}
                height={tall(bin.late)}
                className="spread-late"
              />
              {bin.inTime + bin.late > 0 && (
                <text x={center} y={base - tall(bin.inTime + bin.late) - 4} textAnchor="middle">
                  {bin.inTime + bin.late}
                </text>
              )}
            </g>
          )
        })}
        {bins.map((_, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: steps of one width keep their places
          <text key={index} x={x(index * step)} y={base + 14} textAnchor="middle">
            {Math.round(index * step * 100) / 100}
          </text>
        ))}
        <text x={width - 6} y={base + 27} textAnchor="end">
          {t(UNITS[unit])}
        </text>
        <line x1={x(limit)} x2={x(limit)} y1={HEAD - 12} y2={base} className="spread-limit" />
        <text
          x={x(limit) + (limitRight ? -5 : 5)}
          y={HEAD - 6}
          textAnchor={limitRight ? 'end' : 'start'}
          className="spread-limit-words"
        >
          {limitWords}
        </text>
      </svg>
    </div>
  )
}
