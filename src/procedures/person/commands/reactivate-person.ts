import { text } from '../../../kernel/text.ts'
import { bringBackIntoUse } from '../../../vocabulary/base-data.ts'
import { notOneself, permissionChange, refuseForbiddenPair } from '../permission.ts'
import { personCommand } from '../person-command.ts'

/** Somebody comes back with the roles held before; quality management reviews them again. */
export const reactivatePerson = personCommand('reactivate', {
  ...bringBackIntoUse,
  title: text('恢复账号', 'Reactivate'),
  about: text(
    '恢复后原有角色继续有效，并重新交质量管理部审核。',
    'The roles held before hold again and are reviewed again.',
  ),
  fulfils: ['IT-access', 'IT-permission'],
  by: ['administrator'],
  differ: [notOneself],
  guard: ({ record }) => [refuseForbiddenPair(record.name, [], record.roles)],
  change: asked => ({
    rows: asked.record.roles.map(role => permissionChange(asked, role, 'granted', asked.input.reason)),
    open: asked.record.roles.length > 0 ? [{ deadline: 'permission-review', from: asked.now }] : [],
  }),
})
