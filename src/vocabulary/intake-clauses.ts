import type { Clause } from '../kernel/procedure.ts'

/** What S28 and S01 ask of every intake, complaint or normal request: one text for the procedures that share the clause. */
export const intakeClauses = {
  'S01-3b': {
    zh: '综合业务部把服务信息归档并可检索',
    en: 'The general business department archives that information so it can be retrieved',
    source: 'S01 三',
  },
  'S01-4.2a': {
    zh: '买方针对我方已售器械来询、来诉或来反映情况的，三类一律纳入本程序',
    en: 'Three kinds of contact by a buying organisation about a device we sold are covered: quality query, complaint, situation report',
    source: 'S01 4.2',
  },
  'S28-1a': {
    zh: '规范用户投诉受理并受控，及时解决问题',
    en: 'Complaint intake is regulated, controlled, and problems solved in time',
    source: 'S28 一',
  },
  'S28-2a': {
    zh: '适用于公司用户投诉受理',
    en: "Applies to intake of the company's user complaints",
    source: 'S28 二',
  },
  'S28-3.1a': {
    zh: '客服中心设受理专员，受理各类问题',
    en: 'The customer service centre has an intake specialist for all kinds of problem',
    source: 'S28 三1',
  },
  'S28-3.1b': { zh: '分类转给相关部门', en: 'Problems are sorted and passed to the departments', source: 'S28 三1' },
  'S28-3.1c': { zh: '监督解决过程', en: 'The solving is supervised', source: 'S28 三1' },
  'S28-3.1d': {
    zh: '客服负责人协调督办并与客户保持沟通',
    en: 'The head coordinates, presses and keeps in touch with the customer',
    source: 'S28 三1',
  },
  'S28-3.2a': {
    zh: '售后服务管理部门办理技术服务、产品咨询、客户培训',
    en: 'After-sales handles technical service, product enquiry, customer training',
    source: 'S28 三2',
  },
  'S28-4.1a': {
    zh: '问题分两大类：正常请求、客户投诉',
    en: 'Problems are of two kinds: normal request and customer complaint',
    source: 'S28 四1',
  },
  'S28-4.1b': {
    zh: '正常请求分四类：产品询问、培训、实施维护、服务',
    en: 'Normal requests have four kinds: product enquiry, training, implementation/maintenance, service',
    source: 'S28 四1(1)',
  },
  'S28-4.2a': {
    zh: '受理渠道：电话和传真、电子邮件和网站、现场',
    en: 'Channels: phone/fax, e-mail/website, on site',
    source: 'S28 四2',
  },
  'S28-4.2b': {
    zh: '免费800等电话受理，传真收书面',
    en: 'Toll-free 800 and other phones; fax for writing',
    source: 'S28 四2(1)',
  },
  'S28-4.2c': { zh: '电邮或网站受理', en: 'E-mail or website', source: 'S28 四2(2)' },
  'S28-4.2d': { zh: '走访客户现场受理', en: 'On-site intake by visiting the customer', source: 'S28 四2(3)' },
  'S28-4.3a': {
    zh: '详细询问并准确填“客户问题记录”',
    en: 'The problem is asked in detail and the record filled in accurately',
    source: 'S28 四3(1)',
  },
  'S28-4.3b': {
    zh: '受理专员填客户基本情况：单位、联系人、电话、传真、电子邮件',
    en: 'The specialist fills basic data: organisation, contact, phone, fax, e-mail',
    source: 'S28 四3(1)',
  },
  'S28-4.3c': {
    zh: '确认理解用户请求与期望',
    en: 'The specialist confirms request and expectation are understood',
    source: 'S28 四3(2)',
  },
  'S28-4.3d': {
    zh: '复杂问题可请客户传真或邮件作附件',
    en: 'For complex problems the customer may fax or mail details as attachment',
    source: 'S28 四3(2)',
  },
  'S28-4.3e': { zh: '确定问题类型', en: 'The type is set', source: 'S28 四3(2)' },
  'S28-4.3f': {
    zh: '急迫程度分一般、紧迫；紧迫=重要特性或功能无法使用',
    en: 'Urgency: general or urgent; urgent means key feature or function unusable',
    source: 'S28 四3(3)',
  },
  'S28-4.4a': {
    zh: '请求问题转相关部门并跟踪',
    en: 'Requests go to the department and are tracked',
    source: 'S28 四4(1)',
  },
  'S28-4.4b': {
    zh: '办理部门填毕返回专员',
    en: 'The department fills the record and returns it',
    source: 'S28 四4(2)',
  },
  'S28-4.4c': {
    zh: '专员按办理时间与措施监督',
    en: 'The specialist supervises by handling time and measures',
    source: 'S28 四4(2)',
  },
} as const satisfies Record<string, Clause>
