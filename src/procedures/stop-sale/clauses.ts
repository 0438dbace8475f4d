import type { Clause } from '../../kernel/procedure.ts'
import { text } from '../../kernel/text.ts'

const law = (anchor: string) => ({ anchor, confidence: 'verified-text' }) as const
const GSP = '医疗器械经营质量管理规范（2023年第153号）'

/** What the written procedures ask for when goods are stopped and freed, and the law behind it. */
export const clauses = {
  'S01-4.5b': {
    zh: '核实合格后，通知本公司仓库解除该产品的发货冻结',
    en: 'Once the product is found good, the warehouse is told to lift the shipping hold on it',
    source: 'S01 4.5',
  },
  'S01-4.5c': {
    zh: '核实合格后，通知综合业务部解除冻结',
    en: 'Once the product is found good, the general business department is told that the hold is lifted',
    source: 'S01 4.5',
  },
  'S01-4.7a': {
    zh: '确有质量问题须尽快向企业质量负责人报告',
    en: 'A real quality problem is reported promptly to the enterprise quality head',
    source: 'S01 4.7',
  },
  'S01-4.7b': {
    zh: '通知仓库停止该产品出库，停售货品不得发出',
    en: 'The warehouse is told to suspend outbound movement; nothing held may leave',
    source: 'S01 4.7',
    law: law(`${GSP}第110条；医疗器械监督管理条例（739号令）第67条第2款`),
  },
  'S01-4.7c': {
    zh: '对冻结货品作醒目标识',
    en: 'The held stock is conspicuously marked',
    source: 'S01 4.7',
    law: law(`${GSP}第38–44条`),
  },
  'S01-4.7d': {
    zh: '通知综合业务部停售该器械，不得再接新单',
    en: 'The general business department is told to stop selling the device; no new order is taken',
    source: 'S01 4.7',
    law: law(`${GSP}第110条`),
  },
  'S01-4.7f': {
    zh: '停售与通知之后，按不合格品程序继续处置',
    en: 'After the hold and the notices, the goods go through the nonconforming-product procedure',
    source: 'S01 4.7',
    control: text(
      '确认停售后，在不合格品程序中报告并处置；未处置完的货物使停售不能了结',
      'after the confirmation the goods are dealt with as nonconforming; goods left over keep the stop from being closed',
    ),
  },
  'S25-2.6a': {
    zh: '在库检查发现问题，挂暂停发货牌，及时填写复检通知单，由质管复查处理',
    en: 'A problem found in stock: a hold sign is hung, a re-check notice filled in promptly, and quality re-checks and decides',
    source: 'S25 六2(6)',
    law: law(`${GSP}第57条`),
  },
  'S26-2.1a': {
    zh: '养护或出库复核发现不合格，立即挂黄牌并停止发货',
    en: 'Nonconformity found in stock maintenance or outbound check: a yellow card is hung at once and shipping stops',
    source: 'S26 七2(1)',
    law: law(`${GSP}第110条`),
  },
  'S26-2.2a': {
    zh: '质管收到报告后立即在计算机系统停售',
    en: 'On the report, quality stops the sale in the computer at once',
    source: 'S26 七2(2)',
    law: law('医疗器械监督管理条例（739号令）第67条第2款'),
  },
  'S26-2.2b': {
    zh: '停售后以停售通知单告知业务部门',
    en: 'After the stop, sales receives the stop-sale notice',
    source: 'S26 七2(2)',
  },
  'S26-2.3a': {
    zh: '复查合格的，只由质管在系统中解除停售',
    en: 'If the re-check shows conformity, quality alone lifts the stop in the system',
    source: 'S26 七2(3)',
  },
  'S26-2.3b': {
    zh: '解除停售通知单送业务与仓储，摘黄牌后继续销售',
    en: 'The release notice goes to sales and warehouse; the yellow card comes off and sale goes on',
    source: 'S26 七2(3)',
  },
  'S26-6a': {
    zh: '监督抽检不合格、文件通知禁售的，按规定处理',
    en: 'Failed tests of the authority and prohibited devices are dealt with by the rules',
    source: 'S26 七6',
    law: law(`${GSP}第110–111条`),
  },
  'S01-4.6b': {
    zh: '视情况向供货企业发出质量查询；不发须说明理由',
    en: 'A quality inquiry goes to the supplier where circumstances call for it; leaving it out needs a reason',
    source: 'S01 4.6',
  },
  'CN-RC-010': {
    zh: '发现可能存在缺陷的产品，立即暂停销售，及时通知生产企业或供货商，并报告所在地省级药监部门',
    en: 'A possibly defective product: sale stops at once, maker or supplier is told, the provincial regulator is told',
    source: 'CN-RC-010',
    law: law('医疗器械召回管理办法（总局令第29号）第7条'),
  },
  'CN-RC-013': {
    zh: '发现不符合强制性标准、产品技术要求或有其他缺陷，立即停止经营，通知注册人/备案人，并记录停止和通知情况',
    en: 'Not up to a mandatory standard or technical requirements, or defective: dealing stops at once, the registrant is told, both are recorded',
    source: 'CN-RC-013',
    law: law('医疗器械监督管理条例（739号令）第67条第2款'),
  },
  'CN-RC-014': {
    zh: '发现严重质量安全问题，立即停止经营，通知注册人、生产经营企业、使用单位和购货者，记录，并立即报告所在地市县药监部门',
    en: 'A grave problem of quality or safety: dealing stops at once; registrant, dealers, users and buyers are told; it is recorded and reported to the regulator of city or county at once',
    source: 'CN-RC-014',
    law: law(`${GSP}第110条`),
  },
} as const satisfies Record<string, Clause>
