import { z } from 'zod'
import { field } from '../../../kernel/field.ts'
import { type Refusals, refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { choice, line, moment, paragraph, yesNo } from '../../../vocabulary/entry-field.ts'
import { happened, notBefore, notInFuture } from '../../../vocabulary/event-time.ts'
import { type ColdChainRecord, coldChainFaults, coldTransports } from '../cold-chain.ts'
import { countLine, lineLabel, MOST_LINES } from '../lines.ts'
import type { ReturnRow } from '../return.ts'
import { returnCommand } from '../return-command.ts'
import type { ReturnLine } from '../return-rows.ts'

const AT = text('到库时间', 'Arrived at')
const celsius = (zh: string, en: string) =>
  field(z.number().min(-200).max(100), { title: text(zh, en), widget: 'number' })
const coldInput = z.object({
  transport: choice(text('运输方式', 'Transport'), coldTransports),
  departure: celsius('启运温度 ℃', 'At departure, °C').optional(),
  arrival: celsius('到货温度 ℃', 'On arrival, °C'),
  lowest: celsius('在途最低 ℃（无记录不填）', 'Lowest on the way, °C (empty without a record)').optional(),
  highest: celsius('在途最高 ℃（无记录不填）', 'Highest on the way, °C (empty without a record)').optional(),
  departedAt: moment(text('启运时间', 'Departed at')).optional(),
  recordSinceSale: yesNo(text('有售出期间温度记录', 'Temperature record since the sale is there')),
  waitsIn: line(text('移入的温控待验位置', 'Put into (temperature controlled)')),
})
const input = z.object({
  lines: field(z.array(countLine).max(MOST_LINES), { title: text('清点', 'Count') }),
  arrivedAt: moment(AT).optional(),
  differenceNote: paragraph(text('数量差异说明', 'Explanation of differences')).optional(),
  coldChain: field(coldInput, { title: text('冷链收货记录', 'Cold-chain record') }).optional(),
})
type Input = z.infer<typeof input>

/** The cold-chain record as it is kept, with the times of the transport. */
function coldChainOf(asked: Input, record: ReturnRow, arrivedAt: string): ColdChainRecord | null {
  const cold = asked.coldChain
  if (!cold) return null
  return {
    transport: cold.transport,
    departedAt: cold.departedAt ?? record.collectedAt ?? arrivedAt,
    arrivedAt,
    departure: cold.departure ?? record.departureCelsius,
    arrival: cold.arrival,
    lowest: cold.lowest ?? null,
    highest: cold.highest ?? null,
    recordSinceSale: cold.recordSinceSale,
    waitsIn: cold.waitsIn,
  }
}

function countRefusals(asked: Input, lines: readonly ReturnLine[]): Refusals {
  const missing = lines.filter(line => asked.lines.filter(item => item.lineNo === line.lineNo).length !== 1)
  const counted = (line: ReturnLine) => asked.lines.find(item => item.lineNo === line.lineNo)?.counted ?? 0
  const more = lines.filter(line => counted(line) > line.quantity)
  const less = lines.filter(line => counted(line) < line.quantity)
  const said = more.map(lineLabel).join('、')
  return [
    (missing.length > 0 || asked.lines.length !== lines.length) &&
      refuse(
        'count-each-line',
        text(
          `请逐行清点，每行填一次（第 ${(missing[0] ?? lines[0])?.lineNo ?? 1} 行）。`,
          `Count every line once (line ${(missing[0] ?? lines[0])?.lineNo ?? 1}).`,
        ),
        { field: 'lines', clause: 'S02-3.5a' },
      ),
    more.length > 0 &&
      refuse(
        'more-than-approved',
        text(
          `${said} 清点数多于批准数，多出的请单独存放并让客户另填明细表。`,
          `More arrived than was approved (line ${more[0]?.lineNo}): keep the rest apart and have the customer request it.`,
        ),
        { field: 'lines', clause: 'S02-4.2.1a' },
      ),
    lines.length > 0 &&
      lines.every(line => counted(line) === 0) &&
      refuse(
        'nothing-arrived',
        text(
          '没有收到任何货品，请与驾驶员和客户核实后再清点。',
          'Nothing arrived: ask driver and customer, then count.',
        ),
        { field: 'lines' },
      ),
    less.length > 0 &&
      more.length === 0 &&
      !asked.differenceNote &&
      refuse(
        'difference-unexplained',
        text('清点数少于明细，请说明差异并告知售后和客户。', 'Less arrived than was listed: explain the difference.'),
        { field: 'differenceNote', clause: 'S02-3.5a' },
      ),
  ]
}

/** S02-3.5a, S12-5.8.2g: the head of the warehouse counts the goods and puts them into the return zone, apart from all others. */
export const countReturn = returnCommand('count', {
  title: text('清点并放入退货区', 'Count into the return zone'),
  about: text(
    '逐行清点，放入退货专用库位；冷链产品填写温度记录，不符合的由质管拒收。',
    'Count every line into the return zone; of cold goods the temperatures are recorded.',
  ),
  fulfils: ['S02-3.5a', 'S12-5.8.2g', 'CN-GSP-67', 'CN-GSP-106'],
  from: ['collected'],
  to: 'inspecting',
  by: ['warehouse-head'],
  input,
  facts: ['lines'],
  check: ({ record, input: asked, facts, now }) => [
    ...countRefusals(asked, facts.lines),
    facts.lines.some(line => line.isColdChain) &&
      !asked.coldChain &&
      refuse(
        'cold-record-missing',
        text(
          '有冷链产品，请填写冷链收货记录；没有的温度记录留空。',
          'There are cold-chain goods: fill in the record; leave empty what there is no record of.',
        ),
        { field: 'coldChain', clause: 'CN-GSP-67' },
      ),
    notInFuture(asked.arrivedAt, now, 'arrivedAt', AT),
    notBefore(
      asked.arrivedAt,
      record.collectedAt ?? record.requestedAt,
      'arrivedAt',
      AT,
      text('提货时间', 'the collection'),
    ),
  ],
  change: ({ record, input: asked, facts, now, actor }) => {
    const arrivedAt = happened(asked.arrivedAt ?? record.arrivedAt, now)
    const coldChain = coldChainOf(asked, record, arrivedAt)
    return {
      set: {
        arrivedAt,
        countedAt: now,
        countedByName: actor.name,
        differenceNote: asked.differenceNote ?? null,
        coldChain,
      },
      rows: facts.lines.map(line => {
        const faults = coldChainFaults(line, coldChain)
        return {
          child: 'line',
          id: line.id,
          set: {
            counted: asked.lines.find(item => item.lineNo === line.lineNo)?.counted ?? 0,
            coldChainKept: faults && faults.length === 0,
          },
        }
      }),
      open: [{ deadline: 'inspection', from: now }],
    }
  },
  tell: ({ input: asked, facts }) => {
    const counted = asked.lines.reduce((sum, item) => sum + item.counted, 0)
    const listed = facts.lines.reduce((sum, item) => sum + item.quantity, 0)
    const note = asked.differenceNote
    return text(
      `清点 ${counted}/${listed}，放入退货区${note ? `；差异：${note}` : ''}`,
      `counted ${counted} of ${listed} into the return zone${note ? `; difference: ${note}` : ''}`,
    )
  },
  fill: ({ facts, record, now }) => ({
    arrivedAt: record.arrivedAt ?? now,
    lines: facts.lines.map(line => ({ lineNo: line.lineNo, goods: lineLabel(line), counted: line.quantity })),
  }),
  rank: 10,
})
