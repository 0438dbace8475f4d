import { z } from 'zod'
import { holds } from '../../../kernel/person.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { addMilliseconds, HOUR } from '../../../kernel/time.ts'
import { isApproved } from '../approval-route.ts'
import { refreshed } from '../distribution.ts'
import { WITH_QUANTITIES } from '../kinds.ts'
import { writeLetter } from '../letter.ts'
import { noticeCommand } from '../notice-command.ts'
import { advisoryChain, linkDays } from '../policies.ts'
import { courseAfter, reckon } from '../reckon.ts'

/** One act writes to every recipient, each with its own link; the list is read from the records of sale a last time. */
export const sendNotice = noticeCommand('send', {
  title: text('发出通知', 'Send the notice'),
  about: text(
    '向名单上全部单位发函：有邮箱的发电子邮件，没有的打印送达。',
    'Writes to everyone on the list: by e-mail where there is an address, otherwise as a letter to print.',
  ),
  fulfils: ['S01-4.7e', 'S26-2.3d', 'S01-4.5a', 'S09-4.2b', 'S04-4.9b', 'CN-RC-001'],
  from: ['approved'],
  to: 'running',
  by: ['sales', 'sales-head', 'sales-clerk', 'quality', 'quality-head'],
  input: z.object({}),
  facts: ['recipients', 'lines', 'lots'],
  find: ['trace', 'lifted'],
  guard: ({ record, actor, policy, signOffs }) => [
    !isApproved(signOffs) &&
      refuse(
        'not-signed',
        text(
          `${record.number} 的签批不完整，不能发出。请增减或恢复一家接收单位，使其退回重新签批；不再发出的，请取消。`,
          `The signatures of ${record.number} are not complete. Change its list of recipients, which asks for them anew, or cancel it.`,
        ),
        { clause: 'S26-2.3d' },
      ),
    record.kind === 'advisory' &&
      policy(advisoryChain).includes('sales') &&
      !holds(actor, ['sales', 'sales-head', 'sales-clerk']) &&
      refuse(
        'sales-delivers',
        text(
          '忠告性通知由业务部门发布并收取回执，请转交其发出。',
          'Sales publishes advisory notices and collects the acknowledgements: ask sales to send it.',
        ),
        { kind: 'forbidden', clause: 'S09-4.2b' },
      ),
  ],
  change: ({ record, facts, found, policy, actor, now, newId }) => {
    const { patch } = refreshed(record.kind, false, facts, found.trace, { now, actor, newId })
    const writing = { messageState: 'waiting' as const }
    const whole = {
      ...patch,
      recipients: Object.fromEntries(
        facts.recipients.filter(item => item.state !== 'removed').map(item => [item.id, writing]),
      ),
      newRecipients: (patch.newRecipients ?? []).map(item => ({ ...item, ...writing })),
    }
    const linkUntil = addMilliseconds(now, policy(linkDays) * 24 * HOUR)
    const { set, rows } = reckon({ ...record, state: 'running' }, facts, whole, now)
    const after = courseAfter(record, facts, whole)
    const asks = WITH_QUANTITIES.includes(record.kind) || record.kind === 'advisory'
    return {
      set: { ...set, sentAt: now, sentByName: actor.name, linkUntil },
      rows,
      start: [
        ...after.recipients
          .filter(item => item.state !== 'removed')
          .map(recipient =>
            writeLetter({
              record: { ...record, ...set },
              recipient,
              lines: after.lines.filter(line => line.recipientId === recipient.id),
              lots: facts.lots,
              expiresAt: linkUntil,
            }),
          ),
        ...found.lifted.map(({ id }) => ({
          command: 'notice.lift',
          on: id,
          input: { number: record.number },
          link: 'resume',
        })),
      ],
      open: asks ? ['answers', 'reminder', 'escalation'].map(deadline => ({ deadline, from: now })) : [],
    }
  },
  tell: ({ record }) =>
    text(`向 ${record.recipients} 家单位发出通知`, `sent the notice to ${record.recipients} recipients`),
  rank: 10,
})
