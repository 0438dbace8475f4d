import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { given, idOf, NOON, signOffsOf, someone } from '../../test/given.ts'
import { approvalChain } from '../../test/toy/approval.ts'
import { parcels } from '../../test/toy/toy.ts'
import { canonical } from './canonical.ts'
import type { AnyCommand } from './command.ts'
import type { Actor } from './person.ts'
import type { RecordBase } from './record.ts'
import { type SignOffRow, signOffChain } from './sign-off.ts'
import { chainRefusals, lastRound, signingOf, stageOf } from './sign-off-order.ts'
import { standingOf } from './sign-off-page.ts'
import { coveredBy, planSignOffs, type SignOffAct } from './sign-off-plan.ts'
import { text } from './text.ts'

const chain = approvalChain
const commandOf = (verb: string) => parcels.commands.find(item => item.id === `parcel.${verb}`) as AnyCommand
const opine = commandOf('opine')
const parcelOf = (weight: number) =>
  ({ id: idOf('parcel'), number: 'BG-1', title: '箱', weight }) as unknown as RecordBase

describe('a chain', () => {
  const step = (role: string, more: object = {}) => ({ by: [role], meaning: text('签', 'sign'), ...more })
  const declare = (steps: readonly [ReturnType<typeof step>, ...ReturnType<typeof step>[]]) =>
    signOffChain({ name: 'c', title: text('链', 'chain'), rule: 'SC00', clause: 'T-1', steps })

  test('names its steps after their roles and numbers its stages', () => {
    const { steps } = declare([
      step('a'),
      step('b', { stage: 5 }),
      step('c', { stage: 5 }),
      step('a', { key: 'again' }),
      step('a'),
    ])
    expect(steps.map(({ key, stage }) => [key, stage])).toEqual([
      ['a', 1],
      ['b', 2],
      ['c', 2],
      ['again', 3],
      ['a-5', 4],
    ])
  })
  test('refuses two steps of one key, and a stage that stands behind a later one', () => {
    expect(() => declare([step('a', { key: 'x' }), step('b', { key: 'x' })])).toThrow('two steps x')
    expect(() => declare([step('a', { stage: 2 }), step('b', { stage: 1 })])).toThrow('behind a later stage')
  })
})

/** The rows of one record while a test acts on them. */
class Desk {
  rows: readonly SignOffRow[] = []
  weight = 1

  /** Takes a step; false when the signatures speak against it. */
  act(over: Partial<SignOffAct>): boolean {
    const plan = planSignOffs(
      {
        procedure: 'parcel',
        chains: [chain],
        command: commandOf('note'),
        change: {},
        record: parcelOf(this.weight),
        final: false,
        actor: someone('service-desk'),
        now: NOON,
        ...over,
      },
      this.rows,
    )
    if (plan.refusal) return false
    const ids = plan.writes.map(write => write.id)
    expect(new Set(ids).size, 'each row is written once').toBe(ids.length)
    for (const before of this.rows) {
      const after = plan.rows.find(row => row.id === before.id)
      expect(after, 'no row is lost').toBeTruthy()
      if (['declined', 'returned', 'withdrawn', 'voided'].includes(before.outcome))
        expect(after, 'what is settled stays as it is').toEqual(before)
      if (before.outcome === 'signed') expect(['signed', 'withdrawn', 'voided']).toContain(after?.outcome)
    }
    this.rows = plan.rows
    return true
  }

  /** Signs when the kernel would let him; says whether. */
  sign(actor: Actor, change: SignOffAct['change'] = {}): boolean {
    const around = { words: { roleTitle: (role: string) => text(role, role) }, chain, signOffs: this.rows }
    if (chainRefusals(opine, around, parcelOf(this.weight), actor).length > 0) return false
    const signing = signingOf(opine, around, actor)
    expect(signing).not.toBeNull()
    if (!this.act({ command: opine, change, actor })) return false
    const round = lastRound(this.rows, chain.name)
    const done = standingOf(round) === 'signed'
    if (!change.decline && !change.sendBack) expect(done, 'the last signature completes the round').toBe(signing?.last)
    return true
  }

  /** What must hold whatever was done. */
  holds(): void {
    const round = lastRound(this.rows, chain.name)
    const given = round.filter(row => row.outcome === 'signed')
    for (const row of round.filter(item => item.outcome === 'pending' || item.outcome === 'signed'))
      for (const earlier of round.filter(item => stageOf(chain, item) < stageOf(chain, row)))
        expect(
          round.some(item => item.step === earlier.step && item.outcome === 'signed'),
          `${row.key} is ${row.outcome} while ${earlier.key} is not signed`,
        ).toBe(true)
    const declined = round.some(row => row.outcome === 'declined')
    const now = canonical(coveredBy(chain, parcelOf(this.weight)))
    if (!declined)
      for (const row of given) expect(canonical(row.shown), 'what counts stands for what the record says').toBe(now)
    const live = round.filter(row => ['planned', 'pending', 'signed'].includes(row.outcome)).map(row => row.step)
    expect(new Set(live).size, 'a step counts once').toBe(live.length)
    const hands = given.flatMap(row => [row.signedBy, ...(row.deputyFor ? [row.deputyFor.id] : [])])
    expect(new Set(hands).size, 'nobody stands behind two signatures').toBe(hands.length)
    for (const earlier of this.rows.filter(row => row.round < (round[0]?.round ?? 0)))
      expect(['pending', 'planned'], 'only the last round is asked').not.toContain(earlier.outcome)
  }
}

const roles = ['warehouse', 'sales-head', 'finance', 'general-manager'] as const
const person = fc.record({
  who: fc.constantFrom('甲', '乙', '丙', '丁', '戊'),
  role: fc.constantFrom(...roles),
  also: fc.option(fc.constantFrom(...roles), { nil: undefined }),
  standsFor: fc.option(fc.constantFrom('甲', '乙', '丙', '丁', '戊'), { nil: undefined }),
})
const idOfName = (who: string) => someone('x', who).id
const actorOf = ({ who, role, also, standsFor }: typeof person extends fc.Arbitrary<infer T> ? T : never): Actor => ({
  ...someone('x', who),
  roles: [role, ...(also ? [also] : [])],
  ...(standsFor && standsFor !== who && { deputyFor: { [role]: { id: idOfName(standsFor), name: standsFor } } }),
})
const act = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({ kind: fc.constant('sign' as const), person, weight: fc.constantFrom(0, 0, 0, 1, 2) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('decline' as const), person }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('back' as const),
      person,
      to: fc.constantFrom('warehouse', 'sales', 'finance'),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('change' as const), weight: fc.integer({ min: 1, max: 3 }) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('seek' as const),
      steps: fc.option(fc.subarray(['warehouse', 'sales', 'finance', 'final'], { minLength: 1 }), { nil: undefined }),
    }),
  },
)

test('whatever is done in whatever order: stages hold, nobody counts twice, nothing voided counts', () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 40 }), acts => {
      const desk = new Desk()
      desk.act({ change: { seek: [{ chain: 'approval' }] } })
      for (const item of acts) {
        const keys = lastRound(desk.rows, chain.name).map(row => row.key)
        if (item.kind === 'seek')
          desk.act({ change: { seek: [{ chain: 'approval', ...(item.steps && { steps: item.steps }) }] } })
        else if (item.kind === 'change') {
          desk.weight = item.weight
          desk.act({})
        } else if (item.kind === 'decline') desk.sign(actorOf(item.person), { decline: true })
        else if (item.kind === 'back') {
          if (keys.includes(item.to)) desk.sign(actorOf(item.person), { sendBack: { chain: 'approval', to: item.to } })
        } else {
          const weight = desk.weight
          // a signer may change what is signed while nobody has signed it
          desk.weight = item.weight || weight
          if (!desk.sign(actorOf(item.person))) desk.weight = weight
        }
        desk.holds()
      }
    }),
    { numRuns: 400 },
  )
})

test('signatures whose lines changed no longer hold, with the reason that the step gives', () => {
  const desk = new Desk()
  desk.act({ change: { seek: [{ chain: 'approval' }] } })
  desk.sign(someone('warehouse'))
  desk.sign(someone('finance'))
  const reason = text('明细有增减', 'lines were added or removed')
  desk.act({ change: { void: [{ chain: 'approval', reason }] } })
  const voided = desk.rows.filter(row => row.outcome === 'voided')
  expect(voided.map(row => [row.key, row.voidReason])).toEqual([
    ['warehouse', reason],
    ['finance', reason],
  ])
  desk.holds()
})

test('a signature falls with an earlier one, also when it is not known what it stood for', () => {
  const desk = new Desk()
  desk.act({ change: { seek: [{ chain: 'approval' }] } })
  desk.sign(someone('warehouse'))
  desk.sign(someone('finance'))
  desk.rows = desk.rows.map(row => (row.key === 'finance' ? { ...row, shown: null } : row))
  desk.weight = 2
  desk.act({})
  const voided = desk.rows.filter(row => row.outcome === 'voided')
  expect(voided.map(row => [row.key, row.voidReason?.en])).toEqual([
    ['warehouse', 'changed after the signature: Weight'],
    ['finance', 'an earlier signature no longer holds, so this comes again'],
  ])
  desk.holds()
})

test('one who may sign several times does, where the chain says so', () => {
  const free = { ...chain, mayRepeat: true }
  const boss: Actor = { ...someone('warehouse'), roles: [...roles] }
  const around = { words: { roleTitle: (role: string) => text(role, role) }, chain: free }
  let rows = planSignOffs(
    {
      procedure: 'parcel',
      chains: [free],
      command: commandOf('submit'),
      change: { seek: [{ chain: 'approval' }] },
      record: parcelOf(1),
      final: false,
      actor: boss,
      now: NOON,
    },
    [],
  ).rows
  for (let i = 0; i < 4; i++) {
    expect(chainRefusals(opine, { ...around, signOffs: rows }, parcelOf(1), boss)).toEqual([])
    const step = { procedure: 'parcel', chains: [free], command: opine, change: {}, record: parcelOf(1) }
    rows = planSignOffs({ ...step, final: false, actor: boss, now: NOON }, rows).rows
  }
  expect(standingOf(rows)).toBe('signed')
})

describe('a test of a step may say which signature is asked', () => {
  const record = { ...parcelOf(1), state: 'asked' } as RecordBase
  test('of a chain, with those before it signed by others', () => {
    expect(
      given(opine, { record, chain, signing: { key: 'final' } })
        .when({})
        .accepts().to,
    ).toBe('approved')
    expect(
      given(opine, { record, chain, signing: { key: 'sales' } })
        .when({})
        .accepts().to,
    ).toBe('asked')
    given(opine, { record, chain, signing: { key: 'sales' }, actor: someone('finance') })
      .when({})
      .accepts()
    given(opine, { record, chain, signOffs: signOffsOf(chain, 'warehouse'), actor: someone('finance') })
      .when({})
      .refuses('sign-off-order')
    const both = someone('finance')
    given(opine, {
      record,
      chain,
      signOffs: signOffsOf(chain, 'sales', { signedBy: { warehouse: both } }),
      actor: both,
    })
      .when({})
      .refuses('sign-off-same-person')
  })
  test('or of no chain in particular', () => {
    expect(
      given(opine, { record, signing: { key: 'any', last: true } })
        .when({})
        .accepts().to,
    ).toBe('approved')
    expect(
      given(opine, { record, signing: { key: 'any' } })
        .when({})
        .accepts().to,
    ).toBe('asked')
  })
})

test('a step that names what the chain does not have is a fault of the program', () => {
  const desk = new Desk()
  expect(() => desk.act({ change: { seek: [{ chain: 'approval', steps: ['nobody'] }] } })).toThrow('has no step nobody')
  expect(() => desk.act({ change: { seek: [{ chain: 'approval', steps: [] }] } })).toThrow('needs a step')
  expect(() => desk.act({ change: { seek: [{ chain: 'nothing' }] } })).toThrow('declares no chain nothing')
  desk.act({ change: { seek: [{ chain: 'approval', steps: ['final'] }] } })
  expect(() => desk.act({ change: { sendBack: { chain: 'approval', to: 'sales' } } })).toThrow('has no step sales')
})
