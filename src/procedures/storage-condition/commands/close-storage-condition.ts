import { z } from 'zod'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { paragraph } from '../../../vocabulary/entry-field.ts'
import { QUALITY } from '../roles.ts'
import { storageConditionCommand } from '../storage-condition-command.ts'

/** The store is in range again, its goods are judged, and the cause is known. */
export const closeStorageCondition = storageConditionCommand('close', {
  title: text('关闭', 'Close'),
  fulfils: ['S25-2.3a'],
  from: ['back-in-range'],
  to: 'closed',
  by: ['warehouse-head', ...QUALITY],
  input: z.object({ cause: paragraph(text('超范围原因及防止再发', 'Cause, and how it is prevented')) }),
  guard: ({ record }) => [
    record.goodsCount > 0 &&
      record.assessedAt === null &&
      refuse(
        'goods-unassessed',
        text(
          `有 ${record.goodsCount} 个批次超出自身储存温度，请质量管理部先评估。`,
          `${record.goodsCount} lots were beyond their own range: quality management judges them first.`,
        ),
      ),
  ],
  change: ({ input, now, actor }) => ({ set: { cause: input.cause, closedAt: now, closedByName: actor.name } }),
  tell: ({ input }) => text(`关闭：${input.cause}`, `closed: ${input.cause}`),
  rank: 30,
})
