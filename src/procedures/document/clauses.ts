import type { Clause } from '../../kernel/procedure.ts'
import { text } from '../../kernel/text.ts'

/** What the written procedures ask of documents, in our own words. */
export const clauses = {
  'S04-5a': {
    zh: '关联文件：服务控制YH/QP-12、反馈控制YH/QP-17、忠告性通知和事故报告YH/QP-24、售后监督YH/QP-29',
    en: 'Linked documents: service control YH/QP-12, feedback YH/QP-17, advisory notice and accident report YH/QP-24, after-sales supervision YH/QP-29',
    source: 'S04 5',
  },
  'S06-0a': {
    zh: '受控文件须载明发放号、编制、审核、批准、文件编号QP08、版本A/0、发布与实施日期、履历表',
    en: 'A controlled document carries issue number, prepared/reviewed/approved by, number QP08, version A/0, release and effective dates, history table',
    source: 'S06 封面',
  },
  'S06-4a': {
    zh: '引用标准登记：YY/T 0287-2017（ISO 13485:2016）与生产质量管理规范',
    en: 'Standards cited: YY/T 0287-2017 (ISO 13485:2016) and the device production quality rules',
    source: 'S06 4',
  },
  'S08-3a': {
    zh: '参考文件清单受控（作业指导书、检验、标识追溯、采购控制及标准法规）',
    en: 'A controlled list of reference documents is kept (work instructions, inspection, identification/traceability, purchasing, standards and rules)',
    source: 'S08 3',
  },
  'S08-4.2a': {
    zh: '作业标准与技术资料由人事部发放，且必须是现行版本',
    en: 'Personnel supplies valid versions of work standards and technical data',
    source: 'S08 4.2',
  },
  'S08-5.2.1a': {
    zh: '工艺文件仅用人事部提供的有效版本',
    en: 'Process documents in use are the valid versions supplied by personnel',
    source: 'S08 5.2.1',
    lacks: text(
      '车间现场的纸质文件须由归口部门收回，系统不能代为检查',
      'Paper copies on the shop floor are collected by the owner; the product cannot look at them',
    ),
  },
  'S09-3a': {
    zh: '关联数据分析、纠正预防两程序及所列标准法规',
    en: 'Linked to data analysis and corrective/preventive procedures and the listed standards',
    source: 'S09 3',
  },
  'S10-0a': {
    zh: '受控文件须载明编号QP15、版本A/0、编制审核批准及日期、履历',
    en: 'The controlled document carries QP15, version A/0, prepared/reviewed/approved, dates and history',
    source: 'S10 封面',
  },
  'S11-0a': {
    zh: '记录控制文件自身须有版本A/0、发放编号、受控状态、修改控制页',
    en: 'The document itself carries version A/0, issue number, controlled status, revision control page',
    source: 'S11 封面',
  },
  'S12-7a': {
    zh: '关联文件：文件控制QP-13485-01、不合格品控制QP-13485-20、反馈控制QP-13485-14',
    en: 'Linked documents: document control QP-13485-01, nonconforming control QP-13485-20, feedback control QP-13485-14',
    source: 'S12 7.0/8.0',
  },
  'S14-1.1a': {
    zh: '明文规定售后质量方针（质量承诺）',
    en: 'A written quality policy states the after-sales commitment',
    source: 'S14 二（一）1',
  },
  'S14-1.1b': {
    zh: '方针须让每名服务人员确认已知并照做',
    en: 'All service staff understand and carry out the policy',
    source: 'S14 二（一）1',
  },
  'DC-content': {
    zh: '版本批准时留存程序当时的条款、参数、步骤、表单，之后可与现状逐项比对',
    en: 'When a version is approved, the clauses, policies, steps and forms of that moment are kept, to be compared with what is done now',
    source: 'S06 封面',
  },
  'DC-edition': {
    zh: '每条记录保留其建立时执行的文件版本',
    en: 'Each record keeps the version of the document under which it was made',
    source: 'S06 封面',
  },
  'DC-difference': {
    zh: '程序的执行与现行文件不一致时，通知归口部门限期处理',
    en: 'Where the program does something else than the document in force says, its owner settles that in time',
    source: 'S08 4.2',
  },
} as const satisfies Record<string, Clause>
