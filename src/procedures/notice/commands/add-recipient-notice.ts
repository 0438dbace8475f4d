import { z } from 'zod'
import { field } from '../../../kernel/field.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { line, paragraph } from '../../../vocabulary/entry-field.ts'
import { newLine, newRecipient } from '../distribution.ts'
import { writeLetter } from '../letter.ts'
import { listChanged } from '../list-changed.ts'
import { noticeCommand } from '../notice-command.ts'
import { reckon } from '../reckon.ts'
import { LISTERS } from '../roles.ts'

/** Somebody whom the records of sale do not name is told as well, with the reason: a notified body, an onward customer. */
export const addRecipient = noticeCommand('add-recipient', {
  title: text('增加接收单位', 'Add a recipient'),
  about: text(
    '名单来自销售记录；增加单位须写明理由，发出前增加的须重新签批。',
    'The list comes from the records of sale; adding somebody needs a reason and, before sending, new signatures.',
  ),
  fulfils: ['TZ-trace', 'S04-4.9b', 'S01-4.7e'],
  from: ['draft', 'approved', 'running'],
  by: LISTERS,
  input: z.object({
    partyId: field(z.uuid(), { title: text('单位（档案）', 'Party in the files'), widget: 'party' }).optional(),
    name: line(text('单位名称（档案中没有时）', 'Name, when not in the files')).optional(),
    contactName: line(text('联系人', 'Contact person'), { personal: true }).optional(),
    phone: line(text('电话', 'Telephone'), { personal: true }).optional(),
    email: field(z.email().max(200), { title: text('电子邮箱', 'E-mail'), widget: 'line', personal: true }).optional(),
    reason: paragraph(text('增加的理由', 'Why it is added')),
  }),
  facts: ['recipients', 'lines', 'lots'],
  find: ['party', 'trace'],
  check: ({ input, found, facts }) => [
    !input.partyId &&
      !input.name &&
      refuse('who-missing', text('请选择单位，或填写名称。', 'Choose the party or enter its name.'), {
        field: 'partyId',
      }),
    input.partyId &&
      !found.party &&
      refuse('no-such-party', text('档案中没有这个单位，请重新选择。', 'The files have no such party: choose again.'), {
        field: 'partyId',
      }),
    input.partyId &&
      facts.recipients.some(item => item.partyId === input.partyId && item.state !== 'removed') &&
      refuse('listed-already', text('该单位已在名单中。', 'The party is on the list already.'), { field: 'partyId' }),
    input.partyId &&
      facts.recipients.some(item => item.partyId === input.partyId && item.state === 'removed') &&
      refuse(
        'was-removed',
        text('该单位曾被移出名单，请用“恢复接收单位”。', 'The party was taken off the list: put it back instead.'),
        { field: 'partyId' },
      ),
  ],
  change: ({ record, input, found, facts, actor, now, newId }) => {
    const party = found.party
    const recipient = newRecipient(
      { now, actor, newId },
      {
        partyId: party?.id ?? null,
        name: party?.name ?? input.name ?? '',
        city: party?.city ?? null,
        contactName: input.contactName ?? party?.contacts[0]?.name ?? null,
        phone: input.phone ?? party?.contacts[0]?.phone ?? party?.phones[0] ?? null,
        email: input.email ?? party?.email ?? null,
        origin: 'added',
        originReason: input.reason,
      },
    )
    const bought = found.trace.buyers.filter(buyer => party && buyer.partyId === party.id)
    const newLines = bought.map(buyer => newLine(newId, recipient.id, buyer))
    const sends = record.state === 'running' && record.linkUntil !== null
    const whole = {
      ...recipient,
      noticeId: record.id,
      messageState: sends ? ('waiting' as const) : recipient.messageState,
    }
    const after = reckon(record, facts, { newRecipients: [whole], newLines }, now)
    const listed = listChanged(record)
    return {
      ...after,
      ...listed,
      set: { ...after.set, ...listed.set, ...(sends && { allToldAt: null }) },
      start:
        sends && record.linkUntil
          ? [
              writeLetter({
                record,
                recipient: whole,
                lines: newLines.map(line => ({ ...line, noticeId: record.id })),
                lots: facts.lots,
                expiresAt: record.linkUntil,
              }),
            ]
          : [],
    }
  },
  tell: ({ input, found }) => {
    const name = found.party?.name ?? input.name ?? ''
    return text(`名单增加${name}：${input.reason}`, `added ${name} to the list: ${input.reason}`)
  },
  rank: 60,
  place: 'menu',
})
