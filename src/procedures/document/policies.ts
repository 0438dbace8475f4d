import { z } from 'zod'
import { policy } from '../../kernel/policy.ts'
import { text } from '../../kernel/text.ts'
import { type RoleId, roles } from '../../vocabulary/role.ts'

const owners = [
  'administrator',
  'quality',
  'management-representative',
  'technician',
] as const satisfies readonly RoleId[]

/** X45: personnel (S08 4.2) or the general office (S11 4.1) issues documents; each document names its own owner. */
export const documentOwner = policy({
  key: 'doc.owner',
  rules: ['X45'],
  title: text('文件归口部门（未另行指定时）', 'Owner of documents that name no other'),
  schema: z.enum(owners),
  default: 'administrator',
  clauses: ['S08-4.2a', 'S11-0a'],
  basis: 'ours',
  options: Object.fromEntries(owners.map(role => [role, roles[role].title])),
})

/** How long the signer of a version has before he is reminded. */
export const signRemindHours = policy({
  key: 'document.sign_remind_h',
  title: text('文件审核、批准提醒', 'Documents: signers reminded after'),
  schema: z.int().min(1).max(720),
  default: 72,
  unit: text('小时', 'h'),
  clauses: ['S06-0a'],
  basis: 'ours',
})

/** How long somebody has to read what was issued to him. */
export const readingDays = policy({
  key: 'document.acknowledge_wd',
  title: text('文件阅知时限', 'Documents: to be read within'),
  schema: z.int().min(1).max(60),
  default: 5,
  unit: text('个工作日', 'working days'),
  clauses: ['S14-1.1b'],
  basis: 'ours',
})

/** How long the owner has to settle a difference between program and document. */
export const differenceDays = policy({
  key: 'document.difference_wd',
  title: text('文件与程序差异处理时限', 'Documents: differences settled within'),
  schema: z.int().min(1).max(60),
  default: 10,
  unit: text('个工作日', 'working days'),
  clauses: ['DC-difference'],
  basis: 'ours',
})
