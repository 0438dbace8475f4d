import { z } from 'zod'
import { form } from '../../../kernel/form.ts'
import { cell, cells, choice, day, headings, signatureList, tableSchema } from '../../../kernel/paper.ts'
import { text } from '../../../kernel/text.ts'
import { yuan } from '../progress.ts'
import {
  categories,
  dispositionKinds,
  dispositionStates,
  liabilities,
  measureDepartments,
  targets,
  verdicts,
} from '../taxonomy.ts'
import { opinions } from './reviews.ts'
import { allSignatures, correctionsOf, GOODS, goodsCells, goodsSchema, moment, type NonconformingView } from './view.ts'

const schema = z.strictObject({
  titles: headings('goods', 'finding', 'isolation', 'opinion', 'attachments'),
  goods: goodsSchema,
  boxes: cells(
    'foundAt',
    'foundBy',
    'category',
    'finding',
    'marked',
    'method',
    'result',
    'note',
    'rechecked',
    'slip',
    'stored',
    'release',
    'liable',
    'basis',
    'opinion',
    'opined',
    'special',
    'attachments',
  ),
  dispositions: tableSchema,
  reviews: tableSchema,
  destructions: tableSchema,
  measures: tableSchema,
  signatures: signatureList,
})

const whoAndWhen = (name: string | null | undefined, at: string | null | undefined) => [name ?? null, moment(at)]

/** 质量问题档案 (S26 7; R76): confirmation, write-off, report and destruction of one finding in one paper. */
export const qualityIssueFile = form<NonconformingView, z.infer<typeof schema>>({
  id: 'quality-issue-file',
  code: 'QR-BH-07',
  revision: 'A/0',
  title: text('质量问题档案', 'Quality-issue file'),
  template: new URL('./quality-issue-file.typ', import.meta.url),
  sample: new URL('./quality-issue-file.sample.json', import.meta.url),
  fulfils: ['S26-7a', 'S26-8c', 'GMP-87'],
  schema,
  data: view => {
    const { record } = view
    return {
      titles: {
        goods: GOODS,
        finding: text('一、发现与标识', '1  Finding and mark'),
        isolation: text('二、复查与隔离', '2  Re-check and segregation'),
        opinion: text('三、处理意见', '3  Handling opinion'),
        attachments: text('七、附件', '7  Attachments'),
      },
      goods: goodsCells(view),
      boxes: {
        foundAt: cell(text('发现时间', 'Found at'), moment(record?.foundAt)),
        foundBy: cell(text('发现人', 'Found by'), record?.foundByName ?? null),
        category: choice(text('不合格类别', 'Kind of fault'), categories, record?.category ?? null, {
          corrections: correctionsOf(view, 'category'),
        }),
        finding: cell(text('不合格情况', 'Finding'), record?.finding ?? null, {
          corrections: correctionsOf(view, 'finding'),
        }),
        marked: cell(text('挂黄牌', 'Marked'), whoAndWhen(record?.markedByName, record?.markedAt)),
        method: cell(text('复查方法', 'How'), record?.recheckMethod ?? null),
        result: choice(text('复查结论', 'Result'), verdicts, record?.recheckResult ?? null),
        note: cell(text('复查情况', 'What was found'), record?.recheckNote ?? null),
        rechecked: cell(text('复查人', 'Re-checked'), whoAndWhen(record?.recheckedByName, record?.recheckedAt)),
        slip: cell(text('移库单', 'Slip'), [record?.slipNo ?? null, ...whoAndWhen(record?.slipByName, record?.slipAt)]),
        stored: cell(text('移库登账', 'Moved'), [
          record?.target ? targets[record.target] : null,
          record?.place ?? null,
          ...whoAndWhen(record?.isolatedByName, record?.isolatedAt),
        ]),
        release: cell(text('放　行', 'Released'), [
          record?.releaseNote ?? null,
          ...whoAndWhen(record?.releasedByName, record?.releasedAt),
        ]),
        liable: choice(text('责　任', 'Liability'), liabilities, record?.liable ?? null),
        basis: cell(text('责任依据', 'Grounds'), record?.basis ?? null),
        opinion: cell(text('处理意见', 'Opinion'), record?.opinion ?? null),
        opined: cell(text('意见人', 'By'), whoAndWhen(record?.opinionByName, record?.opinionAt)),
        special: cell(text('特殊管理', 'Special'), record?.special ? record.specialReason : null, {
          inapplicable: record !== null && !record.special,
        }),
        attachments: cell(text('附　件', 'Attachments'), view.attachments.join('、') || null),
      },
      dispositions: {
        title: text('四、处置', '4  Disposition'),
        columns: [
          { label: text('去　向', 'Way'), width: 4 },
          { label: text('数量', 'Number'), width: 2 },
          { label: text('金额（元）', 'Yuan'), width: 3 },
          { label: text('单　据', 'Paper'), width: 5 },
          { label: text('进　度', 'Progress'), width: 5 },
          { label: text('说　明', 'Remarks'), width: 7 },
        ],
        rows: view.dispositions.map(part => [
          dispositionKinds[part.kind],
          String(part.quantity),
          yuan(part.value),
          part.noticeNo ?? part.destructionNumber,
          dispositionStates[part.state],
          [part.partyName, part.noticeReason ?? part.reason, part.receivedBy, part.settlement]
            .filter(Boolean)
            .join('；') || null,
        ]),
      },
      reviews: opinions(view),
      destructions: {
        title: text('五、报告与销毁', '5  Report and destruction'),
        columns: [
          { label: text('编　号', 'No.'), width: 4 },
          { label: text('报告人', 'Reported by'), width: 3 },
          { label: text('批准人', 'Approved by'), width: 3 },
          { label: text('销毁时间', 'Destroyed at'), width: 4 },
          { label: text('地点', 'Place'), width: 4 },
          { label: text('见证人', 'Witnesses'), width: 6 },
          { label: text('监毁部门', 'Regulator'), width: 4 },
        ],
        rows: view.destructions.map(item => [
          item.number,
          item.reportedBy,
          item.approvedBy,
          moment(item.destroyedAt),
          item.place,
          item.witnesses.join('、') || null,
          item.regulator,
        ]),
      },
      measures: {
        title: text('六、预防措施', '6  Preventive measures'),
        columns: [
          { label: text('责任部门', 'Department'), width: 4 },
          { label: text('措　施', 'Measure'), width: 9 },
          { label: text('责任人', 'Responsible'), width: 3 },
          { label: text('期　限', 'Due'), width: 3 },
          { label: text('完　成', 'Done'), width: 3 },
          { label: text('落实情况', 'Result'), width: 6 },
        ],
        rows: view.measures.map(item => [
          measureDepartments[item.department],
          item.measure,
          item.responsibleName,
          day(item.dueOn),
          day(item.doneOn),
          item.result,
        ]),
      },
      signatures: allSignatures(view),
    }
  },
})
