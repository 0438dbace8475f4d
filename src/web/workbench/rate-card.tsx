import { findingOf } from '../../kernel/chart-finding.ts'
import { text } from '../../kernel/text.ts'
import type { Chart } from '../answers.ts'
import { useRead } from '../api.ts'
import { useFormat } from '../format.ts'
import { useT } from '../language.tsx'
import { useMeta } from '../meta.ts'
import { Bones } from '../state/loading.tsx'

const WIDTH = 340
const HEIGHT = 132
const LEFT = 28
const RIGHT = 332
const TOP = 16
const BOTTOM = 104

/** Complaints per 1,000 units delivered over twelve months; drawn small, so the chart library is not fetched for it. */
export function RateCard() {
  const t = useT()
  const { procedures } = useMeta()
  const there = procedures.some(procedure => procedure.name === 'complaint')
  const { data, error } = useRead<Chart>('complaint.rate', {}, there)
  if (!there || error) return null
  return (
    <section className="card sec rate" aria-labelledby="rate-title">
      <h2 id="rate-title">{t(text('每千件投诉率 · 近 12 月', 'Complaints per 1,000 units · 12 months'))}</h2>
      {data ? <Line chart={data} /> : <Bones rows={4} />}
    </section>
  )
}

function Line({ chart }: { readonly chart: Chart }) {
  const t = useT()
  const format = useFormat()
  const values = chart.series[0]?.values ?? []
  const names = chart.categories.map(t)
  // each month has a limit of its own, since it had deliveries of its own
  const limits = chart.series[2]?.values ?? []
  const known = [...values, ...limits].flatMap(value => (value === null ? [] : [value]))
  if (known.length === 0)
    return (
      <p className="who">
        {t(text('近 12 月没有出库数据，无法计算。', 'No deliveries in 12 months: nothing to compute.'))}
      </p>
    )
  const top = Math.max(...known) * 1.12 || 1
  const x = (index: number): number => LEFT + ((RIGHT - LEFT) * index) / Math.max(1, values.length - 1)
  const y = (value: number): number => BOTTOM - ((BOTTOM - TOP) * value) / top
  const points = values.flatMap((value, index) => (value === null ? [] : [{ index, value, x: x(index), y: y(value) }]))
  const above = points.filter(point => point.value > (limits[point.index] ?? Number.POSITIVE_INFINITY))
  const half = (RIGHT - LEFT) / Math.max(1, values.length - 1) / 2
  const steps = limits.flatMap((value, index) =>
    value === null ? [] : [`M${Math.max(LEFT, x(index) - half)} ${y(value)}H${Math.min(RIGHT, x(index) + half)}`],
  )
  const firstLimit = limits.find(value => value !== null)
  const last = points.at(-1)
  const worst = above.at(-1)
  return (
    <figure>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        width="100%"
        role="img"
        aria-label={`${t(chart.title)}${t(text('：', ': '))}${t(findingOf(chart))}`}
      >
        <g className="grid">
          {[0, 0.5, 1].map(part => (
            <g key={part}>
              <path d={`M${LEFT} ${y((top / 1.12) * part)}H${RIGHT}`} />
              <text x={LEFT - 4} y={y((top / 1.12) * part) + 3} textAnchor="end">
                {format.number((top / 1.12) * part, top < 1 ? 2 : top < 3 ? 1 : 0)}
              </text>
            </g>
          ))}
        </g>
        {typeof firstLimit === 'number' && (
          <>
            <path className="limit" d={steps.join('')} />
            <text className="limit-text" x={LEFT + 2} y={y(firstLimit) - 4}>
              {t(chart.series[2]?.title ?? '')}
            </text>
          </>
        )}
        <polyline points={points.map(point => `${point.x},${point.y}`).join(' ')} />
        {points.map(point => (
          <circle
            key={point.index}
            cx={point.x}
            cy={point.y}
            r={above.includes(point) || point === last ? 4 : 2.2}
            className={above.includes(point) ? 'over' : undefined}
          >
            <title>{`${names[point.index]}: ${format.number(point.value)}`}</title>
          </circle>
        ))}
        {[0, Math.floor((values.length - 1) / 2), values.length - 1].map(index => (
          <text
            key={index}
            className="axis"
            x={x(index)}
            y={BOTTOM + 18}
            textAnchor={index === 0 ? 'start' : index === values.length - 1 ? 'end' : 'middle'}
          >
            {names[index]}
          </text>
        ))}
      </svg>
      <figcaption className={worst ? 'is-late rate-note' : 'who rate-note'}>
        {worst
          ? t(
              text(
                `${names[worst.index]} 超限（${format.number(worst.value)}），请判定原因`,
                `${names[worst.index]} above the limit (${format.number(worst.value)}): find the cause`,
              ),
            )
          : last &&
            t(
              text(
                `${names[last.index]}：${format.number(last.value)} 起 / 千件`,
                `${names[last.index]}: ${format.number(last.value)} per 1,000`,
              ),
            )}
      </figcaption>
    </figure>
  )
}
