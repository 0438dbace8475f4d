import type { Clause } from '../../kernel/procedure.ts'
import { text } from '../../kernel/text.ts'

const GSP = '医疗器械经营质量管理规范（2023年第153号）'
const law = (anchor: string, confidence: 'verified-text' | 'memory-to-verify' = 'verified-text') =>
  ({ anchor, confidence }) as const
const record = law(`${GSP}第21条（十四）`)
const confirmation = law(`${GSP}第19条（六）`)

/** What S26 asks up to the write-off, and what S01 and S12 hand over to it, in our own words. */
export const clauses = {
  'S26-1a': {
    zh: '验收不合格的，验收员填写拒收报告单报质管部',
    en: 'For goods that fail on arrival the acceptance inspector fills a refusal report and sends it to quality',
    source: 'S26 (七)1',
    law: law(`${GSP}第19条（六）、第64–66条`),
  },
  'S22-6b': {
    zh: '验收员拒收后，以拒收报告单请质管员复验',
    en: 'After a refusal the inspector asks quality for a re-check with the refusal report',
    source: 'S22 (三)6',
    law: confirmation,
  },
  'S26-1b': {
    zh: '质管部确认拒收的，移入退货区、登记不合格品台账，及时退回原发货单位；未经鉴定不得移动',
    en: 'Once quality confirms a refusal the goods go to the return zone and into the ledger, and promptly back to who sent them; nothing moves before the verdict',
    source: 'S26 (七)1',
    law: confirmation,
  },
  'S26-1c': {
    zh: '或移入不合格品库报废',
    en: 'Or they go to the unqualified store and are scrapped',
    source: 'S26 (七)1',
    law: record,
  },
  'S26-2.1a': {
    zh: '在库或出库复核发现不合格，立即挂黄牌、暂停发货',
    en: 'Goods found nonconforming in store or at the outbound check are marked yellow at once and not shipped',
    source: 'S26 (七)2(1)',
    law: law(`${GSP}第73条、第87条`),
  },
  'S26-2.1b': {
    zh: '养护员以质量复查报告单报质管部',
    en: 'The maintenance keeper reports it to quality with a re-check report',
    source: 'S26 (七)2(1)',
    law: law(`${GSP}第73条`),
  },
  'S26-2.3c': {
    zh: '确认不合格的，业务员开移库单，货物移入不合格品库，保管员登记台账',
    en: 'Confirmed: the salesperson issues the transfer slip, the goods move to the unqualified store and the keeper enters them in the ledger',
    source: 'S26 (七)2(3)',
    law: law(`${GSP}第40条、第21条（十四）`),
  },
  'S26-3a': {
    zh: '退回品验收不合格的，移入不合格品库并登记台账',
    en: 'Returned goods that fail inspection go to the unqualified store and into the ledger',
    source: 'S26 (七)3',
    law: law(`${GSP}第106–107条`),
  },
  'S26-4a': {
    zh: '质管部按供货责任明确处理意见',
    en: 'Quality gives a handling opinion by the liability that the supply agreement sets',
    source: 'S26 (七)4',
    law: confirmation,
  },
  'S26-4b': {
    zh: '属供货者责任的，填写进货退出通知单，通知配送退货',
    en: 'Where the supplier is liable a purchase-return notice is filled in and transport is told to take the goods back',
    source: 'S26 (七)4',
    law: record,
  },
  'S26-4c': {
    zh: '超出供货者责任的，保管员填报损审批表，经业务、质管、财会审核，总经理审批后报损',
    en: 'Beyond the supplier’s liability the keeper fills the write-off form; sales, quality and finance review it and the general manager approves',
    source: 'S26 (七)4',
    law: record,
  },
  'S26-5a': {
    zh: '已办报损的货物定期列出销毁清单',
    en: 'Written-off goods are listed for destruction at regular intervals',
    source: 'S26 (七)5',
    law: record,
  },
  'S26-7a': {
    zh: '质管部建立质量问题档案：确认、报损、报告、销毁等资料',
    en: 'Quality keeps a quality-issue file with confirmation, write-off, report and destruction',
    source: 'S26 (七)7',
    law: law(`${GSP}第21–23条`),
  },
  'S26-8a': {
    zh: '每半年会同责任部门汇总分析不合格品的处理并写出报告',
    en: 'Every half-year quality and the departments responsible sum up and analyse the handling of nonconforming goods in a report',
    source: 'S26 (七)8',
    law: law(`${GSP}第18条`),
  },
  'S26-8b': {
    zh: '报告报分管质量、业务、储运的副经理，用于分析和划分责任',
    en: 'The report goes to the deputy managers for quality, business and storage and transport, for analysis and responsibility',
    source: 'S26 (七)8',
    law: law(`${GSP}第18条`),
  },
  'S26-8c': {
    zh: '预防措施由责任部门制订',
    en: 'The department responsible works out preventive measures',
    source: 'S26 (七)8',
    law: law(`${GSP}第18条`),
  },
  'S01-4.6c': {
    zh: '查实不合格的器械转入不合格品程序',
    en: 'Devices found nonconforming go on in the procedure for nonconforming goods',
    source: 'S01 4.6',
    law: confirmation,
  },
  'S01-4.7f': {
    zh: '停售、通知之后，后续按不合格品程序办理',
    en: 'After stop-sale and notices the goods are handled by the procedure for nonconforming goods',
    source: 'S01 4.7',
    law: law(`${GSP}第110条`),
  },
  'S12-5.8.2f': {
    zh: '决定不运回的，转走就地销毁',
    en: 'Goods that are not shipped back are destroyed where they are',
    source: 'S12 5.8.2',
    law: record,
  },
  'S12-5.8.2g': {
    zh: '运回的货物放专用库位，质管部作出决定前不得移出',
    en: 'Goods that come back lie in their own zone and do not leave it before quality has decided',
    source: 'S12 5.8.2',
    law: law(`${GSP}第106–107条`),
  },
  'GMP-87': {
    zh: '不合格品的标识、记录、隔离、评审和处置均有记录',
    en: 'Identification, description, segregation, review and disposition of nonconforming goods are all recorded',
    source: 'R-CN-37',
    law: law('医疗器械生产质量管理规范（2025年第107号）第87–89条'),
  },
  'ISO-8.3': {
    zh: '不合格的性质、评价和理由、处置及授权人均有记录；不作让步放行',
    en: 'Nature, evaluation with reasons, disposition and who authorised it are recorded; nothing is released by concession',
    source: 'R-ISO-02',
    law: law('YY/T 0287—2017 / ISO 13485:2016 8.3.1–8.3.4', 'memory-to-verify'),
    control: text(
      '复查、处理意见、报损均须签字；放行只凭复查合格，没有让步放行的步骤',
      'Re-check, opinion and write-off are signed; goods are released by a good re-check alone, there is no step for a concession',
    ),
  },
  'S22-6a': {
    zh: '不合要求或质量可疑的行使否决权拒收',
    en: 'Failing or doubtful goods: quality veto, refused',
    source: 'S22 （三）6',
    law: { anchor: '医疗器械经营质量管理规范（2023年第153号）第19条（六）', confidence: 'verified-text' },
  },
  'S22-6c': {
    zh: '凭复验结果入库或退货',
    en: 'By re-check result: stock-in or return',
    source: 'S22 （三）6',
    law: { anchor: '医疗器械经营质量管理规范（2023年第153号）第19条（六）', confidence: 'verified-text' },
  },
} as const satisfies Record<string, Clause>
