import { type Text, text } from '../../kernel/text.ts'

/** A demo account as the start page is told of it. */
interface Account {
  readonly username: string
}

const GROUPS: readonly { readonly title: Text; readonly roles: readonly string[] }[] = [
  {
    title: text('客服与售后', 'Customer service and after-sales'),
    roles: ['service-desk', 'service-head', 'case-handler', 'after-sales', 'after-sales-head', 'technician'],
  },
  {
    title: text('质量', 'Quality'),
    roles: ['quality', 'quality-head', 'quality-inspector', 'management-representative'],
  },
  {
    title: text('业务', 'Sales'),
    roles: ['sales', 'sales-head', 'sales-rep', 'sales-clerk', 'sales-statistician'],
  },
  {
    title: text('仓储与运输', 'Storage and transport'),
    roles: ['warehouse', 'warehouse-head', 'acceptance-inspector', 'stock-maintenance', 'picker', 'checker', 'driver'],
  },
  { title: text('采购与财务', 'Purchasing and finance'), roles: ['purchasing', 'finance', 'finance-head'] },
]

const REST = text('公司领导与其他', 'Management and others')

/** The accounts by department, those of no department last; a demo account's user name is its role, `-2` a second holder. */
export function demoGroups<A extends Account>(accounts: readonly A[]): { title: Text; accounts: readonly A[] }[] {
  const roleOf = ({ username }: A): string => username.replace(/-\d+$/, '')
  const placed = GROUPS.map(({ title, roles }) => ({
    title,
    accounts: accounts
      .filter(account => roles.includes(roleOf(account)))
      .toSorted((one, other) => roles.indexOf(roleOf(one)) - roles.indexOf(roleOf(other))),
  }))
  const named = new Set(placed.flatMap(group => group.accounts))
  const rest = { title: REST, accounts: accounts.filter(account => !named.has(account)) }
  return [...placed, rest].filter(group => group.accounts.length > 0)
}
