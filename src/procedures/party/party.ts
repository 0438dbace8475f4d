import { z } from 'zod'
import { field } from '../../kernel/field.ts'
import { recordType } from '../../kernel/record.ts'
import { text } from '../../kernel/text.ts'
import { lineOf, standings } from '../../vocabulary/base-data.ts'
import { customerKinds, licenceKinds, type PartyRow, partyRow, partySearchText } from '../../vocabulary/party.ts'
import { daySchema } from '../../vocabulary/record-base.ts'
import { retained } from '../../vocabulary/retention.ts'

const optional = (most: number) => lineOf(most).nullable().default(null)
const flag = (zh: string, en: string) => field(z.boolean().default(false), { title: text(zh, en), widget: 'yes-no' })

/** What is entered about a party; the same fields are corrected later. */
export const details = {
  name: field(lineOf(120), { title: text('名称', 'Name'), hint: text('与营业执照一致', 'As on the business licence') }),
  nameEn: field(optional(160), { title: text('英文名称', 'Name in English') }),
  isCustomer: flag('是购货者（客户）', 'Is a customer'),
  isSupplier: flag('是供货者', 'Is a supplier'),
  isManufacturer: flag('是生产企业（注册人/备案人）', 'Is a manufacturer'),
  customerKind: field(partyRow.shape.customerKind.default(null), {
    title: text('客户类型', 'Kind of customer'),
    options: customerKinds,
    when: { field: 'isCustomer', is: [true] },
  }),
  phones: field(z.array(lineOf(40)).max(10).default([]), { title: text('电话', 'Telephones'), personal: true }),
  fax: field(optional(40), { title: text('传真', 'Fax') }),
  email: field(z.email().max(120).nullable().default(null), { title: text('电子邮箱', 'E-mail') }),
  province: field(optional(40), { title: text('省份', 'Province') }),
  city: field(optional(40), {
    title: text('地市', 'Prefecture-level city'),
    hint: text('决定本地或外地', 'Decides local or out of town'),
  }),
  regionCode: field(
    z
      .string()
      .regex(/^\d{6}$/)
      .nullable()
      .default(null),
    { title: text('行政区划代码', 'Region code'), hint: text('六位，可不填', 'Six digits, may stay empty') },
  ),
  address: field(optional(200), { title: text('地址', 'Address') }),
  contacts: field(
    z
      .array(
        z.object({
          name: field(lineOf(60), { title: text('姓名', 'Name') }),
          title: field(optional(60), { title: text('职务', 'Post') }),
          phone: field(optional(40), { title: text('电话', 'Telephone') }),
        }),
      )
      .max(20)
      .default([]),
    { title: text('联系人', 'Contacts'), personal: true },
  ),
  licences: field(
    z
      .array(
        z.object({
          kind: field(z.enum(Object.keys(licenceKinds) as [keyof typeof licenceKinds]), {
            title: text('证照', 'Licence'),
            options: licenceKinds,
          }),
          number: field(lineOf(80), { title: text('编号', 'Number') }),
          validUntil: field(daySchema.nullable().default(null), {
            title: text('有效期至', 'Valid until'),
            widget: 'day',
          }),
          scope: field(optional(500), {
            title: text('许可范围', 'Scope'),
            hint: text('如 三类：6815、6866', 'e.g. class III: 6815, 6866'),
          }),
        }),
      )
      .max(20)
      .default([]),
    { title: text('资质证照', 'Licences') },
  ),
}

/** What is entered about a party, parsed. */
export type PartyDetails = z.output<z.ZodObject<typeof details>>

export const Party = recordType<PartyRow, keyof typeof standings>({
  name: 'party',
  title: text('往来单位', 'party'),
  table: 'party',
  row: partyRow,
  states: standings,
  series: { prefix: 'DW', digits: 5 },
  retention: retained('quality'),
  searchText: partySearchText,
})
