import { z } from 'zod'
import { form } from '../../../kernel/form.ts'
import { cell, cellSchema, day, instant, saidSchema, signatureSchema, tableSchema } from '../../../kernel/paper.ts'
import { text } from '../../../kernel/text.ts'
import { onPaper } from '../../../vocabulary/signed-paper.ts'
import { severities } from '../inspection.ts'
import { scopeText } from '../scope.ts'
import type { InspectionView } from './view.ts'

const schema = z.strictObject({
  title: saidSchema,
  boxes: z.strictObject({
    authority: cellSchema,
    notice: cellSchema,
    purpose: cellSchema,
    inspectors: cellSchema,
    scope: cellSchema,
    account: cellSchema,
    valid: cellSchema,
    ended: cellSchema,
    conclusion: cellSchema,
  }),
  requests: tableSchema,
  findings: tableSchema,
  opened: tableSchema,
  signatures: z.array(signatureSchema).readonly(),
})

/** Latest readings that the paper lists; the sealed export holds all of them. */
const LISTED = 60

/** 监督检查记录: who looked at what, what was asked and found, how it was put right. */
export const inspectionForm = form<InspectionView, z.infer<typeof schema>>({
  id: 'inspection',
  code: 'QR-JC-01',
  revision: 'A/0',
  title: text('监督检查记录', 'Record of an inspection'),
  template: new URL('./inspection.typ', import.meta.url),
  sample: new URL('./inspection.sample.json', import.meta.url),
  fulfils: ['JC-access', 'JC-request', 'JC-finding', 'JC-trail'],
  schema,
  data: ({ record, requests, findings, opened, signed }) => ({
    title: text('检查', 'Inspection'),
    boxes: {
      authority: cell(text('检查机关', 'Authority'), record?.authority ?? null),
      notice: cell(text('通知书编号', 'Notice'), record?.noticeNo ?? null),
      purpose: cell(text('检查目的', 'Purpose'), record?.purpose ?? null),
      inspectors: cell(
        text('检查员及证号', 'Inspectors and cards'),
        record?.inspectors.map(({ name, certificate }) => `${name}（${certificate}）`) ?? null,
      ),
      scope: cell(text('可查看范围', 'What may be seen'), record ? scopeText(record) : null),
      account: cell(text('账　号', 'Account'), record?.accountName ?? null),
      valid: cell(text('有效期', 'Valid'), [instant(record?.validFrom ?? null), instant(record?.validUntil ?? null)]),
      ended: cell(text('结　束', 'Ended'), [
        record?.endedByName ?? null,
        instant(record?.endedAt ?? null),
        record?.endReason ?? null,
      ]),
      conclusion: cell(text('检查结论', 'Conclusion'), record?.conclusion ?? null),
    },
    requests: {
      title: text('检查员的要求与答复', 'Requests and answers'),
      columns: [
        { label: text('序号', 'No.'), width: 1 },
        { label: text('要　求', 'Asked'), width: 6 },
        { label: text('答复人', 'Who answers'), width: 2 },
        { label: text('期　限', 'By'), width: 2.4 },
        { label: text('答　复', 'Answer'), width: 6 },
        { label: text('答复时间', 'Answered'), width: 3 },
      ],
      rows: requests.map(row => [
        String(row.place),
        row.asked,
        row.answererName,
        day(row.dueOn),
        row.answer,
        instant(row.answeredAt),
      ]),
    },
    findings: {
      title: text('缺陷与整改', 'Findings and what was done'),
      columns: [
        { label: text('序号', 'No.'), width: 1 },
        { label: text('程　度', 'Severity'), width: 2 },
        { label: text('条　款', 'Clause'), width: 3 },
        { label: text('缺　陷', 'Finding'), width: 5 },
        { label: text('期　限', 'By'), width: 2.4 },
        { label: text('整改结果', 'What was done'), width: 5 },
        { label: text('完　成', 'Done'), width: 3 },
      ],
      rows: findings.map(row => [
        String(row.place),
        severities[row.severity],
        row.clause,
        row.finding,
        day(row.dueOn),
        row.matter && row.answer ? `${row.answer}（${row.matter}）` : (row.answer ?? row.matter),
        instant(row.answeredAt),
      ]),
    },
    opened: {
      title: text(`打开的内容（最近 ${LISTED} 项）`, `What was opened (the latest ${LISTED})`),
      columns: [
        { label: text('时　间', 'When'), width: 3 },
        { label: text('内　容', 'What'), width: 12 },
        { label: text('结　果', 'Outcome'), width: 2 },
      ],
      rows: opened
        .slice(0, LISTED)
        .map(row => [
          instant(row.at),
          row.told,
          row.outcome === 'accepted' ? text('已查看', 'Seen') : text('已拒绝', 'Refused'),
        ]),
    },
    signatures: signed.map(onPaper),
  }),
})
