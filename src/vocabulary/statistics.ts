/** A count and how much could have been counted: complaints among units delivered, faults on square metres. */
export interface Sample {
  readonly count: number
  /** Area of opportunity, in the unit of the rate; null or 0: nothing could happen, so there is no rate. */
  readonly area: number | null
}

/** One point of a control chart with its own limits, since the area of opportunity changes from point to point. */
export interface ControlPoint {
  readonly value: number | null
  readonly centre: number | null
  readonly upper: number | null
  readonly lower: number | null
}

/** The rules of the control chart that open a signal. */
export type ControlRule = 'beyond-limit' | 'run-of-eight' | 'two-of-three'

/** A rule that a series of points breaks, with the points that show it; the last of them is the one at which it broke. */
export interface ControlBreak {
  readonly rule: ControlRule
  readonly side: 'above' | 'below'
  /** Places of the points, the earliest first. */
  readonly points: readonly number[]
}

const SIGMAS = 3
const RUN = 8

const known = (samples: readonly Sample[]): readonly { readonly count: number; readonly area: number }[] =>
  samples.flatMap(({ count, area }) => (area !== null && area > 0 ? [{ count, area }] : []))

/** Mean number in each unit of area; null when there was no area at all. */
export function meanRate(samples: readonly Sample[]): number | null {
  const usable = known(samples)
  const area = usable.reduce((sum, sample) => sum + sample.area, 0)
  return area > 0 ? usable.reduce((sum, sample) => sum + sample.count, 0) / area : null
}

const pointsOf = (
  samples: readonly Sample[],
  centre: number | null,
  sigma: (mean: number, area: number) => number,
  most = Number.POSITIVE_INFINITY,
): ControlPoint[] =>
  samples.map(({ count, area }) => {
    if (area === null || area <= 0 || centre === null) return { value: null, centre, upper: null, lower: null }
    const width = SIGMAS * sigma(centre, area)
    return { value: count / area, centre, upper: Math.min(most, centre + width), lower: Math.max(0, centre - width) }
  })

/**
 * u chart: numbers in an area of opportunity that changes (Poisson). Limits of each point: ū ± 3·√(ū/nᵢ), never below 0.
 * @param centre mean rate; default: of the samples themselves
 */
export const uChart = (samples: readonly Sample[], centre = meanRate(samples)): ControlPoint[] =>
  pointsOf(samples, centre, (mean, area) => Math.sqrt(mean / area))

/** p chart: shares of units of which each counts at most once (binomial). Limits: p̄ ± 3·√(p̄(1−p̄)/nᵢ), between 0 and 1. */
export const pChart = (samples: readonly Sample[], centre = meanRate(samples)): ControlPoint[] =>
  pointsOf(samples, centre, (mean, area) => Math.sqrt((mean * (1 - mean)) / area), 1)

/**
 * The rules of the chart that are broken: one point beyond 3σ (Western Electric 1, Nelson 1), two of three beyond 2σ on one side
 * (Western Electric 2, Nelson 5), eight in a row on one side (Western Electric 4; Nelson 2 asks for nine). A point without a
 * value ends a run. Each break is told once, at the point at which it first shows; a run that goes on is no second one.
 */
export function breaksOf(points: readonly ControlPoint[]): ControlBreak[] {
  const breaks: ControlBreak[] = []
  for (const side of ['above', 'below'] as const) {
    const sign = side === 'above' ? 1 : -1
    /** How far the point lies on this side, in σ; null without a value. */
    const far = points.map(({ value, centre, upper, lower }) => {
      if (value === null || centre === null || upper === null || lower === null) return null
      const width = side === 'above' ? upper - centre : centre - lower
      return { off: (value - centre) * sign, width, beyond: side === 'above' ? value > upper : value < lower }
    })
    far.forEach((point, i) => {
      if (point?.beyond) breaks.push({ rule: 'beyond-limit', side, points: [i] })
    })
    let run: number[] = []
    far.forEach((point, i) => {
      run = point && point.off > 0 ? [...run, i] : []
      if (run.length === RUN) breaks.push({ rule: 'run-of-eight', side, points: run })
    })
    // a lower limit cut off at zero is nearer than 3σ, so two thirds of it would be nearer than 2σ: only the upper side is judged
    if (side === 'below') continue
    const isWarned = far.map(point => point !== null && point.width > 0 && point.off > (point.width * 2) / SIGMAS)
    let told = -1
    isWarned.forEach((warned, i) => {
      const last = [i - 2, i - 1, i].filter(at => at >= 0 && isWarned[at])
      if (!warned || last.length < 2) return
      if ((last[0] ?? 0) > told) breaks.push({ rule: 'two-of-three', side, points: last })
      told = i
    })
  }
  return breaks.toSorted((one, other) => (one.points.at(-1) ?? 0) - (other.points.at(-1) ?? 0))
}

/** The value below which the share of the values lies, between neighbours in proportion (Hyndman and Fan 7, as in spreadsheets). */
export function quantile(values: readonly number[], share: number): number | null {
  if (values.length === 0) return null
  const sorted = values.toSorted((a, b) => a - b)
  const at = (sorted.length - 1) * Math.min(1, Math.max(0, share))
  const low = sorted[Math.floor(at)] ?? 0
  const high = sorted[Math.ceil(at)] ?? low
  return low + (high - low) * (at - Math.floor(at))
}

/** Smallest value, quartiles and largest value. */
export const fiveNumbers = (values: readonly number[]): readonly (number | null)[] =>
  [0, 0.25, 0.5, 0.75, 1].map(share => quantile(values, share))

/** What the first values add up to, in percent of all; unknown values count as none. */
export function cumulatedShares(values: readonly (number | null)[]): number[] {
  const whole = values.reduce<number>((sum, value) => sum + (value ?? 0), 0)
  let sum = 0
  return values.map(value => {
    sum += value ?? 0
    return whole === 0 ? 0 : Math.round((sum / whole) * 1000) / 10
  })
}

/**
 * The vital few: so many of the largest values together make up the share (80 %) of all.
 * @param whole what all values add up to, where only the largest are given; all of these, when they do not suffice
 */
export function vitalFew(
  values: readonly number[],
  share = 0.8,
  whole = values.reduce((sum, value) => sum + value, 0),
): number {
  if (whole <= 0) return 0
  let sum = 0
  let few = 0
  for (const value of values.toSorted((a, b) => b - a)) {
    if (sum >= whole * share - 1e-9) break
    sum += value
    few += 1
  }
  return few
}

/**
 * Whether a series rises or falls: Kendall's S of the Mann–Kendall test with its normal approximation (ties corrected); a trend
 * where |z| ≥ 1.96, that is at 5 %. Fewer than four values say nothing.
 */
export function trendOf(values: readonly (number | null)[]): 'rising' | 'falling' | 'none' {
  const list = values.filter(value => value !== null)
  const n = list.length
  if (n < 4) return 'none'
  const s = kendallS(list)
  const ties = [...Map.groupBy(list, value => value).values()].map(group => group.length)
  const variance = (n * (n - 1) * (2 * n + 5) - ties.reduce((sum, t) => sum + t * (t - 1) * (2 * t + 5), 0)) / 18
  if (variance <= 0 || s === 0) return 'none'
  const z = (s - Math.sign(s)) / Math.sqrt(variance)
  return z >= 1.96 ? 'rising' : z <= -1.96 ? 'falling' : 'none'
}

/** Kendall's S: pairs that rise less pairs that fall. */
export const kendallS = (list: readonly number[]): number =>
  list.reduce((sum, value, i) => sum + list.slice(i + 1).reduce((part, later) => part + Math.sign(later - value), 0), 0)

/** Share in percent, to one decimal; null where there is nothing to share. */
export const percent = (part: number, whole: number): number | null =>
  whole > 0 ? Math.round((part / whole) * 1000) / 10 : null

/** Cases for each thousand units delivered, to two decimals; null where nothing was delivered. */
export const perThousand = (count: number, delivered: number): number | null =>
  delivered > 0 ? Math.round((count / delivered) * 100_000) / 100 : null
