import { text } from '../../kernel/text.ts'
import { dayOf } from '../../kernel/time.ts'
import type { RecordView } from '../../kernel/view.ts'
import { customerKinds, licenceKinds, localities, type PartyRow } from '../../vocabulary/party.ts'
import type { ShownDelivery } from './queries.ts'

/** How a party's record presents itself. */
export function partyView(
  party: PartyRow,
  facts: { readonly deliveries: readonly ShownDelivery[] },
  { now, zone }: { readonly now: string; readonly zone: string },
): RecordView {
  const today = dayOf(now, zone)
  const lapsed = party.licences.filter(item => item.validUntil !== null && item.validUntil < today)
  return {
    title: party.name,
    badges: [
      ...(party.customerKind ? [{ text: customerKinds[party.customerKind], tone: 'plain' as const }] : []),
      ...(party.isSupplier ? [{ text: text('供货者', 'Supplier'), tone: 'plain' as const }] : []),
      ...(party.isManufacturer ? [{ text: text('生产企业', 'Manufacturer'), tone: 'plain' as const }] : []),
    ],
    subtitle: [localities[party.locality], ...(party.city ? [party.city] : [])],
    sections: [
      {
        title: text('资料', 'Details'),
        facts: [
          { label: text('名称', 'Name'), shown: { kind: 'line', value: party.name }, field: 'name' },
          { label: text('英文名称', 'Name in English'), shown: { kind: 'line', value: party.nameEn }, field: 'nameEn' },
          {
            label: text('本地/外地', 'Locality'),
            shown: { kind: 'text', value: localities[party.locality] },
            field: 'locality',
            ...(party.localityFrom === 'decision' && { note: text('人工认定', 'decided') }),
          },
          {
            label: text('电话', 'Telephones'),
            shown: { kind: 'line', value: party.phones.join('、') || null },
            field: 'phones',
          },
          { label: text('传真', 'Fax'), shown: { kind: 'line', value: party.fax }, field: 'fax' },
          { label: text('电子邮箱', 'E-mail'), shown: { kind: 'line', value: party.email }, field: 'email' },
          { label: text('省份', 'Province'), shown: { kind: 'line', value: party.province }, field: 'province' },
          { label: text('地市', 'City'), shown: { kind: 'line', value: party.city }, field: 'city' },
          {
            label: text('地址', 'Address'),
            shown: { kind: 'line', value: party.address },
            field: 'address',
            wide: true,
          },
        ],
      },
      {
        title: text('联系人', 'Contacts'),
        columns: [
          { key: 'name', title: text('姓名', 'Name') },
          { key: 'title', title: text('职务', 'Post') },
          { key: 'phone', title: text('电话', 'Telephone') },
        ],
        rows: party.contacts.map(item => ({
          name: { kind: 'line', value: item.name },
          title: { kind: 'line', value: item.title },
          phone: { kind: 'line', value: item.phone },
        })),
        empty: text('未登记联系人', 'No contact is known'),
      },
      {
        title: text('资质证照', 'Licences'),
        columns: [
          { key: 'kind', title: text('证照', 'Licence') },
          { key: 'number', title: text('编号', 'Number') },
          { key: 'validUntil', title: text('有效期至', 'Valid until') },
          { key: 'scope', title: text('许可范围', 'Scope') },
        ],
        rows: party.licences.map(item => ({
          kind: { kind: 'text', value: licenceKinds[item.kind] },
          number: { kind: 'code', value: item.number },
          validUntil: { kind: 'day', value: item.validUntil },
          scope: { kind: 'line', value: item.scope ?? null },
        })),
        empty: text('未登记证照', 'No licence is known'),
      },
      {
        title: text('最近出库', 'Last deliveries'),
        columns: [
          { key: 'deliveredOn', title: text('日期', 'Day') },
          { key: 'number', title: text('随货同行单', 'Delivery note') },
          { key: 'title', title: text('产品与批号', 'Product and lot') },
          { key: 'quantity', title: text('数量', 'Quantity') },
        ],
        rows: facts.deliveries.map(row => ({
          deliveredOn: { kind: 'day', value: row.deliveredOn },
          number: { kind: 'code', value: row.number },
          title: { kind: 'line', value: row.title },
          quantity: { kind: 'number', value: row.quantity },
        })),
        empty: text('没有出库记录', 'Nothing was delivered'),
      },
    ],
    notices: lapsed.map(item => ({
      text: text(
        `${licenceKinds[item.kind].zh} ${item.number} 已于 ${item.validUntil} 到期，请核实或停用该单位`,
        `${licenceKinds[item.kind].en} ${item.number} ended on ${item.validUntil}: check it, or take the party out of use`,
      ),
      tone: 'late',
    })),
  }
}
