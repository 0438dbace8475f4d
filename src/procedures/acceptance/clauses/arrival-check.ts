import type { Clause } from '../../../kernel/procedure.ts'

const inspectionLaw = {
  anchor: '医疗器械经营质量管理规范（2023年第153号）第65条',
  confidence: 'verified-text',
} as const

/** S22: goods are checked against their document on arrival. */
export const arrivalCheckClauses = {
  'S22-2a': {
    zh: '先清点大件，到货与凭证相符',
    en: 'Large items are counted first and must match the document',
    source: 'S22 （三）2',
    law: { anchor: '医疗器械经营质量管理规范（2023年第153号）第60–62条', confidence: 'verified-text' },
    control: null,
  },
  'S22-2b': {
    zh: '逐项核对品名、规格、数量、有效期、厂名、批号、灭菌批号（一次性无菌）、注册证号、商标、合格证',
    en: 'Item by item: name, spec, quantity, expiry, maker, batch, sterilisation batch (single-use sterile), registration no., trade mark, certificate',
    source: 'S22 （三）2',
    law: inspectionLaw,
    control: null,
  },
  'S22-3a': {
    zh: '按抽样规定取样并做外观检查',
    en: 'Samples are drawn by the sampling rule and inspected for appearance',
    source: 'S22 （三）3',
    control: null,
  },
  'S22-4a': {
    zh: '验收后样品与包装复原并在封口加封签',
    en: 'Samples and packaging are restored and sealed at the closure',
    source: 'S22 （三）4',
    control: null,
  },
  'S22-5a': {
    zh: '一般产品货到1个工作日内验收完',
    en: 'Ordinary goods accepted within one working day of arrival',
    source: 'S22 （三）5',
    control: null,
  },
  'S22-5b': {
    zh: '特殊产品半个工作日内验收完',
    en: 'Special products within half a working day',
    source: 'S22 （三）5',
    control: null,
  },
} as const satisfies Record<string, Clause>
