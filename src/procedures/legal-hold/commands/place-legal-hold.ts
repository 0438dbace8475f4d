import { z } from 'zod'
import { field } from '../../../kernel/field.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { attachmentIds, choice, line, paragraph } from '../../../vocabulary/entry-field.ts'
import { scopes } from '../legal-hold.ts'
import { legalHoldCommand } from '../legal-hold-command.ts'

/** LH-place: records are kept although their retention may end. */
export const placeHold = legalHoldCommand('place', {
  title: text('作出记录保留', 'Place a legal hold'),
  about: text(
    '诉讼、检查、召回等需要时使用；所涉记录在解除前一律不得处置。',
    'For a lawsuit, an inspection, a recall: what it covers is not disposed of until the hold is lifted.',
  ),
  fulfils: ['LH-place'],
  from: 'new',
  to: 'placed',
  by: ['quality-head', 'management-representative', 'general-manager'],
  input: z.object({
    scope: choice(text('范围', 'Scope'), scopes),
    matter: line(text('记录编号', 'Number of the record'), { when: { field: 'scope', is: ['matter'] } }).optional(),
    partyId: field(z.uuid(), {
      title: text('单位', 'Party'),
      widget: 'party',
      when: { field: 'scope', is: ['party'] },
    }).optional(),
    productId: field(z.uuid(), {
      title: text('产品', 'Product'),
      widget: 'product',
      when: { field: 'scope', is: ['product'] },
    }).optional(),
    lotId: field(z.uuid(), {
      title: text('批号', 'Lot'),
      widget: 'lot',
      when: { field: 'scope', is: ['lot'] },
    }).optional(),
    reason: paragraph(text('理由', 'Reason')),
    authority: line(text('依据', 'Authority'), {
      hint: text('文书编号、来函单位、会议决定', 'number of the document, who asked, which decision'),
    }),
    attachments: attachmentIds.optional(),
  }),
  find: ['subject', 'same'],
  sign: { meaning: text('所涉记录须继续保存，我作出保留', 'These records must be kept; I place the hold') },
  check: ({ input, found }) => [
    !found.subject &&
      refuse(
        'no-such-subject',
        text('没有找到所填的对象，请核对后重新选择。', 'What you named was not found: check it and choose again.'),
        { field: input.scope === 'matter' ? 'matter' : `${input.scope}Id` },
      ),
    found.same &&
      refuse(
        'already-held',
        text(
          `该对象已有保留 ${found.same}；要改变理由，请先解除它。`,
          `It is held already by ${found.same}: to change the reason, first lift that one.`,
        ),
        { field: 'scope' },
      ),
  ],
  change: ({ input, found, actor }) => ({
    set: {
      title: `${scopes[input.scope].zh.replace(/（.*/, '')}：${found.subject?.name ?? ''}`.slice(0, 300),
      scope: input.scope,
      subjectId: found.subject?.id ?? '',
      subjectName: found.subject?.name ?? '',
      reason: input.reason,
      authority: input.authority,
      placedByName: actor.name,
    },
    attach: (input.attachments ?? []).map(id => ({ id, purpose: 'evidence' })),
  }),
  tell: ({ record }) =>
    text(`对${record.subjectName}作出保留：${record.reason}`, `held ${record.subjectName}: ${record.reason}`),
  rank: 1,
  place: 'page',
})
