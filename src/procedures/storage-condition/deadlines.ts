import { deadline } from '../../kernel/deadline.ts'
import { text } from '../../kernel/text.ts'
import { adjustHours, qualityHours } from './policies.ts'
import type { StorageConditionRow } from './storage-condition.ts'

/** TLS1, S25-2.3a: conditions out of range are adjusted promptly. */
const adjustment = deadline<StorageConditionRow>({
  name: 'adjustment',
  title: text('采取调控措施', 'Conditions adjusted'),
  clause: 'S25-2.3a',
  rule: 'TLS1',
  startsAt: text('超出范围', 'the reading out of range'),
  limit: ({ policy }) => ({ unit: 'at-once', value: policy(adjustHours), basis: 'company' }),
  policy: adjustHours.key,
  owner: 'stock-maintenance',
  escalatesTo: 'warehouse-head',
})

/** Quality has the matter on its own list from the beginning, and is to have looked at it by then. */
const quality = deadline<StorageConditionRow>({
  name: 'quality',
  title: text('质量管理部了解并评估货品', 'Quality knows, and judges the goods'),
  clause: 'S25-2.3a',
  rule: 'S25-2.3a',
  startsAt: text('超出范围', 'the reading out of range'),
  limit: ({ policy }) => ({ unit: 'hours', value: policy(qualityHours), basis: 'company' }),
  policy: qualityHours.key,
  owner: 'quality',
  escalatesTo: 'quality-head',
})

/** All clocks of storage conditions. */
export const deadlines = [adjustment, quality]

/** Each failed attempt, and each worsening, has a clock of its own; a late one stays in evidence. */
export const turnKey = (turn: number): string => (turn <= 1 ? '' : `turn-${turn}`)
