import { z } from 'zod'
import { field } from '../../kernel/field.ts'
import { type Policy, policy } from '../../kernel/policy.ts'
import { text } from '../../kernel/text.ts'

const approvers = {
  purchasing: text('采购部', 'Purchasing'),
  pricing: text('物价', 'Pricing'),
  quality: text('质量管理部', 'Quality management'),
  'quality-head': text('质量负责人', 'Quality head'),
} as const
type Approver = keyof typeof approvers
const papers = {
  licence: text('生产或经营许可证', 'Licence to make or sell'),
  'business-licence': text('营业执照', 'Business licence'),
  registration: text('医疗器械注册证或备案凭证', 'Registration or filing of the device'),
  authorisation: text('授权书', 'Power of attorney'),
  'quality-agreement': text('质量保证协议', 'Quality agreement'),
  'seller-identity': text('销售人员身份证明', 'Identity of the salesperson'),
  standard: text('产品标准或技术要求', 'Product standard'),
  'test-report': text('检验报告', 'Test report'),
  'import-papers': text('进口注册证及报关、检验证明', 'Import registration, customs and inspection papers'),
} as const
type Paper = keyof typeof papers
const asked = (zh: string, en: string) =>
  field(z.array(z.enum(Object.keys(papers) as [Paper, ...Paper[]])).min(1), {
    title: text(zh, en),
    widget: 'choices',
    options: papers,
  })

/** X28: one catalogue of papers; each context asks a part of it. */
export const checklists = policy<Record<'supplier' | 'product' | 'imported', Paper[]>>({
  key: 'qual.checklists',
  rules: ['X28'],
  title: text('首营审核须提交的资料', 'Papers asked at a first approval'),
  schema: z.strictObject({
    supplier: asked('首营企业', 'First supplier'),
    product: asked('首营品种', 'First product'),
    imported: asked('进口品种另须', 'Imported, in addition'),
  }),
  default: {
    supplier: ['licence', 'business-licence', 'authorisation', 'quality-agreement', 'seller-identity'],
    product: ['registration', 'standard', 'test-report'],
    imported: ['import-papers'],
  },
  clauses: ['S20-3a', 'S20-4a', 'S20-7a'],
  basis: 'procedure',
})

/** X29: who keeps the list of approved suppliers. */
export const approvedListOwner = policy({
  key: 'approved_list.owner',
  rules: ['X29'],
  title: text('合格供货方档案由谁建立', 'Who owns the list of approved suppliers'),
  schema: z.enum(['quality', 'purchasing']),
  default: 'quality',
  options: {
    quality: text('质量管理部', 'Quality management'),
    purchasing: text('采购部', 'Purchasing'),
  },
  clauses: ['S20-1a'],
  basis: 'procedure',
})

/** X38: who signs a first approval, in this order. */
export const approvalChain = policy<Approver[]>({
  key: 'qual.approval_chain',
  rules: ['X38'],
  title: text('首营审批的签字顺序', 'Signatures of a first approval, in order'),
  schema: z.array(z.enum(Object.keys(approvers) as [Approver, ...Approver[]])).min(2),
  default: ['purchasing', 'pricing', 'quality', 'quality-head'],
  options: approvers,
  clauses: ['S20-8a', 'S20-9a', 'S20-10a'],
  basis: 'procedure',
})

/** What the company may set here. */
export const policies: readonly Policy[] = [checklists, approvedListOwner, approvalChain]
