import { z } from 'zod'
import { form } from '../../../kernel/form.ts'
import { cell, cellSchema, day, instant, saidSchema, tableSchema } from '../../../kernel/paper.ts'
import { text } from '../../../kernel/text.ts'
import { outcomes, runnings } from '../patrol.ts'
import type { PatrolPaper } from './view.ts'

const schema = z.strictObject({
  titles: z.strictObject({ round: saidSchema, end: saidSchema }),
  day: cellSchema,
  walker: cellSchema,
  count: cellSchema,
  findings: cellSchema,
  items: tableSchema,
  note: cellSchema,
  photographs: cellSchema,
})

/** 设备巡视记录 (S03-W1a, R55): every piece of equipment as it was found, and what became of each finding. */
export const patrolRecord = form<PatrolPaper, z.infer<typeof schema>>({
  id: 'patrol-record',
  code: 'QR-SB-01',
  revision: 'A/0',
  title: text('设备巡视记录', 'Equipment patrol record'),
  template: new URL('./patrol-record.typ', import.meta.url),
  sample: new URL('./patrol-record.sample.json', import.meta.url),
  fulfils: ['S03-W1a', 'PT-findings'],
  schema,
  data: ({ record, items, photographs, signed }) => ({
    titles: { round: text('巡视', 'Round'), end: text('照片与签字', 'Photographs and signature') },
    day: cell(text('日　期', 'Day'), day(record?.day ?? null)),
    walker: cell(text('巡视人', 'By'), record?.completedByName ?? record?.startedByName ?? null),
    count: cell(text('设备数', 'Equipment'), record ? String(record.equipmentCount) : null),
    findings: cell(text('异常数', 'Findings'), record ? String(record.findingCount) : null),
    items: {
      title: text('巡视明细', 'Equipment'),
      columns: [
        { label: text('序号', 'No.'), width: 1.4 },
        { label: text('设　备', 'Equipment'), width: 6 },
        { label: text('位　置', 'Where'), width: 4.6 },
        { label: text('运行状况', 'State'), width: 3 },
        { label: text('异　常', 'Found'), width: 6 },
        { label: text('处理情况', 'What became of it'), width: 6 },
      ],
      rows: items.map(item => [
        String(item.place),
        `${item.name}\n${item.number}`,
        item.location,
        item.running && runnings[item.running],
        item.finding,
        item.outcome && item.handling ? `${outcomes[item.outcome].zh}：${item.handling}` : null,
      ]),
    },
    note: cell(text('备　注', 'Note'), record?.note ?? null, {
      signature: {
        meaning: text('巡视人', 'Went round'),
        role: null,
        name: signed?.name ?? null,
        at: instant(signed?.at ?? null, 'exact'),
        hash: signed?.hash ?? null,
      },
    }),
    photographs: cell(text('照　片', 'Photographs'), photographs.join('、') || null),
  }),
})
