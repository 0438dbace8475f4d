import type { Clause } from '../../kernel/procedure.ts'
import { text } from '../../kernel/text.ts'

const inspection = { anchor: '国药监械管〔2024〕20号 ※5.51', confidence: 'verified-text' } as const
const secondary = (anchor: string) => ({ anchor, confidence: 'secondary' }) as const

/** What the rules on computer systems ask of people, accounts and permissions, in our own words. */
export const clauses = {
  'IT-operator': {
    zh: '操作人员姓名由系统按登录账号记录，不得手工填写，也不得从菜单选择',
    en: 'The system records who acts from the account; the name is neither typed nor picked from a list',
    source: '※5.51',
    law: inspection,
    control: text(
      '没有任何步骤接受操作人：执行时一律取自登录会话',
      'No step takes the operator as input: it always comes from the session',
    ),
  },
  'IT-time': {
    zh: '记录日期和时间由系统自动生成，不得手工填写或选择',
    en: 'Dates and times of records are made by the system, neither typed nor picked',
    source: '※5.51',
    law: inspection,
    control: text('记录时间一律取自服务器时钟', 'Record times always come from the server clock'),
  },
  'IT-permission': {
    zh: '录入、修改、保存等操作须凭授予的权限进行，未经批准不得更改数据',
    en: 'Entering, changing and saving need a permission that was granted; nobody changes data without it',
    source: '51(二)',
    law: { anchor: 'GSP153（2023年第153号）第五十一条', confidence: 'verified-text' },
  },
  'IT-review': {
    zh: '操作权限的授予和变更由质量管理人员审核',
    en: 'Quality management reviews every permission that is given or taken',
    source: '※5.51',
    law: inspection,
  },
  'IT-duty': {
    zh: '质量管理部门负责计算机系统质量控制功能和操作权限的管理',
    en: 'Quality management answers for the permissions of the computer system',
    source: '19(三)',
    law: { anchor: 'GSP153（2023年第153号）第十九条', confidence: 'verified-text' },
  },
  'IT-unique': {
    zh: '账号和签名只属于一个人，不得转给他人或重复使用',
    en: 'An account and its signature belong to one person and are never handed on or used again',
    source: '11.100(a), 11.300(a)',
    law: secondary('21 CFR Part 11.100(a), 11.300(a)'),
  },
  'IT-access': {
    zh: '只有获准人员能进入系统；离岗人员的权限及时收回',
    en: 'Only people who are allowed reach the system; whoever leaves loses access',
    source: '11.10(d)',
    law: secondary('21 CFR Part 11.10(d)'),
  },
  'IT-separation': {
    zh: '任何人不得给自己授权或收权；系统始终至少有一名在用的管理员',
    en: 'Nobody gives or takes permissions of his own; at least one administrator always remains',
    source: '11.10(g)',
    law: secondary('21 CFR Part 11.10(g)'),
  },
  'IT-deputy': {
    zh: '不在岗时由指定代理人代行职责：有起止日期、写明原因，代签注明代谁签，代理人不得因此同时处于互相制约的两侧',
    en: 'Somebody who is away names a deputy, with dates and reason; the deputy signs as such and never comes to stand on both sides of a control',
    source: '11.10(g), 11.50',
    law: secondary('21 CFR Part 11.10(g), 11.50；GSP153（2023年第153号）第五十一条'),
  },
} as const satisfies Record<string, Clause>
