import { textTitled } from './complaint-today.ts'
import type { ComplaintText } from './world/complaints/complaint-text.ts'

const base = textTitled('输液时滴速上不去')

/** The telephone call with which the finished recall began. */
export const seepingNeedle: ComplaintText = {
  ...base,
  title: '留置针肝素帽接口渗血',
  description: '同一批号连续 3 例：留置 2 小时后肝素帽与延长管接口渗血，更换其他批号后正常，患者无伤害。',
  request: '停用并退换该批号，说明原因',
  defect: 'reliability',
  urgent: false,
  severity: 'S2',
  safety: { harmHappened: 'no', couldHarm: 'no', treatmentAffected: 'yes', functionLost: 'no' },
  cause: 'manufacturing',
  finding: 'defect',
  findingNote: '现场抽查科室剩余 24 支，5 支接口在 50 kPa 下渗漏；接口内锥面有飞边，与批号相关。',
  responsibility: 'manufacturer',
  opinion: '判定该批号不合格，全批停售，通知全部购货方暂停使用并收回；向生产企业发质量查询。',
  reply: '经核实该批号接口密封不良，我公司已停售并收回全批，贵院剩余产品请封存待收，已更换批号供应。',
  contactNotes: ['联系护士长：已停用该批号并封存剩余产品，患者情况良好。', '告知收回安排与换货批号。'],
  satisfaction: 'satisfied',
}

/** The telephone call with which the recall of these days began. */
export const leakingChamber: ComplaintText = {
  ...base,
  title: '输液器滴斗与导管连接处漏液',
  description: '两个科室共 6 支输液器在输液中滴斗下端与导管连接处渗漏，药液外滴，已更换，患者无伤害。',
  request: '立即停用该批号，派人检测',
  defect: 'reliability',
  urgent: false,
  severity: 'S2',
  safety: { harmHappened: 'no', couldHarm: 'no', treatmentAffected: 'yes', functionLost: 'no' },
  cause: 'manufacturing',
  finding: 'defect',
  findingNote: '现场正压检漏 50 支，9 支在滴斗下端粘接处漏气；粘接面胶量不足，为批次性缺陷。',
  responsibility: 'manufacturer',
  opinion: '判定该批号不合格，全批停售并二级收回；库存移入不合格品区，向生产企业发质量查询。',
  reply: '经检测该批号粘接强度不足，我公司已停售并收回全批，请封存剩余产品，换货今日发出。',
  contactNotes: ['联系护理部：该批号已全部停用封存，换用其他批号。', '告知检测结果和收回安排。'],
  satisfaction: 'satisfied',
}

/** A doubt that turned out to be unfounded within the day. */
export const cloudyTube: ComplaintText = {
  ...base,
  title: '输液器导管内壁疑有白色异物',
  description: '配液时发现 2 支输液器导管内壁有白色絮状物，未使用，已封存，担心是同批问题。',
  request: '请确认该批号能否继续使用',
  defect: 'reliability',
  urgent: false,
  severity: 'S3',
  safety: { harmHappened: 'no', couldHarm: 'no', treatmentAffected: 'no', functionLost: 'no' },
  cause: 'unknown',
  finding: 'defect',
  findingNote: '封存的 2 支导管内壁可见白色附着物，初步判为异物，送实验室鉴别。',
  responsibility: 'nobody',
  opinion: '经鉴别为管材析出的硬脂酸盐润滑剂，符合产品技术要求，不影响使用；同批检查合格。',
  reply: '经实验室鉴别为允许的润滑剂析出，非异物，该批号检查合格，可继续使用。',
  contactNotes: ['联系配液中心：两支样品已封存，暂停使用该批号。', '告知鉴别结果，恢复使用。'],
  satisfaction: 'satisfied',
}
