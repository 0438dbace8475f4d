import type { z } from 'zod'
import type {
  CancelDeadline,
  HandDeadline,
  MeetDeadline,
  MovedClock,
  OpenDeadline,
  ReopenDeadline,
} from './deadline.ts'
import type { JsonObject } from './json.ts'
import type { Actor } from './person.ts'
import type { PolicyBook } from './policy.ts'
import type { RecordBase, RecordType } from './record.ts'
import type { Refusals } from './refusal.ts'
import type { Disposing } from './retention.ts'
import type { SeekSignOff, SendBack, Signing, SignOffRow, VoidSignOff } from './sign-off.ts'
import { type Text, text } from './text.ts'
import type { Instant } from './time.ts'

/** What a step may look at before it decides. No clock, no SQL, no randomness: all of it is handed in. */
export interface Situation<Row, Facts> {
  /** The record as it is; for a command that makes one there is none (`undefined`). */
  readonly record: Row
  readonly facts: Facts
  readonly policy: PolicyBook
  readonly actor: Actor
  readonly now: Instant
  /** Zone of the site, e.g. `Asia/Shanghai`. */
  readonly zone: string
  /** The signature that the person gives with this step; null when the step signs no chain or the person is not asked. */
  readonly signing: Signing | null
  /** All signatures asked on the record, of every chain and round. */
  readonly signOffs: readonly SignOffRow[]
}

/** A situation before it is known which signature the step gives. */
export type Ground<Row = RecordBase | undefined, Facts = Record<string, unknown>> = Omit<
  Situation<Row, Facts>,
  'signing' | 'signOffs'
>

/** The situation together with what the user entered. */
export interface Asked<Row, Facts, Input, Found> extends Situation<Row, Facts> {
  readonly input: Input
  /** What the command's `find` looked up by the input, each by its name. */
  readonly found: Found
  /** A fresh id for a child row. */
  readonly newId: () => string
}

/** What a step's sentence may speak of: `record` is the record after the step, `before` as it was (absent when it was made). */
export interface Told<Row, Facts, Input, Found> extends Asked<Row, Facts, Input, Found> {
  readonly before: Row
}

/** A row of a child table to be written. */
export type ChildWrite =
  | { readonly child: string; readonly insert: JsonObject & { readonly id: string } }
  | { readonly child: string; readonly id: string; readonly set: JsonObject }

/** Runs another procedure's command in the same transaction, as the same person; `link` names the relation. */
export interface Start {
  readonly command: string
  /** Record on which it works; absent when it makes one. */
  readonly on?: string
  readonly input: JsonObject
  readonly link?: string
}

/** A corrected field: the old value is kept and printed struck through (划改). */
export interface Correction {
  readonly field: string
  readonly was: JsonObject[string]
  readonly now: JsonObject[string]
  readonly reason: string
}

/** Everything that an accepted step changes. Nothing else changes. */
export interface Change<Row> {
  readonly set?: Partial<Omit<Row, keyof RecordBase>>
  /** Overrides the command's `to` where the input decides. */
  readonly to?: string
  readonly rows?: readonly ChildWrite[]
  readonly open?: readonly OpenDeadline[]
  readonly meet?: readonly MeetDeadline[]
  readonly cancel?: readonly CancelDeadline[]
  /** Clocks whose fulfilment was void. */
  readonly reopen?: readonly ReopenDeadline[]
  /** Running clocks that become somebody else's. */
  readonly hand?: readonly HandDeadline[]
  readonly start?: readonly Start[]
  readonly link?: readonly { readonly procedure: string; readonly id: string; readonly kind: string }[]
  readonly correct?: readonly Correction[]
  /** Ids of uploaded attachments that now belong to the record, with what they are. */
  readonly attach?: readonly { readonly id: string; readonly purpose: string }[]
  /** Opens rounds of sign-off chains. */
  readonly seek?: readonly SeekSignOff[]
  /** The signer says no: the round ends, nobody else is asked. */
  readonly decline?: boolean
  /** Asks again from an earlier step; signatures after it are taken back. */
  readonly sendBack?: SendBack
  /** What the signer says with the signature. */
  readonly note?: string
  /** Signatures that no longer hold because child rows changed; what the record's own row covers is noticed by itself. */
  readonly void?: readonly VoidSignOff[]
  /** Records whose disposal was approved; each is journalled on its own chain. */
  readonly dispose?: readonly Disposing[]
  /** Clocks of other records that end earlier from now on; each is journalled on the chain of its own record. */
  readonly move?: readonly MovedClock[]
}

/**
 * The signature that a step asks of whoever takes it. With a chain: the step of that number, of which the first opens a
 * round; or `waiting`: whatever the chain waits for from one of the person's roles.
 */
export type CommandSign =
  | { readonly meaning: Text; readonly chain?: string; readonly step?: number }
  | { readonly meaning?: Text; readonly chain: string; readonly step: 'waiting' }

/** Two steps that different people must take. */
export interface Differ<Row, Facts> {
  /** Rule of the requirements catalogue (`SG10`) or of the regulation. */
  readonly rule: string
  /** The person who must not also take this step; null when nobody has taken the other step yet. */
  readonly from: (situation: Situation<Row, Facts>) => string | null
  readonly sentence: (situation: Situation<Row, Facts>) => Text
}

/** A step of a procedure: the only way anything changes. */
export interface Command<
  Row extends RecordBase = RecordBase,
  Input = unknown,
  Facts = Record<string, unknown>,
  Found = Record<string, unknown>,
> {
  /** `complaint.verify`; unique in the product. */
  readonly id: string
  readonly record: RecordType<Row>
  readonly title: Text
  /** What the step is for, in one sentence, shown above its form. */
  readonly about?: Text
  readonly fulfils: readonly string[]
  /** States in which it may happen; `new` makes a record. */
  readonly from: 'new' | readonly string[]
  readonly to?: string
  /** Roles that may take it. */
  readonly by: readonly string[]
  readonly input: z.ZodType<Input>
  /** Named reads about the record, from the procedure's queries. */
  readonly facts: readonly (keyof Facts & string)[]
  /** Named look-ups by the input, from the procedure's queries. */
  readonly find: readonly (keyof Found & string)[]
  readonly differ: readonly Differ<Row, Facts>[]
  /** May the step happen now, whatever is entered? Also answers `can`. */
  readonly guard: (situation: Situation<Row, Facts>) => Refusals
  /** Is what was entered acceptable? */
  readonly check: (asked: Asked<Row, Facts, Input, Found>) => Refusals
  /** The person signs with the credential; the signature carries this meaning, or that of the step that waited. */
  readonly sign?: { readonly meaning: Text; readonly chain?: string; readonly step?: number | 'waiting' }
  readonly change: (asked: Asked<Row, Facts, Input, Found>) => Change<Row>
  /** One sentence for the timeline, without the name of who did it. */
  readonly tell: (told: Told<Row, Facts, Input, Found>) => Text
  /** Values with which the form opens. */
  readonly fill?: (situation: Situation<Row, Facts>) => Partial<Input>
  /** A remark under the step while it is possible: "once today, target 2". */
  readonly remark?: (situation: Situation<Row, Facts>) => Text | null
  /** What a field may be chosen from on this very record, by field: turns that wait, findings that are open. */
  readonly choices?: (situation: Situation<Row, Facts>) => Choices
  /** Order on the record page: the smaller, the earlier. Default 50. */
  readonly rank: number
  /** Where the record page offers it: among the next steps, in the menu of rare acts, or on a page of its own. */
  readonly place: 'next' | 'menu' | 'page' | 'none'
}

/** Values that fields may take, with what each is called. */
export type Choices = Readonly<Record<string, readonly { readonly value: string; readonly title: Text }[]>>

/** What a step declares; the rest has defaults. */
export interface CommandDeclaration<
  Row extends RecordBase,
  Input,
  AllFacts,
  F extends keyof AllFacts & string,
  AllFound,
  L extends keyof AllFound & string,
> {
  readonly title: Text
  readonly about?: Text
  readonly fulfils: readonly string[]
  readonly from: 'new' | readonly string[]
  readonly to?: string
  readonly by: readonly string[]
  readonly input: z.ZodType<Input>
  readonly facts?: readonly F[]
  readonly find?: readonly L[]
  readonly differ?: readonly Differ<Row, Pick<AllFacts, F>>[]
  readonly guard?: (situation: Situation<Row, Pick<AllFacts, F>>) => Refusals
  readonly check?: (asked: Asked<Row, Pick<AllFacts, F>, Input, Pick<AllFound, L>>) => Refusals
  readonly sign?: CommandSign
  readonly change: (asked: Asked<Row, Pick<AllFacts, F>, Input, Pick<AllFound, L>>) => Change<Row>
  readonly tell: (told: Told<Row, Pick<AllFacts, F>, Input, Pick<AllFound, L>>) => Text
  readonly fill?: (situation: Situation<Row, Pick<AllFacts, F>>) => Partial<Input>
  readonly remark?: (situation: Situation<Row, Pick<AllFacts, F>>) => Text | null
  readonly choices?: (situation: Situation<Row, Pick<AllFacts, F>>) => Choices
  readonly rank?: number
  readonly place?: 'next' | 'menu' | 'page' | 'none'
}

/**
 * A maker of commands for one record type, with the names of the procedure's facts and look-ups known to the compiler:
 *
 *     export const complaintCommand = commandsOf<ComplaintRow, ComplaintFacts, ComplaintFinds>(Complaint)
 *     export const closeComplaint = complaintCommand('close', { … })
 */
export const commandsOf =
  <Row extends RecordBase, AllFacts, AllFound>(record: RecordType<Row>) =>
  <Input, const F extends keyof AllFacts & string = never, const L extends keyof AllFound & string = never>(
    verb: string,
    { sign, ...declaration }: CommandDeclaration<Row, Input, AllFacts, F, AllFound, L>,
  ): Command<Row, Input, Pick<AllFacts, F>, Pick<AllFound, L>> => ({
    facts: [],
    find: [],
    differ: [],
    guard: () => [],
    check: () => [],
    rank: 50,
    place: 'next',
    ...declaration,
    ...(sign && { sign: { meaning: WAITING, ...sign } }),
    id: `${record.name}.${verb}`,
    record,
  })

/** What somebody signs who signs whatever waits; each step of the chain has its own words for it. */
const WAITING = text('我已审阅，并签署意见', 'I have reviewed this and sign my opinion')

/**
 * A command whose own types do not matter to the reader: what registries hold.
 * The parameters of a command's functions vary per command, so the list of all of them can only be typed loosely.
 */
// biome-ignore lint/suspicious/noExplicitAny: a registry of commands is heterogeneous by nature
export type AnyCommand = Command<any, any, any, any>
