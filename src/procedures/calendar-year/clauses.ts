import type { Clause } from '../../kernel/procedure.ts'
import { text } from '../../kernel/text.ts'

/** What a count of working days stands on, in our own words. */
export const clauses = {
  'WD-official': {
    zh: '以工作日计的时限按国务院办公厅公布的放假和调休安排计算',
    en: 'Limits in working days count by the days off and made-up working days that the State Council publishes',
    source: 'X27',
    law: { anchor: '国务院办公厅关于部分节假日安排的通知（每年）', confidence: 'secondary' },
  },
  'WD-statutory': {
    zh: '法律规定的全体公民放假日必须放假，不得漏录',
    en: 'The days off that the law itself fixes are never left out',
    source: '第二条',
    law: { anchor: '全国年节及纪念日放假办法 第二条', confidence: 'secondary' },
  },
  'WD-unpublished': {
    zh: '官方安排尚未公布的年份，凡据此算出的日期均须注明可能变动',
    en: 'Every date that falls into a year not yet published is marked as one that may move',
    source: 'X27',
    control: text(
      '时限说明和日历页自动标注未公布年份',
      'The explanation of a clock and the calendar page mark such years by themselves',
    ),
  },
  'WD-trace': {
    zh: '公布后的更正须说明原因，原安排仍可查，已在计时的时限不变',
    en: 'A correction after publication has a reason and keeps what was; clocks that run stay as they are',
    source: '11.10(e)',
    law: { anchor: '21 CFR Part 11.10(e)', confidence: 'verified-text' },
  },
} as const satisfies Record<string, Clause>
