import { z } from 'zod'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { paragraph } from '../../../vocabulary/entry-field.ts'
import { escalations } from '../kinds.ts'
import { noticeCommand } from '../notice-command.ts'
import { reckon } from '../reckon.ts'
import { FOLLOWERS } from '../roles.ts'
import { silentOnes } from '../silent.ts'

/** Those who stay silent become the work of the head of sales, then of the quality head. */
export const escalateNotice = noticeCommand('escalate', {
  title: text('未答复升级', 'Escalate'),
  about: text(
    '第一次升级到业务部负责人，再次升级到质量负责人；未答复的单位由其负责联系。',
    'First to the head of sales, then to the quality head, who then sees to those who have not answered.',
  ),
  fulfils: ['CN-GSP-111', 'S01-4.7e'],
  from: ['running'],
  by: FOLLOWERS,
  input: z.object({ note: paragraph(text('情况说明', 'What was tried')) }),
  facts: ['recipients', 'lines'],
  guard: ({ record, facts }) => [
    silentOnes(record, facts).length === 0 &&
      refuse('all-answered', text('全部单位都已答复，无需升级。', 'Everyone has answered: nothing to escalate.')),
    record.escalatedTo === 'quality-head' &&
      refuse(
        'at-the-top',
        text(
          '已升级到质量负责人。仍无答复的，请电话或上门核实，或由质量负责人签批差额。',
          'The quality head has it already: call, visit, or have the quality head sign the remainder.',
        ),
      ),
  ],
  change: ({ record, input, facts, actor, now, newId }) => {
    const to = record.escalatedTo === 'none' ? ('sales-head' as const) : ('quality-head' as const)
    const silent = silentOnes(record, facts)
    const after = reckon(
      record,
      facts,
      { recipients: Object.fromEntries(silent.map(item => [item.id, { escalatedTo: to }])) },
      now,
    )
    return {
      set: { ...after.set, escalatedTo: to },
      rows: [
        ...after.rows,
        ...silent.map(item => ({
          child: 'contact',
          insert: {
            id: newId(),
            at: now,
            byId: actor.id,
            byName: actor.name,
            recipientId: item.id,
            kind: 'escalation',
            contactedAt: now,
            outcome: null,
            spokenTo: escalations[to].zh,
            said: input.note,
          },
        })),
      ],
      meet: [{ deadline: 'escalation' }],
      open: [{ deadline: 'escalation', from: now, ownerRole: to }],
    }
  },
  tell: ({ record, input }) =>
    text(
      `未答复升级到${escalations[record.escalatedTo].zh}：${input.note}`,
      `escalated to the ${escalations[record.escalatedTo].en.toLowerCase()}: ${input.note}`,
    ),
  remark: ({ record, facts }) => {
    const count = silentOnes(record, facts).length
    const to = record.escalatedTo === 'none' ? escalations['sales-head'] : escalations['quality-head']
    return text(`${count} 家未答复，升级到${to.zh}`, `${count} silent; goes to the ${to.en.toLowerCase()}`)
  },
  rank: 30,
})
