import { z } from 'zod'
import { form } from '../../../kernel/form.ts'
import { cell, cells, choice, headings, instant, signatureList, tableSchema } from '../../../kernel/paper.ts'
import { text } from '../../../kernel/text.ts'
import { methods } from '../taxonomy.ts'
import { allSignatures, type DestructionView, listTable, signatureOf, yuan } from './view.ts'

const schema = z.strictObject({
  titles: headings('destroyed', 'regulator', 'filed'),
  boxes: cells(
    'destroyedAt',
    'place',
    'method',
    'process',
    'quantity',
    'value',
    'approved',
    'checked',
    'unit',
    'officer',
    'paper',
    'notice',
    'pictures',
    'filed',
  ),
  witnesses: tableSchema,
  list: tableSchema,
  signatures: signatureList,
})

/** 销毁记录 (S26 5; R75): what was destroyed when, where and how, who saw it, and who supervised. */
export const destructionRecord = form<DestructionView, z.infer<typeof schema>>({
  id: 'destruction-record',
  code: 'QR-XH-02',
  revision: 'A/0',
  title: text('销毁记录', 'Destruction record'),
  template: new URL('./destruction-record.typ', import.meta.url),
  sample: new URL('./destruction-record.sample.json', import.meta.url),
  fulfils: ['S26-5d', 'S26-5e', 'S26-7a', 'CN-RC-21', 'S12-5.8.2f'],
  schema,
  data: view => {
    const { record } = view
    const special = { inapplicable: record !== null && !record.special }
    return {
      titles: {
        destroyed: text('一、销毁', '1  Destruction'),
        regulator: text('二、监毁', '2  Supervision'),
        filed: text('三、影像与归档', '3  Pictures and filing'),
      },
      boxes: {
        destroyedAt: cell(text('销毁时间', 'Destroyed at'), instant(record?.destroyedAt ?? null)),
        place: cell(text('销毁地点', 'Place'), record?.destroyedPlace ?? null),
        method: choice(text('销毁方法', 'Method'), methods, record?.method ?? null),
        process: cell(text('销毁过程', 'How it went'), record?.process ?? null, {
          signature: signatureOf(view, 'destroy', text('组织人', 'Organised by')),
        }),
        quantity: cell(text('数　量', 'Units'), record ? String(record.quantity) : null),
        value: cell(text('金　额', 'Value'), record ? `¥ ${yuan(record.value)}` : null),
        approved: cell(text('批　准', 'Approved'), [
          record?.approvedByName ?? null,
          instant(record?.approvedAt ?? null),
        ]),
        checked: cell(text('核　对', 'Checked'), instant(record?.checkedAt ?? null)),
        unit: cell(text('监毁部门', 'Regulator'), record?.regulatorUnit ?? null, special),
        officer: cell(text('监毁人员', 'Officer'), record?.regulatorName ?? null, special),
        paper: cell(text('监毁记录', 'Its paper'), record?.regulatorDocument ?? null, special),
        notice: cell(text('报　请', 'Reported'), record?.regulatorNotice ?? null, special),
        pictures: cell(text('影　像', 'Pictures'), view.attachments.join('、') || null),
        filed: cell(text('归　档', 'Filed'), [
          record?.fileNo ?? null,
          record?.filedByName ?? null,
          instant(record?.filedAt ?? null),
        ]),
      },
      witnesses: {
        title: text('见证人', 'Witnesses'),
        columns: [
          { label: text('姓　名', 'Name'), width: 3 },
          { label: text('单位、部门', 'Unit'), width: 6 },
          { label: text('签　字', 'Signed'), width: 4 },
        ],
        rows: view.witnesses.map(item => [item.name, item.unit, null]),
      },
      list: listTable(view),
      signatures: allSignatures(view),
    }
  },
})
