import { type Text, text } from '../../kernel/text.ts'
import type { RoleId } from '../../vocabulary/role.ts'
import { namedId } from './chance.ts'

/** A person of the demo company with an account. The password of all of them is {@link demoPassword}. */
export interface DemoPerson {
  readonly id: string
  /** User name; the role in kebab case, with a number for further holders. */
  readonly username: string
  readonly name: string
  readonly roles: readonly RoleId[]
  readonly department: Text
  readonly title: Text
  readonly phone: string
  readonly email: string
}

/** Password of every demo account; demo mode listens on the loopback only. */
export const demoPassword = 'bihuan-demo'

const quality = text('质量管理部', 'Quality management')
const service = text('客户服务中心', 'Customer service centre')
const business = text('综合业务部', 'Sales and business')
const afterSales = text('售后服务部', 'After-sales')
const store = text('仓储物流部', 'Warehouse and logistics')
const leadership = text('公司领导', 'Leadership')
const technology = text('技术部', 'Technology')
const purchase = text('采购部', 'Purchasing')
const money = text('财务部', 'Finance')
const office = text('综合办', 'General office')

// Mobile prefix 142 is not assigned to any operator: these numbers ring nowhere.
const person = (
  line: number,
  username: string,
  name: string,
  roles: readonly RoleId[],
  department: Text,
  title: Text,
): DemoPerson => ({
  id: namedId('person', username),
  username,
  name,
  roles,
  department,
  title,
  phone: `1420371${String(line).padStart(4, '0')}`,
  email: `${username}@zhirunkang.example`,
})

/** Everyone with an account, in the order in which the log-in page lists them. */
export const people: readonly DemoPerson[] = [
  person(1, 'service-desk', '林小曼', ['service-desk'], service, text('受理专员', 'Intake specialist')),
  person(2, 'service-desk-2', '曹雨桐', ['service-desk'], service, text('受理专员', 'Intake specialist')),
  person(3, 'service-head', '苏文静', ['service-head'], service, text('客户服务中心主任', 'Head of customer service')),
  person(4, 'case-handler', '郭子昂', ['case-handler'], service, text('办理专员', 'Case handler')),
  person(5, 'case-handler-2', '卢婉清', ['case-handler'], afterSales, text('办理专员', 'Case handler')),
  person(6, 'quality', '陈思远', ['quality'], quality, text('质量管理员', 'Quality manager')),
  person(7, 'quality-2', '唐若琳', ['quality'], quality, text('质量管理员', 'Quality manager')),
  person(8, 'quality-head', '赵维民', ['quality-head'], quality, text('企业质量负责人', 'Enterprise quality head')),
  person(9, 'quality-inspector', '韩立冬', ['quality-inspector'], quality, text('质检员', 'Quality inspector')),
  person(10, 'quality-inspector-2', '马晓庆', ['quality-inspector'], quality, text('质检员', 'Quality inspector')),
  person(11, 'department-head', '魏建业', ['department-head'], technology, text('技术部经理', 'Head of technology')),
  person(12, 'technician', '宋一鸣', ['technician'], technology, text('维修工程师', 'Service engineer')),
  person(13, 'sales', '何佳怡', ['sales'], business, text('业务专员', 'Salesperson')),
  person(14, 'sales-2', '彭浩然', ['sales'], business, text('业务专员（豫南片区）', 'Salesperson, south Henan')),
  person(15, 'sales-head', '孙国强', ['sales-head', 'department-head'], business, text('业务部经理', 'Head of sales')),
  person(16, 'after-sales', '蒋丽娜', ['after-sales'], afterSales, text('售后专员', 'After-sales specialist')),
  person(
    17,
    'after-sales-head',
    '程卫东',
    ['after-sales-head', 'department-head'],
    afterSales,
    text('售后服务部经理', 'Head of after-sales'),
  ),
  person(18, 'warehouse', '丁全福', ['warehouse'], store, text('仓库保管员', 'Warehouse keeper')),
  person(19, 'finance', '薛明月', ['finance'], money, text('财务主管', 'Finance supervisor')),
  person(20, 'general-manager', '周启明', ['general-manager'], leadership, text('总经理', 'General manager')),
  person(21, 'administrator', '范志杰', ['administrator'], office, text('信息管理员', 'Administrator')),
  person(
    22,
    'authority-inspector',
    '检查员（演示）',
    ['authority-inspector'],
    text('监管部门', 'Authority'),
    text('监管检查员', 'Inspector of the authority'),
  ),
  person(
    23,
    'business-deputy',
    '方立新',
    ['business-deputy'],
    leadership,
    text('分管业务副总经理', 'Deputy manager, business'),
  ),
  person(
    24,
    'logistics-deputy',
    '梁国栋',
    ['logistics-deputy'],
    leadership,
    text('分管储运副总经理', 'Deputy manager, storage and transport'),
  ),
  person(
    25,
    'management-representative',
    '严守正',
    ['management-representative'],
    leadership,
    text('管理者代表', 'Management representative'),
  ),
  person(26, 'sales-rep', '唐晓磊', ['sales-rep'], business, text('业务员（豫西片区）', 'Salesperson, west Henan')),
  person(27, 'sales-clerk', '姚静怡', ['sales-clerk'], business, text('营销文员', 'Sales clerk')),
  person(
    28,
    'sales-statistician',
    '崔颖慧',
    ['sales-statistician'],
    business,
    text('营销统计员', 'Sales statistician'),
  ),
  person(29, 'warehouse-head', '田大壮', ['warehouse-head'], store, text('仓库主管', 'Warehouse supervisor')),
  person(
    30,
    'acceptance-inspector',
    '谷雨晴',
    ['acceptance-inspector'],
    quality,
    text('验收员', 'Acceptance inspector'),
  ),
  person(31, 'stock-maintenance', '柳青青', ['stock-maintenance'], store, text('养护员', 'Stock maintenance')),
  person(32, 'picker', '石坚强', ['picker'], store, text('发货员', 'Picker')),
  person(33, 'checker', '秦大川', ['checker'], store, text('复核员', 'Checker')),
  person(34, 'checker-2', '汪海洋', ['checker'], store, text('复核员', 'Checker')),
  person(35, 'driver', '马有力', ['driver'], store, text('驾驶员', 'Driver')),
  person(36, 'purchasing', '高洁如', ['purchasing'], purchase, text('采购员', 'Buyer')),
  person(37, 'finance-head', '金诚信', ['finance-head'], money, text('财务部负责人', 'Head of finance')),
  person(38, 'computer-room', '罗成林', ['computer-room'], office, text('电脑室管理员', 'Computer room')),
  person(39, 'equipment-technician', '严铁军', ['equipment-technician'], store, text('设备工', 'Equipment worker')),
  person(
    40,
    'equipment-supervisor',
    '鲁明志',
    ['equipment-supervisor'],
    store,
    text('设备主管', 'Equipment supervisor'),
  ),
  person(41, 'equipment-manager', '任建国', ['equipment-manager'], store, text('设备经理', 'Equipment manager')),
]
