import type { Clause } from '../../kernel/procedure.ts'
import { text } from '../../kernel/text.ts'

/** The outbound check procedure (S24), the end of the delivery procedure (S23) and the law behind them, in our own words. */
export const clauses = {
  'S24-1a': {
    zh: '出库遵循先产先出、近期先出、按批号发货；不按此顺序的须说明原因',
    en: 'What was made first and expires first goes out first, lot by lot; another order has a reason',
    source: 'S24 （五）1',
  },
  'S24-1b': {
    zh: '发货员凭业务部门的配送凭证备货，无凭证不备货',
    en: 'The picker prepares goods by the order of sales, and none without one',
    source: 'S24 （五）1',
  },
  'S24-2a': {
    zh: '发货员对实物进行质量检查，核对数量和项目',
    en: 'The picker inspects the goods and compares quantity and items',
    source: 'S24 （五）2',
  },
  'S24-2b': {
    zh: '备货完毕，发货员在凭证上签字负责',
    en: 'When done, the picker signs and answers for it',
    source: 'S24 （五）2',
  },
  'S24-2.1a': {
    zh: '包装内有异常响动的停止发货，报有关部门处理',
    en: 'Noise inside a package stops the issue; the department responsible is told',
    source: 'S24 （五）2（1）',
    law: { anchor: 'GSP153（2023年第153号）第八十七条', confidence: 'verified-text' },
  },
  'S24-2.2a': {
    zh: '外包装破损、封口不牢、衬垫不实、封条严重损坏的停止发货，报有关部门处理',
    en: 'Broken packing, a loose seal, poor padding or a damaged seal strip stops the issue; the department is told',
    source: 'S24 （五）2（2）',
    law: { anchor: 'GSP153（2023年第153号）第八十七条', confidence: 'verified-text' },
  },
  'S24-2.3a': {
    zh: '包装标识模糊不清或脱落的停止发货，报有关部门处理',
    en: 'Marking that is blurred or fell off stops the issue; the department is told',
    source: 'S24 （五）2（3）',
    law: { anchor: 'GSP153（2023年第153号）第八十七条', confidence: 'verified-text' },
  },
  'S24-2.4a': {
    zh: '超过有效期的停止发货，报有关部门处理',
    en: 'Goods past their last day of use are not issued; the department is told',
    source: 'S24 （五）2（4）',
    law: { anchor: 'GSP153（2023年第153号）第八十七条', confidence: 'verified-text' },
  },
  'S24-3a': {
    zh: '复核员对品名、规格、数量、厂牌、批号、效期、件数、质量状况和配送单位逐项复核，未复核不得发货',
    en: 'The checker compares name, specification, quantity, maker, lot, expiry, pieces, quality and consignee; nothing leaves unchecked',
    source: 'S24 （五）3',
  },
  'S24-4a': {
    zh: '复核员复核后签字；复核员与发货员不得为同一人',
    en: 'The checker signs, and is not the person that picked',
    source: 'S24 （五）4',
  },
  'S24-4b': {
    zh: '立即建立出库复核记录，内容齐全',
    en: 'The outbound check record is made at once, with all its fields',
    source: 'S24 （五）4',
    law: { anchor: 'GSP153（2023年第153号）第八十八条', confidence: 'verified-text' },
  },
  'S24-6a': {
    zh: '复核后的商品放置于发货区',
    en: 'Checked goods are put into the shipping zone',
    source: 'S24 （五）6',
  },
  'S24-7a': {
    zh: '进口器械随货附盖有配送中心原印章的进口批件复印件，缺少的不得发运',
    en: 'Imported devices travel with stamped copies of the import approvals, and do not leave without them',
    source: 'S24 （五）7',
  },
  'S24-8a': {
    zh: '发货员填写运输单，与运输员交接，签回后存查',
    en: 'The picker fills in the transport slip, hands the goods to the driver and files the signed slip',
    source: 'S24 （五）8',
  },
  'S23-10a': {
    zh: '运输员与客户办理交接，签回运输单据',
    en: 'The driver hands the goods to the customer and brings the signed papers back',
    source: 'S23 （四）10',
  },
  'SH-sales': {
    zh: '建立销售记录，记明产品、批号、数量、单价、金额、购货者及其许可证件和联系方式',
    en: 'The record of sale names product, lot, quantity, price, amount, and the customer with licence and contact',
    source: '84',
    law: { anchor: 'GSP153（2023年第153号）第八十四条', confidence: 'verified-text' },
  },
  'SH-note': {
    zh: '发货附随货同行单，加盖出库印章',
    en: 'Goods travel with a delivery note that carries the stamp of the store',
    source: '91–92',
    law: { anchor: 'GSP153（2023年第153号）第九十一、九十二条', confidence: 'verified-text' },
  },
  'SH-customer': {
    zh: '只向合法的购货者销售，证照失效的不得开单',
    en: 'Goods are sold to lawful customers alone; a lapsed licence stops the order',
    source: '81',
    law: { anchor: 'GSP153（2023年第153号）第八十一条', confidence: 'verified-text' },
  },
  'SH-cold': {
    zh: '冷链产品发运时记录启运温度，符合储存要求才可发运',
    en: 'Goods of the cold chain leave with their temperature recorded, and only within its bounds',
    source: '93–95',
    law: { anchor: 'GSP153（2023年第153号）第九十三至九十五条', confidence: 'memory-to-verify' },
  },
  'S12-5.1.5a': {
    zh: '器械销售对象须符合法规',
    en: 'Buyers of devices are chosen as device law requires',
    source: 'S12 5.1.5',
    lacks: text(
      '停用的客户和证照到期的客户不能开单；没有登记任何证照的客户尚不拦截',
      'Customers out of use or with a lapsed licence are refused; one for whom no licence is on file is not yet',
    ),
  },
  'S12-5.1.5b': {
    zh: '经销商、代理商须有合法经营资质且经营范围覆盖该产品',
    en: 'Dealers and agents need a lawful device trading licence with a business scope that fits the product',
    source: 'S12 5.1.5',
    lacks: text(
      '只校验证照效期，许可范围是否覆盖该产品尚未校验',
      'The validity of the licence is checked; whether its scope covers the product is not yet',
    ),
  },
  'S07-3.4a': {
    zh: '发货后跟踪到货是否逾期、包装是否破损',
    en: 'After dispatch sales tracks arrival: late? packaging damaged?',
    source: 'S07 3.4',
    lacks: text(
      '签回日期可见，逾期和包装破损尚未逐项记录',
      'The day of receipt is recorded; lateness and damage are no fields yet',
    ),
  },
  'S07-4.6b': {
    zh: '发货后跟踪顾客收货情况',
    en: 'Sales follows up receipt after dispatch',
    source: 'S07 4.6',
    lacks: text(
      '由司机、拣货员或销售文员登记签回，业务员回访尚未入程序',
      'The driver, picker or sales clerk records the receipt; a call by the salesperson is no step yet',
    ),
  },
  'S23-8a': {
    zh: '运输员按各库运输单归类统计件数',
    en: 'Transport staff sort the transport slips and count pieces',
    source: 'S23 （四）8',
    control: null,
  },
  'S23-9a': {
    zh: '按路程与件数安排，待发商品当天送达各客户',
    en: 'By distance and pieces, goods waiting are delivered the same day',
    source: 'S23 （四）9',
    control: null,
  },
} as const satisfies Record<string, Clause>
