import { complaintsOf } from './complaint-text.ts'

/** Queries, situation reports and notices of authorities about devices. */
export const notices = [
  ...complaintsOf('query', 'infusion-set', [
    {
      about: ['输液器', '注射器'],
      title: '查询批号 {lot} 是否在抽检不合格名单',
      description:
        '药械科看到网上转发的抽检通报，里面有相近的产品名称，请我公司核实批号 {lot} 是否涉及，在用的还能不能用。',
      request: '当天书面答复',
      defect: 'quality',
      urgent: false,
      severity: 'S4',
      cause: 'not-reproduced',
      finding: 'no-defect',
      findingNote: '核对通报原文，被抽检批次与该批号不同，规格型号亦不同；该批出厂检验报告及留样均合格。',
      responsibility: 'nobody',
      opinion: '产品合格，出具书面说明并附出厂检验报告。',
      reply: '经核对，通报涉及批次与贵院所购批号无关，附出厂检验报告，可正常使用。',
      contactNotes: ['收到查询，约定下班前答复。', '发送书面说明及检验报告。'],
      satisfaction: 'very-satisfied',
    },
  ]),
  ...complaintsOf('query', 'reagent', [
    {
      title: '查询试剂运输温度记录',
      description: '检验科准备评审，要求提供批号 {lot} 这次到货的全程温度记录，随货单上只写了“冷藏”。',
      request: '补温度记录',
      defect: 'service',
      urgent: false,
      severity: 'S4',
      cause: 'service',
      finding: 'no-defect',
      findingNote: '调取冷链平台数据，全程 3.1~6.8 ℃，未超温；随货未打印曲线，属资料疏漏。',
      responsibility: 'ours',
      opinion: '补送盖章温度曲线，今后冷链随货必附。',
      reply: '附该次到货全程温度记录，未见超温，今后随货提供。',
      contactNotes: ['电子版先发。', '盖章件送达检验科。'],
      satisfaction: 'satisfied',
    },
  ]),
  ...complaintsOf('situation-report', 'blood-pressure', [
    {
      about: ['电子血压计'],
      title: '老年顾客反映按键标识看不清',
      description:
        '药店汇总反映，{model} 按键上的图标颜色浅，老人分不清开始键和记忆键，常常按错，一个月有 {qty} 位顾客提到。',
      request: '希望改进',
      defect: 'usability',
      urgent: false,
      severity: 'S4',
      cause: 'design',
      finding: 'no-defect',
      findingNote: '按键标识符合注册技术要求，但对比度偏低，易用性可改进。',
      responsibility: 'manufacturer',
      opinion: '情况属实但不属不合格，反馈生产企业改进建议，随机附大字操作卡。',
      reply: '感谢反映，已把改进建议转生产企业，现随货提供大字操作卡。',
      contactNotes: ['致谢并了解具体情况。', '操作卡已寄到门店。'],
      satisfaction: 'satisfied',
    },
  ]),
  ...complaintsOf('accident-notice', 'electrosurgery', [
    {
      about: ['电极板'],
      title: '监管部门通报外省同品种灼伤事件',
      description:
        '市监管部门来函通报外省医院发生电极板灼伤两例，要求排查我公司经营的同品种产品，五个工作日内报送流向和处置情况。',
      request: '报送流向及处置情况',
      defect: 'safety',
      urgent: true,
      severity: 'S1',
      cause: 'unknown',
      finding: 'undetermined',
      findingNote: '通报涉及批号与我公司所售批号不同，同一注册证。已排查全部流向，未收到同类反映；在库抽检阻抗合格。',
      responsibility: 'undetermined',
      opinion: '阶段性意见：同注册证产品暂停发货，向各用户发使用提示，待注册人调查结论。',
      reply: '已按要求完成排查，流向表及处置情况随函报送，后续进展另行报告。',
      contactNotes: ['与监管部门联系人确认报送口径。', '通报进展：流向已汇总。', '报送材料已签收。'],
      satisfaction: 'satisfied',
    },
  ]),
]
