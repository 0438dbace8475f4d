import { z } from 'zod'
import { type Policy, policy } from '../../kernel/policy.ts'
import { text } from '../../kernel/text.ts'

/** X21: fines from wages are doubtful in law, so they are off until the company decides otherwise. */
export const finesEnabled = policy({
  key: 'reward.fines_enabled',
  rules: ['X21'],
  title: text('启用罚款（关闭时只计考核分）', 'Fines are in use (else assessment points)'),
  schema: z.boolean(),
  default: false,
  clauses: ['S02-5.1a'],
  basis: 'ours',
})

/** X21: whether two bonus rules may reach one person in one month. */
export const stackBonuses = policy({
  key: 'reward.stack_bonuses',
  rules: ['X21'],
  title: text('同一人同月可叠加两项奖金', 'Two bonuses for one person in a month'),
  schema: z.boolean(),
  default: false,
  clauses: ['S02-5.2a', 'S02-5.3a'],
  basis: 'ours',
})

/** TL10: the least fine for dereliction, a person and month. */
export const fineLeast = policy({
  key: 'fine.min',
  rules: ['TL10'],
  title: text('失职罚款下限（每人每月）', 'Fine for dereliction, least (a person and month)'),
  schema: z.int().min(0).max(100),
  default: 20,
  unit: text('元', 'yuan'),
  clauses: ['S02-5.1a'],
  basis: 'procedure',
})

/** TL10: the highest fine for dereliction; the procedure lets nobody exceed it. */
export const fineMost = policy({
  key: 'fine.max',
  rules: ['TL10'],
  title: text('失职罚款上限（每人每月）', 'Fine for dereliction, most (a person and month)'),
  schema: z.int().min(0).max(100),
  default: 100,
  unit: text('元', 'yuan'),
  clauses: ['S02-5.1a'],
  basis: 'procedure',
})

/** TL11: the least bonus for outstanding staff. */
export const bonusLeast = policy({
  key: 'bonus.min',
  rules: ['TL11'],
  title: text('突出奖金下限（每人每月）', 'Bonus for outstanding work, least'),
  schema: z.int().min(0).max(200),
  default: 50,
  unit: text('元', 'yuan'),
  clauses: ['S02-5.2a'],
  basis: 'procedure',
})

/** TL11: the highest bonus for outstanding staff. */
export const bonusMost = policy({
  key: 'bonus.max',
  rules: ['TL11'],
  title: text('突出奖金上限（每人每月）', 'Bonus for outstanding work, most'),
  schema: z.int().min(0).max(2000),
  default: 200,
  unit: text('元', 'yuan'),
  clauses: ['S02-5.2a'],
  basis: 'procedure',
})

/** TL12: the least bonus for after-sales staff. */
export const afterSalesBonusLeast = policy({
  key: 'bonus_asd.min',
  rules: ['TL12'],
  title: text('售后服务奖金下限（每人每月）', 'After-sales bonus, least'),
  schema: z.int().min(0).max(100),
  default: 20,
  unit: text('元', 'yuan'),
  clauses: ['S02-5.3a'],
  basis: 'procedure',
})

/** TL12: the highest bonus for after-sales staff. */
export const afterSalesBonusMost = policy({
  key: 'bonus_asd.max',
  rules: ['TL12'],
  title: text('售后服务奖金上限（每人每月）', 'After-sales bonus, most'),
  schema: z.int().min(0).max(1000),
  default: 100,
  unit: text('元', 'yuan'),
  clauses: ['S02-5.3a'],
  basis: 'procedure',
})

/** What the company may set here. */
export const policies: readonly Policy[] = [
  finesEnabled,
  stackBonuses,
  fineLeast,
  fineMost,
  bonusLeast,
  bonusMost,
  afterSalesBonusLeast,
  afterSalesBonusMost,
]
