import type { AnyCommand } from '../../kernel/command.ts'
import { type Procedure, procedure, reaction } from '../../kernel/procedure.ts'
import { text } from '../../kernel/text.ts'
import { clauses } from './clauses.ts'
import { clocksOf } from './clocks.ts'
import { assignDuty } from './commands/assign-duty.ts'
import { beginDuty } from './commands/begin-duty.ts'
import { doDuty } from './commands/do-duty.ts'
import { endDuty } from './commands/end-duty.ts'
import { explainMissed } from './commands/explain-missed.ts'
import { handOverDuty } from './commands/hand-over-duty.ts'
import { noteMissed } from './commands/note-missed.ts'
import { planDuty } from './commands/plan-duty.ts'
import { rotateDuty } from './commands/rotate-duty.ts'
import { askSuspension, refuseSuspension, resumeDuty, suspendDuty } from './commands/suspend-duty.ts'
import { takeBack } from './commands/take-back-duty.ts'
import { tickOff } from './commands/tick-off.ts'
import { type DeclaredDuties, declaredBy } from './declared-duty.ts'
import { Duty } from './duty.ts'
import { duties } from './ledgers.ts'
import { planAheadDays } from './policies.ts'
import { type ExcusedTurn, excusedName, queriesFor, type ServedTurn, servedName, undoneName } from './queries.ts'
import { monthOfDuties } from './reports/month.ts'
import { suspension } from './suspension.ts'
import { dutyView } from './view.ts'

/** The steps that do recurring work, each heard so that the turn it served is ticked off. */
const reactionsTo = (declared: DeclaredDuties): Procedure['on'] =>
  declared().flatMap(item => {
    const { done } = item.duty
    if (!done) return []
    return [
      reaction<{ readonly id: string; readonly number: string }, unknown, ServedTurn | null>({
        on: done.command,
        clause: 'DU-done',
        find: servedName(item),
        run: ({ record, found }) =>
          found
            ? [
                {
                  command: 'duty.tick-off',
                  on: found.dutyId,
                  input: {
                    turnId: found.turnId,
                    at: found.at,
                    procedure: done.command.slice(0, done.command.indexOf('.')),
                    recordId: record.id,
                    number: record.number,
                  },
                },
              ]
            : [],
      }),
      ...(done.undone
        ? [
            reaction<{ readonly id: string; readonly number: string }, unknown, Omit<ServedTurn, 'at'> | null>({
              on: done.undone,
              clause: 'DU-done',
              find: undoneName(item),
              run: ({ record, found }) =>
                found
                  ? [
                      {
                        command: 'duty.take-back',
                        on: found.dutyId,
                        input: { turnId: found.turnId, number: record.number },
                      },
                    ]
                  : [],
            }),
          ]
        : []),
      ...(done.excused
        ? [
            reaction<object, unknown, ExcusedTurn | null>({
              on: done.excused.command,
              clause: 'DU-missed',
              find: excusedName(item),
              run: ({ found }) =>
                found
                  ? [
                      {
                        command: 'duty.explain',
                        on: found.dutyId,
                        input: { turnId: found.turnId, reason: found.reason },
                      },
                    ]
                  : [],
            }),
          ]
        : []),
    ]
  })

/**
 * Recurring work: what the procedures declare as duties becomes turns with clocks. The list of procedures is asked late, because it
 * holds this one too; what hangs on it is made when the registry first asks:
 *
 *     export const procedures: readonly Procedure[] = [complaint, …, duty(() => procedures)]
 */
export function duty(procedures: () => readonly Procedure[]): Procedure {
  const declared: DeclaredDuties = () => declaredBy(procedures())
  const commands: readonly AnyCommand[] = [
    beginDuty(declared),
    planDuty,
    tickOff,
    takeBack,
    noteMissed,
    endDuty,
    doDuty(declared),
    explainMissed,
    assignDuty,
    rotateDuty,
    handOverDuty,
    askSuspension,
    suspendDuty,
    refuseSuspension,
    resumeDuty,
  ]
  const early = procedure({
    name: 'duty',
    title: text('值班与定期工作', 'Duties'),
    noun: text('定期工作', 'duty'),
    nouns: text('定期工作', 'Duties'),
    group: 'oversight',
    source: [
      {
        id: 'GSP153',
        title: text('医疗器械经营质量管理规范（2023年第153号）', 'Good supply practice for devices (2023 No. 153)'),
      },
    ],
    record: Duty,
    dependsOn: ['person'],
    schema: new URL('./schema/', import.meta.url),
    clauses,
    policies: [planAheadDays],
    deadlines: [],
    duties: [],
    chains: [suspension],
    commands,
    gates: [],
    on: [],
    queries: { facts: {}, finds: {}, reads: {} },
    forms: [],
    ledgers: [duties],
    reports: [monthOfDuties],
    viewFacts: ['owed', 'settled'],
    view: dutyView,
  })
  let late: Pick<Procedure, 'deadlines' | 'on' | 'queries'> | undefined
  const known = (): NonNullable<typeof late> => {
    late ??= {
      deadlines: [...clocksOf(declared), ...early.deadlines],
      on: reactionsTo(declared),
      queries: queriesFor(declared),
    }
    return late
  }
  return {
    ...early,
    get deadlines() {
      return known().deadlines
    },
    get on() {
      return known().on
    },
    get queries() {
      return known().queries
    },
  }
}
