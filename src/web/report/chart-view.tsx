import { useEffect, useMemo, useRef } from 'react'
import { findingOf } from '../../kernel/chart-finding.ts'
import { text } from '../../kernel/text.ts'
import type { Chart } from '../answers.ts'
import { useFormat } from '../format.ts'
import { useT } from '../language.tsx'
import { useDark } from '../look/theme.ts'
import { chartOption, gapsLast, isLying, type Palette } from './chart-option.ts'
import { type Drawing, draw } from './echarts.ts'

const paletteOf = (element: HTMLElement): Palette => {
  const style = getComputedStyle(element)
  const value = (name: string): string => style.getPropertyValue(name).trim()
  return {
    ink: value('--ink'),
    ink2: value('--ink2'),
    ink3: value('--ink3'),
    line: value('--line'),
    card: value('--raised'),
    late: value('--late'),
    quiet: value('--edge'),
    // Several series of one chart: our own colour first, then quiet neighbours; states keep their meaning elsewhere.
    series: [value('--brand'), value('--info'), value('--edge'), value('--warn'), value('--ok')],
    font: style.fontFamily,
  }
}

/** One chart of a report. A click on a category opens its records; the same numbers stand in a table below. */
export function ChartView({
  chart: given,
  onDrill,
}: {
  readonly chart: Chart
  readonly onDrill: (filter: Readonly<Record<string, string>>) => void
}) {
  const t = useT()
  const chart = useMemo(() => gapsLast(given), [given])
  const format = useFormat()
  const dark = useDark()
  const box = useRef<HTMLDivElement>(null)
  const drill = useRef(onDrill)
  drill.current = onDrill

  // biome-ignore lint/correctness/useExhaustiveDependencies: drawn again when the theme changes, since colours are read from the page
  useEffect(() => {
    const element = box.current
    if (!element) return
    const drawing: Drawing = draw(element, chartOption(chart, t, paletteOf(element)))
    drawing.onCategory(index => {
      const filter = chart.drill?.[index]
      if (filter) drill.current(filter)
    })
    const observer = new ResizeObserver(() => drawing.fit())
    observer.observe(element)
    return () => {
      observer.disconnect()
      drawing.end()
    }
  }, [chart, t, dark])

  const names = chart.categories.map(t)
  const unit = chart.unit ? t(chart.unit) : ''
  const finding = t(findingOf(chart))
  return (
    <figure>
      <div
        ref={box}
        className={chart.drill ? 'chart drillable' : 'chart'}
        style={isLying(chart, t) ? { height: chart.categories.length * 32 + 64 } : undefined}
        role="img"
        aria-label={`${t(chart.title)}${t(text('：', ': '))}${finding}`}
      />
      <figcaption className="chart-finding">{finding}</figcaption>
      <details className="chart-numbers">
        <summary>{t(text('看数字', 'The numbers'))}</summary>
        <div className="scroll-x">
          <table className="table">
            <thead>
              <tr>
                <th>{t(text('分类', 'Category'))}</th>
                {chart.series.map(series => (
                  <th key={series.title.en} className="num">
                    {t(series.title)}
                    {unit && ` (${unit})`}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {names.map((name, index) => {
                const filter = chart.drill?.[index]
                return (
                  // biome-ignore lint/suspicious/noArrayIndexKey: categories keep their places
                  <tr key={index}>
                    <td>
                      {filter ? (
                        <button type="button" className="link" onClick={() => onDrill(filter)}>
                          {name}
                        </button>
                      ) : (
                        name
                      )}
                    </td>
                    {chart.series.map(series => {
                      const value = series.values[index]
                      return (
                        <td key={series.title.en} className="num">
                          {value === null || value === undefined ? '—' : format.number(value)}
                        </td>
                      )
                    })}
                  </tr>
                )
              })}
            </tbody>
          </table>
        </div>
      </details>
    </figure>
  )
}
