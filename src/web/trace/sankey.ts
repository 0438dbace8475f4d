import { SankeyChart, type SankeySeriesOption } from 'echarts/charts'
import { TooltipComponent, type TooltipComponentOption } from 'echarts/components'
import type { ComposeOption } from 'echarts/core'
import * as echarts from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'

echarts.use([SankeyChart, TooltipComponent, SVGRenderer])

/** What the drawing library is told. */
export type SankeyOption = ComposeOption<SankeySeriesOption | TooltipComponentOption>

/** A picture on the page. */
export interface SankeyDrawing {
  readonly fit: () => void
  readonly end: () => void
}

/** Draws the flows into an element; `onNode` hears the id of a node that was pressed. */
export function drawSankey(element: HTMLElement, option: SankeyOption, onNode: (id: string) => void): SankeyDrawing {
  const chart = echarts.init(element, null, { renderer: 'svg' })
  chart.setOption(option)
  chart.on('click', event => {
    if (event.dataType === 'node' && typeof event.name === 'string') onNode(event.name)
  })
  return { fit: () => chart.resize(), end: () => chart.dispose() }
}
