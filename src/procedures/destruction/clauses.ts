import type { Clause } from '../../kernel/procedure.ts'

const GSP = '医疗器械经营质量管理规范（2023年第153号）'
const law = (anchor: string) => ({ anchor, confidence: 'verified-text' }) as const
const record = law(`${GSP}第21条（十四）`)

/** What S26 asks for the destruction of written-off goods, in our own words. */
export const clauses = {
  'S26-5a': {
    zh: '已办报损的货物定期列出销毁清单',
    en: 'Written-off goods are listed for destruction at regular intervals',
    source: 'S26 (七)5',
    law: record,
  },
  'S26-5b': {
    zh: '质管部写销毁医疗器械报告，附清单',
    en: 'Quality writes the destruction report with the list',
    source: 'S26 (七)5',
    law: record,
  },
  'S26-5c': {
    zh: '报告由分管业务副总审批，并经有关部门核对签字',
    en: 'The deputy manager for business approves the report, and the departments check and sign it',
    source: 'S26 (七)5',
    law: record,
  },
  'S26-5d': {
    zh: '批准后由质管部组织销毁并记录过程',
    en: 'After the approval quality organises the destruction and records it',
    source: 'S26 (七)5',
    law: record,
  },
  'S26-5e': {
    zh: '特殊管理的器械报药监部门，在其监督下销毁',
    en: 'Specially controlled devices are reported to the regulator and destroyed under its supervision',
    source: 'S26 (七)5',
    law: law('医疗器械召回管理办法（29号令）第21条'),
  },
  'S26-7a': {
    zh: '质管部建立质量问题档案：确认、报损、报告、销毁等资料',
    en: 'Quality keeps a quality-issue file with confirmation, write-off, report and destruction',
    source: 'S26 (七)7',
    law: law(`${GSP}第21–23条`),
  },
  'S12-5.8.2f': {
    zh: '决定不运回的，转走就地销毁',
    en: 'Goods that are not shipped back are destroyed where they are',
    source: 'S12 5.8.2',
    law: record,
  },
  'CN-RC-21': {
    zh: '召回产品的处置须记录措施、数量、地点；销毁的，在药监部门监督下进行',
    en: 'For recalled goods measure, number and place are recorded; they are destroyed under the supervision of the regulator',
    source: 'R-CN-29',
    law: law('医疗器械召回管理办法（29号令）第21条'),
  },
} as const satisfies Record<string, Clause>
