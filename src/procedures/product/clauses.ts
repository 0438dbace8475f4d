import type { Clause } from '../../kernel/procedure.ts'
import { text } from '../../kernel/text.ts'
import { baseDataClauses } from '../../vocabulary/base-data.ts'

/** What the rules ask of the file on a product, in our own words. */
export const clauses = {
  'PD-keepers': baseDataClauses.keepers,
  'PD-registration': {
    zh: '只经营已注册或备案的医疗器械，名称、型号规格、注册证编号或备案编号、注册人与证件一致',
    en: 'Only registered or filed devices are sold; name, model, number and registrant are as on the certificate',
    source: '45',
    law: { anchor: '医疗器械监督管理条例（739号令）第四十五条', confidence: 'verified-text' },
  },
  'PD-udi': {
    zh: '系统采集、记录医疗器械唯一标识，实现过程追溯',
    en: 'The system captures and keeps the unique device identifier, so that devices can be traced',
    source: '51(七)',
    law: { anchor: 'GSP153（2023年第153号）第五十一条', confidence: 'verified-text' },
  },
  'PD-lock': baseDataClauses.lock,
  'PD-trace': baseDataClauses.trace,
  'S27-3a': {
    zh: '合格后质管建商品合法性质量档案',
    en: 'After approval QA keeps the legality quality file of goods',
    source: 'S27 （八）3',
    law: { anchor: '医疗器械经营质量管理规范（2023年第153号）第53、54条', confidence: 'verified-text' },
    lacks: text('合法性证明文件和复审尚未入程序', 'The proofs of legality and their second check are no steps yet'),
  },
} as const satisfies Record<string, Clause>
