import { useEffect, useRef } from 'react'
import { useT } from '../../../web/language.tsx'
import { useDark } from '../../../web/look/theme.ts'
import { useMeta } from '../../../web/meta.ts'
import { draw } from '../../../web/report/echarts.ts'
import type { StoreSeries } from '../reads.ts'
import { conditionOption, described, type Quantity, type Tints } from './condition-option.ts'

const tintsOf = (element: HTMLElement): Tints => {
  const style = getComputedStyle(element)
  const value = (name: string): string => style.getPropertyValue(name).trim()
  return {
    ink: value('--ink'),
    ink2: value('--ink2'),
    ink3: value('--ink3'),
    line: value('--line'),
    card: value('--raised'),
    late: value('--late'),
    ok: value('--ok'),
    okWeak: value('--ok-weak'),
    quiet: value('--edge'),
    series: [value('--brand'), value('--info'), value('--edge'), value('--warn')],
    font: style.fontFamily,
  }
}

/** The course of one quantity with its limits; the same values stand in the table beside it. */
export function ConditionChart({ data, quantity }: { readonly data: StoreSeries; readonly quantity: Quantity }) {
  const t = useT()
  const { zone } = useMeta()
  const dark = useDark()
  const box = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: drawn again when the theme changes, since colours are read from the page
  useEffect(() => {
    const element = box.current
    if (!element) return
    const drawing = draw(element, conditionOption(data, quantity, { t, zone, tints: tintsOf(element) }))
    const observer = new ResizeObserver(() => drawing.fit())
    observer.observe(element)
    return () => {
      observer.disconnect()
      drawing.end()
    }
  }, [data, quantity, t, zone, dark])
  return <div ref={box} className="condition-chart" role="img" aria-label={t(described(data, quantity))} />
}
