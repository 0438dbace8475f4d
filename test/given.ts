import { expect } from 'vitest'
import type { Command } from '../src/kernel/command.ts'
import { type Accepted, type Around, decide, refusalsNow } from '../src/kernel/decide.ts'
import type { Json } from '../src/kernel/json.ts'
import type { Actor } from '../src/kernel/person.ts'
import { type PolicyVersion, policyBook } from '../src/kernel/policy.ts'
import type { RecordBase } from '../src/kernel/record.ts'
import type { Refusal } from '../src/kernel/refusal.ts'
import type { SignOffChain, SignOffRow } from '../src/kernel/sign-off.ts'
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
  /** The chain that the step signs, and how far it has come. */
  readonly chain?: SignOffChain
  readonly signOffs?: readonly SignOffRow[]
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
  const situation = {
    record: around.record,
    facts: (around.facts ?? {}) as Record<string, unknown>,
    policy: policyBook(versionsOf(around.policy ?? {}), now),
    actor: around.actor ?? someone(command.by[0] ?? 'nobody'),
    now,
    zone: SITE_ZONE,
  }
  const kernel: Around = {
    words: { roleTitle: role => (isRole(role) ? roles[role].title : text(role, role)) },
    chain: around.chain,
    signOffs: around.signOffs ?? [],
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

const versionsOf = (policy: Readonly<Record<string, Json>>): PolicyVersion[] =>
  Object.entries(policy).map(([key, value]) => ({ key, value, effectiveFrom: '2020-01-01T00:00:00.000Z', version: 1 }))
