import { z } from 'zod'
import { field } from '../../../kernel/field.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { addMilliseconds, HOUR } from '../../../kernel/time.ts'
import { writeLetter } from '../letter.ts'
import { noticeCommand } from '../notice-command.ts'
import { linkDays } from '../policies.ts'
import { reckon } from '../reckon.ts'
import { FOLLOWERS } from '../roles.ts'
import { silentOnes } from '../silent.ts'

/** Writes again to those who are silent; each reminder starts the clock of the next. */
export const remindNotice = noticeCommand('remind', {
  title: text('催复', 'Remind'),
  about: text(
    '向尚未答复的单位再次发函；不选则为全部。',
    'Writes again to those who have not answered; all of them unless chosen.',
  ),
  fulfils: ['CN-GSP-111', 'S04-4.9b'],
  from: ['running'],
  by: FOLLOWERS,
  input: z.object({
    recipientIds: field(z.array(z.uuid()).max(2000), {
      title: text('接收单位', 'Recipients'),
      widget: 'hidden',
    }).default([]),
  }),
  facts: ['recipients', 'lines', 'lots'],
  guard: ({ record, facts }) => [
    silentOnes(record, facts).length === 0 &&
      refuse('all-answered', text('全部单位都已答复，无需催复。', 'Everyone has answered: nobody to remind.')),
  ],
  check: ({ record, input, facts }) => {
    const silent = new Set(silentOnes(record, facts).map(item => item.id))
    return [
      input.recipientIds.some(id => !silent.has(id)) &&
        refuse(
          'answered-already',
          text('所选单位中有已答复的，请重新选择。', 'Some of them have answered: choose again.'),
          {
            field: 'recipientIds',
          },
        ),
    ]
  },
  change: ({ record, input, facts, policy, actor, now, newId }) => {
    const silent = silentOnes(record, facts)
    const asked = input.recipientIds.length > 0 ? silent.filter(item => input.recipientIds.includes(item.id)) : silent
    const linkUntil = addMilliseconds(now, policy(linkDays) * 24 * HOUR)
    const recipients = Object.fromEntries(
      asked.map(item => [
        item.id,
        { reminders: item.reminders + 1, remindedAt: now, messageState: 'waiting' as const },
      ]),
    )
    const after = reckon(record, facts, { recipients }, now)
    return {
      set: { ...after.set, reminders: record.reminders + 1, linkUntil },
      rows: [
        ...after.rows,
        ...asked.map(item => ({
          child: 'contact',
          insert: {
            id: newId(),
            at: now,
            byId: actor.id,
            byName: actor.name,
            recipientId: item.id,
            kind: 'reminder',
            contactedAt: now,
            outcome: null,
            spokenTo: null,
            said: null,
          },
        })),
      ],
      meet: [{ deadline: 'reminder' }, ...after.meet],
      open: [{ deadline: 'reminder', from: now }],
      start: asked.map(recipient =>
        writeLetter({
          record,
          recipient,
          lines: facts.lines.filter(line => line.recipientId === recipient.id),
          lots: facts.lots,
          expiresAt: linkUntil,
          again: true,
        }),
      ),
    }
  },
  tell: ({ record, input, facts }) => {
    const count = input.recipientIds.length > 0 ? input.recipientIds.length : silentOnes(record, facts).length
    return text(`第 ${record.reminders} 次催复，${count} 家`, `reminder ${record.reminders} to ${count} recipients`)
  },
  remark: ({ record, facts }) => {
    const count = silentOnes(record, facts).length
    return text(`${count} 家尚未答复`, `${count} have not answered`)
  },
  rank: 20,
})
