/**
 * The named company of the tests: small enough to know by heart. Zhengzhou sells a pump, an infusion set, a blood pressure
 * monitor and a bone plate to a local hospital, one out of town, a dealer and a consumer.
 */
import { createHash } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import type { Actor } from '../src/kernel/person.ts'
import { columnOf } from '../src/kernel/rows.ts'
import { spell } from '../src/kernel/spelling.ts'
import { foldText } from '../src/kernel/substring.ts'
import { text } from '../src/kernel/text.ts'
import type { DeliveryRow } from '../src/vocabulary/delivery.ts'
import { type LotRow, lotSearchText, lotTitle } from '../src/vocabulary/lot.ts'
import { derivedPartyColumns, type PartyRow, partySearchText } from '../src/vocabulary/party.ts'
import { type ProductRow, productSearchText } from '../src/vocabulary/product.ts'
import { type RoleId, roleIds } from '../src/vocabulary/role.ts'
import type { SiteRow } from '../src/vocabulary/site.ts'
import { zones, zoneTypes } from '../src/vocabulary/stock.ts'
import { checkDigit } from '../src/vocabulary/udi/gs1-identifier.ts'
import { maCheckDigit } from '../src/vocabulary/udi/ma.ts'
import { type WarehouseRow, warehouseSearchText } from '../src/vocabulary/warehouse.ts'

/** The id that belongs to a name, everywhere in the tests. */
export function testId(name: string): string {
  const hex = createHash('sha256').update(`test ${name}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

const madeAt = '2026-01-05T01:00:00.000Z'

const base = (number: string, name: string) => ({
  id: testId(name),
  number,
  state: 'active' as const,
  version: 1,
  siteId: testId('site'),
  createdAt: madeAt,
  createdBy: testId('administrator'),
  updatedAt: madeAt,
})

export const site: SiteRow = {
  ...base('ZD-2026-00001', 'site'),
  name: text('郑州总部', 'Zhengzhou headquarters'),
  address: text('河南省郑州市金水区闭环路88号', '88 Bihuan Road, Zhengzhou'),
  province: '河南省',
  city: '郑州市',
  regionCode: '410105',
  timeZone: 'Asia/Shanghai',
}

const names: Readonly<Record<RoleId, string>> = {
  'general-manager': '周启明',
  'quality-head': '赵维民',
  quality: '陈思远',
  'quality-inspector': '韩立冬',
  sales: '何佳怡',
  'sales-head': '孙国强',
  'after-sales': '蒋丽娜',
  'after-sales-head': '程卫东',
  'service-head': '苏文静',
  'service-desk': '林小曼',
  'case-handler': '郭子昂',
  'department-head': '魏建业',
  warehouse: '丁全福',
  finance: '薛明月',
  technician: '宋一鸣',
  administrator: '范志杰',
  'authority-inspector': '检查员',
  'business-deputy': '方立新',
  'logistics-deputy': '梁国栋',
  'management-representative': '严守正',
  'sales-rep': '唐晓磊',
  'sales-clerk': '姚静怡',
  'sales-statistician': '崔颖慧',
  'warehouse-head': '田大壮',
  'acceptance-inspector': '谷雨晴',
  'stock-maintenance': '柳青青',
  picker: '石坚强',
  checker: '秦大川',
  driver: '马有力',
  purchasing: '高洁如',
  'finance-head': '金诚信',
  'computer-room': '罗成林',
  'equipment-technician': '严铁军',
  'equipment-supervisor': '鲁明志',
  'equipment-manager': '任建国',
}

/** The person who holds a role; user name and id name are the role's. */
export const person = (role: RoleId, more: Partial<Actor> = {}): Actor => ({
  id: testId(role),
  name: names[role],
  username: role,
  roles: [role],
  siteId: site.id,
  via: 'session',
  ...more,
})

/** One person for every role, in the order of the roles. */
export const people: readonly Actor[] = roleIds.map(role => person(role))

type PartyGiven = Pick<PartyRow, 'name'> & Partial<PartyRow>

function party(key: string, number: string, given: PartyGiven): PartyRow {
  const whole = {
    ...base(number, key),
    nameEn: null,
    isCustomer: true,
    isSupplier: false,
    isManufacturer: false,
    customerKind: 'hospital' as const,
    phones: [],
    fax: null,
    email: null,
    address: null,
    province: '河南省',
    city: '郑州市',
    regionCode: null,
    contacts: [],
    licences: [],
    ...given,
  }
  return { ...whole, ...derivedPartyColumns(whole, site) }
}

const maker = { isCustomer: false, isManufacturer: true, customerKind: null }

/** Parties by short name. */
export const parties = {
  localHospital: party('localHospital', 'KH-2026-00001', {
    name: '郑州金水河湾医院',
    phones: ['0371-10550101'],
    contacts: [{ name: '刘慧敏', title: '设备科科长', phone: '14203710101' }],
    regionCode: '410105',
  }),
  /** A county-level city of our prefecture: local. */
  countyHospital: party('countyHospital', 'KH-2026-00002', {
    name: '巩义伊洛河医院',
    city: '郑州市',
    regionCode: '410181',
    phones: ['0371-10550102'],
  }),
  remoteHospital: party('remoteHospital', 'KH-2026-00003', {
    name: '洛阳瀍东医院',
    city: '洛阳市',
    regionCode: '410304',
    phones: ['0379-10550103'],
    contacts: [{ name: '贾文博', title: null, phone: '14203790103' }],
  }),
  dealer: party('dealer', 'KH-2026-00004', {
    name: '郑州朴禾医疗器械销售有限公司',
    customerKind: 'dealer',
    phones: ['0371-10550104'],
    regionCode: '410105',
  }),
  consumer: party('consumer', 'KH-2026-00005', {
    name: '王桂英',
    customerKind: 'consumer',
    phones: ['142 0371 0105'],
    regionCode: '410105',
  }),
  pumpMaker: party('pumpMaker', 'KH-2026-00006', {
    ...maker,
    name: '河南衡泽医疗科技有限公司',
    city: '新乡市',
    regionCode: '410702',
    isSupplier: true,
  }),
  goodsMaker: party('goodsMaker', 'KH-2026-00007', {
    ...maker,
    name: '江苏沐澄医疗器械有限公司',
    province: '江苏省',
    city: '常州市',
    regionCode: '320411',
  }),
} as const

type ProductGiven = Pick<ProductRow, 'name' | 'model' | 'registrationNo' | 'deviceClass' | 'unit'> &
  Partial<ProductRow> & { readonly maker: PartyRow }

function product(key: string, index: number, { maker: by, ...given }: ProductGiven): ProductRow {
  const body = `069999000100${index}`
  return {
    ...base(`CP-2026-0000${index}`, key),
    ...spell(given.name),
    spec: '',
    udiDi: `${body}${checkDigit(body)}`,
    isImplant: false,
    isSterile: false,
    storage: '常温干燥',
    registrationValidUntil: null,
    contractManufacturer: null,
    productionLicenceNo: null,
    isSerialTracked: false,
    isColdChain: false,
    temperatureFrom: null,
    temperatureTo: null,
    packages: [],
    manufacturerId: by.id,
    manufacturerName: by.name,
    ...given,
  }
}

/** Products by short name. */
export const products = {
  pump: product('pump', 1, {
    name: '输液泵',
    model: 'HZ-IP500',
    registrationNo: '豫械注准20212140318',
    deviceClass: 'II',
    maker: parties.pumpMaker,
    unit: '台',
  }),
  infusionSet: product('infusionSet', 2, {
    name: '一次性使用输液器 带针',
    model: 'MC-SYQ-A',
    spec: '0.7×25 mm',
    registrationNo: '国械注准20193141726',
    deviceClass: 'III',
    maker: parties.goodsMaker,
    unit: '支',
    isSterile: true,
  }),
  pressureMonitor: product('pressureMonitor', 3, {
    name: '电子血压计',
    model: 'TS-B01',
    registrationNo: '粤械注准20202070914',
    deviceClass: 'II',
    maker: parties.goodsMaker,
    unit: '台',
  }),
  plate: product('plate', 4, {
    name: '金属接骨板',
    model: 'GLF-JB08',
    registrationNo: '国械注准20203130726',
    deviceClass: 'III',
    maker: parties.goodsMaker,
    unit: '块',
    isImplant: true,
    udiDi: `MA.156.M0.999901.1200${maCheckDigit('MA.156.M0.999901.1200')}`,
  }),
} as const

/** Lots by short name. */
export const lots = {
  pump: lot(1, 'B2601-01', products.pump, '2026-01-12', null, 12),
  infusionSet: lot(2, '20260301', products.infusionSet, '2026-03-01', '2029-02-28', 1300),
  expiredSet: lot(3, '20230301', products.infusionSet, '2023-03-01', '2026-02-28', 100),
  pressureMonitor: lot(4, '260205', products.pressureMonitor, '2026-02-10', null, 31),
  plate: lot(5, 'JB2602', products.plate, '2026-02-20', null, 8),
} as const

function lot(
  index: number,
  lotNo: string,
  of: ProductRow,
  producedOn: string,
  expiresOn: string | null,
  quantityDelivered: number,
): LotRow {
  const title = lotTitle(of, lotNo)
  return {
    ...base(`PH-2026-0000${index}`, `lot ${lotNo}`),
    title,
    productId: of.id,
    lotNo,
    producedOn,
    expiresOn,
    sterilisationLot: null,
    quantityDelivered,
  }
}

/** Deliveries, the oldest first. */
export const deliveries: readonly DeliveryRow[] = [
  delivery('SH20250610-001', parties.localHospital, lots.expiredSet, '2025-06-10', 100),
  delivery('SH20260318-001', parties.localHospital, lots.pump, '2026-03-18', 4),
  delivery('SH20260320-001', parties.remoteHospital, lots.pump, '2026-03-20', 8),
  delivery('SH20260402-001', parties.localHospital, lots.infusionSet, '2026-04-02', 300),
  delivery('SH20260402-002', parties.dealer, lots.infusionSet, '2026-04-02', 1000),
  delivery('SH20260415-001', parties.dealer, lots.pressureMonitor, '2026-04-15', 30),
  delivery('SH20260506-001', parties.consumer, lots.pressureMonitor, '2026-05-06', 1),
  delivery('SH20260511-001', parties.remoteHospital, lots.plate, '2026-05-11', 8),
]

function delivery(number: string, to: PartyRow, of: LotRow, deliveredOn: string, quantity: number): DeliveryRow {
  return {
    id: testId(number),
    number,
    partyId: to.id,
    productId: of.productId,
    lotId: of.id,
    deliveredOn,
    quantity,
    orderNo: null,
  }
}

/** The main warehouse and a cold store beside it. */
export const warehouses = {
  main: warehouse(1, '郑州中心库', 'ambient', true),
  cold: warehouse(2, '郑州冷藏库', 'cold', false),
} as const

function warehouse(index: number, name: string, climate: WarehouseRow['climate'], isMain: boolean): WarehouseRow {
  return {
    ...base(`CW-2026-0000${index}`, `warehouse ${index}`),
    name,
    address: '河南省郑州市金水区闭环路88号院内',
    operator: null,
    climate,
    isMain,
    zones: zones.map(zone => ({ zone, place: `${index}号库${zoneTypes[zone].title.zh}` })),
  }
}

/** What {@link settle} writes. */
export interface VocabularyRows {
  readonly site: SiteRow
  readonly parties: readonly PartyRow[]
  readonly products: readonly ProductRow[]
  readonly lots: readonly LotRow[]
  readonly deliveries: readonly DeliveryRow[]
  readonly warehouses?: readonly WarehouseRow[]
}

/** Puts the vocabulary of the named company (or another) straight into the tables, past `execute`: for tests only. */
export async function settle(
  // biome-ignore lint/suspicious/noExplicitAny: each test narrows the database to the tables that it reads
  db: Kysely<any>,
  rows: VocabularyRows = {
    site,
    parties: Object.values(parties),
    products: Object.values(products),
    lots: Object.values(lots),
    deliveries,
    warehouses: Object.values(warehouses),
  },
): Promise<void> {
  const searched = <Row>(list: readonly Row[], textOf: (row: Row) => string) =>
    list.map(row => ({ ...row, searchText: foldText(textOf(row)) }))
  await insertAll(db, 'site', [rows.site])
  await insertAll(db, 'party', searched(rows.parties, partySearchText))
  await insertAll(db, 'product', searched(rows.products, productSearchText))
  await insertAll(db, 'lot', searched(rows.lots, lotSearchText))
  await insertAll(db, 'delivery', rows.deliveries)
  await insertAll(db, 'warehouse', searched(rows.warehouses ?? [], warehouseSearchText))
}

// PostgreSQL converts each value by the type of its column, as the kernel's own writes do.
// biome-ignore lint/suspicious/noExplicitAny: any table
async function insertAll(db: Kysely<any>, table: string, rows: readonly object[]): Promise<void> {
  const first = rows[0]
  if (!first) return
  const columns = Object.keys(first).map(columnOf)
  const list = sql.join(columns.map(column => sql.id(column)))
  const whole = rows.map(row => Object.fromEntries(Object.entries(row).map(([key, value]) => [columnOf(key), value])))
  await sql`insert into ${sql.id(table)} (${list})
    select ${list} from jsonb_populate_recordset(null::${sql.id(table)}, ${JSON.stringify(whole)}::jsonb)`.execute(db)
}
