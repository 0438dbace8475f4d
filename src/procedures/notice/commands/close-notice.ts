import { z } from 'zod'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { paragraph } from '../../../vocabulary/entry-field.ts'
import { noticeCommand } from '../notice-command.ts'
import { openItems } from '../open-items.ts'

/** A notice ends when everyone is told, the balance is zero or its remainder signed, and the reports are made. */
export const closeNotice = noticeCommand('close', {
  title: text('关闭通知', 'Close the notice'),
  fulfils: ['S26-2.3d', 'CN-GSP-111', 'CN-RC-011', 'S04-4.9b'],
  from: ['running'],
  to: 'closed',
  by: ['quality', 'quality-head'],
  input: z.object({ note: paragraph(text('效果评价', 'Assessment of the effect')) }),
  facts: ['recipients', 'lines', 'lots', 'clocks'],
  guard: ({ record, facts }) => {
    const open = openItems(record, facts)
    const untold = record.recipients - record.told
    return [
      untold > 0 &&
        refuse(
          'not-told',
          text(
            `要关闭 ${record.number}，请先告知其余 ${untold} 家（登记函件送达或电话接通）。`,
            `To close ${record.number}, first tell the other ${untold}: enter the letters' hand-over, or reach them by telephone.`,
          ),
          { clause: 'CN-RC-001' },
        ),
      open.lines.length > 0 &&
        refuse(
          'balance-open',
          text(
            `要关闭 ${record.number}，请先核平其余 ${record.outstanding} 件（${open.lines.length} 行），或由质量负责人签批差额。`,
            `To close ${record.number}, first reconcile the other ${record.outstanding} units (${open.lines.length} lines), or have the quality head sign the remainder.`,
          ),
          { clause: 'S26-2.3d' },
        ),
      open.recipients.length > 0 &&
        refuse(
          'not-acknowledged',
          text(
            `要关闭 ${record.number}，请先取得其余 ${open.recipients.length} 家的确认，或由质量负责人签批。`,
            `To close ${record.number}, first get the acknowledgement of the other ${open.recipients.length}, or have the quality head sign them off.`,
          ),
          { clause: 'S04-4.9b' },
        ),
      facts.clocks.some(name => name.startsWith('authority-') && name !== 'authority-progress') &&
        refuse(
          'report-open',
          text(
            `要关闭 ${record.number}，请先登记向监管部门的报告。`,
            `To close ${record.number}, first record the report to the authority.`,
          ),
          { clause: 'S06-5.3a' },
        ),
    ]
  },
  sign: {
    meaning: text(
      '全部单位已告知，数量已核平或差额已签批',
      'Everyone is told, and the balance is zero or its remainder signed',
    ),
  },
  change: ({ input, actor, now }) => ({
    set: { closedAt: now, closedByName: actor.name, closingNote: input.note },
  }),
  tell: ({ record, input }) => text(`关闭 ${record.number}：${input.note}`, `closed ${record.number}: ${input.note}`),
  rank: 70,
})
