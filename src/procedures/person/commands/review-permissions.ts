import { z } from 'zod'
import { field } from '../../../kernel/field.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { notOneself, refuseLastAdministrator, unreviewed } from '../permission.ts'
import { roleTitles } from '../person.ts'
import { personCommand } from '../person-command.ts'

const decisions = {
  agreed: text('同意', 'Agree'),
  refused: text('不同意，收回未审核的授权', 'Refuse and take the unreviewed roles away'),
} as const

/** Quality management agrees to what changed in a person's permissions, or takes the new ones away at once. */
export const reviewPermissions = personCommand('review-permissions', {
  title: text('审核权限变更', 'Review permissions'),
  about: text(
    '核对上次审核以来授予和收回的角色是否与岗位相符。',
    'Checks whether the roles given and taken since the last review fit the post.',
  ),
  fulfils: ['IT-review', 'IT-duty'],
  from: ['active', 'inactive'],
  by: ['quality', 'quality-head'],
  input: z.object({
    decision: field(z.enum(['agreed', 'refused']), { title: text('审核意见', 'Decision'), options: decisions }),
    note: field(z.string().trim().min(2).max(500).nullable().default(null), {
      title: text('说明', 'Note'),
      hint: text('不同意时必填', 'Needed when you refuse'),
      widget: 'paragraph',
    }),
  }),
  facts: ['permissions'],
  find: ['remainingAdministrators'],
  differ: [
    notOneself,
    {
      rule: 'IT-separation',
      from: ({ facts, actor }) => (unreviewed(facts.permissions).some(row => row.byId === actor.id) ? actor.id : null),
      sentence: ({ record }) =>
        text(
          `${record.number} 的权限由您授予或收回，请由另一名质量管理人员审核。`,
          `You changed the permissions of ${record.number} yourself: somebody else in quality management reviews them.`,
        ),
    },
  ],
  guard: ({ record, facts }) => [
    unreviewed(facts.permissions).length === 0 &&
      refuse(
        'nothing-to-review',
        text(
          `${record.number} 没有待审核的权限变更，授予或收回角色后再审核。`,
          `Nothing of ${record.number} waits for review: it comes after a role is granted or revoked.`,
        ),
      ),
  ],
  check: ({ record, facts, input, found }) => [
    input.decision === 'refused' &&
      input.note === null &&
      refuse('note-needed', text('不同意时请写明理由。', 'To refuse, first say why.'), { field: 'note' }),
    input.decision === 'refused' &&
      unreviewed(facts.permissions).some(row => row.kind === 'granted' && row.role === 'administrator') &&
      refuseLastAdministrator(record, found.remainingAdministrators),
  ],
  sign: { meaning: text('我已审核该人员的权限与岗位相符与否', 'I reviewed whether these permissions fit the post') },
  change: ({ record, facts, input, actor, now }) => {
    const rows = unreviewed(facts.permissions)
    const taken = rows.filter(row => row.kind === 'granted').map(row => row.role)
    return {
      ...(input.decision === 'refused' && { set: { roles: record.roles.filter(role => !taken.includes(role)) } }),
      rows: rows.map(row => ({
        child: 'permission',
        id: row.id,
        set: {
          reviewedAt: now,
          reviewedBy: actor.id,
          reviewedByName: actor.name,
          review: input.decision,
          reviewNote: input.note,
        },
      })),
      meet: [{ deadline: 'permission-review' }],
    }
  },
  tell: ({ record, facts, input }) => {
    const titles = roleTitles(unreviewed(facts.permissions).map(row => row.role))
    const note = input.note ? { zh: `：${input.note}`, en: `: ${input.note}` } : { zh: '', en: '' }
    return input.decision === 'agreed'
      ? text(
          `审核同意 ${record.name} 的权限变更（${titles.zh}）${note.zh}`,
          `agreed to the permissions of ${record.name} (${titles.en})${note.en}`,
        )
      : text(
          `审核不同意 ${record.name} 的权限变更（${titles.zh}），新授角色已收回${note.zh}`,
          `refused the permissions of ${record.name} (${titles.en}); new roles are taken away${note.en}`,
        )
  },
  remark: ({ facts }) => {
    const { zh, en } = roleTitles(unreviewed(facts.permissions).map(row => row.role))
    return text(`待审核：${zh}`, `Waiting: ${en}`)
  },
  rank: 10,
})
