import type { Clause } from '../../kernel/procedure.ts'

/** What the written procedures and the rules ask of equipment, in our own words. */
export const clauses = {
  'S03-D1a': {
    zh: '各系统设备管理人员组织设备定期检查',
    en: 'The equipment administrators of each system organise periodic inspection',
    source: 'S03 职责',
  },
  'S03-W2a': {
    zh: '设备管理部主管定期检查电梯',
    en: 'The equipment supervisor inspects lifts periodically',
    source: 'S03 工作程序2',
  },
  'EQ-register': {
    zh: '在用设备建账：编号、名称、类别、位置、供应商；更正留痕，停用注明原因',
    en: 'Equipment in use is registered with number, name, kind, place and supplier; corrections and taking out of use leave a trace',
    source: 'GSP 四十七至五十',
    law: { anchor: 'GSP153（2023年第153号）第四十七至五十条', confidence: 'memory-to-verify' },
  },
  'EQ-calibration': {
    zh: '计量器具和监测设备按期校准或检定，到期前有提醒',
    en: 'Measuring and monitoring equipment is calibrated in time, with a clock until it is due',
    source: 'GSP 四十七至五十',
    law: { anchor: 'GSP153（2023年第153号）第四十七至五十条', confidence: 'memory-to-verify' },
  },
  'EQ-mended': {
    zh: '检查发现的问题限期处理，处理结果有记录',
    en: 'What an inspection finds is mended within a limit, with a record of the result',
    source: 'S03 工作程序1',
  },
} as const satisfies Record<string, Clause>
