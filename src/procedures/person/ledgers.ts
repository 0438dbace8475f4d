import { ledger } from '../../kernel/ledger.ts'
import { text } from '../../kernel/text.ts'
import { roleIds, roles } from '../../vocabulary/role.ts'
import { states } from './person.ts'

/** Register of people, their roles and whether they may act. */
export const people = ledger({
  name: 'people',
  title: text('人员与角色', 'People and roles'),
  fulfils: ['IT-permission', 'IT-access'],
  columns: [
    { key: 'number', title: text('编号', 'Number'), kind: 'code', width: 14, onScreen: true },
    { key: 'name', title: text('姓名', 'Name'), kind: 'line', width: 10, onScreen: true },
    { key: 'username', title: text('用户名', 'User name'), kind: 'code', width: 18, onScreen: true },
    { key: 'department', title: text('部门', 'Department'), kind: 'line', width: 16, onScreen: true },
    {
      key: 'roles',
      title: text('角色', 'Roles'),
      kind: 'choice',
      options: Object.fromEntries(roleIds.map(role => [role, { title: roles[role].title }])),
      width: 26,
      onScreen: true,
    },
    { key: 'state', title: text('状态', 'State'), kind: 'state', options: states, width: 8, onScreen: true },
    { key: 'phone', title: text('电话', 'Telephone'), kind: 'line', width: 16, onScreen: false, personal: true },
    { key: 'email', title: text('电子邮箱', 'E-mail'), kind: 'line', width: 26, onScreen: false, personal: true },
    { key: 'createdAt', title: text('登记时间', 'Registered'), kind: 'instant', width: 18, onScreen: true },
  ],
  filters: ['state', 'department'],
  orderedBy: 'createdAt',
  views: [
    { name: 'active', title: text('在用', 'Active'), filter: { state: ['active'] } },
    { name: 'all', title: text('全部', 'All'), filter: {} },
  ],
})
