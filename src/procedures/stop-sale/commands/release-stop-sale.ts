import { z } from 'zod'
import { holds } from '../../../kernel/person.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { line, paragraph } from '../../../vocabulary/entry-field.ts'
import { liftUnsent, resumeNotice } from '../notices.ts'
import { roundKeys } from '../placement.ts'
import { stopSaleCommand } from '../stop-sale-command.ts'
import { QUALITY } from '../stop-sale-roles.ts'

/** S26-2.3a, SG03: quality alone frees the goods, after a good finding and never before. */
export const releaseStopSale = stopSaleCommand('release', {
  title: text('解除停售', 'Release'),
  about: text(
    '立即可发货；仓库摘牌、业务部确认、曾被通知停售的购货方获知后办结。',
    'Free at once; done when the warehouse took the marks off, sales confirmed, and every buyer told to stop was told.',
  ),
  fulfils: ['S26-2.3a', 'S01-4.5b', 'S01-4.5c', 'S26-2.3b'],
  from: ['placed', 're-check', 'confirmed'],
  to: 'releasing',
  by: QUALITY,
  input: z.object({
    reason: paragraph(text('解除理由', 'Reason of the release')),
    document: line(text('解除禁售文件号', 'Document of the release'), {
      hint: text('因监管通知停售的须填写', 'needed where an authority had prohibited the sale'),
    }).optional(),
  }),
  facts: ['told', 'soldLotIds', 'unsentSuspends'],
  guard: ({ record, actor }) => [
    // What other steps start asks no role; this rule holds for them all the same.
    !holds(actor, QUALITY) &&
      refuse(
        'SG03',
        text(
          `只有质量管理部可以解除 ${record.number}，请转交其办理。`,
          `Quality management alone releases ${record.number}: hand it over.`,
        ),
        { kind: 'forbidden', clause: 'S26-2.3a' },
      ),
    record.finding !== 'good' &&
      refuse(
        'no-good-finding',
        text(
          `要解除 ${record.number}，请先登记复查合格的结论。`,
          `To release ${record.number}, first record a re-check that finds the goods good.`,
        ),
        { clause: 'S01-4.5b' },
      ),
    record.confirmedAt !== null &&
      !holds(actor, ['quality-head']) &&
      refuse(
        'confirmed-by-head',
        text(
          `${record.number} 曾经双签确认停售，由质量负责人解除，请转交其办理。`,
          `${record.number} was confirmed by two signatures: the quality head releases it.`,
        ),
        { kind: 'forbidden', clause: 'S01-4.7a' },
      ),
  ],
  check: ({ record, input }) => [
    record.source === 'authority' &&
      !input.document &&
      refuse(
        'document-missing',
        text(
          '因监管通知停售的，请填写解除禁售的文件号。',
          'An authority prohibited the sale: enter the document that lifts it.',
        ),
        { field: 'document', clause: 'S26-6a' },
      ),
  ],
  sign: { meaning: text('复查合格，我解除停售', 'The goods are good; I release them') },
  change: ({ record, input, facts, now, actor }) => ({
    set: {
      releasedAt: now,
      releasedByName: actor.name,
      releaseReason: input.reason,
      releaseDocument: input.document ?? null,
    },
    cancel: [
      ...roundKeys(record.widenCount).flatMap(key =>
        ['marks', 'sales'].map(deadline => ({ deadline, key, reason: text('停售已解除', 'the stop is released') })),
      ),
      ...['recheck', 'recheck-request', 'registrant', 'authority'].map(deadline => ({
        deadline,
        reason: text('停售已解除', 'the stop is released'),
      })),
    ],
    start: [
      ...liftUnsent(record, facts.unsentSuspends),
      // The buyers are told within so many hours of the finding, whenever the release follows.
      ...resumeNotice(record, input.reason, facts.soldLotIds, facts.told, record.findingAt ?? now),
    ],
  }),
  tell: ({ input }) => text(`解除停售：${input.reason}`, `released: ${input.reason}`),
  fill: ({ record }) => ({ ...(record.findingNote && { reason: record.findingNote }) }),
  rank: 13,
})
