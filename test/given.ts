import { expect } from 'vitest'
import type { Around } from '../src/kernel/around.ts'
import type { Command } from '../src/kernel/command.ts'
import { type Accepted, decide, refusalsNow } from '../src/kernel/decide.ts'
import type { Json } from '../src/kernel/json.ts'
import type { Actor } from '../src/kernel/person.ts'
import { type PolicyVersion, policyBook } from '../src/kernel/policy.ts'
import type { RecordBase } from '../src/kernel/record.ts'
import type { Refusal } from '../src/kernel/refusal.ts'
import { type SignOffChain, type SignOffRow, signOffChain } from '../src/kernel/sign-off.ts'
import { text } from '../src/kernel/text.ts'
import { type Instant, SITE_ZONE } from '../src/kernel/time.ts'
import { isRole, roles } from '../src/vocabulary/role.ts'

/** Friday noon in Shanghai: when tests happen unless they say otherwise. */
export const NOON: Instant = '2026-11-20T04:00:00.000Z'

/** Somebody who holds the role; two people of one role differ by their name. */
export const someone = (role: string, name = `${role} 甲`): Actor => ({
  id: idOf(`${role} ${name}`),
  name,
  username: role,
  roles: [role],
  siteId: idOf('site'),
  via: 'session',
})

/** A made-up id that is the same for the same words. */
export function idOf(words: string): string {
  let hash = 0n
  for (const char of words) hash = (hash * 131n + BigInt(char.codePointAt(0) ?? 0)) & ((1n << 128n) - 1n)
  const hex = hash.toString(16).padStart(32, '0').slice(-32)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`
}

/** What surrounds a step in a test; all of it has defaults. */
export interface Given<Row, Facts, Found> {
  /** The record as it is; leave out for a step that makes one. */
  readonly record?: Row
  readonly facts?: Partial<Facts>
  readonly found?: Partial<Found>
  /** Policy values by key that differ from what the product ships. */
  readonly policy?: Readonly<Record<string, Json>>
  /** Who acts; default: somebody with the first role that may. */
  readonly actor?: Actor
  readonly now?: Instant
  /** The chain that the step signs, and how far it has come; see {@link signOffsOf}. */
  readonly chain?: SignOffChain
  readonly signOffs?: readonly GivenSignOff[]
  /** The signature that the step gives, instead of rows: `{ key: 'finance' }`, `{ key: 'general-manager', last: true }`. */
  readonly signing?: { readonly key: string; readonly last?: boolean }
}

/** A signature of which a test says only what matters. */
export type GivenSignOff = Partial<SignOffRow> & Pick<SignOffRow, 'chain' | 'outcome' | 'step'>

/** The whole row of a signature. */
export const signOffRow = (row: GivenSignOff): SignOffRow => ({
  id: idOf(`${row.chain} ${row.round ?? 1} ${row.step} ${row.turn ?? 1}`),
  procedure: '',
  recordId: idOf('record'),
  round: 1,
  key: null,
  stage: null,
  turn: null,
  byRoles: [],
  openedAt: row.outcome === 'planned' ? null : NOON,
  signedAt: row.signedBy ? NOON : null,
  signedBy: null,
  signedByName: null,
  deputyFor: null,
  note: null,
  shown: null,
  voidedAt: null,
  voidReason: null,
  ...row,
})

/**
 * A round of a chain in which `waiting` is asked now: the stages before it are signed, those after it are planned.
 *
 *     given(signWriteOff, { record, chain: writeOff, signOffs: signOffsOf(writeOff, 'finance') })
 *
 * @param steps keys of the steps of this round; default: all of the chain
 * @param signedBy who signed which step; default: somebody else for each
 */
export function signOffsOf(
  chain: SignOffChain,
  waiting: string,
  { steps, signedBy = {} }: { readonly steps?: readonly string[]; readonly signedBy?: Record<string, Actor> } = {},
): SignOffRow[] {
  const now = chain.steps.find(step => step.key === waiting)
  if (!now) throw new Error(`chain ${chain.name} has no step ${waiting}`)
  return chain.steps.flatMap((step, i) => {
    if (steps && !steps.includes(step.key)) return []
    const { key, stage, by } = step
    const place = { chain: chain.name, step: i + 1, key, stage, turn: 1, byRoles: by }
    const signer = signedBy[key] ?? (stage < now.stage ? someone(by[0] ?? key, `${key} 签字人`) : null)
    if (signer) return [signOffRow({ ...place, outcome: 'signed', signedBy: signer.id, signedByName: signer.name })]
    return [signOffRow({ ...place, outcome: stage === now.stage ? 'pending' : 'planned' })]
  })
}

/** A chain and a round in which this signature is asked, for a test that does not care which chain. */
function signingAround(name: string, by: readonly string[], { key, last = false }: { key: string; last?: boolean }) {
  const meaning = text('我已审阅', 'I have reviewed this')
  const after = { key: 'a-later-step', by: ['a-later-role'], meaning }
  const first = { key, by, meaning }
  const chain = signOffChain({
    name,
    title: text('会签', 'Signatures'),
    rule: '',
    clause: '',
    steps: last ? [first] : [first, after],
  })
  return { chain, signOffs: signOffsOf(chain, key) }
}

/** How a step came out. */
export interface Outcome<Row> {
  /** The step was accepted; answers what it changes. */
  accepts(): Accepted & { readonly change: { readonly set?: Partial<Row> } }
  /** The step was refused with this code first, at this field if named; answers the refusal. */
  refuses(code: string, field?: string): Refusal
}

/** A step in a situation. */
export interface Step<Row> {
  /** Somebody enters this. */
  when(input: Readonly<Record<string, unknown>>): Outcome<Row>
  /** What stands against the step before anything is entered: what a disabled button says. */
  standsAgainst(): readonly string[]
}

/**
 * Runs a step as the kernel does, without a database: role, state, segregation, guards, parsing, check, change.
 *
 *     given(closeComplaint, { record: answered }).when({ hazardRemoved: false }).refuses('hazard-open')
 */
export function given<Row extends RecordBase, Input, Facts, Found>(
  command: Command<Row, Input, Facts, Found>,
  around: Given<NoInfer<Row>, NoInfer<Facts>, NoInfer<Found>> = {},
): Step<Row> {
  const now = around.now ?? NOON
  const signer = around.chain?.steps.find(step => step.key === around.signing?.key)
  const situation = {
    record: around.record,
    facts: (around.facts ?? {}) as Record<string, unknown>,
    policy: policyBook(versionsOf(around.policy ?? {}), now),
    actor: around.actor ?? someone(signer?.by[0] ?? command.by[0] ?? 'nobody'),
    now,
    zone: SITE_ZONE,
  }
  const { signing } = around
  const asked =
    signing &&
    (around.chain
      ? { chain: around.chain, signOffs: lastOf(signOffsOf(around.chain, signing.key), signing) }
      : signingAround(command.sign?.chain ?? '', situation.actor.roles, signing))
  const kernel: Around = {
    words: { roleTitle: role => (isRole(role) ? roles[role].title : text(role, role)) },
    chain: asked?.chain ?? around.chain,
    signOffs: asked?.signOffs ?? (around.signOffs ?? []).map(signOffRow),
  }
  let made = 0
  const newId = () => {
    made += 1
    return idOf(`new ${made}`)
  }
  return {
    standsAgainst: () => refusalsNow(command, situation, kernel).map(item => item.code),
    when: input => {
      const result = decide(
        command,
        situation,
        { input, found: (around.found ?? {}) as Record<string, unknown>, newId },
        kernel,
      )
      return {
        accepts: () => {
          if (!result.ok)
            expect.fail(`refused: ${result.refusals.map(item => `${item.code} ${item.sentence.en}`).join(' | ')}`)
          const told = result.told({ ...situation.record, number: 'TS-2026-00001', ...result.change.set } as RecordBase)
          expect(told.zh).not.toBe('')
          expect(told.en).not.toBe('')
          return result as Accepted & { readonly change: { readonly set?: Partial<Row> } }
        },
        refuses: (code, field) => {
          if (result.ok) expect.fail(`${command.id} was accepted; expected the refusal ${code}`)
          const [first] = result.refusals
          expect(first.code).toBe(code)
          if (field) expect(first.field).toBe(field)
          expect(first.sentence.zh).toMatch(/\p{Script=Han}/u)
          expect(first.sentence.en.length).toBeGreaterThan(10)
          return first
        },
      }
    },
  }
}

/** The rows so that the signature asked is the last one, where the test says so. */
const lastOf = (rows: readonly SignOffRow[], { key, last }: { readonly key: string; readonly last?: boolean }) =>
  last ? rows.filter(row => row.key === key || row.outcome === 'signed') : rows

const versionsOf = (policy: Readonly<Record<string, Json>>): PolicyVersion[] =>
  Object.entries(policy).map(([key, value]) => ({ key, value, effectiveFrom: '2020-01-01T00:00:00.000Z', version: 1 }))
