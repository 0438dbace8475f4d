import { type Form, form } from '../../../kernel/form.ts'
import { cell, instant, type Said } from '../../../kernel/paper.ts'
import { type Text, text } from '../../../kernel/text.ts'
import { kinds, type NoticeKind } from '../kinds.ts'
import { classCell, goodsTable, grid, measuresCell, type Sheet, section, sheetSchema } from './sheet.ts'
import type { NoticeView } from './view.ts'

const BLANK: Said = '　'

/** Where a recipient without a screen writes down what became of its goods. */
const replySlip = (view: NoticeView) =>
  grid(
    text('回执（请填写后传真、邮寄或交回）', 'Reply slip: fill in and send back'),
    [
      [text('批号', 'Lot'), 3],
      [text('收到数量', 'Received'), 2],
      [text('在库封存', 'On hand'), 2],
      [text('已使用', 'Used'), 2],
      [text('已转售', 'Sold on'), 2],
      [text('退回', 'Returned'), 2],
      [text('已销毁', 'Destroyed'), 2],
      [text('找不到', 'Not found'), 2],
    ],
    view.lots.map(lot => [lot.lotNo, BLANK, BLANK, BLANK, BLANK, BLANK, BLANK, BLANK]),
  )

const slipFoot = section(text('接收单位', 'Recipient'), [
  cell(text('单位名称', 'Name'), BLANK),
  cell(text('经办人签字', 'Signature'), BLANK),
  cell(text('日期', 'Date'), BLANK),
])

/** A copy that must not leave the company as this letter says so. */
const warnings = (view: NoticeView, kind: NoticeKind): Text[] => [
  ...(view.drill ? [text('演练，不得外发。', 'A drill: not to leave the company.')] : []),
  ...(view.number !== null && view.kind !== kind
    ? [
        text(
          `${view.number} 是“${kinds[view.kind].zh}”，本页不能作为“${kinds[kind].zh}”使用。`,
          `${view.number} is a "${kinds[view.kind].en}"; this copy is no "${kinds[kind].en}".`,
        ),
      ]
    : []),
]

/** Lays a notice out as the letter that everyone on the list gets; it names nobody else. */
function fromNotice(view: NoticeView, opening: Text, kind: NoticeKind): Sheet {
  const recall = kind === 'recall'
  return {
    opening: [...warnings(view, kind), opening],
    blocks: [
      section(
        text('通知', 'Notice'),
        [
          cell(text('通知编号', 'Number'), view.number),
          cell(text('发出时间', 'Sent'), instant(view.sentAt)),
          ...(recall ? [classCell(view)] : [cell(text('起草人', 'Drafted by'), view.preparedBy)]),
        ],
        { tall: cell(recall ? text('收回原因', 'Reason') : text('原因', 'Reason'), view.reason) },
        { tall: cell(text('要　求', 'What to do'), view.instructions) },
        ...(recall ? [[measuresCell(view), cell(text('召回计划', 'Recall plan'), view.planReference)]] : []),
      ),
      goodsTable(view),
      ...(kind === 'recall' || kind === 'suspend' ? [replySlip(view)] : []),
      slipFoot,
    ],
    signatures: view.signatures,
  }
}

const letter = (
  kind: NoticeKind,
  code: string,
  title: Text,
  opening: Text,
  fulfils: readonly [string, ...string[]],
): Form<NoticeView, Sheet> =>
  form<NoticeView, Sheet>({
    id: `${kind}-notice`,
    code,
    revision: 'A/0',
    title,
    applies: record => record.kind === kind,
    template: new URL('./sheet.typ', import.meta.url),
    sample: new URL('./recall.sample.json', import.meta.url),
    fulfils,
    schema: sheetSchema,
    data: view => fromNotice(view, opening, kind),
  })

/** 暂停销售通知 (S01-4.7e). */
export const suspendNotice = letter(
  'suspend',
  'QR-TZ-01',
  text('暂停销售通知', 'Notice to suspend sale'),
  text(
    '贵单位从我公司购进的下列产品须暂停销售和使用。请立即封存，并通知已向其销售的下游单位。',
    'Sale and use of these goods that you bought from us must stop. Set them apart at once and tell those to whom you sold them.',
  ),
  ['S01-4.7e'],
)

/** 产品收回通知单 (S26-2.3d, R73): device, lots, reason, requirements, handling (29号令 art. 15). */
export const recallNotice = letter(
  'recall',
  'QR-TZ-02',
  text('产品收回通知单', 'Recall notice'),
  text(
    '贵单位从我公司购进的下列产品须收回。请立即停止销售和使用，封存在库产品并退回我公司，通知已向其销售的下游单位。',
    'These goods that you bought from us are recalled. Stop selling and using them at once, set them apart, return them to us, and tell those to whom you sold them.',
  ),
  ['S26-2.3d', 'CN-RC-001'],
)

/** 恢复销售通知 (S01-4.5a). */
export const resumeNotice = letter(
  'resume',
  'QR-TZ-03',
  text('恢复销售通知', 'Notice to resume sale'),
  text(
    '下列产品经我公司质量管理部核实合格，即日起可以恢复销售和使用。',
    'Our quality management found these goods to be good; they may be sold and used again from now on.',
  ),
  ['S01-4.5a'],
)

/** 忠告性通知 (S04-4.9a, S09-1b). */
export const advisoryNotice = letter(
  'advisory',
  'QR-TZ-04',
  text('忠告性通知', 'Advisory notice'),
  text(
    '就贵单位从我公司购进的下列产品，现将有关事项通知如下，请传达到使用人员。',
    'We advise you as follows on these goods that you bought from us; please pass it on to those who use them.',
  ),
  ['S04-4.9a', 'S09-1b'],
)

/** 拒绝说明函. */
export const refusalNotice = letter(
  'refusal',
  'QR-TZ-05',
  text('拒绝说明函', 'Refusal with explanation'),
  text(
    '就贵单位关于下列产品的请求，我公司说明如下。如有异议，请与我公司质量管理部联系。',
    'On your request about these goods we explain as follows. If you disagree, speak to our quality management.',
  ),
  ['S06-5.3a'],
)
