import type { Clause } from '../../kernel/procedure.ts'
import { text } from '../../kernel/text.ts'

/** What is asked of regular reports, in our own words. */
export const clauses = {
  'BB-calendar': {
    zh: '制度规定的各类报表按期编制、签批、归档；制度未写明日期的，于次月 5 日前完成',
    en: 'Every report that the procedures ask for is written, signed and filed for each period; where no day is given, by the 5th of the next month',
    source: 'S01 4.4、S02 4.3.4/4.4、S26 8（X22）',
  },
  'BB-frozen': {
    zh: '签批的报表与归档的报表一致：数据在起草时固定并注明时点，签批后不得改动',
    en: 'What was signed is what is filed: the numbers are fixed with their moment when the report is drafted and do not change afterwards',
    source: '11.10(e)、11.70',
    law: { anchor: '21 CFR Part 11.10(e), 11.70', confidence: 'verified-text' },
  },
  'BB-comment': {
    zh: '报表各部分由责任岗位写明情况、原因、措施、责任人和完成日期',
    en: 'For each part the responsible role says what happened, why, and what is done, by whom and until when',
    source: 'S02 4.3.4b、S26 8c',
  },
  'BB-review': {
    zh: '报表由编制人以外的负责人审阅签字；退回的说明理由',
    en: 'A report is reviewed and signed by a head other than its author; whoever returns it says why',
    source: 'S20 (一)9–10',
  },
  'BB-receipt': {
    zh: '归档的报表送达规定的收阅人，由其确认已阅并留有记录',
    en: 'A filed report reaches those for whom it is meant; they say that they read it, on record',
    source: 'S26 (七)8、S02 4.4',
  },
  'BB-reissue': {
    zh: '已归档报表需更正的，说明理由后重新编制，原报表保留并注明被替代',
    en: 'A filed report that must be corrected is issued anew with a reason; the old one stays and says what took its place',
    source: '11.10(e)',
    law: { anchor: '21 CFR Part 11.10(e)', confidence: 'verified-text' },
  },
  'S09-5.3a': {
    zh: '每年开展一次客户满意度调查并汇总',
    en: 'Customer satisfaction is surveyed and summed up once a year',
    source: 'S09 5.3a',
    lacks: text(
      '尚无问卷发放与回收；年度报告汇总结案回访的满意度',
      'No questionnaire is sent out yet: the yearly report sums up the satisfaction asked at the close of cases',
    ),
  },
  'CN-GSP153-12': {
    zh: '每年对质量管理体系自查，于次年 3 月 31 日前向所在地市县药监部门提交年度自查报告',
    en: 'The quality system is inspected by the company every year; the report goes to the local authority by 31 March of the next year',
    source: '第十二条',
    law: { anchor: 'GSP153（2023年第153号）第十二条', confidence: 'verified-text' },
  },
} as const satisfies Record<string, Clause>
