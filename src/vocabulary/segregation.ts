import { type Text, text } from '../kernel/text.ts'
import type { RoleId } from './role.ts'

/** Two roles that one person does not hold at once, so that nobody checks himself. */
export interface Segregation {
  /** Rule of the requirements catalogue, or the clause. */
  readonly rule: string
  /**
   * Whether the rule forbids the two roles as such. Otherwise it asks for two people in one act, which the step itself sees to:
   * a small company may then give both roles to one person, but nobody comes to hold the other side as a deputy.
   */
  readonly always: boolean
  readonly one: RoleId
  readonly other: RoleId
  readonly why: Text
}

const verdict = text(
  '质量管理部独立裁决，业务与仓库不得解除质量控制',
  'quality decides alone; sales and warehouse do not',
)
/** Departments whose goods quality holds back: they neither release them nor stand in for who does (S26-2.3a, S01-4.5b). */
const RELEASED_TO: readonly RoleId[] = [
  'sales',
  'sales-head',
  'sales-rep',
  'sales-clerk',
  'warehouse',
  'warehouse-head',
  'stock-maintenance',
  'picker',
  'driver',
]

const permission = text('授权与审核授权须为两人', 'permissions are given by one person and reviewed by another')

/** Pairs of roles that stand on both sides of a control. */
export const segregations: readonly Segregation[] = [
  {
    rule: 'SG01',
    always: false,
    one: 'driver',
    other: 'after-sales-head',
    why: text('运输员凭售后负责人的派车单取货', 'a driver collects on the order of the head of after-sales'),
  },
  ...(['quality', 'quality-head'] as const).flatMap(one =>
    RELEASED_TO.map((other): Segregation => ({ rule: 'SG03', always: true, one, other, why: verdict })),
  ),
  {
    rule: 'SG04',
    always: false,
    one: 'acceptance-inspector',
    other: 'warehouse',
    why: text('验收与入账须为两人', 'goods are accepted by one person and booked by another'),
  },
  {
    rule: 'SG05',
    always: false,
    one: 'picker',
    other: 'checker',
    why: text('发货与复核须为两人', 'goods are picked by one person and checked by another'),
  },
  {
    rule: 'SG07',
    always: false,
    one: 'quality',
    other: 'business-deputy',
    why: text('销毁报告的编写与批准须为两人', 'a destruction report is written by one person and approved by another'),
  },
  {
    rule: 'SG09',
    always: false,
    one: 'quality',
    other: 'quality-head',
    why: text('质量审核与批准须为两人', 'quality reviews and its head approves: two people'),
  },
  { rule: 'IT-separation', always: false, one: 'administrator', other: 'quality', why: permission },
  { rule: 'IT-separation', always: false, one: 'administrator', other: 'quality-head', why: permission },
]

/** The first of `rules` of which `added` would give both sides to somebody who holds `held`; null when none. */
export function brokenBy(
  held: readonly RoleId[],
  added: readonly RoleId[],
  rules: readonly Segregation[] = segregations,
): Segregation | null {
  const all = new Set([...held, ...added])
  const both = (roles: ReadonlySet<RoleId>, { one, other }: Segregation): boolean => roles.has(one) && roles.has(other)
  return rules.find(item => both(all, item) && !both(new Set(held), item)) ?? null
}

/** The first pair that nobody holds, whatever the size of the company, which `added` would complete; null when none. */
export const forbiddenPair = (held: readonly RoleId[], added: readonly RoleId[]): Segregation | null =>
  brokenBy(
    held,
    added,
    segregations.filter(item => item.always),
  )
