import { z } from 'zod'
import { policy } from '../../kernel/policy.ts'
import { text } from '../../kernel/text.ts'
import { keysOf } from '../../vocabulary/intake.ts'
import { kinds, type NoticeKind, standings } from './kinds.ts'
import { SIGNERS } from './sign-off-chains.ts'

const hours = text('小时', 'h')
const days = text('天', 'd')
const within = (most: number) => z.int().min(1).max(most)
const signers = z.array(z.enum(keysOf(SIGNERS))).min(1)

/** X36: which kinds of notice the company issues. */
export const issuedKinds = policy<NoticeKind[]>({
  key: 'notice.kinds',
  rules: ['X36'],
  title: text('使用的通知类别', 'Kinds of notice in use'),
  schema: z.array(z.enum(keysOf(kinds))).min(1),
  default: ['suspend', 'recall', 'resume', 'advisory', 'refusal'],
  options: kinds,
  clauses: ['S01-4.7e', 'S26-2.3d'],
  basis: 'ours',
})

/** X20: who signs an advisory notice, and that sales delivers it. */
export const advisoryChain = policy<('management-representative' | 'quality' | 'sales')[]>({
  key: 'advisory.chain',
  rules: ['X20'],
  title: text('忠告性通知的会签与发布', 'Who signs and delivers an advisory notice'),
  schema: z.array(z.enum(['management-representative', 'quality', 'sales'])).min(1),
  default: ['management-representative', 'quality', 'sales'],
  options: {
    'management-representative': text('管理者代表签发', 'Management representative signs'),
    quality: text('质量管理部核对是否须上报', 'Quality checks reportability'),
    sales: text('由业务部门送达', 'Sales delivers'),
  },
  clauses: ['S04-4.9a', 'S09-4.2b'],
  basis: 'ours',
})

/** Who signs a notice to suspend sale. */
export const suspendApproval = policy<(keyof typeof SIGNERS)[]>({
  key: 'notice.approval_suspend',
  title: text('暂停销售通知的签批', 'Signatures on a notice to suspend sale'),
  schema: signers,
  default: ['quality', 'quality-head'],
  options: SIGNERS,
  clauses: ['S01-4.7e'],
  basis: 'ours',
})

/** Who signs a recall notice of class 2 or 3. */
export const recallApproval = policy<(keyof typeof SIGNERS)[]>({
  key: 'notice.approval_recall',
  title: text('二、三级召回通知的签批', 'Signatures on a recall notice of class 2 or 3'),
  schema: signers,
  default: ['quality', 'quality-head'],
  options: SIGNERS,
  clauses: ['S26-2.3d'],
  basis: 'ours',
})

/** Who signs a recall notice of class 1. */
export const gravestApproval = policy<(keyof typeof SIGNERS)[]>({
  key: 'notice.approval_recall_1',
  title: text('一级召回通知的签批', 'Signatures on a recall notice of class 1'),
  schema: signers,
  default: ['quality', 'quality-head', 'general-manager'],
  options: SIGNERS,
  clauses: ['S26-2.3d'],
  basis: 'ours',
})

/** Who signs a notice that sale may go on: quality management alone frees goods (SG03). */
export const resumeApproval = policy<(keyof typeof SIGNERS)[]>({
  key: 'notice.approval_resume',
  title: text('恢复销售通知的签批', 'Signatures on a notice to resume sale'),
  schema: signers,
  default: ['quality'],
  options: SIGNERS,
  clauses: ['S01-4.5a'],
  basis: 'ours',
})

/** Who signs a refusal. */
export const refusalApproval = policy<(keyof typeof SIGNERS)[]>({
  key: 'notice.approval_refusal',
  title: text('拒绝说明函的签批', 'Signatures on a refusal'),
  schema: signers,
  default: ['quality'],
  options: SIGNERS,
  clauses: ['S06-5.3a'],
  basis: 'ours',
})

/** After how many hours a missing signature is late. */
export const signHours = policy({
  key: 'notice.sign_h',
  title: text('通知签批的提醒时间', 'A signature on a notice is late after'),
  schema: within(72),
  default: 4,
  unit: hours,
  clauses: ['S01-4.7e'],
  basis: 'ours',
})

/** The standing in which the company acts unless a notice says otherwise. */
export const usualStanding = policy<keyof typeof standings>({
  key: 'notice.standing',
  title: text('本公司在召回中的身份（默认）', 'Standing of the company in a recall (default)'),
  schema: z.enum(keysOf(standings)),
  default: 'distributor',
  options: standings,
  clauses: ['CN-RC-001', 'CN-GSP-111'],
  basis: 'law',
})

/** S01 4.7 gives no number for telling the other buyers. */
export const suspendHours = policy({
  key: 'notice.suspend_tell_h',
  title: text('暂停销售通知送达全部购货方的时限', 'Notice to suspend sale: every buyer told within'),
  schema: within(72),
  default: 24,
  unit: hours,
  clauses: ['S01-4.7e'],
  basis: 'ours',
})

/** After how long without an answer buyers are reminded. */
export const remindHours = policy({
  key: 'notice.remind_h',
  title: text('未答复的催复间隔', 'Buyers who do not answer are reminded every'),
  schema: within(240),
  default: 24,
  unit: hours,
  clauses: ['CN-GSP-111'],
  basis: 'ours',
})

/** After how long without an answer the head of sales is told. */
export const escalateHours = policy({
  key: 'notice.escalate_h',
  title: text('未答复升级到负责人的时间', 'Missing answers are escalated after'),
  schema: within(480),
  default: 48,
  unit: hours,
  clauses: ['CN-GSP-111'],
  basis: 'ours',
})

/** Until when buyers answer. */
export const answerHours = policy({
  key: 'notice.answer_h',
  title: text('购货方答复数量的期限', 'Buyers state their quantities within'),
  schema: within(720),
  default: 72,
  unit: hours,
  clauses: ['CN-GSP-111'],
  basis: 'ours',
})

/** "At once" for the first report to the authority. */
export const firstReportHours = policy({
  key: 'notice.first_report_h',
  title: text('向监管部门首次报告的公司目标（法规为“立即”）', 'First report to the authority (the law says at once)'),
  schema: within(24),
  default: 12,
  unit: hours,
  clauses: ['CN-RC-004', 'CN-RC-010'],
  basis: 'ours',
})

/** How often progress is reported: the law leaves it to the plan. */
export const progressDays = policy({
  key: 'notice.progress_d',
  title: text('召回计划实施情况报告的周期', 'Progress of a recall is reported every'),
  schema: within(60),
  default: 7,
  unit: days,
  clauses: ['CN-RC-007'],
  basis: 'ours',
})

/** How long the link in a letter works. */
export const linkDays = policy({
  key: 'notice.link_d',
  title: text('通知链接的有效期', 'The link of a notice works for'),
  schema: within(365),
  default: 30,
  unit: days,
  clauses: ['CN-GSP-111'],
  basis: 'ours',
})
