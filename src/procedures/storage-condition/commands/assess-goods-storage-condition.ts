import { z } from 'zod'
import { field } from '../../../kernel/field.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { choice, paragraph } from '../../../vocabulary/entry-field.ts'
import { turnKey } from '../deadlines.ts'
import { QUALITY } from '../roles.ts'
import { storageConditionCommand } from '../storage-condition-command.ts'
import { verdicts } from '../wording.ts'

/** Quality judges whether goods that were too warm or too cold may stay; what may have suffered is stopped. */
export const assessGoods = storageConditionCommand('assess-goods', {
  title: text('评估受影响货品', 'Judge the goods'),
  about: text(
    '判为可能受影响的批次即停售并申请复检。',
    'Lots that may have suffered are stopped at once, with a re-check asked for.',
  ),
  fulfils: ['S25-2.3a', 'S25-2.2a'],
  from: ['out-of-range', 'adjusted', 'back-in-range'],
  by: QUALITY,
  input: z.object({
    verdict: choice(text('评估结论', 'Verdict'), verdicts),
    note: paragraph(text('评估说明', 'Judgement'), {
      hint: text('依据说明书、稳定性资料、超范围的幅度和时长', 'label, stability data, how far and how long'),
    }),
    lotIds: field(z.array(z.uuid()).max(500), {
      title: text('停售的批次', 'Lots to be stopped'),
      hint: text('不填即全部受影响批次', 'All lots concerned when empty'),
      widget: 'hidden',
    }).optional(),
  }),
  facts: ['goods'],
  guard: ({ record, facts }) => [
    facts.goods.length === 0 &&
      refuse(
        'no-goods',
        text(
          '没有货品超出自身储存温度，不需评估；恢复正常后直接关闭。',
          'No goods were beyond their own range: nothing to judge, close it once it is in range.',
        ),
      ),
    record.assessedAt !== null &&
      refuse(
        'assessed',
        text(
          `${record.assessedByName} 已评估；情况加重时会再次提请评估。`,
          `${record.assessedByName} judged the goods: it is asked again if it gets worse.`,
        ),
      ),
  ],
  check: ({ input, facts }) => [
    input.verdict === 'stop' &&
      (input.lotIds ?? []).some(id => !facts.goods.some(item => item.lotId === id)) &&
      refuse(
        'lot-not-concerned',
        text('所选批次不在受影响货品中，请核对。', 'This lot is not among the goods concerned: check it.'),
        { field: 'lotIds' },
      ),
  ],
  sign: { meaning: text('我已评估储存条件对货品的影响', 'I have judged what the conditions did to the goods') },
  change: ({ record, input, facts, now, actor }) => {
    const chosen = new Set(input.lotIds?.length ? input.lotIds : facts.goods.map(item => item.lotId))
    const stopped = input.verdict === 'stop' ? facts.goods.filter(item => chosen.has(item.lotId)) : []
    return {
      set: { goodsVerdict: input.verdict, goodsNote: input.note, assessedAt: now, assessedByName: actor.name },
      meet: [{ deadline: 'quality', key: turnKey(record.goodsRound) }],
      start: stopped.map(item => ({
        command: 'stop-sale.place',
        link: 'stop-sale',
        input: {
          source: 'storage-check',
          scope: 'lot',
          productId: item.productId,
          lotId: item.lotId,
          reason: `${record.warehouseName}储存温度超范围（${record.number}）`,
          problem: input.note,
          cause: { procedure: 'storage-condition', id: record.id, number: record.number },
        },
      })),
    }
  },
  tell: ({ input }) =>
    text(
      `货品评估：${verdicts[input.verdict].zh}。${input.note}`,
      `goods: ${verdicts[input.verdict].en.toLowerCase()}. ${input.note}`,
    ),
  rank: 20,
})
