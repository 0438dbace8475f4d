import type { Clause } from '../../kernel/procedure.ts'
import { text } from '../../kernel/text.ts'

const GSP23 = { anchor: '医疗器械经营质量管理规范（2023年第153号）第23条', confidence: 'verified-text' } as const
const PIPL = { anchor: '个人信息保护法第19、47条', confidence: 'verified-text' } as const

/** What the company holds to when the retention of records has ended (the disposing stage of S11 1). */
export const clauses = {
  'DS-list': {
    zh: '保存期限届满的记录每年列出，形成处置清单',
    en: 'Records whose retention has ended are listed each year for disposal',
    source: 'S11 1（处置）；公司规定',
    law: PIPL,
  },
  'DS-never': {
    zh: '植入类产品的记录、被保留的记录、仍有未结关联事项的记录不得处置',
    en: 'Records about implants, held records and records with open linked matters are never disposed of',
    source: '公司规定',
    law: GSP23,
    control: text(
      '列入和执行处置时各核对一次；不符合的留存并写明原因',
      'Checked when the list is made and again when it is carried out; what may not go stays, with the reason',
    ),
  },
  'DS-approve': {
    zh: '处置清单由保管部门、质量负责人、总经理三人依次签字',
    en: 'Three people sign the list in turn: custodian, quality head, general manager',
    source: '公司规定',
  },
  'DS-carry-out': {
    zh: '处置前已归档到介质；处置后保留编号、日期、摘要、审批和日志',
    en: 'Before disposal the records lie on an archive medium; number, days, hashes, approval and trail remain afterwards',
    source: '公司规定',
    law: GSP23,
    lacks: text(
      '个人信息栏和附件原件被清除；操作日志只增不改，其中当时填写的内容仍在，备份中的副本按备份周期消失',
      'Personal columns and attached files are erased; the append-only trail keeps what was entered, and backups keep copies until they rotate',
    ),
  },
} as const satisfies Record<string, Clause>
