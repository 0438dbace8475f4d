import { type Text, text } from '../../kernel/text.ts'
import { dayOf, daysBetween, type Instant } from '../../kernel/time.ts'
import { roles } from '../../vocabulary/role.ts'
import type { Segregation } from '../../vocabulary/segregation.ts'
import { segregations } from '../../vocabulary/segregation.ts'
import type { Account } from './queries.ts'

/** What a reviewer should look at: both sides of a control in one pair of hands, an idle or closed account, no role at all. */
export function remarksOn(
  account: Account,
  { now, zone, idleDays }: { readonly now: Instant; readonly zone: string; readonly idleDays: number },
): readonly Text[] {
  const pairs = segregations.filter(({ one, other }) => account.roles.includes(one) && account.roles.includes(other))
  const idle = account.lastSignIn === null ? null : daysBetween(dayOf(account.lastSignIn, zone), dayOf(now, zone))
  return [
    ...pairs.map(pairText),
    ...(account.state !== 'active' ? [text('账号已停用，仍有角色', 'The account is closed but holds roles')] : []),
    ...(account.roles.length === 0 ? [text('没有任何角色', 'No role at all')] : []),
    ...(idle === null
      ? [text('从未登录', 'Never signed in')]
      : idle > idleDays
        ? [text(`${idle} 天未登录`, `not signed in for ${idle} days`)]
        : []),
  ]
}

const pairText = ({ one, other, rule, always }: Segregation): Text =>
  text(
    `${always ? '不相容' : '须分人办理'}：“${roles[one].title.zh}”与“${roles[other].title.zh}”（${rule}）`,
    `${always ? 'forbidden pair' : 'to be done by two people'}: "${roles[one].title.en}" and "${roles[other].title.en}" (${rule})`,
  )
