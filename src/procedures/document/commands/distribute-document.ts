import { z } from 'zod'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { roleIds } from '../../../vocabulary/role.ts'
import { documentCommand } from '../document-command.ts'
import { rolesField } from '../input.ts'
import { COMPILERS } from '../taxonomy.ts'

/** Everybody who holds one of the roles is asked to read the newest approved version. */
export const distributeDocument = documentCommand('distribute', {
  title: text('发放', 'Issue'),
  about: text(
    '向所选岗位的每个人发放最新批准的版本，并请其阅知。',
    'Everybody of the roles is asked to read the newest approved version.',
  ),
  fulfils: ['S08-4.2a', 'S08-5.2.1a', 'S14-1.1b'],
  from: ['valid'],
  by: COMPILERS,
  input: z.object({ roles: rolesField }),
  facts: ['versions', 'readers'],
  find: ['holders'],
  check: ({ record, input, found, facts }) => {
    const version = facts.versions.at(-1)
    const asked = new Set(facts.readers.filter(item => item.versionId === version?.id).map(item => item.personId))
    return [
      input.roles.length > 0 &&
        found.holders.every(item => asked.has(item.id)) &&
        refuse(
          'nobody-new',
          text(
            `所选岗位没有尚未发放 ${record.approvedLabel ?? ''} 的人员，请选择其他岗位。`,
            `Nobody of these roles still lacks ${record.approvedLabel ?? ''}: choose other roles.`,
          ),
          { field: 'roles' },
        ),
    ]
  },
  change: ({ record, facts, found, actor, now, newId }) => {
    const version = facts.versions.at(-1)
    if (!version) throw new Error(`${record.code} is valid without a version`)
    const asked = new Set(facts.readers.filter(item => item.versionId === version.id).map(item => item.personId))
    const readers = found.holders.filter(item => !asked.has(item.id))
    const issued = facts.readers.filter(item => item.versionId === version.id).length
    return {
      rows: readers.map(({ id: personId, name: personName }, i) => ({
        child: 'reader',
        insert: {
          id: newId(),
          versionId: version.id,
          label: version.label,
          issueNo: issued + i + 1,
          personId,
          personName,
          askedAt: now,
          askedByName: actor.name,
        },
      })),
      open: readers.map(({ id, name }) => ({
        deadline: 'reading',
        key: `${version.label} ${id}`,
        from: now,
        ownerId: id,
        note: text(`${name} 阅知 ${version.label}`, `${name} reads ${version.label}`),
      })),
    }
  },
  tell: ({ record, found, facts }) => {
    const before = new Set(facts.readers.filter(item => item.label === record.approvedLabel).map(item => item.personId))
    const count = found.holders.filter(item => !before.has(item.id)).length
    return text(
      `发放 ${record.approvedLabel ?? ''} 给 ${count} 人`,
      `issued ${record.approvedLabel ?? ''} to ${count} people`,
    )
  },
  rank: 40,
})

/** Somebody who was asked has read the version. */
export const acknowledgeDocument = documentCommand('acknowledge', {
  title: text('已阅知', 'I have read it'),
  fulfils: ['S14-1.1b', 'S08-4.2a'],
  from: ['drafting', 'reviewing', 'approving', 'valid'],
  by: roleIds,
  input: z.object({}),
  facts: ['readers'],
  guard: ({ record, facts, actor }) => [
    !facts.readers.some(item => item.personId === actor.id && item.readAt === null) &&
      refuse(
        'not-asked',
        text(
          `没有待您阅知的 ${record.code}；需要时请归口部门发放。`,
          `No version of ${record.code} waits for you: ask its owner to issue it to you.`,
        ),
      ),
  ],
  sign: { meaning: text('我已阅知该版本，并照此执行', 'I have read this version and act on it') },
  change: ({ facts, actor, now }) => {
    const mine = facts.readers.filter(item => item.personId === actor.id && item.readAt === null)
    return {
      rows: mine.map(({ id }) => ({ child: 'reader', id, set: { readAt: now } })),
      meet: mine.map(item => ({ deadline: 'reading', key: `${item.label} ${item.personId}` })),
    }
  },
  tell: ({ record, facts, actor }) => {
    const labels = facts.readers
      .filter(item => item.personId === actor.id && item.readAt === null)
      .map(item => item.label)
      .join('、')
    return text(`已阅知 ${record.code} ${labels}`, `has read ${record.code} ${labels}`)
  },
  remark: ({ facts, actor }) => {
    const mine = facts.readers.find(item => item.personId === actor.id && item.readAt === null)
    return mine ? text(`待您阅知：${mine.label}`, `For you to read: ${mine.label}`) : null
  },
  rank: 5,
})
