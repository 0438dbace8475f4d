import { z } from 'zod'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { choice, paragraph } from '../../../vocabulary/entry-field.ts'
import { authorityClocks, tellClock } from '../deadlines.ts'
import { refreshed } from '../distribution.ts'
import { noticeCommand } from '../notice-command.ts'
import { reckon } from '../reckon.ts'

const opinions = {
  agree: text('同意发出', 'Agree'),
  decline: text('不同意，退回修改', 'Decline: back to the draft'),
} as const

/** Whoever is asked signs; the last signature decides. Each time the list is read from the records of sale again. */
export const approveNotice = noticeCommand('approve', {
  title: text('签批通知', 'Sign the notice'),
  about: text(
    '签批时按销售记录重新核对名单；其间新增的购货方会补入并注明。',
    'The list is read from the records of sale again; buyers that appeared meanwhile join it visibly.',
  ),
  fulfils: ['S01-4.7e', 'S26-2.3d', 'S04-4.9a', 'S01-4.5a', 'TZ-trace'],
  from: ['draft'],
  by: ['management-representative', 'quality', 'quality-head', 'general-manager'],
  input: z.object({
    opinion: choice(text('意见', 'Opinion'), opinions),
    note: paragraph(text('说明', 'Note')).optional(),
  }),
  facts: ['recipients', 'lines'],
  find: ['trace'],
  sign: { chain: 'approval', step: 'waiting' },
  check: ({ input }) => [
    input.opinion === 'decline' &&
      !input.note &&
      refuse('reason-missing', text('不同意的，请写明原因和修改意见。', 'Say why you decline and what to change.'), {
        field: 'note',
      }),
  ],
  change: ({ record, input, facts, found, signing, actor, now, newId }) => {
    if (input.opinion === 'decline') return { decline: true, note: input.note }
    const { patch } = refreshed(record.kind, false, facts, found.trace, { now, actor, newId })
    const { set, rows } = reckon(record, facts, patch, now)
    const said = { ...(input.note && { note: input.note }) }
    if (!signing?.last) return { ...said, set, rows }
    const decidedAt = record.decidedAt ?? now
    const decided = { ...record, ...set, decidedAt }
    return {
      ...said,
      to: 'approved',
      set: { ...set, approvedAt: now, decidedAt },
      rows,
      // the decision itself starts clocks that were not started by an earlier time of decision
      open:
        record.kind === 'recall'
          ? [...tellClock('recall', decidedAt), ...authorityClocks(decided, decidedAt, now)]
          : authorityClocks(decided, decidedAt, now),
    }
  },
  tell: ({ record, before, input }) => {
    if (input.opinion === 'decline') return text(`不同意发出，退回修改：${input.note}`, `declined it: ${input.note}`)
    const more = record.recipients - before.recipients
    const late = {
      zh: more > 0 ? `；其间新增 ${more} 家购货方，已补入名单` : '',
      en: more > 0 ? `; ${more} buyer(s) that appeared meanwhile joined the list` : '',
    }
    return record.state === 'approved'
      ? text(
          `批准发出，共 ${record.recipients} 家${late.zh}`,
          `approved it for ${record.recipients} recipients${late.en}`,
        )
      : text(`签署同意${late.zh}`, `signed it${late.en}`)
  },
  rank: 10,
})
