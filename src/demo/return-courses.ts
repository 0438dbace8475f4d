import type { DeskStep } from './desk-steps.ts'
import { arrival, type Inspection, settlement, stockIn } from './return-desk.ts'
import type { Stage } from './stage.ts'
import type { Chance } from './world/chance.ts'

/** Kinds of return that the company has; each with its own way through the desks. */
export type ReturnCourse =
  | 'unsaleable'
  | 'over-limits'
  | 'special'
  | 'quality'
  | 'contract'
  | 'kept-in-use'
  | 'cold-chain'

const GOOD: Inspection = { verdict: 'good', finding: '包装完好，标识清晰，效期内，抽检合格' }
const BAD: Inspection = {
  verdict: 'nonconforming',
  finding: '封口处有针孔，密封性不合格',
  assessment: '逐件外观检查并抽检密封性，与客户反映一致，责任待供货者确认。',
  disposition: '转不合格品区，按不合格品程序处置。',
}
const WARM: Inspection = {
  verdict: 'cold-chain',
  finding: '无售出期间温度记录，到货 14.6 ℃',
  assessment: '在途最高 16.2 ℃，超出 2~8 ℃，且不能提供售出期间的温度记录。',
  refusalStatement:
    '该批试剂须在 2~8 ℃ 贮存运输。贵司未能提供售出期间温度记录，到货 14.6 ℃、在途最高 16.2 ℃，依法予以拒收，随车退还。',
}

/** Finance has warned of the customer's rate, and not everybody has read it. */
async function isAlerted({ kernel }: Stage, returnId: string): Promise<boolean> {
  const { rows } = await kernel.pool.query(
    `select from sign_off where record_id = $1 and chain = 'alert' and outcome = 'pending'`,
    [returnId],
  )
  return rows.length > 0
}

const reviews = (over: boolean): DeskStep[] => [
  {
    hours: 1.5,
    by: 'after-sales',
    verb: 'review',
    input: { opinion: over ? '数量偏大，客户称终端滞销。' : '在期限内，原包装未拆。' },
  },
  { hours: 3, by: 'finance', verb: 'review', input: { opinion: over ? '已超同期进货比例。' : '比例、金额核对无误。' } },
]

/** The steps of a return after it was registered, by its kind. */
export function courseOf(stage: Stage, id: string, course: ReturnCourse, luck: Chance, fax: boolean): DeskStep[] {
  const begins: DeskStep[] = [
    ...(fax
      ? [
          {
            hours: 0.4,
            by: 'computer-room',
            verb: 'register-fax',
            input: { faxRegisterNo: `CZ-${luck.between(1000, 9999)}` },
          },
        ]
      : []),
    { hours: 0.8, by: 'after-sales', verb: 'sign-for' },
  ]
  const told: DeskStep = {
    hours: 1,
    by: 'after-sales',
    verb: 'tell-customer',
    input: { instructions: '请用原包装发运，附调退货明细表。' },
  }
  const back = (inspection: Inspection): DeskStep[] => [
    ...arrival(stage, id, luck, inspection, luck.between(20, 60)),
    ...stockIn(luck),
  ]
  const price = luck.between(8, 160)
  switch (course) {
    case 'unsaleable':
      return [
        ...begins,
        ...reviews(false),
        { hours: 1.5, by: 'after-sales-head', verb: 'approve', input: { note: '符合调换规定' } },
        { hours: 2, by: 'sales-head', verb: 'approve' },
        told,
        ...back(GOOD),
        ...settlement(stage, id, luck, 'exchange', price),
      ]
    case 'over-limits':
      return [
        ...begins,
        ...reviews(true),
        {
          hours: 4,
          by: 'after-sales',
          verb: 'refuse',
          input: { explanation: '贵司本期调换数量已超过合同约定的比例（期限），请通过促销消化，谢谢理解。' },
        },
      ]
    case 'special':
      return [
        ...begins,
        ...reviews(true),
        {
          hours: 3,
          by: 'after-sales-head',
          verb: 'ask-special',
          input: { reason: '客户门店拆迁停业，一次性清库，合作八年信誉良好。' },
        },
        { hours: 8, by: 'general-manager', verb: 'approve', input: { note: '同意本次，下不为例。' } },
        told,
        ...back(GOOD),
        ...settlement(stage, id, luck, 'exchange', price).flatMap(step =>
          step.verb === 'review-note'
            ? [
                {
                  hours: 2,
                  by: 'sales-head',
                  verb: 'read-alert',
                  when: () => isAlerted(stage, id),
                  input: { measure: '已与客户约定年内不再调换。' },
                },
                {
                  hours: 3,
                  by: 'general-manager',
                  verb: 'read-alert',
                  when: () => isAlerted(stage, id),
                  input: { measure: '知悉，业务部跟进。' },
                },
                step,
              ]
            : [step],
        ),
      ]
    case 'quality':
      return [
        ...begins,
        { hours: 2, by: 'after-sales-head', verb: 'approve' },
        { hours: 2.5, by: 'sales-head', verb: 'approve' },
        { ...told, by: 'sales' },
        ...back(BAD),
        ...settlement(stage, id, luck, 'exchange', price),
      ]
    case 'contract':
      return [
        ...begins,
        {
          hours: 6,
          by: 'quality',
          verb: 'test-sample',
          input: {
            result: 'bad',
            sampleNo: `LY-${luck.between(100, 999)}`,
            test: '同批留样抽检 5 件，2 件密封性不合格。',
          },
        },
        { hours: 3, by: 'sales-head', verb: 'approve' },
        { hours: 1, by: 'sales', verb: 'decide-way', input: { way: 'ship-back', reason: '运费低于就地销毁费用。' } },
        told,
        ...back(BAD),
        ...settlement(stage, id, luck, 'refund', price),
      ]
    case 'kept-in-use':
      return [
        ...begins,
        {
          hours: 6,
          by: 'quality-inspector',
          verb: 'test-sample',
          input: { result: 'good', sampleNo: `LY-${luck.between(100, 999)}`, test: '同批留样逐项复测合格。' },
        },
        {
          hours: 4,
          by: 'sales',
          verb: 'explain',
          input: { said: '带检测报告上门说明，科室同意继续使用并安排操作培训。', outcome: 'keeps-using' },
        },
      ]
    case 'cold-chain':
      return [
        ...begins,
        { hours: 2, by: 'after-sales-head', verb: 'approve' },
        { hours: 2, by: 'sales-head', verb: 'approve' },
        { ...told, by: 'sales' },
        ...warm(stage, id, luck),
      ]
  }
}

/** Reagents that come back without their temperatures: counted with what there is, refused, sent back. */
const warm = (stage: Stage, id: string, luck: Chance): DeskStep[] => [
  ...arrival(stage, id, luck, WARM, 30).map(step => {
    if (step.verb === 'collect') return { ...step, input: { ...step.input, departureCelsius: 11.8 } }
    if (step.verb !== 'count') return step
    return {
      ...step,
      input: async () => ({
        ...(typeof step.input === 'function' ? await step.input() : step.input),
        coldChain: {
          transport: 'insulated-box',
          departure: 11.8,
          arrival: 14.6,
          highest: 16.2,
          lowest: 9.5,
          recordSinceSale: false,
          waitsIn: '冷藏库 T-01（待退）',
        },
      }),
    }
  }),
  { hours: 3, by: 'after-sales', verb: 'tell-refusal', input: { sentBackHow: '原车带回，豫通冷链 YT20260918-07' } },
]
