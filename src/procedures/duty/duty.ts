import { z } from 'zod'
import { recordType, type StateMeaning } from '../../kernel/record.ts'
import { text } from '../../kernel/text.ts'
import { daySchema, instantSchema, recordColumns } from '../../vocabulary/record-base.ts'
import { retained } from '../../vocabulary/retention.ts'

/** States of a duty at one place. */
export const states = {
  active: {
    title: text('执行中', 'Running'),
    meaning: text('按计划排定', 'Turns are planned'),
    tone: 'ok',
    resting: true,
  },
  asked: {
    title: text('申请停做', 'Suspension asked'),
    meaning: text('批准之前照常执行', 'Goes on until the quality head agrees'),
    tone: 'warn',
  },
  suspended: {
    title: text('停做', 'Suspended'),
    meaning: text('经质量负责人批准暂停', 'Suspended with the quality head’s approval'),
    tone: 'plain',
    resting: true,
  },
  ended: {
    title: text('已结束', 'Ended'),
    meaning: text('对象已不存在或程序不再要求', 'The place is gone or the procedure demands it no more'),
    tone: 'plain',
    final: true,
  },
} as const satisfies Record<string, StateMeaning>

/** States in which turns are owed and can be done. */
export const RUNNING = ['active', 'asked'] as const

const textSchema = z.object({ zh: z.string(), en: z.string() })
const named = z.object({ id: z.uuid(), name: z.string() })

/** People who take turns, one after the other. */
export const rotationSchema = z.object({
  people: z.array(named).min(1),
  per: z.enum(['day', 'week']),
  /** First day of the first person; of a rotation by weeks, its week. */
  from: daySchema,
})

/** A duty at one place. */
export const dutyRow = z.object({
  ...recordColumns,
  state: z.enum(['active', 'asked', 'suspended', 'ended']),
  /** Procedure that demands it, and the duty's name there. */
  ofProcedure: z.string(),
  duty: z.string(),
  /** Key of the place; empty for a duty that has none. */
  place: z.string(),
  title: textSchema,
  placeTitle: textSchema,
  clause: z.string(),
  /** Whose work it is, and who may stand in. */
  role: z.string(),
  standIns: z.array(z.string()),
  escalatesTo: z.string(),
  /** Turns that were due before this moment are not asked. */
  asksFrom: instantSchema,
  /** Last day up to which turns are planned. */
  plannedUntil: daySchema,
  /** Person who always does it; null: whoever holds the role. */
  assigneeId: z.uuid().nullable(),
  assigneeName: z.string().nullable(),
  /** Who steps in, in this order, when the person is away and has no deputy. */
  substitutes: z.array(named),
  rotation: rotationSchema.nullable(),
  /** Why it is suspended or asked to be, until when it is expected, and who asked. */
  suspendReason: z.string().nullable(),
  suspendUntil: daySchema.nullable(),
  suspendAskedById: z.uuid().nullable(),
  suspendAskedByName: z.string().nullable(),
})
export type DutyRow = z.infer<typeof dutyRow>

/** One turn of a duty. */
export const turnRow = z.object({
  id: z.uuid(),
  dutyId: z.uuid(),
  key: z.string(),
  fromDay: daySchema,
  toDay: daySchema,
  opensAt: instantSchema,
  dueAt: instantSchema,
  /** `dropped`: no longer asked, for the reason given. Whether a turn that is done was late follows from its times. */
  state: z.enum(['open', 'done', 'missed', 'dropped']),
  /** Person named for this very turn. */
  assignedId: z.uuid().nullable(),
  /** Whose turn it is, deputies and substitutes considered; null: whoever holds the role. */
  assigneeId: z.uuid().nullable(),
  assigneeName: z.string().nullable(),
  /** Name of the person in whose place the assignee stands. */
  standsInFor: z.string().nullable(),
  doneAt: instantSchema.nullable(),
  doneById: z.uuid().nullable(),
  doneByName: z.string().nullable(),
  /** Record of the step that did the work. */
  doneProcedure: z.string().nullable(),
  doneRecordId: z.uuid().nullable(),
  doneNumber: z.string().nullable(),
  note: z.string().nullable(),
  /** Why the turn was missed. */
  reason: z.string().nullable(),
  explainedAt: instantSchema.nullable(),
  explainedById: z.uuid().nullable(),
  explainedByName: z.string().nullable(),
  dropReason: textSchema.nullable(),
})
export type TurnRow = z.infer<typeof turnRow>

/** Whether a turn is still owed: open, or missed without a word. */
export const isOwed = (turn: Pick<TurnRow, 'state' | 'explainedAt'>): boolean =>
  turn.state === 'open' || (turn.state === 'missed' && turn.explainedAt === null)

export const Duty = recordType<DutyRow, keyof typeof states>({
  name: 'duty',
  title: text('定期工作', 'duty'),
  table: 'duty',
  row: dutyRow,
  states,
  series: { prefix: 'GZ', digits: 5 },
  retention: retained('quality'),
  searchText: row =>
    [row.number, row.title.zh, row.title.en, row.placeTitle.zh, row.placeTitle.en, row.clause].join(' '),
  called: row => (row.place ? `${row.title.zh} · ${row.placeTitle.zh}` : row.title.zh),
  children: { turn: { table: 'duty_turn', row: turnRow, parent: 'dutyId' } },
})
