import { text } from '../../kernel/text.ts'
import { periodAt } from '../../vocabulary/report-period.ts'
import type { Column, Json, ProcedureMeta } from '../answers.ts'
import { useFormat } from '../format.ts'
import { useT } from '../language.tsx'

/** One value of a register or table as its column's kind shows it. */
export function Cell({
  column,
  value,
  states,
}: {
  readonly column: Column
  readonly value: Json | undefined
  readonly states?: ProcedureMeta['states'] | undefined
}) {
  const t = useT()
  const format = useFormat()
  if (isBlank(value)) return <span className="who">—</span>
  const plain = String(value)
  switch (column.kind) {
    case 'code':
      return <span className="mono">{plain}</span>
    case 'state': {
      const state = states?.[plain]
      return (
        <span className={`tag ${state?.tone ?? column.options?.[plain]?.tone ?? ''}`}>
          {t(state?.title ?? column.options?.[plain]?.title ?? plain)}
        </span>
      )
    }
    case 'choice': {
      if (Array.isArray(value))
        return (
          <>{value.map(each => t(column.options?.[String(each)]?.title ?? String(each))).join(t(text('、', ', ')))}</>
        )
      const option = column.options?.[plain]
      const title = t(option?.title ?? plain)
      return option?.tone && option.tone !== 'plain' ? <span className={`tag ${option.tone}`}>{title}</span> : title
    }
    case 'instant':
      return (
        <time dateTime={plain} title={format.full(plain)}>
          {format.instant(plain)}
        </time>
      )
    case 'day':
      return <time dateTime={plain}>{column.every ? t(periodAt(column.every, plain).title) : format.day(plain)}</time>
    case 'number':
      return <>{typeof value === 'number' ? format.number(value) : plain}</>
    case 'yes-no':
      return <>{t(value === true || plain === 'true' || plain === 'yes' ? text('是', 'yes') : text('否', 'no'))}</>
    default:
      if (Array.isArray(value)) return <>{value.map(String).join(t(text('、', ', ')))}</>
      if (typeof value === 'object') return <>{t(value as { zh: string; en: string })}</>
      return <>{plain}</>
  }
}

/** Whether there is nothing to show. */
export const isBlank = (value: Json | undefined): value is null | undefined | '' | [] =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)

/** Whether the column's values stand at the right. */
export const isNumeric = (column: Column): boolean => column.kind === 'number'
