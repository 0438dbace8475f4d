import type { Clause } from '../../kernel/procedure.ts'

/** What the procedure on vendors and installers of equipment asks, in our own words. */
export const clauses = {
  'S03-D1b': {
    zh: '各系统设备管理人员评价供应、安装商的售后服务质量',
    en: 'They evaluate the after-sales service quality of suppliers and installers',
    source: 'S03 职责',
    control: null,
  },
  'S03-D2a': {
    zh: '设备管理部主管检查、督促、配合电梯维保',
    en: 'The equipment supervisor checks, urges and supports lift maintenance',
    source: 'S03 职责',
    control: null,
  },
  'S03-D3a': {
    zh: '设备经理协调、督促供应安装商的售后服务',
    en: 'The equipment manager coordinates and urges supplier and installer service',
    source: 'S03 职责',
    control: null,
  },
  'S03-D3b': {
    zh: '必要时向业主方主管部门反映',
    en: 'Where necessary the manager raises the matter with the owner’s responsible department',
    source: 'S03 职责',
    control: null,
  },
  'S03-W1b': {
    zh: '巡视查出异常，尽快告知负责维保的分包单位',
    en: 'A problem is promptly told to the subcontractor’s maintenance staff',
    source: 'S03 工作程序1',
    control: null,
  },
  'S03-W1c': {
    zh: '同时报告设备经理',
    en: 'And is reported to the equipment manager',
    source: 'S03 工作程序1',
    control: null,
  },
  'S03-W1d': {
    zh: '设备工验证维修保养结果',
    en: 'The equipment worker verifies the result of repair and maintenance',
    source: 'S03 工作程序1',
    control: null,
  },
  'S03-W1e': {
    zh: '检查、验证分包方维保服务质量并督促其履行',
    en: 'He checks the subcontractor’s service quality and urges the maintenance work',
    source: 'S03 工作程序1',
    control: null,
  },
  'S03-W2b': {
    zh: '电梯维保到场时，主管须予配合',
    en: 'The supervisor supports the lift maintenance staff',
    source: 'S03 工作程序2',
    control: null,
  },
  'S03-W3a': {
    zh: '设备经理按维保合同与原采购合同定期检查运行及维保情况',
    en: 'The manager inspects operation and maintenance against the maintenance contract and the original purchase contract',
    source: 'S03 工作程序3',
    control: null,
  },
  'S03-W3b': {
    zh: '每月汇总并评价供应安装商，填《合格维保单位考核评分表》',
    en: 'Each month findings are totalled, the vendor evaluated and the scoring sheet filled in',
    source: 'S03 工作程序3',
    control: null,
  },
  'S03-W4a': {
    zh: '不合格服务项：设备经理口头提出整改',
    en: 'Unsatisfactory service item: the manager gives an oral rectification opinion',
    source: 'S03 工作程序4',
    control: null,
  },
  'S03-W5a': {
    zh: '限期内未改或改后仍不达标：开书面《不合格项整改单》',
    en: 'Not corrected within the limit or still below standard: a written rectification order is issued',
    source: 'S03 工作程序5',
    control: null,
  },
  'S03-W6a': {
    zh: '持续跟踪检查直至达标',
    en: 'Follow-up inspection continues until the standard is met',
    source: 'S03 工作程序6',
    control: null,
  },
  'S03-W7a': {
    zh: '措施无效：专业工程师开《分承包方服务质量检查评价表》',
    en: 'If those steps fail, the discipline engineer issues the subcontractor evaluation sheet',
    source: 'S03 工作程序7',
    control: null,
  },
  'S03-W7b': {
    zh: '评价表依次经设备经理审核、管理处批准后生效',
    en: 'The sheet is reviewed by the equipment manager, then approved by the management office',
    source: 'S03 工作程序7',
    control: null,
  },
  'S03-W8a': {
    zh: '设备经理监督检查以上全部工作',
    en: 'The equipment manager supervises all of the above work',
    source: 'S03 工作程序8',
    control: null,
  },
  'S03-W8b': {
    zh: '设备经理组织供应安装商售后服务质量评价',
    en: 'The manager organises evaluation of vendor service quality',
    source: 'S03 工作程序8',
    control: null,
  },
  'S03-W8c': {
    zh: '每半年组织人员做一次综合检查考核',
    en: 'Every half-year a comprehensive inspection and assessment is organised',
    source: 'S03 工作程序8',
    control: null,
  },
  'S03-W8d': {
    zh: '考核结果汇总上报业主方主管部门',
    en: 'The summary is reported to the owner’s responsible department',
    source: 'S03 工作程序8',
    control: null,
  },
} as const satisfies Record<string, Clause>
