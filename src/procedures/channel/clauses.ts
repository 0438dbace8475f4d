import type { Clause } from '../../kernel/procedure.ts'
import { text } from '../../kernel/text.ts'

const secondary = (anchor: string) => ({ anchor, confidence: 'secondary' }) as const

/** What the rules ask of the ways in which people are told, in our own words. */
export const clauses = {
  'CH-told': {
    zh: '计算机系统须及时提示到期和超期事项，使责任人按时处理',
    en: 'The computer system tells in time what falls due and what is late, so that whoever answers for it can act',
    source: '※5.51',
    law: { anchor: 'GSP153（2023年第153号）第五十一条', confidence: 'secondary' },
  },
  'CH-safety': {
    zh: '涉及人身安全的事项（不良事件、停售、召回）一律立即通知，不受免打扰时段限制，不能改为汇总，也不能关闭',
    en: 'What concerns the safety of people (adverse event, stop-sale, recall) is told at once at any hour, in no digest, and cannot be switched off',
    source: '31',
    law: secondary(
      '医疗器械不良事件监测和再评价管理办法（1号令）第三十一条；医疗器械召回管理办法（29号令）第十四、十五条',
    ),
  },
  'CH-keepers': {
    zh: '通知渠道由质量负责人或系统管理员签名设置，改动留痕',
    en: 'The quality head or an administrator sets the ways of notification up, with a signature; every change is kept',
    source: '19(三)',
    law: { anchor: 'GSP153（2023年第153号）第十九条', confidence: 'verified-text' },
  },
  'CH-failing': {
    zh: '发送失败自动重试；仍失败的须让管理员看到并可重新发送，不得悄悄丢失',
    en: 'What cannot be sent is tried again; what still fails is shown to the administrators and can be sent anew, never lost in silence',
    source: '51',
    law: secondary('GSP153（2023年第153号）第五十一条'),
  },
  'CH-private': {
    zh: '外发的通知只含编号、标题和办理事项，不含健康信息和其他个人信息；地址和密钥加密保存，不再显示',
    en: 'Notifications that leave carry number, title and what is due, no health or other personal data; addresses and secrets are kept sealed and never shown again',
    source: '28, 51',
    law: secondary('个人信息保护法第二十八、五十一条'),
    control: text(
      '通知的句子只由编号、程序和时限的名称写成；地址和密钥在执行前用数据库之外的密钥加密',
      'Sentences are made of numbers and names of procedures and clocks alone; addresses and secrets are sealed before the step with a key outside the database',
    ),
  },
} as const satisfies Record<string, Clause>
