import type { Clause } from '../../../kernel/procedure.ts'
import { text } from '../../../kernel/text.ts'

/** What the procedures on customers, service and feedback say about complaints, in our own words. */
export const customerClauses = {
  'S04-4.8b': {
    zh: '售后收集反馈、处理抱怨投诉，以掌握满意程度',
    en: 'After sale, feedback is collected and complaints handled, so that satisfaction is known',
    source: 'S04 4.8',
    lacks: text(
      '投诉处理后询问满意度；未投诉顾客的满意度调查尚未入程序',
      'Satisfaction is asked after complaints; customers who do not complain are not surveyed yet',
    ),
  },
  'S12-5.10.5a': {
    zh: '售后收集关注点、签约执行及使用反馈，妥善处理投诉，按反馈控制程序',
    en: 'After sale, business collects feedback on interest, contract and use, handles complaints, under the feedback procedure',
    source: 'S12 5.10.5',
    lacks: text(
      '投诉已按程序处理，签约和使用反馈的主动收集尚未入程序',
      'Complaints are handled; feedback on contract and use is not collected actively yet',
    ),
  },
  'S13-5.3a': {
    zh: '建立投诉快速通道，明确流程、责任部门、时限',
    en: 'A fast channel for complaints exists, with process, responsible department and time limits defined',
    source: 'S13 一（五）3',
  },
  'S13-5.3b': {
    zh: '每起投诉闭环到底，顺带记下可改进之处',
    en: 'Complaints are closed in a loop and improvement opportunities drawn from them',
    source: 'S13 一（五）3',
  },
  'S06-5.2a': {
    zh: '品保部会同部门分析处理服务中反馈的质量信息',
    en: 'Quality assurance with the departments analyses and handles quality information from service',
    source: 'S06 5.2',
    lacks: text(
      '投诉带来的质量信息已分析处理，现场服务的信息尚未纳入',
      'Information from complaints is analysed; that from field service is not included yet',
    ),
  },
  'S06-5.2b': {
    zh: '并采取纠正措施',
    en: 'And corrective action is taken',
    source: 'S06 5.2',
    lacks: text(
      '投诉引起的纠正措施已跟踪，现场服务引起的尚未纳入',
      'Action that follows from complaints is tracked; that from field service is not yet',
    ),
  },
  'S09-1a': {
    zh: '获取客户信息，客观评价，使意见得到及时、合理、满意的解决',
    en: 'Customer information is obtained, judged objectively, and resolved in time, reasonably and to satisfaction',
    source: 'S09 1',
    lacks: text(
      '投诉已按程序解决，其他反馈的评价尚未入程序',
      'Complaints are resolved; other feedback is not judged yet',
    ),
  },
} as const satisfies Record<string, Clause>
