import type { Clause } from '../../kernel/procedure.ts'
import { text } from '../../kernel/text.ts'
import { baseDataClauses } from '../../vocabulary/base-data.ts'

/** What the rules ask of the files on customers, suppliers and manufacturers, in our own words. */
export const clauses = {
  'PT-keepers': baseDataClauses.keepers,
  'PT-customer-file': {
    zh: '只向合法的单位和个人销售，首次销售前建立购货者档案',
    en: 'Devices are sold to lawful customers alone, whose file is made before the first sale',
    source: '81–82',
    law: { anchor: 'GSP153（2023年第153号）第八十一、八十二条', confidence: 'verified-text' },
  },
  'PT-supplier-file': {
    zh: '只从合法的供货者采购，并保存其资质证照',
    en: 'Devices are bought from lawful suppliers alone, whose licences are kept',
    source: '53',
    law: { anchor: 'GSP153（2023年第153号）第五十三条', confidence: 'verified-text' },
  },
  'PT-locality': {
    zh: '投诉方是本地还是外地，决定核实和处理的时限',
    en: 'Whether the complainant is local or out of town decides the limits of verification and handling',
    source: 'S01 4.4',
  },
  'PT-lock': baseDataClauses.lock,
  'PT-trace': baseDataClauses.trace,
  'S12-5.10.1a': {
    zh: '建立《客户登记表》和客户档案及沟通渠道并实施',
    en: 'A customer register, customer file and communication channels are set up and used',
    source: 'S12 5.10.1',
    lacks: text('与客户的沟通渠道尚未登记', 'Channels of communication with the customer are not registered yet'),
  },
  'S27-3b': {
    zh: '采购建供购货单位档案',
    en: 'Purchasing keeps the partner file',
    source: 'S27 （八）3',
    law: { anchor: '医疗器械经营质量管理规范（2023年第153号）第53、54条', confidence: 'verified-text' },
    lacks: text(
      '档案由质量管理部登记，采购部门的初审尚未入程序',
      'Quality management registers the file; the first check by purchasing is no step yet',
    ),
  },
  'S27-4a': {
    zh: '质管机构维护合格单位及商品的目录',
    en: 'QA keeps the list of approved suppliers and goods',
    source: 'S27 （八）4',
    law: { anchor: '医疗器械经营质量管理规范（2023年第153号）第53、54条', confidence: 'verified-text' },
  },
} as const satisfies Record<string, Clause>
