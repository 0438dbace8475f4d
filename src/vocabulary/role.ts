import { type Text, text } from '../kernel/text.ts'

/** What a role is called and its code in the requirements catalogue. */
export interface Role {
  readonly title: Text
  readonly code: string
}

/** One role set for all procedures. A role may sit in a differently named department; the name here is the default. */
export const roles = {
  'general-manager': { code: 'GM', title: text('总经理', 'General manager') },
  'business-deputy': { code: 'DGM_BIZ', title: text('分管业务副总', 'Deputy manager, business') },
  'logistics-deputy': { code: 'DGM_LOG', title: text('分管储运副总', 'Deputy manager, storage and transport') },
  'management-representative': { code: 'MR', title: text('管理者代表', 'Management representative') },
  'quality-head': { code: 'QLEAD', title: text('质量负责人', 'Enterprise quality head') },
  quality: { code: 'QA', title: text('质量管理部', 'Quality management') },
  'quality-inspector': { code: 'QA_INSP', title: text('质检员', 'Quality inspector') },
  sales: { code: 'SALES', title: text('综合业务部', 'Sales and business department') },
  'sales-head': { code: 'SALES_HEAD', title: text('业务部负责人', 'Head of sales') },
  'sales-rep': { code: 'SALES_REP', title: text('业务员', 'Salesperson') },
  'sales-clerk': { code: 'SALES_CLERK', title: text('营销文员', 'Sales clerk') },
  'sales-statistician': { code: 'SALES_STAT', title: text('营销统计员', 'Sales statistician') },
  'after-sales': { code: 'ASD', title: text('售后服务部', 'After-sales department') },
  'after-sales-head': { code: 'ASD_HEAD', title: text('售后服务部负责人', 'Head of after-sales') },
  'service-head': { code: 'CS_HEAD', title: text('客户服务中心负责人', 'Head of customer service') },
  'service-desk': { code: 'CS_INTAKE', title: text('受理专员', 'Intake specialist') },
  'case-handler': { code: 'CASE_HANDLER', title: text('办理专员', 'Case handler') },
  'department-head': { code: 'DEPT_HEAD', title: text('部门负责人', 'Head of the department concerned') },
  warehouse: { code: 'WH', title: text('仓库保管员', 'Warehouse keeper') },
  'warehouse-head': { code: 'WH_HEAD', title: text('仓库主管', 'Warehouse supervisor') },
  'acceptance-inspector': { code: 'ACC', title: text('验收员', 'Acceptance inspector') },
  'stock-maintenance': { code: 'MNT', title: text('养护员', 'Stock maintenance') },
  picker: { code: 'PICK', title: text('发货员', 'Picker') },
  checker: { code: 'CHK', title: text('复核员', 'Checker') },
  driver: { code: 'TRANS', title: text('运输员（驾驶员）', 'Driver') },
  purchasing: { code: 'PUR', title: text('采购部', 'Purchasing') },
  finance: { code: 'FIN', title: text('财务部', 'Finance') },
  'finance-head': { code: 'FIN_HEAD', title: text('财务部负责人', 'Head of finance') },
  'computer-room': { code: 'IT', title: text('电脑室', 'Computer room') },
  technician: { code: 'TECH', title: text('技术部', 'Technology department') },
  'equipment-technician': { code: 'EQ_TECH', title: text('设备工', 'Equipment worker') },
  'equipment-supervisor': { code: 'EQ_SUP', title: text('设备主管', 'Equipment supervisor') },
  'equipment-manager': { code: 'EQ_MGR', title: text('设备经理', 'Equipment manager') },
  administrator: { code: 'ADMIN', title: text('系统管理员（综合办）', 'Administrator (general office)') },
  'authority-inspector': {
    code: 'INSPECTOR',
    title: text('监管检查员（只读）', 'Inspector of the authority (read only)'),
  },
} as const satisfies Record<string, Role>

/** Identifies a role in code, in the API and in the database; also the user name of its demo account. */
export type RoleId = keyof typeof roles

/** All role ids, in the order of {@link roles}. */
export const roleIds = Object.keys(roles) as readonly RoleId[]

/** Who answers for the work of others and so sees how it is spread. */
export const leaderRoles = [
  'general-manager',
  'business-deputy',
  'logistics-deputy',
  'management-representative',
  'quality-head',
  'quality',
  'sales-head',
  'after-sales-head',
  'service-head',
  'department-head',
  'warehouse-head',
  'finance-head',
  'equipment-manager',
  'equipment-supervisor',
  'administrator',
] as const satisfies readonly RoleId[]

/** Whether `value` names a role. */
export const isRole = (value: string): value is RoleId => Object.hasOwn(roles, value)

/** What the post of a signer is called on paper; null where it is not known. */
export const postOf = (role: string | null | undefined): Text | null =>
  role && isRole(role) ? roles[role].title : null

/** Who is let in by a link and has no account; never given to a person. */
export const OUTSIDE = 'outside'

/** What a role is called in a sentence, that of people outside included. */
export const roleTitle = (role: string): Text =>
  isRole(role)
    ? roles[role].title
    : role === OUTSIDE
      ? text('外部单位（凭链接）', 'the party outside, by its link')
      : text(role, role)
