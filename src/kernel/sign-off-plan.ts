import { randomUUID } from 'node:crypto'
import { canonical } from './canonical.ts'
import type { AnyCommand, Change } from './command.ts'
import type { JsonObject } from './json.ts'
import { type Actor, deputyIn } from './person.ts'
import type { RecordBase } from './record.ts'
import { type Refusal, refuse } from './refusal.ts'
import type { SignOffChain, SignOffOutcome, SignOffRow } from './sign-off.ts'
import { keyOf, lastRound, signedRow, stageOf } from './sign-off-order.ts'
import { joinText, type Text, text } from './text.ts'
import type { Instant } from './time.ts'
import type { Write } from './write.ts'

/** An accepted step, as far as signatures are concerned. */
export interface SignOffAct {
  readonly procedure: string
  readonly chains: readonly SignOffChain[]
  readonly command: AnyCommand
  readonly change: Pick<Change<RecordBase>, 'seek' | 'decline' | 'sendBack' | 'note' | 'void'>
  /** The record after the step. */
  readonly record: RecordBase
  /** The record is finished: nothing more is asked. */
  readonly final: boolean
  readonly actor: Actor
  readonly now: Instant
}

/** What a step means for the signatures of its record. */
export interface SignOffPlan {
  readonly writes: Write[]
  /** All rows after the step. */
  readonly rows: readonly SignOffRow[]
  /** The signer changes what others have signed: he sends it back instead. */
  readonly refusal?: Refusal
}

/** Plans the signatures: given, declined, sent back, asked anew, voided by a change, no longer asked at the end. */
export function planSignOffs(act: SignOffAct, before: readonly SignOffRow[]): SignOffPlan {
  const book = new SignOffBook(act, before)
  const chainOf = (name: string): SignOffChain => {
    const chain = act.chains.find(item => item.name === name)
    if (!chain) throw new Error(`${act.procedure} declares no chain ${name}`)
    return chain
  }
  const signs = act.command.sign?.chain && act.command.sign.step ? chainOf(act.command.sign.chain) : null
  // A step that signs the first of the signatures that it seeks opens that round itself.
  const own = act.command.sign?.step === 1 ? act.change.seek?.find(item => item.chain === signs?.name) : undefined
  if (signs) {
    book.sign(signs, own?.steps)
    const refusal = changedBySigner(signs, act, book.plan().rows)
    if (refusal) return { writes: [], rows: before, refusal }
  }
  if (act.change.sendBack) book.sendBack(chainOf(act.change.sendBack.chain), act.change.sendBack.to)
  for (const item of act.change.seek ?? []) if (item !== own) book.seek(chainOf(item.chain), item.steps)
  for (const { chain, reason } of act.change.void ?? []) book.void(chainOf(chain), () => reason)
  for (const chain of act.chains) if (chain.covers) book.void(chain, row => changedReason(chain, row, act.record))
  if (act.final) book.end()
  return book.plan()
}

/** What a chain's signatures stand for on this record, as plain JSON; null when the chain covers nothing in particular. */
export const coveredBy = (chain: SignOffChain, record: RecordBase): JsonObject | null =>
  chain.covers ? JSON.parse(JSON.stringify(chain.covers(record))) : null

/** One part of what signatures stand for that is no longer as it was. */
export interface CoveredChange {
  readonly field: string
  readonly title: Text
  readonly was: JsonObject[string]
  readonly now: JsonObject[string]
}

/** What changed between two states of what a chain covers. */
export function coveredChanges(chain: SignOffChain, was: JsonObject, now: JsonObject): CoveredChange[] {
  return [...new Set([...Object.keys(was), ...Object.keys(now)])].flatMap(field => {
    const [old, fresh] = [was[field] ?? null, now[field] ?? null]
    if (canonical(old) === canonical(fresh)) return []
    return [{ field, title: chain.titles[field] ?? text(field, field), was: old, now: fresh }]
  })
}

/** Why a signature no longer holds: what it stood for is not what the record says now. Null while it holds. */
function changedReason(chain: SignOffChain, row: SignOffRow, record: RecordBase): Text | null {
  const now = coveredBy(chain, record)
  if (!row.shown || !now) return null
  const changes = coveredChanges(chain, row.shown, now)
  if (changes.length === 0) return null
  const { zh, en } = joinText(changes.map(item => item.title))
  return text(`签字后内容有变更：${zh}`, `changed after the signature: ${en}`)
}

/** Whoever signs does not at the same time change what others have signed already: the round would not be complete. */
function changedBySigner(chain: SignOffChain, act: SignOffAct, rows: readonly SignOffRow[]): Refusal | null {
  if (act.change.decline || act.change.sendBack) return null
  const now = coveredBy(chain, act.record)
  const others = lastRound(rows, chain.name).filter(row => row.outcome === 'signed' && row.shown)
  const changed = others.flatMap(row => (now && row.shown ? coveredChanges(chain, row.shown, now) : []))
  if (changed.length === 0) return null
  const parts = joinText([...new Map(changed.map(item => [item.field, item.title])).values()])
  return refuse(
    'sign-off-changed',
    text(
      `“${chain.title.zh}”已有人签字，签署时不能同时改动“${parts.zh}”。要改动，请先退回。`,
      `"${chain.title.en}" is signed in part: "${parts.en}" cannot change with your signature. To change it, first send it back.`,
    ),
    { clause: chain.clause },
  )
}

const EARLIER_VOID = text(
  '前面环节的签字已失效，须依次重签',
  'an earlier signature no longer holds, so this comes again',
)

/** The rows while a step works on them; each row is written once, as it is in the end. */
class SignOffBook {
  readonly #act: SignOffAct
  readonly #rows: Map<string, SignOffRow>
  readonly #fresh = new Set<string>()
  readonly #set = new Map<string, Partial<SignOffRow>>()

  constructor(act: SignOffAct, before: readonly SignOffRow[]) {
    this.#act = act
    this.#rows = new Map(before.map(row => [row.id, row]))
  }

  #round(chain: SignOffChain): readonly SignOffRow[] {
    return lastRound([...this.#rows.values()], chain.name)
  }

  #alter(row: SignOffRow, set: Partial<SignOffRow>): void {
    this.#rows.set(row.id, { ...(this.#rows.get(row.id) ?? row), ...set })
    if (!this.#fresh.has(row.id)) this.#set.set(row.id, { ...this.#set.get(row.id), ...set })
  }

  #ask(chain: SignOffChain, step: number, round: number, turn: number, outcome: 'planned' | 'pending'): SignOffRow {
    const declared = chain.steps[step - 1]
    if (!declared) throw new Error(`chain ${chain.name} has no step ${step}`)
    const row: SignOffRow = {
      id: randomUUID(),
      procedure: this.#act.procedure,
      recordId: this.#act.record.id,
      chain: chain.name,
      round,
      step,
      key: declared.key,
      stage: declared.stage,
      turn,
      byRoles: declared.by,
      openedAt: outcome === 'pending' ? this.#act.now : null,
      signedAt: null,
      signedBy: null,
      signedByName: null,
      deputyFor: null,
      note: null,
      shown: null,
      outcome,
      voidedAt: null,
      voidReason: null,
    }
    this.#fresh.add(row.id)
    this.#rows.set(row.id, row)
    return row
  }

  /** Opens a round with these steps; the first stage is asked at once. */
  #open(chain: SignOffChain, keys: readonly string[] | undefined): void {
    const unknown = keys?.find(key => !chain.steps.some(step => step.key === key))
    if (unknown !== undefined) throw new Error(`chain ${chain.name} has no step ${unknown}`)
    const chosen = chain.steps.flatMap((step, i) => (!keys || keys.includes(step.key) ? [{ step, place: i + 1 }] : []))
    const first = chosen[0]
    if (!first) throw new Error(`a round of ${chain.name} needs a step`)
    const round = (this.#round(chain)[0]?.round ?? 0) + 1
    for (const { step, place } of chosen)
      this.#ask(chain, place, round, 1, step.stage === first.step.stage ? 'pending' : 'planned')
  }

  /** Asks nobody any more in the chain's last round. */
  #withdraw(chain: SignOffChain): void {
    for (const row of this.#round(chain))
      if (row.outcome === 'pending' || row.outcome === 'planned') this.#alter(row, { outcome: 'withdrawn' })
  }

  /** A round from before steps were planned ahead holds only what was asked: plans the rest of it. */
  #planAhead(chain: SignOffChain): void {
    const round = this.#round(chain)
    const first = round[0]
    if (!first || first.key !== null) return
    const reached = Math.max(...round.map(row => row.step))
    for (let step = reached + 1; step <= chain.steps.length; step++) this.#ask(chain, step, first.round, 1, 'planned')
  }

  /** Asks the next stage once nothing of the present one is open. */
  #advance(chain: SignOffChain): void {
    const round = this.#round(chain)
    if (round.some(row => row.outcome === 'pending')) return
    const planned = round.filter(row => row.outcome === 'planned')
    const next = Math.min(...planned.map(row => stageOf(chain, row)))
    for (const row of planned)
      if (stageOf(chain, row) === next) this.#alter(row, { outcome: 'pending', openedAt: this.#act.now })
  }

  /** @param steps keys of the steps of the round, where the signature opens one */
  sign(chain: SignOffChain, steps?: readonly string[]): void {
    const { command, actor, change, record, now } = this.#act
    let row = signedRow(command, chain, [...this.#rows.values()], actor)
    if (!row) {
      this.#open(chain, steps)
      row = this.#round(chain)[0] ?? null
    }
    if (!row) throw new Error(`${command.id} signs nothing of ${chain.name}`)
    const back = change.sendBack?.chain === chain.name
    const outcome: SignOffOutcome = change.decline ? 'declined' : back ? 'returned' : 'signed'
    this.#alter(row, {
      signedAt: now,
      signedBy: actor.id,
      signedByName: actor.name,
      deputyFor: deputyIn(actor, row.byRoles),
      note: change.note ?? null,
      shown: coveredBy(chain, record),
      outcome,
    })
    if (outcome === 'declined') this.#withdraw(chain)
    if (outcome !== 'signed') return
    this.#planAhead(chain)
    this.#advance(chain)
  }

  sendBack(chain: SignOffChain, to: string): void {
    const target = this.#round(chain).findLast(row => keyOf(chain, row) === to)
    if (!target) throw new Error(`the round of ${chain.name} has no step ${to}`)
    this.#askAgain(chain, stageOf(chain, target), row =>
      stageOf(chain, row) > stageOf(chain, target) || keyOf(chain, row) === to ? { outcome: 'withdrawn' } : null,
    )
  }

  seek(chain: SignOffChain, keys: readonly string[] | undefined): void {
    this.#withdraw(chain)
    this.#open(chain, keys)
  }

  void(chain: SignOffChain, reasonOf: (row: SignOffRow) => Text | null): void {
    const round = this.#round(chain)
    if (round.some(row => row.outcome === 'declined')) return
    const reasons = new Map(
      round.flatMap(row => {
        const reason = row.outcome === 'signed' ? reasonOf(row) : null
        return reason ? [[row.id, reason]] : []
      }),
    )
    if (reasons.size === 0) return
    const from = Math.min(...round.filter(row => reasons.has(row.id)).map(row => stageOf(chain, row)))
    const voidedAt = this.#act.now
    this.#askAgain(chain, from, row => {
      const voidReason = reasons.get(row.id) ?? (stageOf(chain, row) > from ? EARLIER_VOID : null)
      return voidReason ? { outcome: 'voided', voidedAt, voidReason } : null
    })
  }

  /**
   * Asks again from a stage on. `taken` says what becomes of a signature given there, null when it stays; what waited in
   * a later stage waits for its turn again.
   */
  #askAgain(chain: SignOffChain, from: number, taken: (row: SignOffRow) => Partial<SignOffRow> | null): void {
    this.#planAhead(chain)
    const round = this.#round(chain)
    for (const row of round) {
      const stage = stageOf(chain, row)
      const turn = row.turn ?? 1
      if (stage < from || round.some(other => other.step === row.step && (other.turn ?? 1) > turn)) continue
      const later = stage > from
      const unasked = row.outcome === 'pending' && later ? { outcome: 'withdrawn' as const } : null
      const set = row.outcome === 'signed' ? taken(row) : unasked
      if (set) this.#alter(row, set)
      // who sent the matter back is kept as who sent it back, and asked again in turn
      if (set || row.outcome === 'returned')
        this.#ask(chain, row.step, row.round, turn + 1, later ? 'planned' : 'pending')
    }
  }

  end(): void {
    for (const row of this.#rows.values()) {
      if (row.outcome !== 'pending' && row.outcome !== 'planned') continue
      this.#alter(row, { outcome: 'withdrawn' })
    }
  }

  plan(): SignOffPlan {
    const rows = [...this.#rows.values()]
    const writes = rows.flatMap((row): Write[] => {
      if (this.#fresh.has(row.id))
        return [{ table: 'sign_off', id: row.id, insert: row as unknown as JsonObject & { id: string } }]
      const set = this.#set.get(row.id)
      return set ? [{ table: 'sign_off', id: row.id, set: set as unknown as JsonObject }] : []
    })
    return { writes, rows }
  }
}
