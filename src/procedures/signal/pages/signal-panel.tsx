import type { Chart } from '../../../kernel/report.ts'
import { text } from '../../../kernel/text.ts'
import { useT } from '../../../web/language.tsx'
import type { OwnPanelProps } from '../../../web/record/own-panels.ts'
import { ReportBody } from '../../../web/report/report-body.tsx'

/** The control chart as it was when the signal was opened; its points lead to the complaints. */
export function OwnPanel({ page }: OwnPanelProps) {
  const t = useT()
  const chart = page.record.chart as unknown as Chart
  const content = { title: chart.title, period: chart.title, figures: [], charts: [chart], tables: [], notes: [] }
  return (
    <section className="signal-chart" aria-label={t(text('控制图', 'Control chart'))}>
      <ReportBody content={content} procedure="complaint" period={{}} />
    </section>
  )
}
