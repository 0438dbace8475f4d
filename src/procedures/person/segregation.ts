import { type Text, text } from '../../kernel/text.ts'
import type { RoleId } from '../../vocabulary/role.ts'

/** Two roles that one person does not hold at once, so that nobody checks himself. */
export interface Segregation {
  /** Rule of the requirements catalogue, or the clause. */
  readonly rule: string
  readonly one: RoleId
  readonly other: RoleId
  readonly why: Text
}

const verdict = text(
  '质量管理部独立裁决，业务与仓库不得解除质量控制',
  'quality decides alone; sales and warehouse do not',
)
const permission = text('授权与审核授权须为两人', 'permissions are given by one person and reviewed by another')

/** What a deputy must not come to hold at the same time by standing in. */
export const segregations: readonly Segregation[] = [
  {
    rule: 'SG01',
    one: 'driver',
    other: 'after-sales-head',
    why: text('运输员凭售后负责人的派车单取货', 'a driver collects on the order of the head of after-sales'),
  },
  { rule: 'SG03', one: 'quality', other: 'sales', why: verdict },
  { rule: 'SG03', one: 'quality', other: 'sales-head', why: verdict },
  { rule: 'SG03', one: 'quality', other: 'warehouse', why: verdict },
  { rule: 'SG03', one: 'quality', other: 'warehouse-head', why: verdict },
  {
    rule: 'SG04',
    one: 'acceptance-inspector',
    other: 'warehouse',
    why: text('验收与入账须为两人', 'goods are accepted by one person and booked by another'),
  },
  {
    rule: 'SG05',
    one: 'picker',
    other: 'checker',
    why: text('发货与复核须为两人', 'goods are picked by one person and checked by another'),
  },
  {
    rule: 'SG07',
    one: 'quality',
    other: 'business-deputy',
    why: text('销毁报告的编写与批准须为两人', 'a destruction report is written by one person and approved by another'),
  },
  {
    rule: 'SG09',
    one: 'quality',
    other: 'quality-head',
    why: text('质量审核与批准须为两人', 'quality reviews and its head approves: two people'),
  },
  { rule: 'IT-separation', one: 'administrator', other: 'quality', why: permission },
  { rule: 'IT-separation', one: 'administrator', other: 'quality-head', why: permission },
]

/** The first segregation of which `added` would give both sides to somebody who holds `held`; null when none. */
export function brokenBy(held: readonly RoleId[], added: readonly RoleId[]): Segregation | null {
  const all = new Set([...held, ...added])
  const both = (roles: ReadonlySet<RoleId>, { one, other }: Segregation): boolean => roles.has(one) && roles.has(other)
  return segregations.find(item => both(all, item) && !both(new Set(held), item)) ?? null
}
