import { z } from 'zod'
import { field } from '../../../kernel/field.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { choice, line, paragraph } from '../../../vocabulary/entry-field.ts'
import { goodsListed, letter } from '../letter.ts'
import { returnCommand } from '../return-command.ts'
import type { ReturnLine } from '../return-rows.ts'
import { ways } from '../taxonomy.ts'

const cost = (zh: string, en: string) =>
  field(z.int().min(0).max(1_000_000_000), { title: text(zh, en), widget: 'number', of: 'fen' })

/** Devices whose destruction the regulator watches: class III and implants (X10). */
const isSpecial = (line: Pick<ReturnLine, 'deviceClass' | 'isImplant'>): boolean =>
  line.isImplant || line.deviceClass === 'III'

/**
 * S12-5.8.2e, f; X10: sales decides by cost whether the goods are shipped back. What is not shipped back goes into the
 * procedure for nonconforming goods, which destroys it at the customer's with the same approvals.
 */
export const decideWay = returnCommand('decide-way', {
  title: text('决定运回或就地销毁', 'Ship back or destroy on site'),
  about: text(
    '按成本决定是否运回并写明理由；不运回的转就地销毁程序。',
    'Decide by cost and say why; what is not shipped back is destroyed at the customer.',
  ),
  fulfils: ['S12-5.8.2e', 'S12-5.8.2f'],
  from: ['approved'],
  by: ['sales', 'sales-head'],
  input: z.object({
    way: choice(text('运回与否', 'Way'), ways),
    reason: paragraph(text('理由', 'Reason')),
    shipCost: cost('预计运回费用', 'Cost of shipping').optional(),
    destroyCost: cost('预计就地销毁费用', 'Cost of destruction on site').optional(),
    regulatorReference: line(text('监管部门同意文号', 'Reference of the regulator’s consent'), {
      when: { field: 'way', is: ['on-site'] },
      hint: text('第三类和植入类必填', 'needed for class III and implants'),
    }).optional(),
  }),
  facts: ['lines'],
  check: ({ record, input, facts }) => [
    input.way === 'on-site' &&
      record.reason === 'unsaleable' &&
      refuse(
        'good-goods-come-back',
        text(
          '不适销品质量完好，不能就地销毁，请运回。',
          'Unsaleable goods are good: they are not destroyed, ship them back.',
        ),
        { field: 'way', clause: 'S12-5.8.2f' },
      ),
    input.way === 'on-site' &&
      (input.shipCost === undefined || input.destroyCost === undefined) &&
      refuse(
        'costs-missing',
        text('决定不运回，请填写两种方式的预计费用。', 'Enter both costs: the decision goes by them.'),
        { field: input.shipCost === undefined ? 'shipCost' : 'destroyCost', clause: 'S12-5.8.2e' },
      ),
    input.way === 'on-site' &&
      facts.lines.some(isSpecial) &&
      !input.regulatorReference &&
      refuse(
        'regulator-first',
        text(
          '第三类或植入类器械没有监管部门同意不得就地销毁：请先取得同意并填文号，或选择运回。',
          'Class III and implants are not destroyed on site without the regulator: get its consent first, or ship back.',
        ),
        { field: 'regulatorReference', clause: 'S12-5.8.2f' },
      ),
  ],
  sign: { meaning: text('运回与否按成本决定，理由属实', 'I decided the way by cost; the reason is true') },
  change: ({ record, input, facts, now, actor }) => {
    const set = {
      way: input.way,
      wayReason: input.reason,
      shipCost: input.shipCost ?? null,
      destroyCost: input.destroyCost ?? null,
      regulatorReference: input.regulatorReference ?? null,
      wayDecidedAt: now,
      wayDecidedByName: actor.name,
    }
    if (input.way === 'ship-back') return { set }
    return {
      to: 'on-site',
      set: { ...set, toldAt: now, toldByName: actor.name },
      meet: [{ deadline: 'tell-customer' }],
      start: [
        ...facts.lines.map(line => ({
          command: 'nonconforming.report',
          input: {
            lotId: line.lotId,
            quantity: line.quantity,
            ...(line.serials.length > 0 && { serials: line.serials }),
            source: record.route === 'recall' ? 'recall' : 'return',
            finding: `退货 ${record.number} 不运回，就地销毁：${input.reason}`.slice(0, 4000),
            ...(record.qualityFinding && { judgement: record.qualityFinding }),
            partyId: record.partyId,
            atCustomer: true,
            cause: { procedure: 'return', id: record.id, number: record.number },
          },
          link: 'nonconforming',
        })),
        letter(record, {
          subject: '关于退货货品就地销毁的通知',
          paragraphs: [
            `${record.partyName}：`,
            `下列货品已批准${record.wish === 'exchange' ? '换货' : '退货'}，不需运回，将在贵处销毁：\n${goodsListed(facts.lines)}`,
            '请单独存放、停止使用并妥善保管，等我公司人员到场。未经我公司到场，请勿自行处理。',
          ],
        }),
      ],
    }
  },
  tell: ({ input }) =>
    text(
      `决定${ways[input.way].zh}：${input.reason}`,
      `decided to ${ways[input.way].en.toLowerCase()}: ${input.reason}`,
    ),
  rank: 10,
})
