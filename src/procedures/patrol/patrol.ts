import { z } from 'zod'
import { recordType, type StateMeaning } from '../../kernel/record.ts'
import { type Text, text } from '../../kernel/text.ts'
import { keysOf } from '../../vocabulary/intake.ts'
import { daySchema, instantSchema, recordColumns } from '../../vocabulary/record-base.ts'
import { retained } from '../../vocabulary/retention.ts'

/** States of a round. */
export const states = {
  walking: {
    title: text('巡视中', 'Under way'),
    meaning: text('已开始，待填写', 'Begun, to be filled in'),
    tone: 'info',
  },
  findings: {
    title: text('异常待处理', 'Findings open'),
    meaning: text('有异常未处理或报告', 'Something found is neither mended nor reported'),
    tone: 'warn',
  },
  done: {
    title: text('已完成', 'Done'),
    meaning: text('巡视完成，异常已处理', 'Done; nothing is open'),
    tone: 'ok',
    final: true,
  },
} as const satisfies Record<string, StateMeaning>

/** How equipment was found. */
export const runnings = {
  normal: text('运行正常', 'Runs as it should'),
  stopped: text('停机', 'Stopped'),
  fault: text('异常', 'Faulty'),
} as const satisfies Record<string, Text>

/** What became of a finding. */
export const outcomes = {
  mended: text('已处理并验证', 'Mended and checked'),
  reported: text('已通知维保单位并报告设备经理', 'Contractor told, equipment manager informed'),
} as const satisfies Record<string, Text>

/** Who goes round: the equipment worker; the supervisor stands in. */
export const WALKERS: readonly string[] = ['equipment-technician', 'equipment-supervisor']

/** One round at one site on one day. */
export const patrolRow = z.object({
  ...recordColumns,
  state: z.enum(['walking', 'findings', 'done']),
  day: daySchema,
  startedByName: z.string(),
  equipmentCount: z.int().min(0),
  findingCount: z.int().min(0),
  openCount: z.int().min(0),
  note: z.string().nullable(),
  completedAt: instantSchema.nullable(),
  completedByName: z.string().nullable(),
})
export type PatrolRow = z.infer<typeof patrolRow>

/** One piece of equipment on a round, as it stood on the register. */
export const itemRow = z.object({
  id: z.uuid(),
  patrolId: z.uuid(),
  place: z.int().positive(),
  equipmentId: z.uuid(),
  number: z.string(),
  name: z.string(),
  location: z.string(),
  running: z.enum(keysOf(runnings)).nullable(),
  finding: z.string().nullable(),
  outcome: z.enum(keysOf(outcomes)).nullable(),
  handling: z.string().nullable(),
  settledAt: instantSchema.nullable(),
  settledByName: z.string().nullable(),
})
export type ItemRow = z.infer<typeof itemRow>

export const Patrol = recordType<PatrolRow, keyof typeof states>({
  name: 'patrol',
  title: text('设备巡视', 'equipment round'),
  table: 'patrol',
  row: patrolRow,
  states,
  series: { prefix: 'XS', digits: 5 },
  retention: retained('equipment-manager'),
  searchText: row => [row.number, row.day, row.startedByName, row.completedByName, row.note].filter(Boolean).join(' '),
  called: row => row.day,
  children: { item: { table: 'patrol_item', row: itemRow, parent: 'patrolId' } },
})
