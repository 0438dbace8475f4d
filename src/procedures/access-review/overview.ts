import type { AnyCommand } from '../../kernel/command.ts'
import type { Procedure } from '../../kernel/procedure.ts'
import { type Text, text } from '../../kernel/text.ts'
import { roleIds, roleTitle } from '../../vocabulary/role.ts'
import { segregations } from '../../vocabulary/segregation.ts'
import { keptByKernel, segregationRules } from './segregation-rules.ts'

/** One step with who may take it. */
export interface StepOfProcedure {
  readonly id: string
  readonly title: Text
  readonly by: readonly string[]
  readonly signed: boolean
  /** Rules that ask for different people. */
  readonly rules: readonly string[]
}

/** What a rule of segregation binds. */
export interface BoundRule {
  readonly rule: string
  readonly title: Text | null
  /** Ids of the steps that obey it. */
  readonly steps: readonly { readonly id: string; readonly title: Text }[]
  /** Chains whose signatures come from different people. */
  readonly chains: readonly { readonly procedure: string; readonly title: Text }[]
  /** Pairs of roles that it keeps apart. */
  readonly pairs: readonly { readonly one: string; readonly other: string; readonly always: boolean }[]
  readonly kernel: Text | null
}

/** Who may do what in the whole product, read from the registry. */
export interface PermissionOverview {
  readonly roles: readonly { readonly id: string; readonly title: Text }[]
  readonly procedures: readonly {
    readonly name: string
    readonly title: Text
    readonly steps: readonly StepOfProcedure[]
    readonly chains: readonly {
      readonly title: Text
      readonly rule: string
      readonly mayRepeat: boolean
      readonly steps: readonly {
        readonly stage: number
        readonly by: readonly string[]
        readonly called: Text | null
        readonly meaning: Text
      }[]
    }[]
  }[]
  readonly rules: readonly BoundRule[]
}

const rulesOf = (command: AnyCommand): string[] => [...new Set(command.differ.map(item => item.rule))]

const EACH_BY_ANOTHER = text('会签各步由不同的人签字', 'Each stage of the sign-off is signed by somebody else')

/** Reads it from the procedures. */
export function permissionOverview(procedures: readonly Procedure[]): PermissionOverview {
  const commands = procedures.flatMap(procedure => procedure.commands)
  const chains = procedures.flatMap(procedure =>
    procedure.chains.filter(chain => !chain.mayRepeat && chain.steps.length > 1).map(chain => ({ procedure, chain })),
  )
  const ids = new Set([
    ...Object.keys(segregationRules),
    ...commands.flatMap(rulesOf),
    ...chains.map(({ chain }) => chain.rule),
    ...segregations.map(item => item.rule),
  ])
  const chained = new Set(chains.map(({ chain }) => chain.rule))
  const clauseText = (rule: string): Text | null => {
    const clause = procedures.find(procedure => rule in procedure.clauses)?.clauses[rule]
    return clause ? text(clause.zh, clause.en) : null
  }
  return {
    roles: roleIds.map(id => ({ id, title: roleTitle(id) })),
    procedures: procedures.map(({ name, title, commands: own, chains: ownChains }) => ({
      name,
      title,
      steps: own.map(command => ({
        id: command.id,
        title: command.title,
        by: command.by,
        signed: command.sign !== undefined,
        rules: rulesOf(command),
      })),
      chains: ownChains.map(chain => ({
        title: chain.title,
        rule: chain.rule,
        mayRepeat: chain.mayRepeat,
        steps: chain.steps.map(({ stage, by, called = null, meaning }) => ({ stage, by, called, meaning })),
      })),
    })),
    rules: [...ids].toSorted().map(rule => ({
      rule,
      title: segregationRules[rule] ?? clauseText(rule) ?? (chained.has(rule) ? EACH_BY_ANOTHER : null),
      steps: commands.filter(command => rulesOf(command).includes(rule)).map(({ id, title }) => ({ id, title })),
      chains: chains
        .filter(({ chain }) => chain.rule === rule)
        .map(({ procedure, chain }) => ({ procedure: procedure.name, title: chain.title })),
      pairs: segregations.filter(item => item.rule === rule).map(({ one, other, always }) => ({ one, other, always })),
      kernel: keptByKernel[rule] ?? null,
    })),
  }
}
