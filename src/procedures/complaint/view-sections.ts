import { type Text, text } from '../../kernel/text.ts'
import type { Fact, Section, Shown, Tone } from '../../kernel/view.ts'
import { ruleSaid } from './adverse-event.ts'
import type { ComplaintRow } from './complaint.ts'
import {
  adverseEventClasses,
  adverseEventStates,
  answers,
  causes,
  defects,
  departments,
  findings,
  kinds,
  remedies,
  responsibilities,
  sampleResults,
  satisfactions,
} from './taxonomy.ts'

const line = (value: string | null): Shown => ({ kind: 'line', value })
const code = (value: string | null): Shown => ({ kind: 'code', value })
const paragraph = (value: string | null): Shown => ({ kind: 'paragraph', value })
const at = (value: string | null): Shown => ({ kind: 'instant', value })
const said = (value: Text | null | undefined): Shown => ({ kind: 'text', value: value ?? null })
const tag = (value: Text | null, tone: Tone): Shown => ({ kind: 'tag', value, tone })
/** The parts that are known, with a blank between them; null when there is none. */
export const joined = (...parts: readonly (string | null | undefined)[]): string | null =>
  parts.filter(Boolean).join(' ') || null

/** A fact that is left out while nothing is known of it. */
const fact = (label: Text, shown: Shown, more: Partial<Fact> = {}): Fact[] =>
  'value' in shown && (shown.value === null || shown.value === '') ? [] : [{ label, shown, ...more }]

const AE_TONE: Readonly<Record<string, Tone>> = {
  unscreened: 'warn',
  undecided: 'warn',
  reportable: 'late',
  reported: 'ok',
  'not-reportable': 'ok',
}

/** What was complained about, and the adverse-event screen. */
export function situation(record: ComplaintRow, sameLot: number): Section {
  const ae = adverseEventStates[record.aeState]
  return {
    title: text('情况', 'Situation'),
    facts: [
      ...fact(text('产品', 'Product'), line(joined(record.productName, record.model, record.spec)), {
        field: 'productName',
        note: text(
          joined(record.registrationNo, record.deviceClass && `${record.deviceClass}类`) ?? '',
          joined(record.registrationNo, record.deviceClass && `class ${record.deviceClass}`) ?? '',
        ),
      }),
      ...fact(text('批号', 'Lot'), code(record.lotNo), { field: 'lotNo' }),
      ...fact(text('序列号', 'Serial no.'), code(record.serial), { field: 'serial' }),
      ...fact(text('UDI-DI', 'UDI-DI'), code(record.udiDi), { field: 'udiDi' }),
      ...fact(text('生产企业', 'Manufacturer'), line(record.manufacturerName), { field: 'manufacturerName' }),
      ...fact(text('生产日期', 'Produced on'), { kind: 'day', value: record.producedOn }, { field: 'producedOn' }),
      ...fact(text('有效期至', 'Expires on'), { kind: 'day', value: record.expiresOn }, { field: 'expiresOn' }),
      ...fact(
        text('购进日期', 'Purchased on'),
        { kind: 'day', value: record.purchasedOn },
        {
          field: 'purchasedOn',
          ...(record.deliveryNote && {
            note: text(`随货单 ${record.deliveryNote}`, `delivery note ${record.deliveryNote}`),
          }),
        },
      ),
      ...fact(
        text('涉及数量', 'Quantity affected'),
        line(record.quantityAffected === null ? null : `${record.quantityAffected} ${record.unit ?? ''}`.trim()),
        {
          field: 'quantityAffected',
        },
      ),
      ...fact(text('仍在使用', 'Still in use'), said(answers[record.stillInUse]), { field: 'stillInUse' }),
      ...fact(text('问题描述', 'Description'), paragraph(record.description), { field: 'description', wide: true }),
      ...fact(text('客户请求', 'Request'), paragraph(record.request), { field: 'request', wide: true }),
      ...fact(text('客户期望', 'Expectation'), paragraph(record.expectation), { field: 'expectation', wide: true }),
      ...fact(text('类别', 'Kind'), said(kinds[record.kind]), { field: 'kind' }),
      ...fact(
        text('缺陷类型', 'Kinds of defect'),
        record.legalDefects.length === 0
          ? line(null)
          : said(
              text(
                record.legalDefects.map(item => defects[item].zh).join('、'),
                record.legalDefects.map(item => defects[item].en).join(', '),
              ),
            ),
        { field: 'legalDefects' },
      ),
      ...fact(text('问题发生时间', 'Happened at'), at(record.occurredAt), { field: 'occurredAt' }),
      ...fact(text('延迟登记原因', 'Registered late because'), paragraph(record.lateReason), { wide: true }),
      {
        label: text('不良事件', 'Adverse event'),
        shown: tag(
          record.aeClass
            ? text(
                `${ae.zh} · ${adverseEventClasses[record.aeClass].zh}`,
                `${ae.en} · ${adverseEventClasses[record.aeClass].en}`,
              )
            : ae,
          AE_TONE[record.aeState] ?? 'plain',
        ),
        wide: true,
        ...noteOf(record),
      },
      ...fact(text('上报', 'Reported'), at(record.aeReportedAt), {
        ...(record.aeReportNumber && { note: text(record.aeReportNumber, record.aeReportNumber) }),
      }),
      ...fact(text('患者情况', 'Patient'), line(record.patientNote), { field: 'patientNote' }),
      ...(sameLot > 0
        ? fact(
            text('同批投诉', 'Same lot'),
            said(text(`前后 30 天内另有 ${sameLot} 起`, `${sameLot} more within 30 days`)),
          )
        : []),
    ],
  }
}

/** Why the adverse event was settled so: a person's own words, else the rule's. */
const noteOf = (record: ComplaintRow): { readonly note?: Text } => {
  const note = record.aeRationale ? text(record.aeRationale, record.aeRationale) : ruleSaid(record.aeAnswers)
  return note ? { note } : {}
}

/** What was found, and who answers for it. */
export function investigation(record: ComplaintRow): Section {
  return {
    title: text('调查与核实', 'Investigation'),
    facts: [
      ...fact(text('质检员', 'Inspector'), line(record.inspectorName), {
        ...(record.dispatchedAt && { note: text('已派出', 'dispatched') }),
      }),
      ...fact(text('到场时间', 'Visited at'), at(record.visitedAt), { field: 'visitedAt' }),
      ...fact(
        text('核实结论', 'Finding'),
        record.finding
          ? tag(
              findings[record.finding],
              record.finding === 'defect' ? 'late' : record.finding === 'no-defect' ? 'ok' : 'warn',
            )
          : line(null),
      ),
      ...fact(text('核实情况', 'What was found'), paragraph(record.findingNote), { wide: true }),
      ...fact(text('留样复验', 'Retained sample'), said(record.sampleResult && sampleResults[record.sampleResult]), {
        ...(record.sampleNote && { note: text(record.sampleNote, record.sampleNote) }),
      }),
      ...fact(text('原因类别', 'Cause category'), said(record.causeCategory && causes[record.causeCategory])),
      ...fact(text('查明的原因', 'Cause found'), paragraph(record.cause), { wide: true }),
      ...fact(
        text('业务部提出责任', 'Responsibility proposed'),
        said(record.proposedResponsibility && responsibilities[record.proposedResponsibility]),
        {
          ...(record.proposedByName && { note: text(record.proposedByName, record.proposedByName) }),
        },
      ),
      ...fact(
        text('质量部判定责任', 'Responsibility decided'),
        said(record.decidedResponsibility && responsibilities[record.decidedResponsibility]),
        {
          ...(record.decidedByName && { note: text(record.decidedByName, record.decidedByName) }),
        },
      ),
      ...fact(
        text('投诉成立', 'Complaint stands'),
        record.established === null ? line(null) : said(record.established ? answers.yes : answers.no),
        { ...(record.judgementReason && { note: text(record.judgementReason, record.judgementReason) }) },
      ),
      ...fact(text('协商方案', 'Remedy'), said(record.remedy && remedies[record.remedy]), {
        ...(record.remedyNote && { note: text(record.remedyNote, record.remedyNote) }),
      }),
    ],
  }
}

/** What was done about it, and what the customer was told. */
export function settlement(record: ComplaintRow): Section {
  return {
    title: text('处理与答复', 'Handling and reply'),
    facts: [
      ...fact(text('致歉', 'Apology'), at(record.apologisedAt), {
        ...(record.apologisedByName && { note: text(record.apologisedByName, record.apologisedByName) }),
      }),
      ...fact(
        text('办理部门', 'Department'),
        said(record.assignedDepartment && departments[record.assignedDepartment]),
        {
          ...(record.handlerName && { note: text(record.handlerName, record.handlerName) }),
        },
      ),
      ...fact(text('预计解决', 'Expected'), at(record.expectedAt)),
      ...fact(text('拟采取措施', 'Planned measures'), paragraph(record.measures), { wide: true }),
      ...fact(
        record.opinionStage === 'interim'
          ? text('临时处置意见', 'Interim opinion')
          : text('处置意见', 'Disposition opinion'),
        paragraph(record.opinion),
        { wide: true, ...(record.opinionByName && { note: opinionNote(record) }) },
      ),
      ...fact(text('解决情况', 'Solution'), paragraph(record.solution), { wide: true }),
      ...fact(text('答复客户', 'Reply'), paragraph(record.reply), {
        wide: true,
        ...(record.repliedByName && { note: text(record.repliedByName, record.repliedByName) }),
      }),
      ...fact(text('满意度', 'Satisfaction'), said(record.satisfaction && satisfactions[record.satisfaction]), {
        ...(record.satisfactionNote && { note: text(record.satisfactionNote, record.satisfactionNote) }),
      }),
      ...fact(text('关闭', 'Closed'), at(record.closedAt), {
        ...(record.closedByName && { note: text(record.closedByName, record.closedByName) }),
      }),
      ...fact(text('终止原因', 'Reason of the ending'), paragraph(record.endReason), { wide: true }),
    ],
  }
}

const opinionNote = (record: ComplaintRow): Text => {
  const by = record.opinionByName ?? ''
  if (record.opinionState === 'countersigned')
    return text(`${by}，${record.countersignedByName}会签`, `${by}, countersigned by ${record.countersignedByName}`)
  if (record.opinionState === 'declined') return text(`${by}，已被退回`, `${by}, sent back`)
  return record.opinionStage === 'final' ? text(`${by}，待会签`, `${by}, to be countersigned`) : text(by, by)
}
