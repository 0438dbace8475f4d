import { ledger } from '../../kernel/ledger.ts'
import { type Text, text } from '../../kernel/text.ts'
import { standings } from '../../vocabulary/base-data.ts'
import { customerKinds, localities } from '../../vocabulary/party.ts'

const titled = (titles: Readonly<Record<string, Text>>) =>
  Object.fromEntries(Object.entries(titles).map(([key, title]) => [key, { title }]))

/** Register of customers, suppliers and manufacturers. */
export const partyRegister = ledger({
  name: 'parties',
  title: text('往来单位台账', 'Register of parties'),
  fulfils: ['PT-customer-file', 'PT-supplier-file', 'S12-5.10.1a', 'S27-4a'],
  columns: [
    { key: 'number', title: text('编号', 'Number'), kind: 'code', width: 15, onScreen: true },
    { key: 'name', title: text('名称', 'Name'), kind: 'line', width: 32, onScreen: true },
    {
      key: 'customerKind',
      title: text('客户类型', 'Kind'),
      kind: 'choice',
      options: titled(customerKinds),
      width: 10,
      onScreen: true,
    },
    { key: 'province', title: text('省份', 'Province'), kind: 'line', width: 10, onScreen: false },
    { key: 'city', title: text('地市', 'City'), kind: 'line', width: 12, onScreen: true },
    {
      key: 'locality',
      title: text('本地/外地', 'Locality'),
      kind: 'choice',
      options: titled(localities),
      width: 10,
      onScreen: true,
    },
    { key: 'isSupplier', title: text('供货者', 'Supplier'), kind: 'yes-no', width: 8, onScreen: true },
    { key: 'isManufacturer', title: text('生产企业', 'Manufacturer'), kind: 'yes-no', width: 8, onScreen: true },
    { key: 'state', title: text('状态', 'State'), kind: 'state', options: standings, width: 8, onScreen: true },
    { key: 'address', title: text('地址', 'Address'), kind: 'line', width: 36, onScreen: false },
    { key: 'phones', title: text('电话', 'Telephones'), kind: 'line', width: 24, onScreen: false, personal: true },
    { key: 'createdAt', title: text('登记时间', 'Registered'), kind: 'instant', width: 18, onScreen: true },
  ],
  filters: ['state', 'customerKind', 'locality', 'city', 'isSupplier', 'isManufacturer'],
  orderedBy: 'createdAt',
  views: [
    {
      name: 'customers',
      title: text('客户', 'Customers'),
      filter: { customerKind: Object.keys(customerKinds), state: ['active'] },
    },
    { name: 'suppliers', title: text('供货者', 'Suppliers'), filter: { isSupplier: ['true'], state: ['active'] } },
    {
      name: 'makers',
      title: text('生产企业', 'Manufacturers'),
      filter: { isManufacturer: ['true'], state: ['active'] },
    },
    { name: 'all', title: text('全部', 'All'), filter: {} },
  ],
})
