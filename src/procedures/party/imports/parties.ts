import { type ImportColumn, type ImportLine, type ImportTrouble, tableImport } from '../../../kernel/import.ts'
import { text } from '../../../kernel/text.ts'
import type { Day } from '../../../kernel/time.ts'
import { BASE_DATA_KEEPERS } from '../../../vocabulary/base-data.ts'
import { differsFromKnown, stepOfRow, twiceInTable } from '../../../vocabulary/import-plan.ts'
import { type CustomerKind, customerKinds, licenceKinds, type PartyRow } from '../../../vocabulary/party.ts'

interface Values {
  readonly name: string
  readonly nameEn: string | null
  readonly isCustomer: boolean | null
  readonly isSupplier: boolean | null
  readonly isManufacturer: boolean | null
  readonly customerKind: CustomerKind | null
  readonly phones: readonly string[] | null
  readonly fax: string | null
  readonly email: string | null
  readonly province: string | null
  readonly city: string | null
  readonly regionCode: string | null
  readonly address: string | null
  readonly contactName: string | null
  readonly contactTitle: string | null
  readonly contactPhone: string | null
  readonly licenceKind: keyof typeof licenceKinds | null
  readonly licenceNumber: string | null
  readonly licenceUntil: Day | null
  readonly licenceScope: string | null
}

const yes = (key: string, zh: string, en: string, example: string, ...names: string[]): ImportColumn => ({
  key,
  title: text(zh, en),
  names,
  kind: 'yes-no',
  needed: false,
  example,
})
const line = (key: string, zh: string, en: string, example: string, ...names: string[]): ImportColumn => ({
  key,
  title: text(zh, en),
  names,
  kind: 'line',
  needed: false,
  example,
})

const columns: readonly ImportColumn[] = [
  {
    ...line('name', '单位名称', 'Name', '郑州金水河湾医院', '名称', '客户名称', '供应商名称', '往来单位'),
    needed: true,
  },
  line('nameEn', '英文名称', 'Name in English', ''),
  yes('isCustomer', '是客户', 'Is a customer', '是', '客户', '购货者'),
  yes('isSupplier', '是供货者', 'Is a supplier', '否', '供应商', '供货单位'),
  yes('isManufacturer', '是生产企业', 'Is a manufacturer', '否', '生产厂家', '注册人'),
  {
    key: 'customerKind',
    title: text('客户类型', 'Kind of customer'),
    kind: 'choice',
    options: customerKinds,
    needed: false,
    example: '医院',
  },
  {
    key: 'phones',
    title: text('电话', 'Telephones'),
    names: ['联系电话', '电话号码', 'Phone'],
    kind: 'list',
    needed: false,
    example: '0371-10550101',
    hint: text('多个电话用顿号或分号隔开', 'Several are parted by commas'),
  },
  line('fax', '传真', 'Fax', ''),
  line('email', '电子邮箱', 'E-mail', 'sbk@example.cn', '邮箱', 'Email'),
  line('province', '省份', 'Province', '河南省', '省'),
  line('city', '地市', 'City', '郑州市', '城市', '市'),
  line('regionCode', '行政区划代码', 'Region code', '410105'),
  line('address', '地址', 'Address', '河南省郑州市金水区河湾路1号', '收货地址', '注册地址'),
  line('contactName', '联系人', 'Contact', '刘慧敏'),
  line('contactTitle', '联系人职务', 'Post of the contact', '设备科科长', '职务'),
  line('contactPhone', '联系人电话', 'Telephone of the contact', '14203710101', '手机'),
  {
    key: 'licenceKind',
    title: text('证照', 'Licence'),
    names: ['证照类型', '许可证类型'],
    kind: 'choice',
    options: licenceKinds,
    needed: false,
    example: '医疗机构执业许可证',
  },
  line('licenceNumber', '证照编号', 'Licence number', '豫郑卫医证 4101050001', '许可证号', '备案号'),
  {
    key: 'licenceUntil',
    title: text('证照有效期至', 'Licence valid until'),
    names: ['许可证有效期'],
    kind: 'day',
    needed: false,
    example: '2029-12-31',
  },
  line('licenceScope', '经营范围', 'Scope of the licence', '', '许可范围', '诊疗科目'),
]

/** Customers, suppliers and manufacturers from another system, one line each. */
export const partyImport = tableImport<Values, ReadonlyMap<string, PartyRow>>({
  name: 'parties',
  title: text('往来单位', 'Parties'),
  about: text(
    '每行一个客户、供货者或生产企业；同名单位视为同一单位。',
    'One customer, supplier or manufacturer in each line; the same name is the same party.',
  ),
  fulfils: ['PT-customer-file', 'PT-supplier-file'],
  by: BASE_DATA_KEEPERS,
  columns,
  look: async (db, lines) => {
    const names = [...new Set(lines.map(item => item.values.name))]
    if (names.length === 0) return new Map()
    const rows = (await db.selectFrom('party').selectAll().where('name', 'in', names).execute()) as PartyRow[]
    return new Map(rows.map(row => [row.name, row]))
  },
  plan: ({ lines, found }) => {
    const { once, troubles } = twiceInTable(lines, item => item.values.name, 'name')
    const fresh = once.filter(item => !found.has(item.values.name))
    const differing = once.flatMap(({ row, values }) => {
      const known = found.get(values.name)
      const trouble =
        known && differsFromKnown(row, { ...values }, { number: known.number, values: { ...known } }, columns)
      return trouble ? [trouble] : []
    })
    const differingRows = new Set(differing.map(item => item.row))
    return {
      calls: fresh.map(({ row, values }) =>
        stepOfRow(
          row,
          { command: 'party.register', input: detailsOf(values) },
          { contacts: 'contactName', licences: 'licenceNumber' },
        ),
      ),
      known: once.filter(item => found.has(item.values.name) && !differingRows.has(item.row)).map(item => item.row),
      troubles: [...troubles, ...differing, ...once.flatMap(halfSaid)],
    }
  },
})

/** A licence needs its kind and its number, a contact his name: what says half would be lost. */
function halfSaid({ row, values }: ImportLine<Values>): ImportTrouble[] {
  const missing = (column: keyof Values & string, zh: string, en: string): ImportTrouble => ({
    row,
    column,
    sentence: text(
      `请同时填写“${zh}”，否则本行的相关内容无法保存。`,
      `Fill in "${en}" too: what the line says beside it cannot be kept without.`,
    ),
  })
  const { licenceKind, licenceNumber, licenceUntil, licenceScope, contactName, contactTitle, contactPhone } = values
  const licence = licenceKind ?? licenceNumber ?? licenceUntil ?? licenceScope
  return [
    ...(licence !== null && licenceKind === null ? [missing('licenceKind', '证照', 'Licence')] : []),
    ...(licence !== null && licenceNumber === null ? [missing('licenceNumber', '证照编号', 'Licence number')] : []),
    ...((contactTitle ?? contactPhone) !== null && contactName === null
      ? [missing('contactName', '联系人', 'Contact')]
      : []),
  ]
}

function detailsOf(values: Values) {
  const { contactName, contactTitle, contactPhone, licenceKind, licenceNumber, licenceUntil, licenceScope, ...rest } =
    values
  return {
    ...rest,
    // who says nothing about the relation, but names a kind of customer, means a customer
    isCustomer: values.isCustomer ?? values.customerKind !== null,
    isSupplier: values.isSupplier ?? false,
    isManufacturer: values.isManufacturer ?? false,
    phones: values.phones ?? [],
    contacts: contactName ? [{ name: contactName, title: contactTitle, phone: contactPhone }] : [],
    licences:
      licenceKind && licenceNumber
        ? [{ kind: licenceKind, number: licenceNumber, validUntil: licenceUntil, scope: licenceScope }]
        : [],
  }
}
