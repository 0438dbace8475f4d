import { z } from 'zod'
import { field } from '../../../kernel/field.ts'
import { type Refusals, refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { dayOf } from '../../../kernel/time.ts'
import { attachmentIds, choice, line, paragraph } from '../../../vocabulary/entry-field.ts'
import { departments } from '../../../vocabulary/intake.ts'
import { coldChainFaults } from '../cold-chain.ts'
import { lineLabel, qualityStatusOf, unitsOf, verdictLine, verdictsInForce } from '../lines.ts'
import { returnCommand } from '../return-command.ts'
import type { ReturnLine } from '../return-rows.ts'
import { QUALITY, REFUSED_VERDICTS, verdicts } from '../taxonomy.ts'

const AGAIN = text('重新检验后不再适用', 'no longer applies after the new inspection')
const input = z.object({
  verdicts: field(z.array(verdictLine).min(1).max(200), {
    title: text('逐行检验结论', 'Verdicts'),
    hint: text('一行可分几种结论，数量合计等于清点数', 'one line may have several; together they are what was counted'),
  }),
  assessment: paragraph(text('评定、分析与验证', 'Assessment, analysis, verification'), {
    hint: text('质量退货必填', 'needed for quality returns'),
  }).optional(),
  disposition: paragraph(text('不合格事项及处置措施', 'Nonconformity and disposition')).optional(),
  responsibleDepartment: choice(text('责任部门', 'Responsible department'), departments).optional(),
  responsiblePerson: line(text('责任人', 'Responsible person')).optional(),
  correctiveAction: paragraph(text('纠正和预防措施要求', 'Corrective action required')).optional(),
  refusalStatement: paragraph(text('拒签书面说明', 'Statement of refusal'), {
    hint: text('有拒签时必填，详细写明依据，发给客户', 'needed when goods are refused: detailed, goes to the customer'),
  }).optional(),
  attachments: attachmentIds.optional(),
})
type Input = z.infer<typeof input>

/** Each counted unit has one verdict, and none that the goods rule out. */
function verdictRefusals(asked: Input, lines: readonly ReturnLine[], today: string): Refusals {
  const ofLine = (lineNo: number) => asked.verdicts.filter(item => item.lineNo === lineNo)
  const sums = lines.map(item => {
    const judged = unitsOf(ofLine(item.lineNo))
    return (
      judged !== (item.counted ?? 0) &&
      refuse(
        'inspect-all',
        text(
          `全部退货都要检验：第 ${item.lineNo} 行清点 ${item.counted ?? 0}，结论合计 ${judged}，请补齐。`,
          `All goods are inspected: of line ${item.lineNo}, ${item.counted ?? 0} were counted and ${judged} judged.`,
        ),
        { field: 'verdicts', clause: 'S02-4.2.6a' },
      )
    )
  })
  const each = asked.verdicts.flatMap((item, i) => {
    const at = (name: string) => ({ field: `verdicts.${i}.${name}` })
    const goods = lines.find(one => one.lineNo === item.lineNo)
    if (!goods)
      return [
        refuse(
          'no-such-line',
          text(`没有第 ${item.lineNo} 行，请核对行号。`, `There is no line ${item.lineNo}: check the number.`),
          at('lineNo'),
        ),
      ]
    const taken = item.verdict !== 'cold-chain' && item.verdict !== 'nonconforming'
    const serials = new Set(item.serials ?? [])
    return [
      goods.coldChainKept === false &&
        taken &&
        refuse(
          'cold-chain-failed',
          text(
            `第 ${item.lineNo} 行冷链温度不符合要求，只能判“拒收”或“不合格”。`,
            `The cold chain of line ${item.lineNo} was not kept: judge it refused or nonconforming.`,
          ),
          { ...at('verdict'), clause: 'CN-GSP-67' },
        ),
      goods.coldChainKept !== false &&
        item.verdict === 'cold-chain' &&
        refuse(
          'cold-chain-kept',
          text(
            `第 ${item.lineNo} 行没有冷链问题，请选其他结论。`,
            `Line ${item.lineNo} has no fault of the cold chain: choose another verdict.`,
          ),
          at('verdict'),
        ),
      item.verdict === 'good' &&
        goods.expiresOn !== null &&
        goods.expiresOn < today &&
        refuse(
          'expired-not-good',
          text(
            `批号 ${goods.lotNo} 已过有效期（${goods.expiresOn}），不能判合格。`,
            `Lot ${goods.lotNo} expired on ${goods.expiresOn}: it cannot be judged good.`,
          ),
          { ...at('verdict'), clause: 'CN-GSP-106' },
        ),
      goods.serials.length > 0 &&
        (serials.size !== item.quantity || [...serials].some(serial => !goods.serials.includes(serial))) &&
        refuse(
          'serials-of-verdict',
          text(
            `第 ${item.lineNo} 行按序列号管理，请填这 ${item.quantity} 台的序列号，须在明细之内。`,
            `Line ${item.lineNo} goes by serial number: enter those of these ${item.quantity}, out of the list.`,
          ),
          { ...at('serials'), clause: 'CN-GSP-107' },
        ),
    ]
  })
  return [...each, ...sums]
}

/** S02-4.2.6a–g, 3.2a, b: quality inspects all that came back, and may refuse to sign. */
export const inspectReturn = returnCommand('inspect', {
  title: text('检验退货', 'Inspect the goods'),
  about: text(
    '全部退货逐行检验；客户造成损坏或冷链不符的可拒签，须附详细书面说明。',
    'Every line is inspected; what the customer damaged may be refused, with a detailed statement.',
  ),
  fulfils: [
    'S02-4.2.6a',
    'S02-4.2.6b',
    'S02-4.2.6c',
    'S02-4.2.6d',
    'S02-4.2.6f',
    'S02-4.2.6g',
    'S02-3.2a',
    'S02-3.2b',
    'S12-5.8.2g',
    'CN-GSP-67',
    'CN-GSP-106',
    'CN-GSP-107',
  ],
  from: ['inspecting'],
  by: QUALITY,
  input,
  facts: ['lines', 'verdicts'],
  check: ({ record, input: asked, facts, now, zone }) => {
    const has = (verdict: keyof typeof verdicts) => asked.verdicts.some(item => item.verdict === verdict)
    const refused = asked.verdicts.some(item => REFUSED_VERDICTS.includes(item.verdict))
    return [
      ...verdictRefusals(asked, facts.lines, dayOf(now, zone)),
      record.reason !== 'unsaleable' &&
        !asked.assessment &&
        refuse(
          'assessment-missing',
          text('质量退货须写明评定、分析与验证结果。', 'Quality returns need assessment, analysis and verification.'),
          { field: 'assessment', clause: 'S02-4.2.6c' },
        ),
      has('our-defect') &&
        !(asked.responsibleDepartment && asked.responsiblePerson) &&
        refuse(
          'responsibility-missing',
          text(
            '确为本公司责任的，请写明责任部门和责任人。',
            'A defect of ours has a responsible department and person: name them.',
          ),
          { field: asked.responsibleDepartment ? 'responsiblePerson' : 'responsibleDepartment', clause: 'S02-4.2.6d' },
        ),
      has('our-defect') &&
        !asked.correctiveAction &&
        refuse(
          'corrective-action-missing',
          text('请写明要求责任部门采取的纠正和预防措施。', 'Say which corrective action the department is to take.'),
          { field: 'correctiveAction', clause: 'S02-4.2.6e' },
        ),
      (has('our-defect') || has('nonconforming')) &&
        !asked.disposition &&
        refuse(
          'disposition-missing',
          text(
            '有不合格品，请写明不合格事项和处置措施。',
            'There are nonconforming goods: say what is wrong and what becomes of them.',
          ),
          { field: 'disposition', clause: 'CN-GSP-107' },
        ),
      refused &&
        !asked.refusalStatement &&
        refuse(
          'statement-missing',
          text(
            '拒签须附详细书面说明，供售后答复客户。',
            'A refusal needs a detailed written statement for the customer.',
          ),
          { field: 'refusalStatement', clause: 'S02-4.2.6g' },
        ),
    ]
  },
  sign: { meaning: text('检验结论属实，我对此负责', 'The findings are true and mine') },
  change: ({ input: asked, facts, newId, now, actor }) => {
    const rows = asked.verdicts.flatMap(item => {
      const goods = facts.lines.find(one => one.lineNo === item.lineNo)
      if (!goods) return []
      return [
        {
          child: 'verdict',
          insert: {
            id: newId(),
            lineId: goods.id,
            at: now,
            byId: actor.id,
            byName: actor.name,
            verdict: item.verdict,
            quantity: item.quantity,
            serials: item.serials ?? [],
            finding: item.finding,
            takenIn: !REFUSED_VERDICTS.includes(item.verdict),
            superseded: false,
          },
        },
      ]
    })
    const refused = unitsOf(asked.verdicts.filter(item => REFUSED_VERDICTS.includes(item.verdict)))
    const all = unitsOf(asked.verdicts)
    const ours = asked.verdicts.some(item => item.verdict === 'our-defect')
    return {
      to: refused === all ? 'refused-goods' : 'signing',
      set: {
        inspectedAt: now,
        inspectorName: actor.name,
        qualityStatus: qualityStatusOf(asked.verdicts),
        assessment: asked.assessment ?? null,
        disposition: asked.disposition ?? null,
        responsibleDepartment: asked.responsibleDepartment ?? null,
        responsiblePerson: asked.responsiblePerson ?? null,
        correctiveAction: asked.correctiveAction ?? null,
        refusalStatement: asked.refusalStatement ?? null,
        refusedQuantity: refused,
        refusalToldAt: null,
        refusalToldByName: null,
      },
      rows: [
        ...verdictsInForce(facts.verdicts).map(old => ({ child: 'verdict', id: old.id, set: { superseded: true } })),
        ...rows,
      ],
      meet: [{ deadline: 'inspection' }],
      open: [
        ...(refused > 0 ? [{ deadline: 'refusal-statement', from: now }] : []),
        ...(ours ? [{ deadline: 'corrective-action', from: now }] : []),
      ],
      cancel: [
        ...(refused > 0 ? [] : [{ deadline: 'refusal-statement', reason: AGAIN }]),
        ...(ours ? [] : [{ deadline: 'corrective-action', reason: AGAIN }]),
      ],
      seek: refused === all ? [] : [{ chain: 'stock-in' }],
      attach: (asked.attachments ?? []).map(id => ({ id, purpose: 'inspection' })),
    }
  },
  tell: ({ record }) =>
    text(`检验结论：${record.qualityStatus}`, `inspected the goods: ${countsSaid(record.qualityStatus)}`),
  fill: ({ facts }) => ({
    verdicts: facts.lines
      .filter(item => (item.counted ?? 0) > 0)
      .map(item => ({
        lineNo: item.lineNo,
        goods: lineLabel(item),
        verdict: item.coldChainKept === false ? ('cold-chain' as const) : ('good' as const),
        quantity: item.counted ?? 0,
        serials: item.counted === item.quantity ? item.serials : [],
        finding: '',
      })),
  }),
  remark: ({ record, facts }) => {
    const faults = facts.lines.flatMap(item =>
      (coldChainFaults(item, record.coldChain) ?? []).map(fault => ({ item, fault })),
    )
    const first = faults[0]
    if (!first) return null
    return text(
      `冷链不符：第 ${first.item.lineNo} 行，${faults.map(({ fault }) => fault.zh).join('；')}`,
      `Cold chain not kept, line ${first.item.lineNo}: ${faults.map(({ fault }) => fault.en).join('; ')}`,
    )
  },
  rank: 10,
})

/** The quality status in English, from its Chinese titles. */
function countsSaid(status: string | null): string {
  return (status ?? '')
    .split('；')
    .map(part => {
      const known = Object.values(verdicts).find(title => part.startsWith(title.zh))
      return known ? `${known.en} ${part.slice(known.zh.length).trim()}` : part
    })
    .join('; ')
}
