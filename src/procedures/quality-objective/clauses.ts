import type { Clause } from '../../kernel/procedure.ts'
import { text } from '../../kernel/text.ts'

/** What the after-sales quality system asks of its objectives, in our own words. */
export const clauses = {
  'S14-0a': {
    zh: '售后质量管理体系须融合ISO9001、器械法规与行业实践',
    en: 'The after-sales quality system merges ISO 9001, device law and good practice in the trade',
    source: 'S14 二',
    control: text(
      '每个条款旁列明所依据的法规和可信度；目标的指标由投诉、时限、满意度和交付记录计算',
      'Beside each clause stand the law that it rests on and how sure that is; what an objective measures is counted from complaints, clocks, satisfaction and deliveries',
    ),
    lacks: text(
      '与 ISO 9001 各条的对照尚未逐条列出',
      'The comparison with ISO 9001 is not yet listed clause by clause',
    ),
  },
  'S14-1.2a': {
    zh: '质量目标须可量化、可考核（原文到此截断）',
    en: 'Quality objectives are quantified and can be assessed (text cut after this)',
    source: 'S14 二（一）2',
  },
  'ZL-approval': {
    zh: '质量目标由质量管理部提出，质量负责人批准后执行；同一指标同时只有一个目标',
    en: 'Quality proposes an objective, the quality head approves it; one measure has one objective at a time',
    source: '公司规定',
  },
  'ZL-assessment': {
    zh: '每季度按记录计算完成值，未达标须写明原因和改进措施，质量负责人审阅',
    en: 'Each quarter the value is counted from the records; a missed target states cause and measure; the quality head reviews it',
    source: '公司规定',
  },
  'ZL-separation': {
    zh: '提出人不得批准自己提出的目标，考核人不得审阅自己的考核',
    en: 'Nobody approves an objective of his own proposal or reviews an assessment of his own',
    source: '公司规定',
  },
} as const satisfies Record<string, Clause>
