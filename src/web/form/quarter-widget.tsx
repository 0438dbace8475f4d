import { dayOfLaterMonth } from '../../kernel/time.ts'
import { periodAt } from '../../vocabulary/report-period.ts'
import { ChoiceList } from './choice-widgets.tsx'
import { useFormScope, type WidgetProps } from './form-scope.tsx'
import { today } from './site-time.ts'

/** So many quarters after the running one are offered. */
const AHEAD = 4

/** A quarter, kept as its first day: the running one, or one of those that follow. */
export function QuarterWidget(props: WidgetProps) {
  const { zone } = useFormScope()
  const running = periodAt('quarter', today(Date.now(), zone)).firstDay
  const offered = Array.from({ length: AHEAD + 1 }, (_, at) => dayOfLaterMonth(running, at * 3, 1))
  return <ChoiceList {...props} choices={offered.map(day => ({ value: day, title: periodAt('quarter', day).title }))} />
}
