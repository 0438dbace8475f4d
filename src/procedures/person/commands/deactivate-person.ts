import { text } from '../../../kernel/text.ts'
import { takeOutOfUse } from '../../../vocabulary/base-data.ts'
import { notOneself, refuseLastAdministrator } from '../permission.ts'
import { personCommand } from '../person-command.ts'

/** Somebody leaves: the account ends, what the person did stays. */
export const deactivatePerson = personCommand('deactivate', {
  ...takeOutOfUse,
  title: text('停用账号', 'Deactivate'),
  about: text('离岗或调岗时停用，立即不能登录。', 'For somebody who leaves: signing in ends at once.'),
  fulfils: ['IT-access', 'IT-separation'],
  by: ['administrator'],
  facts: ['otherAdministrators'],
  find: ['remainingAdministrators'],
  differ: [notOneself],
  guard: ({ record, facts }) => [refuseLastAdministrator(record, facts.otherAdministrators)],
  check: ({ record, found }) => [refuseLastAdministrator(record, found.remainingAdministrators)],
})
