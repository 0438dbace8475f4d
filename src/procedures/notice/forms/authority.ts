import { type Form, form } from '../../../kernel/form.ts'
import { cell, choice, day, instant } from '../../../kernel/paper.ts'
import { type Text, text } from '../../../kernel/text.ts'
import { percentOf } from '../balance.ts'
import { initiators, recallClasses, reportKinds, reportWays, standings } from '../kinds.ts'
import {
  balanceTable,
  figure,
  goodsTable,
  grid,
  measuresCell,
  responseCells,
  type Sheet,
  section,
  sheetSchema,
  sumOf,
  told,
} from './sheet.ts'
import type { NoticeView } from './view.ts'

const classes = { '1': recallClasses[1], '2': recallClasses[2], '3': recallClasses[3] }
const classKey = (value: number | null) => (value === 1 || value === 2 || value === 3 ? (`${value}` as const) : null)

const head = (view: NoticeView) =>
  section(
    text('一、召回概况', '1  Recall'),
    [cell(text('召回编号', 'Number'), view.number), cell(text('决定时间', 'Decided'), instant(view.decidedAt))],
    [choice(text('召回分级', 'Class'), classes, classKey(view.recallClass))],
    [choice(text('报告单位身份', 'Standing'), standings, view.standing)],
    [choice(text('信息来源', 'Comes from'), initiators, view.initiator)],
    { tall: cell(text('召回原因', 'Reason'), view.reason) },
  )

const reported = (view: NoticeView) =>
  grid(
    text('已提交的报告', 'Reports made'),
    [
      [text('报告', 'Report'), 4],
      [text('报送单位', 'To'), 4],
      [text('时间', 'When'), 2.6],
      [text('方式', 'How'), 2],
      [text('回执编号', 'Receipt'), 3],
    ],
    view.reports.map(item => [
      reportKinds[item.kind],
      item.receiver,
      instant(item.at),
      item.way ? reportWays[item.way] : text('不需报告', 'Not needed'),
      item.receipt,
    ]),
  )

const eventReport = (view: NoticeView): Sheet => ({
  opening: [],
  blocks: [
    head(view),
    goodsTable(view),
    section(
      text('二、已采取的措施', '2  Measures taken'),
      [measuresCell(view), cell(text('涉及数量', 'Quantity concerned'), figure(sumOf(view, line => line.delivered)))],
      [
        cell(text('涉及单位', 'Parties concerned'), figure(told(view).length)),
        cell(text('通知发出', 'Notice sent'), instant(view.sentAt)),
      ],
      { tall: cell(text('控制要求', 'Instructions'), view.instructions) },
    ),
  ],
  signatures: view.signatures,
})

const recallPlan = (view: NoticeView): Sheet => ({
  opening: [],
  blocks: [
    head(view),
    goodsTable(view),
    section(text('二、调查评估', '2  Evaluation'), {
      tall: cell(text('调查评估结果', 'Result'), view.plan.evaluation),
    }),
    section(
      text('三、召回计划', '3  Recall plan'),
      [
        cell(text('销售数量', 'Sold'), figure(sumOf(view, line => line.delivered))),
        cell(text('拟召回数量', 'To be recalled'), figure(sumOf(view, line => line.expected))),
        cell(text('涉及单位', 'Parties'), figure(told(view).length)),
      ],
      { tall: cell(text('措施（组织、范围、时限）', 'Measures, scope, time'), view.plan.scope) },
      { tall: cell(text('信息公布途径与范围', 'Publication'), view.plan.publication) },
      { tall: cell(text('预期效果', 'Expected effect'), view.plan.effect) },
      { tall: cell(text('召回后的处理措施', 'Handling afterwards'), view.plan.afterwards) },
      [measuresCell(view), cell(text('预计完成', 'Completion'), day(view.plan.doneOn))],
    ),
    balanceTable(view, text('四、拟召回数量（按批号）', '4  Quantities by lot')),
  ],
  signatures: view.signatures,
})

/** Effectiveness checks: recipients that were called, and how many of them were reached. */
const checks = (view: NoticeView) => {
  const called = told(view).filter(item => item.calls > 0)
  const reached = called.filter(item => item.callOutcome === 'reached').length
  return [
    cell(text('有效性检查', 'Effectiveness checks'), text(`电话核查 ${called.length} 家`, `${called.length} called`)),
    cell(text('检查结果', 'Result'), text(`接通 ${reached} 家`, `${reached} reached`)),
  ]
}

const perRecipient = (view: NoticeView) =>
  grid(
    text('各单位退回与处理数量', 'Quantities by recipient'),
    [
      [text('单位', 'Recipient'), 5],
      [text('通知日期', 'Told'), 2.6],
      [text('方式', 'How'), 1.8],
      [text('应核', 'Shipped'), 1.5],
      [text('在手', 'On hand'), 1.5],
      [text('已退回', 'Returned'), 1.5],
      [text('已销毁', 'Destroyed'), 1.6],
      [text('其他', 'Other'), 1.5],
    ],
    told(view).map(item => {
      const sum = (of: (line: (typeof item.lines)[number]) => number) =>
        `${item.lines.reduce((all, line) => all + of(line), 0)}`
      return [
        item.name,
        instant(item.toldAt),
        item.toldHow,
        sum(line => line.expected),
        sum(line => line.onHand + line.comingBack),
        sum(line => line.receivedBack),
        sum(line => line.destroyed),
        sum(line => line.used + line.soldOn + line.notFound),
      ]
    }),
  )

const progress = (view: NoticeView): Sheet => ({
  opening: [],
  blocks: [
    head(view),
    section(
      text('二、通知与回应', '2  Told and responding'),
      responseCells(view),
      [
        cell(text('预计完成', 'Estimated completion'), day(view.plan.doneOn)),
        cell(text('催复次数', 'Reminders'), figure(view.reminders)),
      ],
      checks(view),
    ),
    balanceTable(view),
    perRecipient(view),
    reported(view),
  ],
  signatures: view.signatures,
})

const summary = (view: NoticeView): Sheet => {
  const shipped = sumOf(view, line => line.expected)
  const back = sumOf(view, line => line.receivedBack)
  return {
    opening: [],
    blocks: [
      head(view),
      goodsTable(view),
      section(text('二、通知与回应', '2  Told and responding'), responseCells(view), checks(view)),
      section(
        text('三、召回处理', '3  Disposition'),
        [measuresCell(view), cell(text('处理地点', 'Place'), view.plan.place)],
        [
          cell(text('应召回', 'To be recalled'), figure(shipped)),
          cell(text('已收回', 'Recovered'), figure(back)),
          cell(text('收回率', 'Share'), `${percentOf(back, shipped)}%`),
        ],
        [
          cell(text('销毁数量', 'Destroyed'), figure(sumOf(view, line => line.destroyed))),
          cell(text('销毁监督', 'Supervised by'), null),
        ],
        [
          cell(text('召回完成', 'Completed'), instant(view.completedAt)),
          cell(text('差额签批', 'Remainder signed'), view.remainderSignedBy),
        ],
      ),
      balanceTable(view),
      perRecipient(view),
      section(text('四、效果评估', '4  Evaluation of the effect'), {
        tall: cell(text('评估', 'Evaluation'), view.closingNote ?? view.plan.effect),
      }),
      reported(view),
    ],
    signatures: view.signatures,
  }
}

const sheet = (
  id: string,
  code: string,
  title: Text,
  fulfils: readonly [string, ...string[]],
  data: (view: NoticeView) => Sheet,
): Form<NoticeView, Sheet> =>
  form<NoticeView, Sheet>({
    id,
    code,
    revision: 'A/0',
    title,
    applies: ({ kind, drill }) => kind === 'recall' && drill !== true,
    template: new URL('./sheet.typ', import.meta.url),
    sample: new URL('./recall.sample.json', import.meta.url),
    fulfils,
    schema: sheetSchema,
    data,
  })

/** 召回事件报告表 (29号令 art. 16). */
export const eventReportForm = sheet(
  'event-report',
  'QR-TZ-07',
  text('医疗器械召回事件报告表', 'Report of a recall'),
  ['CN-RC-004', 'CN-RC-010', 'S06-5.3a'],
  eventReport,
)

/** 调查评估报告及召回计划 (29号令 art. 12, 17). */
export const recallPlanForm = sheet(
  'recall-plan',
  'QR-TZ-08',
  text('召回调查评估报告及召回计划', 'Evaluation report and recall plan'),
  ['CN-RC-005'],
  recallPlan,
)

/** 召回计划实施情况报告 (29号令 art. 20), with what 21 CFR 7.53(b) asks of a status report. */
export const progressForm = sheet(
  'progress-report',
  'QR-TZ-09',
  text('召回计划实施情况报告', 'Progress of the recall'),
  ['CN-RC-007', 'US-RC-001'],
  progress,
)

/** 召回总结评估报告 (29号令 art. 21, 22). */
export const summaryForm = sheet(
  'summary-report',
  'QR-TZ-10',
  text('召回总结评估报告', 'Summary of the recall'),
  ['CN-RC-008', 'CN-RC-011'],
  summary,
)
