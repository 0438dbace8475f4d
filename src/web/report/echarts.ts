import { BarChart, BoxplotChart, LineChart } from 'echarts/charts'
import { GridComponent, LegendComponent, MarkLineComponent, TooltipComponent } from 'echarts/components'
import * as echarts from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import type { ChartOption } from './chart-option.ts'

echarts.use([
  BarChart,
  BoxplotChart,
  LineChart,
  GridComponent,
  LegendComponent,
  MarkLineComponent,
  TooltipComponent,
  SVGRenderer,
])

/** A chart on the page. */
export interface Drawing {
  readonly fit: () => void
  readonly end: () => void
  /** Hears the clicks on a category, its axis label included. */
  readonly onCategory: (heard: (index: number) => void) => void
}

/** Draws a chart into an element. */
export function draw(element: HTMLElement, option: ChartOption): Drawing {
  const chart = echarts.init(element, null, { renderer: 'svg' })
  chart.setOption(option)
  return {
    fit: () => chart.resize(),
    end: () => chart.dispose(),
    onCategory: heard => {
      chart.on('click', event => heard(event.dataIndex))
    },
  }
}
