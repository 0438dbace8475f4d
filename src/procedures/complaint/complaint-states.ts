import type { StateMeaning } from '../../kernel/record.ts'
import { text } from '../../kernel/text.ts'
import { COMPLAINT_UNDER_WAY } from '../../vocabulary/intake.ts'

/** States of a complaint and what they mean. */
export const states = {
  registered: {
    title: text('已登记', 'Registered'),
    meaning: text('已登记，等待受理分类', 'Written down; waits to be accepted and classified'),
    tone: 'info',
  },
  accepted: {
    title: text('核实中', 'Investigating'),
    meaning: text('已受理，正在联系、核实', 'Accepted; being contacted and verified'),
    tone: 'info',
  },
  verified: {
    title: text('已核实', 'Verified'),
    meaning: text('现场核实有结论，等待最终处置意见', 'Verified on site; waits for the final opinion'),
    tone: 'info',
  },
  decided: {
    title: text('已出意见', 'Decided'),
    meaning: text('处置意见已会签，等待解决并答复客户', 'Opinion countersigned; waits to be solved and answered'),
    tone: 'info',
  },
  answered: {
    title: text('已答复', 'Answered'),
    meaning: text('已把结果告知客户，等待关闭', 'The customer knows the result; waits to be closed'),
    tone: 'info',
  },
  closed: {
    title: text('已关闭', 'Closed'),
    meaning: text('隐患消除、客户已知、无未了事项', 'Hazard gone, customer told, nothing open'),
    final: true,
    tone: 'ok',
  },
  'not-complaint': {
    title: text('非投诉', 'Not a complaint'),
    meaning: text('判定不属投诉，已转为咨询', 'Judged not to be a complaint; became an inquiry'),
    final: true,
    tone: 'plain',
  },
  merged: {
    title: text('已合并', 'Merged'),
    meaning: text('与另一件投诉合并办理', 'Handled with another complaint'),
    final: true,
    tone: 'plain',
  },
  voided: {
    title: text('已作废', 'Voided'),
    meaning: text('登记有误，已说明原因作废', 'Registered in error; voided with a reason'),
    final: true,
    tone: 'plain',
  },
} as const satisfies Record<string, StateMeaning>

/** States in which the work on a complaint goes on. */
export const OPEN = ['registered', 'accepted', 'verified', 'decided', 'answered'] as const

/** Open states after the complaint was accepted. */
export const UNDER_WAY = COMPLAINT_UNDER_WAY
