import type { Choices } from '../kernel/command.ts'
import type { DeadlineRow } from '../kernel/deadline.ts'
import type { LateEntry } from '../kernel/entry-window.ts'
import type { Json } from '../kernel/json.ts'
import type { Board } from '../kernel/ledger.ts'
import type { StateMeaning } from '../kernel/record.ts'
import type { RecordEdition } from '../kernel/record-edition.ts'
import type { Refusal } from '../kernel/refusal.ts'
import type { Chart, ReportContent } from '../kernel/report.ts'
import type { SignedItem, SignItem } from '../kernel/sign-list.ts'
import type { Signing, SignOffRow } from '../kernel/sign-off.ts'
import type { ShownRound, ShownSignOff } from '../kernel/sign-off-page.ts'
import type { Text } from '../kernel/text.ts'
import type { Column, LedgerRow, RecordView } from '../kernel/view.ts'
import type { JsonSchema } from './form/schema.ts'

/** Answer of `GET /api/start`: what can be known before signing in. */
export interface Start {
  readonly needsSetup: boolean
  readonly demo: boolean
  readonly accounts?: readonly { readonly username: string; readonly name: string; readonly roles: readonly Text[] }[]
  readonly password?: string
  readonly version: string
}

/** A procedure as the navigation needs it. */
export interface ProcedureEntry {
  readonly name: string
  readonly title: Text
  readonly noun: Text
  /** What many are called, as a heading. */
  readonly nouns: Text
  readonly group: 'after-sales' | 'quality' | 'flow' | 'oversight' | 'administration'
  readonly ledgers: readonly { readonly name: string; readonly title: Text }[]
  readonly reports: readonly { readonly name: string; readonly title: Text }[]
  /** Commands that make a record and that this person may take. */
  readonly news: readonly { readonly id: string; readonly title: Text }[]
}

/** Answer of `GET /api/meta`. */
export interface Meta {
  readonly me: {
    readonly id: string
    readonly name: string
    readonly username: string
    readonly roles: readonly string[]
    /** Roles held only as somebody's deputy, with whose. */
    readonly deputyFor?: Readonly<Record<string, { readonly id: string; readonly name: string }>>
    readonly siteId: string
    readonly department?: Text | string | null
    /** Set for an inspector: whether something is open to him, and of which period. */
    readonly inspecting?:
      | {
          readonly open: true
          readonly from: string
          readonly to: string
          /** The moment at which the looking ends. */
          readonly until: string
          readonly sentence?: undefined
        }
      | { readonly open: false; readonly sentence: Text }
  }
  readonly company: Text
  readonly site?: Text | string
  readonly zone: string
  readonly demo: boolean
  readonly version: string
  readonly roles: Readonly<Record<string, Text>>
  readonly calendar: { readonly unpublished: readonly number[] }
  readonly procedures: readonly ProcedureEntry[]
}

/** A command as its form needs it. */
export interface CommandMeta {
  readonly id: string
  readonly title: Text
  readonly about?: Text | null
  readonly fulfils: readonly string[]
  readonly by: readonly string[]
  readonly from: 'new' | readonly string[]
  readonly to?: string | null
  readonly schema: JsonSchema
  readonly sign?: { readonly meaning: Text } | null
  readonly place: 'next' | 'menu' | 'page' | 'none'
  readonly rank: number
}

/** A clause as the server tells it. */
export interface ClauseMeta {
  readonly zh: string
  readonly en: string
  readonly source: string
  readonly law?: { readonly anchor: string; readonly confidence: 'verified-text' | 'secondary' | 'memory-to-verify' }
  readonly control?: Text | null
}

/** A register as declared. */
export interface LedgerMeta {
  readonly name: string
  readonly title: Text
  readonly columns: readonly Column[]
  readonly filters: readonly string[]
  readonly orderedBy: string
  readonly views: readonly {
    readonly name: string
    readonly title: Text
    readonly filter: Readonly<Record<string, readonly string[]>>
  }[]
  readonly board?: Board
}

/** Answer of `GET /api/meta/<procedure>`. */
export interface ProcedureMeta {
  readonly name: string
  readonly title: Text
  readonly noun: Text
  readonly states: Readonly<Record<string, StateMeaning>>
  readonly commands: readonly CommandMeta[]
  readonly clauses: Readonly<Record<string, ClauseMeta>>
  readonly deadlines: readonly { readonly name: string; readonly title: Text; readonly clause: string }[]
  readonly forms: readonly { readonly id: string; readonly title: Text }[]
  readonly ledgers: readonly LedgerMeta[]
  readonly reports: readonly { readonly name: string; readonly title: Text; readonly schema: JsonSchema }[]
  /** The written procedures that it runs. */
  readonly source?: readonly { readonly id: string; readonly title: Text }[]
  readonly policies: readonly PolicyMeta[]
}

/** A value that the company may set, as declared. */
interface PolicyMeta {
  readonly key: string
  readonly title: Text
  readonly default: Json
  readonly unit?: Text
  readonly clauses: readonly string[]
  readonly basis: 'procedure' | 'law' | 'ours'
  readonly options?: Readonly<Record<string, Text>>
  readonly schema: JsonSchema
}

/** Why a command may not happen now, or null when it may. */
export type Can = Readonly<Record<string, Refusal | null>>

/** Answer of a step. */
export interface Answer {
  readonly record: Readonly<Record<string, Json>> & { readonly id: string; readonly number: string }
  readonly can: Can
  readonly due: readonly DeadlineRow[]
  readonly told: Text
}

/** A clock with its words. */
export interface Clock extends DeadlineRow {
  readonly title: Text
  readonly remark: Text | null
  /** Why it is due then. */
  readonly why: Text
}

/** One entry of a record's timeline. */
export interface TimelineEntry {
  readonly seq: number
  readonly at: string
  readonly actorName: string
  readonly via: string
  readonly command: string
  readonly title: Text
  readonly told: Text
  readonly outcome: 'accepted' | 'refused'
  readonly refusals?: readonly Refusal[]
  readonly clauses: readonly string[]
  readonly signed?: { readonly meaning: Text; readonly deputyFor?: { readonly name: string } }
  /** Events that the step wrote down later than the entry window allows. */
  readonly late?: readonly LateEntry[]
  readonly hash: string
}

/** A record that is linked to another. */
export interface RecordLink {
  readonly procedure: string
  readonly noun: Text
  readonly id: string
  readonly number: string
  readonly title: string
  readonly state: Text
  readonly kind: string
  readonly direction: 'to' | 'from'
}

/** A signature as given. */
interface Signature {
  readonly command: string
  readonly personName: string
  readonly role: string | null
  readonly meaning: Text
  readonly method: string
  readonly at: string
  readonly signedHash: string
  readonly chain: string | null
  readonly deputyFor: { readonly name: string } | null
  readonly note: string | null
}

/** A value that was corrected; the old one stays readable. */
export interface CorrectionRow {
  readonly field: string
  readonly was: Json
  readonly now: Json
  readonly reason: string
  readonly byName: string
  readonly at: string
}

/** A file of a record. */
export interface AttachmentRow {
  readonly id: string
  readonly name: string
  readonly mediaType: string
  readonly size: number
  readonly sha256: string
  readonly purpose: string | null
  readonly uploadedAt: string
  readonly uploadedBy: string
}

/** Answer of `GET /api/read/<procedure>.record`. */
export interface RecordPage {
  readonly procedure: string
  readonly record: Readonly<Record<string, Json>> & {
    readonly id: string
    readonly number: string
    readonly state: string
    readonly version: number
  }
  /** Version of the procedure's document under which it was made. */
  readonly edition: RecordEdition | null
  readonly view: RecordView
  readonly can: Can
  readonly fill: Readonly<Record<string, Readonly<Record<string, Json>>>>
  readonly remark: Readonly<Record<string, Text>>
  /** For each step: what its fields may be chosen from on this record. */
  readonly choices: Readonly<Record<string, Choices>>
  readonly due: readonly Clock[]
  readonly signOffs: readonly Omit<SignOffRow, 'shown'>[]
  readonly rounds: readonly ShownRound[]
  readonly signing: Readonly<Record<string, Signing>>
  readonly signatures: readonly Signature[]
  /** Ids of the forms that belong to the record as it stands. */
  readonly forms: readonly string[]
  readonly corrections: readonly CorrectionRow[]
  readonly timeline: readonly TimelineEntry[]
  readonly attachments: readonly AttachmentRow[]
  readonly links: readonly RecordLink[]
  readonly people: Readonly<Record<string, string>>
  readonly chain: { readonly entries: number; readonly head: string }
}

/** Answer of `GET /api/read/<procedure>.ledger`. */
export interface LedgerPage {
  readonly rows: readonly LedgerRow[]
  readonly next: string | null
  readonly count: { readonly value: number; readonly exact: boolean }
}

/** Answer of `GET /api/read/search.all`. */
export interface Found {
  readonly procedure: string
  readonly noun: Text
  readonly id: string
  readonly number: string
  readonly title: string
  readonly state: Text
}

export type {
  Chart,
  Column,
  Json,
  LedgerRow,
  Refusal,
  ReportContent,
  ShownRound,
  ShownSignOff,
  SignedItem,
  SignItem,
  Text,
}
