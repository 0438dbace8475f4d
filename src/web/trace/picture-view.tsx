import { useNavigate } from '@tanstack/react-router'
import { useEffect, useMemo, useRef, useState } from 'react'
import { text } from '../../kernel/text.ts'
import type { Trace } from '../../server/trace/trace.ts'
import { useFormat } from '../format.ts'
import { useT } from '../language.tsx'
import { useDark } from '../look/theme.ts'
import { Empty } from '../state/empty.tsx'
import { NAMED_CUSTOMERS, type NodeTone, pictureOf } from './picture.ts'
import { drawSankey, type SankeyOption } from './sankey.ts'

const COLOURS: Readonly<Record<NodeTone, string>> = {
  brand: '--brand',
  info: '--info',
  ok: '--ok',
  warn: '--warn',
  late: '--late',
  plain: '--edge',
}

/** Height of a name, and room for the bands beside the gaps between names, in pixels. */
const LINE = 18
const BANDS = 280

/** On a narrow screen the picture is wider than the page and is moved sideways. */
const NARROWEST = 860

/** The way of the goods as a picture; the same numbers stand in the table below. */
export function PictureView({ trace }: { readonly trace: Trace }) {
  const t = useT()
  const format = useFormat()
  const dark = useDark()
  const navigate = useNavigate()
  const box = useRef<HTMLDivElement>(null)
  const [named, setNamed] = useState(NAMED_CUSTOMERS)
  const picture = useMemo(() => pictureOf(trace, named), [trace, named])
  const titles = useMemo(() => new Map(picture.nodes.map(node => [node.id, t(node.title)])), [picture, t])
  const hidden = trace.handedCount - named

  useEffect(() => {
    const element = box.current
    if (!element) return
    const style = getComputedStyle(element)
    const colour = (name: string): string => style.getPropertyValue(name).trim()
    const sum = (id: string): number =>
      Math.max(
        picture.links.reduce((all, link) => (link.source === id ? all + link.value : all), 0),
        picture.links.reduce((all, link) => (link.target === id ? all + link.value : all), 0),
      )
    const option: SankeyOption = {
      animation: false,
      textStyle: { fontFamily: style.fontFamily },
      tooltip: {
        trigger: 'item',
        backgroundColor: colour('--raised'),
        borderColor: colour('--line'),
        textStyle: { color: colour('--ink') },
        formatter: given => {
          const item = given as unknown as {
            dataType?: string
            name: string
            data: { source: string; target: string }
            value: number
          }
          return item.dataType === 'edge'
            ? `${titles.get(item.data.source)} → ${titles.get(item.data.target)}　${format.number(item.value)}`
            : `${titles.get(item.name)}　${format.number(item.value)}`
        },
      },
      series: [
        {
          type: 'sankey',
          left: 8,
          right: 200,
          nodeAlign: 'left',
          top: 8,
          bottom: 8,
          nodeGap: LINE - 4,
          nodeWidth: 12,
          draggable: false,
          emphasis: { focus: 'adjacency' },
          lineStyle: { color: 'gradient', opacity: dark ? 0.35 : 0.22, curveness: 0.5 },
          label: {
            color: colour('--ink'),
            fontSize: 12,
            width: 190,
            overflow: 'truncate',
            formatter: ({ name }) => `${titles.get(name) ?? name}  ${format.number(sum(name))}`,
          },
          data: picture.nodes.map(node => ({
            name: node.id,
            itemStyle: { color: colour(COLOURS[node.tone]), borderWidth: 0 },
          })),
          links: picture.links.map(link => ({ ...link })),
        },
      ],
    }
    const drawing = drawSankey(element, option, id => {
      const to = picture.nodes.find(node => node.id === id)?.to
      if (to) void navigate({ to: '/trace/$kind/$id', params: to, search: {} })
      else if (id === 'customers') setNamed(count => count + 100)
    })
    const observer = new ResizeObserver(() => drawing.fit())
    observer.observe(element)
    return () => {
      observer.disconnect()
      drawing.end()
    }
  }, [picture, titles, dark, format, navigate])

  if (picture.links.length === 0)
    return <Empty title={t(text('还没有可以画出的去向', 'There is nothing to draw yet'))} />
  return (
    <section className="card sec">
      <div className="scroll-x">
        <div
          ref={box}
          className="trace-picture"
          style={{ height: picture.rows * LINE + BANDS, minWidth: NARROWEST }}
          role="img"
          aria-label={t(
            text(
              `货物去向图：${trace.handedCount} 家客户，发出 ${trace.delivered}。同样的数字见下面的表。`,
              `The way of the goods: ${trace.handedCount} customers, ${trace.delivered} delivered. The table below has the same numbers.`,
            ),
          )}
        />
      </div>
      <div className="row wrap">
        <span className="who">
          {t(
            text(
              '点名称可继续追溯；线的粗细是数量。',
              'Press a name to trace on; the width of a line is the quantity.',
            ),
          )}
        </span>
        <span className="sp" />
        {hidden > 0 && (
          <button type="button" className="btn" onClick={() => setNamed(named + 100)}>
            {hidden > 100 ? t(text('多列出 100 家', 'Name 100 more')) : t(text('列出全部', 'Name all'))}
          </button>
        )}
        {named > NAMED_CUSTOMERS && (
          <button type="button" className="btn" onClick={() => setNamed(NAMED_CUSTOMERS)}>
            {t(text('收起', 'Fewer'))}
          </button>
        )}
      </div>
      <details className="chart-numbers">
        <summary>{t(text('看数字', 'The numbers'))}</summary>
        <table className="table">
          <thead>
            <tr>
              <th>{t(text('从', 'From'))}</th>
              <th>{t(text('到', 'To'))}</th>
              <th className="num">{t(text('数量', 'Quantity'))}</th>
            </tr>
          </thead>
          <tbody>
            {picture.links.map(({ source, target, value }) => (
              <tr key={`${source}>${target}`}>
                <td>{titles.get(source)}</td>
                <td>{titles.get(target)}</td>
                <td className="num">{format.number(value)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  )
}
