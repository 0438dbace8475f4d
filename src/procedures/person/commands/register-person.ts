import { z } from 'zod'
import { field } from '../../../kernel/field.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { permissionChange, refuseForbiddenPair, refuseMixedInspector } from '../permission.ts'
import { details, roleTitles } from '../person.ts'
import { personCommand } from '../person-command.ts'
import { roleField } from '../role-field.ts'

const username = field(
  z
    .string()
    .trim()
    .toLowerCase()
    .min(2)
    .max(40)
    .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/),
  {
    title: text('用户名', 'User name'),
    hint: text('登录用，小写拼音，如 li-hua；定后不改', 'For signing in, lower case, e.g. li-hua; never changed'),
  },
)

/** A person gets a name in the product. The password is set afterwards, outside of the journal. */
export const registerPerson = personCommand('register', {
  title: text('登记人员', 'Register a person'),
  about: text(
    '建立账号并授予角色；随后由管理员设初始密码，本人首次登录即改。',
    'Makes the account and grants roles; an administrator then sets a first password, which its owner changes.',
  ),
  fulfils: ['IT-access', 'IT-unique', 'IT-permission'],
  from: 'new',
  to: 'active',
  by: ['administrator'],
  input: z.object({
    username,
    ...details,
    roles: field(z.array(roleField).max(8), { title: text('角色', 'Roles') }),
  }),
  find: ['usernameTaken'],
  check: ({ input, found }) => [
    found.usernameTaken &&
      refuse(
        'username-taken',
        text(
          `用户名 ${input.username} 已属于 ${found.usernameTaken.number}，请换一个。`,
          `The user name ${input.username} belongs to ${found.usernameTaken.number}: choose another.`,
        ),
        { field: 'username', clause: 'IT-unique' },
      ),
    new Set(input.roles).size < input.roles.length &&
      refuse('role-twice', text('同一角色只选一次。', 'Choose each role once.'), { field: 'roles' }),
    refuseMixedInspector(input.roles, 'roles'),
    refuseForbiddenPair(input.name, [], input.roles, 'roles'),
  ],
  change: asked => ({
    set: asked.input,
    rows: asked.input.roles.map(role => permissionChange(asked, role, 'granted', '登记人员')),
    open: asked.input.roles.length > 0 ? [{ deadline: 'permission-review', from: asked.now }] : [],
  }),
  tell: ({ record, input }) => {
    const roles = roleTitles(input.roles)
    return text(
      `登记 ${record.number} ${input.name}（${input.username}）：${roles.zh || '暂无角色'}`,
      `registered ${record.number} ${input.name} (${input.username}): ${roles.en || 'no role yet'}`,
    )
  },
})
