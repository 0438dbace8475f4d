import type { Spread } from './evidence-duration.ts'
import { type Text, text } from './text.ts'

/** What the units of a picture of durations are called. */
export const UNITS: Readonly<Record<Spread['unit'], Text>> = {
  minute: text('分钟', 'minutes'),
  hour: text('小时', 'hours'),
  day: text('天', 'days'),
  share: text('占时限的百分比', 'per cent of the limit'),
}

const short = (value: number): string => String(Math.round(value * 100) / 100)

/** `3–4`; the last step says that longer ones stand in it too. */
export function binTitle(spread: Spread, index: number): string {
  const from = index * spread.step
  const last = index === spread.bins.length - 1 && from >= spread.limit
  return last ? `≥ ${short(from)}` : `${short(from)}–${short(from + spread.step)}`
}

/** The picture in one sentence, for those who do not see it. */
export function spreadSentence(spread: Spread): Text {
  const unit = UNITS[spread.unit]
  const told = spread.bins.flatMap((bin, index) => {
    const count = bin.inTime + bin.late
    return count > 0 ? [`${binTitle(spread, index)}: ${count}`] : []
  })
  return spread.unit === 'share'
    ? text(`用时占时限的百分比：${told.join('；')}`, `Time taken as a share of the limit: ${told.join('; ')}`)
    : text(
        `用时（${unit.zh}），时限 ${short(spread.limit)} ${unit.zh}：${told.join('；')}`,
        `Time taken in ${unit.en}, limit ${short(spread.limit)}: ${told.join('; ')}`,
      )
}
