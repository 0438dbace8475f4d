import type { Clause } from '../../kernel/procedure.ts'
import { text } from '../../kernel/text.ts'
import { baseDataClauses } from '../../vocabulary/base-data.ts'

/** What the rules ask of lots and of the record of what was delivered, in our own words. */
export const clauses = {
  'LT-label': {
    zh: '进货查验和销售记录须记明生产批号、生产日期和有效期',
    en: 'Records of receipt and sale name the lot, its production day and its last day of use',
    source: '45',
    law: { anchor: '医疗器械监督管理条例（739号令）第四十五条', confidence: 'verified-text' },
  },
  'LT-delivery': {
    zh: '销售记录和随货同行单记明购货者、批号、数量和日期，可逐批追溯到购货者',
    en: 'The record of sale names customer, lot, quantity and day, so that each lot can be traced to who got it',
    source: '84, 91–94',
    law: { anchor: 'GSP153（2023年第153号）第八十四、九十一至九十四条', confidence: 'verified-text' },
  },
  'LT-expiry': {
    zh: '超过有效期的医疗器械自动锁定，不得销售',
    en: 'Devices beyond their last day of use are locked and not sold',
    source: '51(六)',
    law: { anchor: 'GSP153（2023年第153号）第五十一条；国药监械管〔2024〕20号 ※5.51', confidence: 'verified-text' },
  },
  'LT-customer': {
    zh: '只向在用的购货者出库',
    en: 'Devices go to customers in use alone',
    source: '81',
    law: { anchor: 'GSP153（2023年第153号）第八十一条', confidence: 'verified-text' },
  },
  'LT-zones': {
    zh: '库房设待验、合格品、发货、不合格品、退货五区，分区存放并有明显色标：待验和退货黄色，合格品和发货绿色，不合格品红色',
    en: 'Stores keep five zones apart with coloured marks: waiting and return yellow, qualified and shipping green, unqualified red',
    source: '38–44',
    law: { anchor: 'GSP153（2023年第153号）第三十八至四十四条', confidence: 'verified-text' },
  },
  'LT-ledger': {
    zh: '库存账由出入库和移区记录生成，账、货相符，数量不得为负、不得无来源或无去向',
    en: 'The stock account follows from the records of what came, went and moved; nothing is negative, appears or vanishes',
    source: '51, 70, 77',
    law: { anchor: 'GSP153（2023年第153号）第五十一、七十、七十七条', confidence: 'verified-text' },
  },
  'LT-entry': {
    zh: '验收合格的医疗器械及时入库并建立入库记录',
    en: 'Accepted devices are booked in without delay, with a record of entry',
    source: '70',
    law: { anchor: 'GSP153（2023年第153号）第七十条', confidence: 'verified-text' },
  },
  'LT-certificate': {
    zh: '注册证到期后生产的产品不得入库',
    en: 'Devices made after their certificate ended are not taken into stock',
    source: '45, 55',
    law: { anchor: '医疗器械监督管理条例（739号令）第四十五、五十五条', confidence: 'memory-to-verify' },
  },
  'LT-count': {
    zh: '定期盘点，账货不符的查明原因并记录',
    en: 'Stock is counted at intervals; a difference is explained and recorded',
    source: '77',
    law: { anchor: 'GSP153（2023年第153号）第七十七条', confidence: 'verified-text' },
  },
  'LT-serial': {
    zh: '按序列号管理的器械逐台记录所在位置和去向',
    en: 'Of devices tracked by serial number it is known of each where it is and who has it',
    source: '51(七), 91–94',
    law: { anchor: 'GSP153（2023年第153号）第五十一、九十一至九十四条', confidence: 'verified-text' },
  },
  'LT-cap': {
    zh: '退回和现场销毁的数量不得超过已售出且未退回的数量',
    en: 'No more comes back from a customer, or is destroyed there, than went there and is not back yet',
    source: '107',
    law: { anchor: 'GSP153（2023年第153号）第一百零七条', confidence: 'verified-text' },
  },
  'S23-1a': {
    zh: '保管员凭运输凭证收货，放入待验区，立即通知验收员',
    en: 'The keeper receives by the transport document, into the waiting zone, and tells the inspector at once',
    source: 'S23 （四）1',
  },
  'S22-5c': {
    zh: '系统出具入库单，验收员签字负责',
    en: 'The system makes the stock-in note, which the inspector signs and answers for',
    source: 'S22 （三）5',
  },
  'S23-2a': {
    zh: '保管员凭验收员签字的入库单核对品项和数量',
    en: 'The keeper checks items and quantity by the note that the inspector signed',
    source: 'S23 （四）2',
  },
  'S23-2b': {
    zh: '核对无误后，保管员在系统签字确认入库，形成库存明细账',
    en: 'If all is right, the keeper signs, books the stock and so makes the detailed account',
    source: 'S23 （四）2',
  },
  'S23-2c': {
    zh: '入库单打印后分送业务部门和财务部门',
    en: 'The stock-in note is printed for sales and finance',
    source: 'S23 （四）2',
  },
  'S23-4a': {
    zh: '按储存温湿度要求放入相应的库',
    en: 'Goods go to a store that is kept as they need it',
    source: 'S23 （四）4',
    control: text(
      '冷链产品收货和期初登记只能选冷藏或冷冻库（系统拒绝其他仓库）',
      'A product of the cold chain is received, and entered as opening stock, in a cold store alone; other warehouses are refused',
    ),
  },
  'LT-lock': baseDataClauses.lock,
  'LT-trace': baseDataClauses.trace,
  'S18-2a': {
    zh: '新购器械入待验区或挂待验牌',
    en: 'Newly bought devices go to the waiting zone or carry a waiting sign',
    source: 'S18 二2',
    law: { anchor: '医疗器械经营质量管理规范（2023年第153号）第38–44条', confidence: 'verified-text' },
  },
  'S22-1a': {
    zh: '无入库凭证（合同、退货通知、运单等）不验收；有则按制度和质量标准逐批验',
    en: 'On stock-in evidence (contract, return notice, waybill) each batch is accepted by the acceptance rules and standard',
    source: 'S22 （三）1',
    law: { anchor: '医疗器械经营质量管理规范（2023年第153号）第60–62条', confidence: 'verified-text' },
    lacks: text(
      '所依据的质量标准尚未与验收关联',
      'The quality standard that applies is not linked to the acceptance yet',
    ),
  },
  'S22-4b': {
    zh: '及时填验收记录，完整准确清楚',
    en: 'The acceptance record is filled promptly, complete, accurate and legible',
    source: 'S22 （三）4',
    law: { anchor: '医疗器械经营质量管理规范（2023年第153号）第65条', confidence: 'verified-text' },
    lacks: text(
      '验收结论随入库单保存，逐项验收记录尚未分列',
      'The verdict is kept with the stock-in note; the items are not recorded one by one yet',
    ),
  },
  'S18-3.2a': {
    zh: '注册证号正确，且生产日期在注册证有效期内',
    en: 'Registration number correct and production date inside its validity',
    source: 'S18 二3（2）',
    law: { anchor: '医疗器械经营质量管理规范（2023年第153号）第65条', confidence: 'verified-text' },
    lacks: text(
      '只核对生产日期不晚于注册证有效期，注册证号由验收员目视核对',
      'The production day is compared with the end of the certificate alone; the number is compared by eye',
    ),
  },
  'S18-3.2b': {
    zh: '编号错误或在有效期外生产的按不合格品处理',
    en: 'Wrong number or production outside validity counts as nonconforming',
    source: 'S18 二3（2）',
    law: { anchor: '医疗器械经营质量管理规范（2023年第153号）第65条', confidence: 'verified-text' },
    lacks: text(
      '系统拒绝验收合格，不合格品由验收员另行报告',
      'Acceptance is refused; the inspector reports the goods as nonconforming in a step of its own',
    ),
  },
  'S18-3.4a': {
    zh: '有使用期限的查是否过期，过期按不合格处理',
    en: 'Products with service life are checked; expired ones are nonconforming',
    source: 'S18 二3（4）',
    law: { anchor: '医疗器械经营质量管理规范（2023年第153号）第65条', confidence: 'verified-text' },
  },
  'S18-4.1a': {
    zh: '无注册证及批号的不得入库',
    en: 'Devices without a registration certificate and batch number may not be stocked (read: either one missing blocks)',
    source: 'S18 二4（1）',
  },
  'S18-5a': {
    zh: '合格者移合格区、不合格者移不合格区，并通知库管',
    en: 'Passed goods go to the qualified zone, failed goods to the unqualified zone; the keeper is told',
    source: 'S18 二5',
    law: { anchor: '医疗器械经营质量管理规范（2023年第153号）第38–44条', confidence: 'verified-text' },
    control: text(
      '不合格的由“不合格品”程序移入不合格品区；入库单在保管员的待办中等待签字',
      'What fails goes to the unqualified zone by the procedure for nonconforming goods; the stock-in note waits on the desk of the keeper',
    ),
  },
  'S23-3a': {
    zh: '按储存要求分类，并放入对应专库',
    en: 'Stored in dedicated stores by class as required',
    source: 'S23 （四）3',
    law: { anchor: '医疗器械经营质量管理规范（2023年第153号）第69–77条', confidence: 'verified-text' },
    control: text(
      '冷链产品只能进冷藏或冷冻库（系统拒绝其他仓库）',
      'Products of the cold chain enter cold stores alone; other warehouses are refused',
    ),
    lacks: text('常温产品按类别分库尚未校验', 'Stores by class for other products are not checked yet'),
  },
} as const satisfies Record<string, Clause>
