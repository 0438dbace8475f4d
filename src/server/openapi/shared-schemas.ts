import type { JsonSchema } from './json-schema.ts'

/** Reference to a schema of the document. */
export const ref = (name: string): JsonSchema => ({ $ref: `#/components/schemas/${name}` })

/** An object all of whose properties are required, except those named. */
export const object = (
  properties: Readonly<Record<string, JsonSchema>>,
  optional: readonly string[] = [],
): JsonSchema => ({
  type: 'object',
  properties,
  required: Object.keys(properties).filter(name => !optional.includes(name)),
})

export const list = (items: JsonSchema): JsonSchema => ({ type: 'array', items })
export const string: JsonSchema = { type: 'string' }
const integer: JsonSchema = { type: 'integer' }
export const boolean: JsonSchema = { type: 'boolean' }
export const uuid: JsonSchema = { type: 'string', format: 'uuid' }
const instant: JsonSchema = { type: 'string', format: 'date-time', description: 'UTC with milliseconds' }
export const anything: JsonSchema = {}
const mapOf = (values: JsonSchema): JsonSchema => ({ type: 'object', additionalProperties: values })
const orNull = (schema: JsonSchema): JsonSchema => ({ anyOf: [schema, { type: 'null' }] })

const plain: JsonSchema = { type: 'object', additionalProperties: true }

/** Schemas that the answers of all procedures share. */
export const sharedSchemas: Readonly<Record<string, JsonSchema>> = {
  Text: { ...object({ zh: string, en: string }), description: 'Words for people, in Simplified Chinese and English.' },
  Refusal: object(
    {
      code: { ...string, description: 'Stable name of the reason.' },
      kind: { enum: ['signed-out', 'forbidden', 'absent', 'conflict', 'too-large', 'unfit', 'too-many'] },
      sentence: ref('Text'),
      field: { ...string, description: 'Path of the input field.' },
      clause: { ...string, description: 'Clause of the written procedure that demands it.' },
      detail: anything,
    },
    ['field', 'clause', 'detail'],
  ),
  Refused: {
    ...object(
      {
        code: string,
        sentence: ref('Text'),
        field: string,
        clause: string,
        detail: anything,
        all: list(ref('Refusal')),
      },
      ['field', 'clause', 'detail'],
    ),
    description: 'Why the request was refused and what to do first. Nothing was changed.',
  },
  Can: {
    ...mapOf(orNull(ref('Refusal'))),
    description: 'For each command null when it may be taken now, else the very refusal that it would get.',
  },
  Deadline: {
    ...object(
      {
        id: uuid,
        procedure: string,
        recordId: uuid,
        name: string,
        key: string,
        clause: string,
        ownerRole: string,
        ownerId: orNull(uuid),
        openedAt: instant,
        dueAt: instant,
        limit: plain,
        explanation: plain,
        policyKey: orNull(string),
        policyVersion: integer,
        note: orNull(ref('Text')),
        metAt: orNull(instant),
        metBy: orNull(uuid),
        cancelledAt: orNull(instant),
        cancelReason: orNull(ref('Text')),
        title: ref('Text'),
        remark: orNull(ref('Text')),
        why: ref('Text'),
      },
      ['title', 'remark', 'why'],
    ),
    description: 'A clock of a record.',
  },
  TimelineEntry: object(
    {
      seq: integer,
      at: instant,
      actorName: string,
      via: string,
      command: string,
      title: ref('Text'),
      told: ref('Text'),
      outcome: { enum: ['accepted', 'refused'] },
      refusals: list(plain),
      clauses: list(string),
      signed: object({ meaning: ref('Text'), deputyFor: plain }, ['deputyFor']),
      hash: string,
    },
    ['refusals', 'signed'],
  ),
  RecordBase: object({
    id: uuid,
    number: string,
    state: string,
    version: integer,
    siteId: uuid,
    createdAt: instant,
    createdBy: uuid,
    updatedAt: instant,
  }),
  Uploaded: object({ id: uuid, sha256: string, name: string, mediaType: string, size: integer }),
  LedgerRow: { type: 'object', properties: { id: uuid, number: string, state: string }, additionalProperties: true },
  LedgerPage: object({
    rows: list(ref('LedgerRow')),
    next: { ...orNull(string), description: 'Value of `after` for the next page.' },
    count: object({ value: integer, exact: boolean }),
  }),
  ReportContent: object({
    title: ref('Text'),
    period: ref('Text'),
    figures: list(plain),
    charts: list(plain),
    tables: list(plain),
    notes: list(ref('Text')),
  }),
}

/** The answer of a step on records of one procedure. */
export const answerSchema = (record: JsonSchema): JsonSchema =>
  object({ procedure: string, record, can: ref('Can'), due: list(ref('Deadline')), told: ref('Text') })

/** The page of a record of one procedure. */
export const recordPageSchema = (record: JsonSchema): JsonSchema =>
  object({
    procedure: string,
    record,
    view: plain,
    can: ref('Can'),
    fill: { ...mapOf(plain), description: 'Values with which the form of each command opens.' },
    remark: mapOf(orNull(ref('Text'))),
    due: list(ref('Deadline')),
    signOffs: list(plain),
    rounds: {
      ...list(plain),
      description: 'Runs of the sign-off chains: who signed, who is asked, what changed since.',
    },
    signing: { ...mapOf(plain), description: 'For each step that signs a chain now: which signature it gives.' },
    signatures: list(plain),
    forms: list(string),
    corrections: list(plain),
    timeline: list(ref('TimelineEntry')),
    attachments: list(plain),
    links: list(plain),
    people: { ...mapOf(string), description: 'Names by the ids that occur in the page.' },
    chain: object({ entries: integer, head: string }),
  })
