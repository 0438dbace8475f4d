import {
  type ClockCounts,
  controlsOf,
  type Fulfilment,
  fulfilmentOf,
  hasOwnClock,
  isClocked,
  proceduresWith,
  runs,
  stepsOf,
  totalOf,
} from './evidence.ts'
import {
  actRows,
  actsOfRecords,
  countActs,
  proofNames,
  type RefusedProof,
  refusedRows,
  signaturesFor,
} from './evidence-act.ts'
import {
  type ClockAsk,
  type ClockFilter,
  type ClockGroup,
  chosenClocks,
  clockGroups,
  clockProofs,
  clockRows,
} from './evidence-clock.ts'
import { type ShownControl, type ShownPolicy, shownControls, shownPolicies } from './evidence-control.ts'
import { type Exceptions, exceptionsOf } from './evidence-exception.ts'
import { forEyes } from './evidence-eyes.ts'
import type { ClockProof, ProofPage } from './evidence-proof.ts'
import { drawSample, type SampleDraw } from './evidence-sample.ts'
import { workRecords } from './evidence-work.ts'
import type { Kernel } from './kernel.ts'
import type { Actor, Sight } from './person.ts'
import type { Clause, Procedure, WrittenProcedure } from './procedure.ts'
import type { Text } from './text.ts'
import type { Instant } from './time.ts'

/** One clause of a written procedure in a period; both moments are included. */
export interface ClauseAsk {
  readonly written: WrittenProcedure
  readonly id: string
  readonly clause: Clause
  readonly from: Instant
  readonly to: Instant
  /** Set for an inspector; the period lies within it. */
  readonly sight?: Sight
}

/** A clause as everyone may read it: text, what acts for it, and counts. */
export interface ClauseSummary extends Clause {
  readonly procedure: string
  readonly procedureTitle: Text
  readonly id: string
  readonly runs: boolean
  readonly fulfilment: Fulfilment
  readonly controls: readonly ShownControl[]
  readonly policies: readonly ShownPolicy[]
  readonly accepted: number
  readonly refused: number
  readonly clocks: ClockCounts | null
  readonly groups: readonly ClockGroup[]
}

/** A clause with the names, sentences and records that prove it. */
export interface ClausePage extends ClauseSummary {
  readonly refusals: readonly RefusedProof[]
  readonly late: readonly ClockProof[]
  readonly exceptions: Exceptions
  readonly proofs: ProofPage
}

/** Late clocks and refused attempts that the page shows at once. */
export const SHOWN = 20
const FIRST_PAGE = 15
const NO_PROOFS: ProofPage = { clocks: [], acts: [], signatures: [], names: {}, next: null }
const NO_EXCEPTIONS: Exceptions = { cancelled: [], policies: [], corrections: [] }

/** Text, controls, policies and counts of a clause. */
export async function clauseSummary(kernel: Kernel, ask: ClauseAsk): Promise<ClauseSummary> {
  const { summary } = await summaryWithRefusals(kernel, ask)
  return summary
}

async function summaryWithRefusals(kernel: Kernel, ask: ClauseAsk) {
  const { written, id, clause, from, to, sight } = ask
  const now = kernel.clock.now()
  const clocked = runs(written) && isClocked(written, id) ? clockAsk(ask, written, now) : null
  const [{ policies }, accepted, groups, refused] = await Promise.all([
    kernel.settings(),
    countActs(kernel, { steps: stepsOf(written, id), from, to }),
    clocked ? clockGroups(kernel, clocked) : [],
    runs(written)
      ? refusedRows(
          kernel,
          { clause: id, elsewhere: proceduresWith(kernel.registry, written.name, id), from, to, sight },
          SHOWN,
        )
      : { count: 0, rows: [] },
  ])
  const summary: ClauseSummary = {
    ...clause,
    procedure: written.name,
    procedureTitle: written.title,
    id,
    runs: runs(written),
    fulfilment: fulfilmentOf(clause, controlsOf(written, id, clause)),
    controls: shownControls(kernel.registry, kernel.words, written, id, clause),
    policies: shownPolicies(written, id, policies, now),
    accepted,
    refused: refused.count,
    clocks: clocked ? totalOf(groups) : null,
    groups,
  }
  return { summary, refusals: refused.rows, versions: policies, now }
}

const clockAsk = (ask: ClauseAsk, procedure: Procedure, now: Instant): ClockAsk => ({
  procedure,
  clause: ask.id,
  from: ask.from,
  to: ask.to,
  now,
  ...(ask.sight && { sight: ask.sight }),
})

/** Everything that one page shows of one clause. */
export async function clausePage(kernel: Kernel, ask: ClauseAsk, actor: Actor): Promise<ClausePage> {
  const { written } = ask
  if (!runs(written))
    return {
      ...(await clauseSummary(kernel, ask)),
      refusals: [],
      late: [],
      exceptions: NO_EXCEPTIONS,
      proofs: NO_PROOFS,
    }
  const now = kernel.clock.now()
  const clocks = clockAsk(ask, written, now)
  const clocked = isClocked(written, ask.id)
  const { policies } = await kernel.settings()
  const [{ summary, refusals }, late, exceptions, page] = await Promise.all([
    summaryWithRefusals(kernel, ask),
    clocked
      ? clockRows(kernel, clocks, { outcome: 'late', limit: SHOWN }).then(rows =>
          clockProofs(kernel, written, rows, now),
        )
      : [],
    exceptionsOf(kernel, clocks, stepsOf(written, ask.id), policies),
    unnamedProofs(kernel, ask, written, { limit: FIRST_PAGE }),
  ])
  const all = exceptions.corrections.map(item => ({ procedure: written.name, id: item.recordId }))
  const told = [...late, ...exceptions.cancelled, ...page.clocks, ...refusals, ...page.acts].map(item => ({
    procedure: item.procedure,
    id: item.recordId,
  }))
  const [names, signatures] = await Promise.all([
    proofNames(kernel, [...all, ...told, ...workRecords([...late, ...page.clocks])], actor),
    signaturesFor(kernel, written, ask.id, [...late, ...page.clocks]),
  ])
  const seen = await forEyes(kernel, written, names, actor)
  return {
    ...summary,
    refusals: refusals.filter(seen.step),
    late: late.map(seen.clock),
    exceptions: {
      ...exceptions,
      cancelled: exceptions.cancelled.map(seen.clock),
      corrections: exceptions.corrections.flatMap(seen.correction),
    },
    proofs: seen.proofs({ ...page, names, signatures }),
  }
}

/** A page of records that prove a clause: its clocks, or its steps where no clock was due or `acts` is asked. */
export async function clauseProofs(
  kernel: Kernel,
  ask: ClauseAsk,
  filter: ClockFilter & { readonly acts?: boolean },
  actor: Actor,
): Promise<ProofPage> {
  const { written } = ask
  if (!runs(written)) return NO_PROOFS
  return withNames(kernel, ask, written, await unnamedProofs(kernel, ask, written, filter), actor)
}

async function withNames(
  kernel: Kernel,
  ask: ClauseAsk,
  written: Procedure,
  page: ProofPage,
  actor: Actor,
): Promise<ProofPage> {
  const wanted = [...page.clocks, ...page.acts].map(item => ({ procedure: item.procedure, id: item.recordId }))
  const [names, signatures] = await Promise.all([
    proofNames(kernel, [...wanted, ...workRecords(page.clocks)], actor),
    signaturesFor(kernel, written, ask.id, page.clocks),
  ])
  const seen = await forEyes(kernel, written, names, actor)
  return seen.proofs({ ...page, names, signatures })
}

async function unnamedProofs(
  kernel: Kernel,
  ask: ClauseAsk,
  written: Procedure,
  filter: ClockFilter & { readonly acts?: boolean },
): Promise<ProofPage> {
  const limit = filter.limit + 1
  const narrowed = filter.after !== undefined || filter.group !== undefined || filter.outcome !== undefined
  if (isClocked(written, ask.id) && !filter.acts) {
    const now = kernel.clock.now()
    const rows = await clockRows(kernel, clockAsk(ask, written, now), { ...filter, limit })
    const shown = rows.slice(0, filter.limit)
    const last = shown.at(-1)
    const next = rows.length > filter.limit && last ? `${last.dueAt}|${last.id}` : null
    if (last || narrowed) return { ...NO_PROOFS, clocks: await clockProofs(kernel, written, shown, now), next }
  }
  const { from, to, id } = ask
  const { after } = filter
  const rows = await actRows(kernel, { steps: stepsOf(written, id), from, to, limit, ...(after && { after }) })
  const shown = rows.slice(0, filter.limit)
  const last = shown.at(-1)
  return { ...NO_PROOFS, acts: shown, next: rows.length > filter.limit && last ? `${last.at}|${last.seq}` : null }
}

/** A drawn sample with the proofs of its records. */
export interface ClauseSample extends Omit<SampleDraw, 'recordIds'> {
  readonly recordIds: readonly string[]
  readonly proofs: ProofPage
}

/** Draws records at random; see {@link drawSample}. */
export async function clauseSample(
  kernel: Kernel,
  ask: ClauseAsk,
  seed: string,
  count: number,
  actor: Actor,
): Promise<ClauseSample> {
  const { written, id, from, to, sight } = ask
  if (!runs(written)) return { seed, of: 0, recordIds: [], proofs: NO_PROOFS }
  const now = kernel.clock.now()
  const steps = stepsOf(written, id)
  const clocked = isClocked(written, id)
  const turns = clocked && !hasOwnClock(written, id)
  const place = { procedure: written, clause: id, steps, now, from, to, ...(sight && { sight }) }
  const byClock = clocked ? await drawSample(kernel, { ...place, by: turns ? 'turns' : 'clocks' }, seed, count) : null
  const drawn = byClock?.of ? byClock : await drawSample(kernel, { ...place, by: 'steps' }, seed, count)
  const [clocks, acts] = await Promise.all([
    clocked
      ? chosenClocks(
          kernel,
          clockAsk(ask, written, now),
          turns && byClock?.of ? 'id' : 'record_id',
          drawn.recordIds,
        ).then(rows => clockProofs(kernel, written, rows, now))
      : [],
    actsOfRecords(kernel, { steps, from, to }, drawn.recordIds),
  ])
  return { ...drawn, proofs: await withNames(kernel, ask, written, { ...NO_PROOFS, clocks, acts }, actor) }
}
