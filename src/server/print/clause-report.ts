import { durationText } from '../../kernel/duration.ts'
import type { ClockGroup } from '../../kernel/evidence-clock.ts'
import type { ClausePage, ClauseSample } from '../../kernel/evidence-page.ts'
import type { ClockProof, ProofPage } from '../../kernel/evidence-proof.ts'
import { binTitle, UNITS } from '../../kernel/evidence-spread.ts'
import { CONFIDENCE, FULFILMENT, KINDS, OUTCOME } from '../../kernel/evidence-words.ts'
import { signaturesBehind } from '../../kernel/evidence-work.ts'
import { localTime } from '../../kernel/explain.ts'
import type { Json } from '../../kernel/json.ts'
import type { Chart, ReportContent } from '../../kernel/report.ts'
import { signedName } from '../../kernel/signed-name.ts'
import { joinText, type Text, text } from '../../kernel/text.ts'
import { dayOf, type Zone } from '../../kernel/time.ts'
import type { Column, LedgerRow } from '../../kernel/view.ts'

type Table = ReportContent['tables'][number]

const column = (key: string, title: Text, width: number, kind: Column['kind'] = 'line'): Column => ({
  key,
  title,
  kind,
  width,
  onScreen: true,
})
const RECORD = column('record', text('记录', 'Record'), 16)
const CLOCK = column('clock', text('时限', 'Clock'), 14)
const DUE = column('due', text('期限', 'Due'), 11, 'instant')
const TOOK = column('took', text('用时', 'Took'), 10)
const OUT = column('outcome', text('结果', 'Outcome'), 6)
const SIGNED = column('signed', text('完成与签名', 'Done by, signatures'), 22)
const json = (value: Text | string | null): Json => value as Json

/** A clause in a period as a report to be printed: text, what acts for it, figures, pictures, late ones, records, sample. */
export function clauseReport(
  page: ClausePage,
  records: ProofPage,
  sample: ClauseSample | null,
  context: { readonly from: string; readonly to: string; readonly zone: Zone },
): ReportContent {
  const { clocks } = page
  const decided = (clocks?.inTime ?? 0) + (clocks?.late ?? 0)
  const days = `${dayOf(context.from, context.zone)} – ${dayOf(context.to, context.zone)}`
  const share = clocks && decided > 0 ? Math.round((clocks.inTime / decided) * 1000) / 10 : null
  return {
    title: text(`条款 ${page.id} 执行证据`, `Evidence of clause ${page.id}`),
    period: text(days, days),
    figures: [
      ...(clocks
        ? [
            { title: text('按时率', 'On time'), value: share, unit: text('%', '%') },
            { title: text('到期', 'Due'), value: clocks.due },
            { title: text('超期', 'Late'), value: clocks.late, ...(clocks.late > 0 && { tone: 'late' as const }) },
            { title: text('进行中', 'Running'), value: clocks.open },
          ]
        : []),
      { title: text('办理步骤', 'Steps taken'), value: page.accepted },
      { title: text('被拒绝', 'Refused'), value: page.refused },
    ],
    charts: page.groups.flatMap(chartOf),
    tables: [
      textTable(page),
      controlTable(page),
      ...(page.late.length > 0 ? [lateTable(page)] : []),
      recordTable(records, text(`记录${more(records).zh}`, `Records${more(records).en}`), context.zone),
      ...(sample ? [sampleTable(sample, context.zone)] : []),
      ...(page.refusals.length > 0 ? [refusedTable(page)] : []),
      exceptionTable(page, context.zone),
    ],
    notes: notesOf(sample),
  }
}

const more = (records: ProofPage): Text =>
  records.next
    ? text(
        `（最近 ${records.clocks.length + records.acts.length} 条，全部见系统）`,
        ' (the latest; all are in the product)',
      )
    : text('', '')

const chartOf = (group: ClockGroup): Chart[] => {
  const { spread } = group
  if (!spread) return []
  const unit = UNITS[spread.unit]
  const limit =
    spread.unit === 'share' ? text('100 %', '100 %') : text(`${spread.limit} ${unit.zh}`, `${spread.limit} ${unit.en}`)
  const policy = group.policy ? text(`（${group.policy.zh}）`, ` (${group.policy.en})`) : text('', '')
  return [
    {
      name: group.id,
      title: text(
        `${group.title.zh}${policy.zh}：用时（${unit.zh}），时限 ${limit.zh}`,
        `${group.title.en}${policy.en}: time taken in ${unit.en}, limit ${limit.en}`,
      ),
      kind: 'stacked',
      categories: spread.bins.map((_, index) => binTitle(spread, index)),
      series: [
        { title: text('按时', 'In time'), values: spread.bins.map(bin => bin.inTime) },
        { title: text('超期', 'Late'), values: spread.bins.map(bin => bin.late) },
      ],
      unit: text('起', 'cases'),
    },
  ]
}

const textTable = (page: ClausePage): Table => {
  const law = page.law
    ? text(
        `${page.law.anchor}（${CONFIDENCE[page.law.confidence].title.zh}）`,
        `${page.law.anchor} (${CONFIDENCE[page.law.confidence].title.en})`,
      )
    : text('法规没有对应规定，为公司程序自定', 'None: the company procedure alone')
  const facts: (readonly [Text, Text])[] = [
    [text('要求', 'Demand'), text(page.zh, page.en)],
    [text('英文', 'Chinese'), text(page.en, page.zh)],
    [text('程序', 'Procedure'), page.procedureTitle],
    [text('原文出处', 'Source'), text(page.source, page.source)],
    [text('现行法规', 'Law in force'), law],
    [text('落实情况', 'Fulfilment'), FULFILMENT[page.fulfilment].title],
    ...(page.lacks ? [[text('还缺', 'Lacks'), page.lacks] as const] : []),
    ...page.policies.map(policy => [policy.title, policy.value] as const),
  ]
  return {
    title: text('条款', 'Clause'),
    columns: [column('name', text('项目', 'Item'), 12), column('value', text('内容', 'Content'), 40)],
    rows: facts.map(([name, value]) => ({ name: json(name), value: json(value) })),
  }
}

const controlTable = (page: ClausePage): Table => ({
  title: text('由什么执行', 'What acts for it'),
  columns: [
    column('kind', text('类别', 'Kind'), 6),
    column('title', text('控制', 'Control'), 18),
    column('detail', text('说明', 'How'), 36),
  ],
  rows: page.controls.map(control => ({
    kind: json(KINDS[control.kind]),
    title: json(control.title),
    detail: json(control.detail),
  })),
})

const UNSEEN = text('无权查看的记录', 'not to be seen by the printer')
const nameOf = (names: ProofPage['names'], id: string | null): Json => {
  const name = id === null ? undefined : names[id]
  return name ? `${name.number} ${name.title}`.trim() : json(UNSEEN)
}

const clockCells = (clock: ClockProof, names: ProofPage['names']) => ({
  record: nameOf(names, clock.recordId),
  clock: json(clock.note ? joinText([clock.title, clock.note], text(' · ', ' · ')) : clock.title),
  due: clock.dueAt,
  took: json(durationText(clock.took)),
  outcome: json(OUTCOME[clock.outcome].title),
})

const NO_REASON = text('没有说明原因', 'no reason was given')
const NO_REASON_YET = text('尚未完成，尚未说明原因', 'not done yet, no reason was given yet')

const lateTable = (page: ClausePage): Table => ({
  title: text('超期与原因', 'Late ones and why'),
  columns: [RECORD, CLOCK, DUE, TOOK, column('reason', text('原因', 'Reason'), 26)],
  rows: page.late.map(clock => ({
    ...clockCells(clock, page.proofs.names),
    reason:
      clock.reasons.length > 0
        ? clock.reasons.map(reason => `${reason.reason}（${reason.byName}）`).join('；')
        : json(clock.metAt ? NO_REASON : NO_REASON_YET),
  })),
})

function recordTable(proofs: ProofPage, title: Text, zone: Zone): Table {
  if (proofs.clocks.length === 0)
    return {
      title,
      columns: [
        RECORD,
        column('step', text('步骤', 'Step'), 28),
        column('at', text('时间', 'When'), 11, 'instant'),
        column('who', text('办理人', 'Who'), 8),
        column('meaning', text('签名含义', 'Signed as'), 14),
      ],
      rows: proofs.acts.map(act => ({
        record: nameOf(proofs.names, act.recordId),
        step: json(act.told),
        at: act.at,
        who: act.actorName,
        meaning: json(act.meaning),
      })),
    }
  return {
    title,
    columns: [RECORD, CLOCK, DUE, TOOK, OUT, SIGNED],
    rows: proofs.clocks.map(
      (clock): LedgerRow => ({
        ...clockCells(clock, proofs.names),
        signed: json(signedWords(proofs, clock, zone)),
      }),
    ),
  }
}

const signedWords = ({ names, signatures }: ProofPage, clock: ClockProof, zone: Zone): Text | null => {
  const { work } = clock
  const done = work && [names[work.record?.id ?? '']?.number, work.byName, localTime(work.at, zone)].filter(Boolean)
  const given = signaturesBehind(clock, signatures).map(item => {
    const at = localTime(item.at, zone)
    const name = signedName(item)
    return text(`${name}：${item.meaning.zh}，${at}`, `${name}: ${item.meaning.en}, ${at}`)
  })
  const all = [...(done ? [text(done.join('，'), done.join(', '))] : []), ...given]
  if (all.length > 0) return joinText(all, text('；', '; '))
  return clock.metAt === null ? text('尚未完成', 'not done yet') : null
}

const sampleTable = (sample: ClauseSample, zone: Zone): Table =>
  recordTable(
    sample.proofs,
    text(
      `随机抽样：种子 ${sample.seed}，从 ${sample.of} 份记录中抽出 ${sample.recordIds.length} 份`,
      `Random sample: seed ${sample.seed}, ${sample.recordIds.length} of ${sample.of} records`,
    ),
    zone,
  )

const refusedTable = (page: ClausePage): Table => ({
  title: text('被拒绝的操作', 'Refused attempts'),
  columns: [
    column('at', text('时间', 'When'), 11, 'instant'),
    column('who', text('姓名', 'Who'), 8),
    column('step', text('步骤', 'Step'), 14),
    column('sentence', text('告知的理由', 'What was told'), 36),
  ],
  rows: page.refusals.map(item => ({
    at: item.at,
    who: item.actorName,
    step: json(item.title),
    sentence: json(item.sentence),
  })),
})

const EMPTY = '—'

const exceptionTable = ({ exceptions, proofs: { names } }: ClausePage, zone: Zone): Table => ({
  title: text('例外', 'Exceptions'),
  columns: [
    column('kind', text('类别', 'Kind'), 10),
    column('what', text('对象', 'What'), 22),
    column('detail', text('说明', 'How'), 32),
  ],
  rows: [
    ...exceptions.policies.map(item => ({
      kind: json(text('参数', 'Policy')),
      what: json(item.title),
      detail: json(
        text(
          `${item.value.zh}（默认 ${item.shipped.zh}），自 ${localTime(item.since, zone)} 起`,
          `${item.value.en} (shipped: ${item.shipped.en}), since ${localTime(item.since, zone)}`,
        ),
      ),
    })),
    ...exceptions.cancelled.map(item => ({
      kind: json(text('取消时限', 'Clock cancelled')),
      what: nameOf(names, item.recordId),
      detail: json(item.cancelReason ? joinText([item.title, item.cancelReason], text('：', ': ')) : item.title),
    })),
    ...exceptions.corrections.map(item => ({
      kind: json(text('更正', 'Correction')),
      what: nameOf(names, item.recordId),
      detail: `${plain(item.was)} → ${plain(item.now)}　${item.reason}（${item.byName}，${localTime(item.at, zone)}）`,
    })),
  ],
})

const plain = (value: Json): string =>
  value === null || value === '' ? EMPTY : typeof value === 'string' ? value : JSON.stringify(value)

const notesOf = (sample: ClauseSample | null): Text[] => [
  text(
    '时限按到期日计入期间；按时率 = 按时 ÷（按时 + 超期），进行中和已取消的不计。步骤按办理时间计入期间。',
    'A clock belongs to the period in which it is due; on time = in time ÷ (in time + late), without running and cancelled ones. A step belongs to the period in which it was taken.',
  ),
  ...(sample
    ? [
        text(
          `抽样方法：按“种子:记录标识”（例行工作按每一次的时限标识）的 MD5 值从小到大取前 ${sample.recordIds.length} 份；同一种子、同一期间得到同一批。`,
          `How the sample is drawn: the first ${sample.recordIds.length} records by the MD5 of "seed:record id" (of a duty, its turns by the id of each clock); the same seed and period draw the same.`,
        ),
      ]
    : []),
]
