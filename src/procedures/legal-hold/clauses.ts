import type { Clause } from '../../kernel/procedure.ts'
import { text } from '../../kernel/text.ts'

/** What the company holds to when records must be kept although their retention has ended. */
export const clauses = {
  'LH-place': {
    zh: '因诉讼、检查、召回等需要，可对事项、单位、产品或批号的记录作保留，须写明理由和依据并签字',
    en: 'For a lawsuit, an inspection, a recall the records of a matter, party, product or lot are held, with reason and authority, signed',
    source: '公司规定',
    law: { anchor: '医疗器械监督管理条例（国务院令第739号）第87条（记录是免责依据）', confidence: 'verified-text' },
  },
  'LH-keeps': {
    zh: '保留期间，所涉记录不得列入处置清单，已列入的不得处置',
    en: 'While held, a record is not put on a disposal list, and not disposed of when it stands on one',
    source: '公司规定',
    control: text(
      '处置清单在列入和执行时各核对一次在用的保留',
      'The disposal list looks at the holds in force when it is made and again when it is carried out',
    ),
  },
  'LH-lift': {
    zh: '解除保留须由另一人签字并写明理由',
    en: 'A hold is lifted by somebody else, with a reason, signed',
    source: '公司规定',
  },
} as const satisfies Record<string, Clause>
