import type { Clause } from '../../kernel/procedure.ts'

const storageLaw = {
  anchor: '医疗器械经营质量管理规范（2023年第153号）第69–77条',
  confidence: 'verified-text',
} as const

const facilityLaw = {
  anchor: '医疗器械经营质量管理规范（2023年第153号）第34–52条',
  confidence: 'verified-text',
} as const

const checkLaw = { anchor: '医疗器械经营质量管理规范（2023年第153号）第73、74条', confidence: 'verified-text' } as const

/** What the procedures on storage and care of stock ask, in our own words. */
export const clauses = {
  'S23-7a': {
    zh: '按外包装标志搬运堆垛',
    en: 'Handling and stacking follow the packing marks',
    source: 'S23 （四）7',
    law: storageLaw,
    control: null,
  },
  'S23-7b': {
    zh: '距墙、屋顶房梁不少于30厘米',
    en: 'At least 30 cm from wall and roof beam',
    source: 'S23 （四）7',
    law: storageLaw,
    control: null,
  },
  'S23-7c': {
    zh: '距散热或供暖管道不少于30厘米',
    en: 'At least 30 cm from heat sink or heating pipe',
    source: 'S23 （四）7',
    law: storageLaw,
    control: null,
  },
  'S23-7d': {
    zh: '距地面不少于10厘米',
    en: 'At least 10 cm from the floor',
    source: 'S23 （四）7',
    law: storageLaw,
    control: null,
  },
  'S23-7e': {
    zh: '怕压的控制堆高',
    en: 'Stacking height of crush-sensitive goods is limited',
    source: 'S23 （四）7',
    law: storageLaw,
    control: null,
  },
  'S25-1.1a': {
    zh: '仓库规模与经营规模相应，面积按建筑面积（数值缺）',
    en: 'Warehouse fits the scale of business, by built area (value missing)',
    source: 'S25 （六）1（1）',
    law: facilityLaw,
    control: null,
  },
  'S25-1.2a': {
    zh: '有与规模相应的室内库',
    en: 'Indoor store fits the scale',
    source: 'S25 （六）1（2）',
    law: facilityLaw,
    control: null,
  },
  'S25-1.3a': {
    zh: '地面平整、无积水杂草、无污染源',
    en: 'Storage area: even floor, no standing water or weeds, no source of pollution',
    source: 'S25 （六）1（3）',
    law: facilityLaw,
    control: null,
  },
  'S25-1.4a': {
    zh: '储存、辅助、办公生活三区分开或隔离，装卸有顶棚',
    en: 'Storage, auxiliary and office/living areas apart or separated; loading has a roof',
    source: 'S25 （六）1（4）',
    law: facilityLaw,
    control: null,
  },
  'S25-1.5a': {
    zh: '有适合分类储存的库房',
    en: 'Stores fit product classes',
    source: 'S25 （六）1（5）',
    law: facilityLaw,
    control: null,
  },
  'S25-1.7a': {
    zh: '墙、顶、地光洁平整，门窗严密',
    en: 'Walls, ceiling and floor smooth, doors and windows tight',
    source: 'S25 （六）1（7）',
    law: facilityLaw,
    control: null,
  },
  'S25-1.8a': {
    zh: '消防安全设施',
    en: 'Fire and safety equipment',
    source: 'S25 （六）1（8）',
    law: facilityLaw,
    control: null,
  },
  'S25-1.10a': {
    zh: '有离地设备',
    en: 'Equipment for distance from the floor',
    source: 'S25 （六）1（10）',
    law: facilityLaw,
    control: null,
  },
  'S25-1.11a': {
    zh: '避光、通风、排水',
    en: 'Light shielding, ventilation, drainage',
    source: 'S25 （六）1（11）',
    law: facilityLaw,
    control: null,
  },
  'S25-1.12a': {
    zh: '检测调节温湿度设备',
    en: 'Equipment to measure and adjust temperature and humidity',
    source: 'S25 （六）1（12）',
    law: facilityLaw,
    control: null,
  },
  'S25-1.13a': {
    zh: '防尘、防潮、防霉、防污染、防虫、防鼠、防鸟',
    en: 'Against dust, damp, mould, pollution, insects, rats, birds',
    source: 'S25 （六）1（13）',
    law: facilityLaw,
    control: null,
  },
  'S25-1.14a': {
    zh: '符合安全用电的照明',
    en: 'Lighting as electrical safety needs',
    source: 'S25 （六）1（14）',
    law: facilityLaw,
    control: null,
  },
  'S25-1.15a': {
    zh: '拆零拼箱场所与包装物料储存',
    en: 'Place for splitting and combining boxes and for packing material',
    source: 'S25 （六）1（15）',
    law: facilityLaw,
    control: null,
  },
  'S25-1.16a': {
    zh: '特殊产品专用库有安全措施',
    en: 'Special products stored in a guarded place',
    source: 'S25 （六）1（16）',
    law: facilityLaw,
    control: null,
  },
  'S25-1.17a': {
    zh: '与规模相应的验收养护室',
    en: 'Room for acceptance and maintenance of fitting size',
    source: 'S25 （六）1（17）',
    law: facilityLaw,
    control: null,
  },
  'S25-2.1a': {
    zh: '养护员指导保管员合理储存',
    en: 'Maintenance staff guide keepers in storage',
    source: 'S25 （六）2（1）',
    law: checkLaw,
    control: null,
  },
  'S25-2.4a': {
    zh: '入库满三个月按三三四季查',
    en: 'Stock of three months: quarterly inspection by three-three-four',
    source: 'S25 （六）2（4）',
    law: checkLaw,
    control: null,
  },
  'S25-2.4b': {
    zh: '重点品种每月检查',
    en: 'Key products monthly',
    source: 'S25 （六）2（4）',
    law: checkLaw,
    control: null,
  },
  'S25-2.5a': {
    zh: '异常可疑、易变质、有质量问题、久储的抽样送检',
    en: 'Doubtful, perishable, faulty or long-stored goods are sampled and sent for test',
    source: 'S25 （六）2（5）',
    law: checkLaw,
    control: null,
  },
  'S25-2.7a': {
    zh: '每月5日前汇总分析上报养护、近效期、久储等信息',
    en: 'By the 5th of each month, maintenance, near-expiry, long-stored etc. are summed, analysed and reported',
    source: 'S25 （六）2（7）',
    control: null,
  },
  'S25-2.8a': {
    zh: '养护用设备、监测仪器、计量器具归口管理',
    en: 'Maintenance equipment, monitors and measuring tools are managed by maintenance staff',
    source: 'S25 （六）2（8）',
    law: { anchor: '医疗器械经营质量管理规范（2023年第153号）第49、50条', confidence: 'verified-text' },
    control: null,
  },
  'S25-2.9a': {
    zh: '库房货架清洁，定期扫除消毒，防火潮水热毒虫鼠污染',
    en: 'Stores and shelves are kept clean: regular cleaning and disinfection; protection against fire, damp, water, heat, poison, insects, rats, pollution',
    source: 'S25 （六）2（9）',
    control: null,
  },
} as const satisfies Record<string, Clause>
