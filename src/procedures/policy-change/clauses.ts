import type { Clause } from '../../kernel/procedure.ts'
import { text } from '../../kernel/text.ts'

/** What is asked of a change to a number or choice that the written procedures leave to the company, in our own words. */
export const clauses = {
  'PL-proposal': {
    zh: '参数变更须书面提出，写明新值、理由和生效日期',
    en: 'A change of a policy is proposed in writing, with the new value, the reason and the day from which it holds',
    source: '11.10(k)',
    law: { anchor: '21 CFR Part 11.10(k)', confidence: 'secondary' },
  },
  'PL-approval': {
    zh: '质量负责人独立裁决质量事项：参数变更经其批准签字方可生效',
    en: 'The quality head decides matters of quality: a change holds only with that signature',
    source: '14–18',
    law: { anchor: 'GSP153（2023年第153号）第十四至十八条', confidence: 'verified-text' },
  },
  'PL-separation': {
    zh: '审核人与批准人不得为同一人：提出变更的人不得批准自己的变更',
    en: 'Who reviews is not who approves: nobody approves a change of his own',
    source: 'S20 (一)9–10',
    law: { anchor: '21 CFR Part 11.10(g)', confidence: 'secondary' },
  },
  'PL-versions': {
    zh: '各版本参数及其生效时间、批准人永久保留；时限按生效时的版本计算并注明',
    en: 'Every value stays on record with its day and its approval; a clock names the version that set it',
    source: '11.10(e)',
    law: { anchor: '21 CFR Part 11.10(e)', confidence: 'verified-text' },
  },
  'PL-running': {
    zh: '已在计时的时限按其开始时的参数执行；只有经签字选择方可提前，任何时限不得推迟',
    en: 'A clock that runs keeps the limit with which it began; it moves earlier only by a signed choice, and never later',
    source: '11.10(e)',
    law: { anchor: '21 CFR Part 11.10(e)', confidence: 'verified-text' },
  },
  'PL-bounds': {
    zh: '法规规定的限值只能更严，不得放宽',
    en: 'A limit that the law sets can be made stricter, never looser',
    source: 'X01–X48',
    control: text(
      '参数自身的取值范围在提出和批准时各校验一次',
      'The bounds of the policy are checked at proposal and at approval',
    ),
  },
} as const satisfies Record<string, Clause>
