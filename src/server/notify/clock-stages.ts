import { addMilliseconds, HOUR, type Instant, millisecondsBetween } from '../../kernel/time.ts'

/** Stages of a clock, in order: 1 half time, 2 nearly due, 3 overdue, 4 told to the next role up. */
const STAGES = ['half', 'near', 'overdue', 'escalated'] as const
export type Stage = (typeof STAGES)[number]

/** What the company has set about stages. */
interface StageRules {
  /** Share of the time in percent after which a clock is nearly due. */
  readonly nearPercent: number
  /** Hours after the end until the next role up is told. */
  readonly escalateHours: number
}

interface Span {
  readonly openedAt: Instant
  readonly dueAt: Instant
}

/** When the clock reaches each stage. */
function stageTimes({ openedAt, dueAt }: Span, rules: StageRules): Readonly<Record<Stage, Instant>> {
  const length = Math.max(0, millisecondsBetween(openedAt, dueAt))
  return {
    half: addMilliseconds(openedAt, length / 2),
    near: addMilliseconds(openedAt, (length * rules.nearPercent) / 100),
    overdue: dueAt,
    escalated: addMilliseconds(dueAt, rules.escalateHours * HOUR),
  }
}

/** What a look at a clock finds. */
interface Crossed {
  /** Stages to tell now: of those up to the end the last alone, and the next role up. */
  readonly tell: readonly Stage[]
  /** Number of the last stage that was told or passed over. */
  readonly told: number
  /** When to look again; null: never. */
  readonly nextAt: Instant | null
}

/** What has to be told of a clock of which `told` stages were told; stages from before `since` are passed over in silence. */
export function crossed(span: Span, told: number, now: Instant, since: Instant, rules: StageRules): Crossed {
  const times = stageTimes(span, rules)
  const passed = STAGES.filter((stage, i) => i >= told && times[stage] <= now)
  const own = passed.filter(stage => stage !== 'escalated').at(-1)
  const tell = [own, passed.find(stage => stage === 'escalated')].filter(
    (stage): stage is Stage => stage !== undefined && times[stage] >= since,
  )
  const reached = passed.length === 0 ? told : STAGES.indexOf(passed.at(-1) ?? 'half') + 1
  const next = STAGES[reached]
  return { tell, told: reached, nextAt: next ? times[next] : null }
}
