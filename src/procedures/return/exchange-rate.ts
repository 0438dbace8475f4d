import { z } from 'zod'
import { type Text, text } from '../../kernel/text.ts'
import { type Day, daysBetween } from '../../kernel/time.ts'
import { daySchema } from '../../vocabulary/record-base.ts'

/** What a company allows one customer: share of the purchases in percent, and days after delivery. */
export interface Limits {
  readonly ratePct: number
  readonly periodDays: number
  /** Which rule of the policy says so. */
  readonly source: 'general' | 'customer' | 'region' | 'class'
}

/** An exception from the general limits; whichever of the three is named must match. */
export interface LimitRule {
  readonly customer?: string
  readonly region?: string
  readonly deviceClass?: 'I' | 'II' | 'III'
  readonly ratePct: number
  readonly periodDays: number
}

/** Whose request it is. */
export interface Asker {
  readonly partyId: string
  readonly province: string | null
  readonly city: string | null
  readonly classes: readonly string[]
}

const SOURCES = ['general', 'customer', 'region', 'class'] as const

/**
 * The limits for a customer: his own rule goes before that of his region, that before the one of the product class, that
 * before the general one. Of several rules of one rank the stricter holds, since a request may hold several classes.
 */
export function limitsFor(asker: Asker, general: Omit<Limits, 'source'>, rules: readonly LimitRule[]): Limits {
  const fits = rules.filter(
    rule =>
      (rule.customer === undefined || rule.customer === asker.partyId) &&
      (rule.region === undefined || inRegion(rule.region, asker)) &&
      (rule.deviceClass === undefined || asker.classes.includes(rule.deviceClass)),
  )
  for (const [source, has] of [
    ['customer', (rule: LimitRule) => rule.customer !== undefined],
    ['region', (rule: LimitRule) => rule.region !== undefined],
    ['class', (rule: LimitRule) => rule.deviceClass !== undefined],
  ] as const) {
    const ranked = fits.filter(has)
    if (ranked.length > 0)
      return {
        ratePct: Math.min(...ranked.map(rule => rule.ratePct)),
        periodDays: Math.min(...ranked.map(rule => rule.periodDays)),
        source,
      }
  }
  return { ...general, source: 'general' }
}

const plain = (place: string | null): string => (place ?? '').trim().replace(/[省市]$/, '')
const inRegion = (region: string, { province, city }: Asker): boolean =>
  plain(region) !== '' && [plain(province), plain(city)].includes(plain(region))

/** What a customer bought and exchanged before this request, in the accounting period. Amounts in fen; null: not known. */
export interface Trade {
  readonly purchasedPieces: number
  readonly purchasedAmount: number | null
  readonly exchangedPieces: number
  readonly exchangedAmount: number | null
}

/** A line as far as the limits look at it. */
export interface LimitLine {
  readonly lotNo: string
  readonly quantity: number
  readonly unitPrice: number | null
  readonly deliveredOn: Day | null
}

/** Whether a request stays within rate and period, with everything that the answer rests on. Amounts in fen. */
export const limitsResult = z.object({
  base: z.enum(['amount', 'pieces']),
  from: daySchema,
  to: daySchema,
  exchangedBefore: z.number(),
  thisRequest: z.number(),
  purchased: z.number(),
  /** Percent, to two decimals; null when nothing was bought in the period. */
  ratePct: z.number().nullable(),
  limitPct: z.number(),
  periodDays: z.number(),
  /** The line that was delivered longest ago; null when no delivery is known of some line. */
  oldest: z.object({ lotNo: z.string(), deliveredOn: daySchema, days: z.number() }).nullable(),
  source: z.enum(SOURCES),
  rateKept: z.boolean(),
  periodKept: z.boolean(),
})
export type LimitsResult = z.infer<typeof limitsResult>

/** Amount of the lines in fen; null when the price of one is not known. */
export const amountOf = (lines: readonly { quantity: number; unitPrice: number | null }[]): number | null =>
  lines.reduce<number | null>(
    (sum, line) => (sum === null || line.unitPrice === null ? null : sum + line.quantity * line.unitPrice),
    0,
  )

/** A share in percent, to two decimals; null of nothing. */
export const share = (part: number, whole: number): number | null =>
  whole > 0 ? Math.round((part / whole) * 10_000) / 100 : null

/**
 * S02-4.2.3b, 4.2.11b: exchanged goods, this request included, as a share of what the customer bought in the accounting
 * period, and the age of the oldest delivery. By amount when `base` asks for it and every amount is known, else by pieces.
 */
export function judgeLimits(ask: {
  readonly lines: readonly LimitLine[]
  readonly trade: Trade
  readonly limits: Limits
  readonly base: 'amount' | 'pieces'
  readonly from: Day
  readonly today: Day
}): LimitsResult {
  const { lines, trade, limits, from, today } = ask
  const amount = amountOf(lines)
  const byAmount =
    ask.base === 'amount' && amount !== null && trade.purchasedAmount !== null && trade.exchangedAmount !== null
  const thisRequest = byAmount ? (amount ?? 0) : lines.reduce((sum, line) => sum + line.quantity, 0)
  const exchangedBefore = byAmount ? (trade.exchangedAmount ?? 0) : trade.exchangedPieces
  const purchased = byAmount ? (trade.purchasedAmount ?? 0) : trade.purchasedPieces
  const ratePct = share(exchangedBefore + thisRequest, purchased)
  const ages = lines.flatMap(({ lotNo, deliveredOn }) =>
    deliveredOn === null ? [] : [{ lotNo, deliveredOn, days: daysBetween(deliveredOn, today) }],
  )
  const oldest =
    ages.length === lines.length
      ? (ages.toSorted((a, b) => b.days - a.days || a.lotNo.localeCompare(b.lotNo))[0] ?? null)
      : null
  return {
    base: byAmount ? 'amount' : 'pieces',
    from,
    to: today,
    exchangedBefore,
    thisRequest,
    purchased,
    ratePct,
    limitPct: limits.ratePct,
    periodDays: limits.periodDays,
    oldest,
    source: limits.source,
    // who bought nothing in the period has no share that could be kept
    rateKept: ratePct !== null && ratePct <= limits.ratePct,
    periodKept: oldest !== null && oldest.days <= limits.periodDays,
  }
}

/** Whether a request stays within both limits. */
export const withinLimits = (result: LimitsResult): boolean => result.rateKept && result.periodKept

const sources = {
  general: text('统一比例', 'the general rule'),
  customer: text('该客户的比例', 'the rule for this customer'),
  region: text('该地区的比例', 'the rule for its region'),
  class: text('该类产品的比例', 'the rule for this device class'),
} as const satisfies Record<Limits['source'], Text>

/** An amount of fen in yuan: `1234.50`. */
export const yuan = (fen: number): string => (fen / 100).toFixed(2)

/** Why a request is within the limits or not, in words: what counts, from when, the result and the limit. */
export function whyLimits(result: LimitsResult): Text {
  const { base, from, to, exchangedBefore, thisRequest, purchased, ratePct, limitPct, periodDays, oldest } = result
  const zh = (value: number) => (base === 'amount' ? `${yuan(value)} 元` : `${value} 件`)
  const en = (value: number) => (base === 'amount' ? `${yuan(value)} yuan` : `${value} pieces`)
  const rule = sources[result.source]
  const rate =
    ratePct === null
      ? text(
          `${from} 至 ${to} 没有进货，无法计算调换率，视为超出比例。`,
          `Nothing was bought from ${from} to ${to}, so there is no rate: it counts as over the limit. `,
        )
      : text(
          `${from} 至 ${to}：已调换 ${zh(exchangedBefore)}，本次 ${zh(thisRequest)}，进货 ${zh(purchased)}，调换率 ${ratePct}%，${rule.zh}为 ${limitPct}%，${result.rateKept ? '未超' : '已超'}。`,
          `${from} to ${to}: ${en(exchangedBefore)} exchanged before, ${en(thisRequest)} now, ${en(purchased)} bought; the rate is ${ratePct}%, ${rule.en} allows ${limitPct}%: ${result.rateKept ? 'kept' : 'exceeded'}. `,
        )
  const period = oldest
    ? text(
        `批号 ${oldest.lotNo} 于 ${oldest.deliveredOn} 发货，已 ${oldest.days} 天，期限 ${periodDays} 天，${result.periodKept ? '未超' : '已超'}。`,
        `Lot ${oldest.lotNo} was delivered on ${oldest.deliveredOn}, ${oldest.days} days ago; ${periodDays} days are allowed: ${result.periodKept ? 'kept' : 'exceeded'}.`,
      )
    : text(
        '有批次查不到发货日期，视为超出期限。',
        'The delivery of some lot is not known: it counts as over the period.',
      )
  return text(`${rate.zh}${period.zh}`, `${rate.en}${period.en}`)
}
