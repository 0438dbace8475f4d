import type { ContactPerson, CustomerKind, Licence, PartyRow } from '../../vocabulary/party.ts'
import { type Chance, chance, namedId } from './chance.ts'

/** A party as the demo company enters it: what registering asks for, and the id by which the demo data name it. */
export type DemoParty = Pick<
  PartyRow,
  | 'id'
  | 'name'
  | 'nameEn'
  | 'isCustomer'
  | 'isSupplier'
  | 'isManufacturer'
  | 'customerKind'
  | 'phones'
  | 'fax'
  | 'email'
  | 'address'
  | 'province'
  | 'city'
  | 'regionCode'
> & { readonly contacts: ContactPerson[]; readonly licences: Licence[] }

/** Region code of a city or district → area code of its telephone numbers. */
const areaCodes: Readonly<Record<string, string>> = {
  '1101': '010',
  '1201': '022',
  '1304': '0310',
  '1404': '0355',
  '1405': '0356',
  '1408': '0359',
  '3101': '021',
  '3201': '025',
  '3203': '0516',
  '3204': '0519',
  '3205': '0512',
  '3401': '0551',
  '3412': '0558',
  '3416': '0558',
  '3701': '0531',
  '3708': '0537',
  '3715': '0635',
  '3717': '0530',
  '4101': '0371',
  '4102': '0371',
  '4103': '0379',
  '4104': '0375',
  '4105': '0372',
  '4106': '0392',
  '4107': '0373',
  '4108': '0391',
  '4109': '0393',
  '4110': '0374',
  '4111': '0395',
  '4112': '0398',
  '4113': '0377',
  '4114': '0370',
  '4115': '0376',
  '4116': '0394',
  '4117': '0396',
  '4190': '0391',
  '4201': '027',
  '4203': '0719',
  '4206': '0710',
  '4301': '0731',
  '4401': '020',
  '4403': '0755',
  '5001': '023',
  '6101': '029',
  '6105': '0913',
}

/**
 * Reads a table of parties: one a line, fields parted by `|`:
 * name | kind | province | city | region code | address | contact | contact's title.
 */
export function partyTable(
  flags: Pick<DemoParty, 'isCustomer' | 'isSupplier' | 'isManufacturer'>,
  table: string,
): DemoParty[] {
  return table
    .trim()
    .split('\n')
    .map(line => {
      const [name, kind, province, city, regionCode, address, contact, title, nameEn] = line
        .split('|')
        .map(field => field.trim())
      if (!name || !province || !city || !regionCode || !contact) throw new Error(`incomplete line: ${line}`)
      return partyOf({
        flags,
        name,
        nameEn: nameEn || null,
        customerKind: kind ? (kind as CustomerKind) : null,
        province,
        city,
        regionCode,
        address: address || null,
        contact,
        title: title || null,
      })
    })
}

interface Line {
  readonly flags: Pick<DemoParty, 'isCustomer' | 'isSupplier' | 'isManufacturer'>
  readonly name: string
  readonly nameEn: string | null
  readonly customerKind: CustomerKind | null
  readonly province: string
  readonly city: string
  readonly regionCode: string
  readonly address: string | null
  readonly contact: string
  readonly title: string | null
}

// No local number in China begins with 1 and no operator has the mobile prefix 142: none of these telephones exists.
function partyOf(line: Line): DemoParty {
  const luck = chance(`party ${line.name}`)
  const digits = (count: number) => Array.from({ length: count }, () => luck.between(0, 9)).join('')
  const mobile = `142${digits(8)}`
  const person = line.customerKind === 'consumer'
  const area = areaCodes[line.regionCode.slice(0, 4)]
  if (!area) throw new Error(`no area code for ${line.regionCode} (${line.name})`)
  const exchange = `1${digits(3)}`
  return {
    id: namedId('party', line.name),
    name: line.name,
    nameEn: line.nameEn,
    ...line.flags,
    customerKind: line.customerKind,
    phones: person ? [mobile] : [`${area}-${exchange}${digits(4)}`],
    fax: person ? null : `${area}-${exchange}${digits(4)}`,
    email: person ? null : `lianxi-${digits(4)}@kehu.example`,
    address: line.address && `${line.province}${line.city === line.province ? '' : line.city}${line.address}`,
    province: line.province,
    city: line.city,
    regionCode: line.regionCode,
    contacts: [{ name: line.contact, title: line.title, phone: mobile }],
    licences: licencesOf(line, luck, digits),
  }
}

function licencesOf(line: Line, luck: Chance, digits: (count: number) => string): Licence[] {
  if (line.customerKind === 'consumer') return []
  const region = line.regionCode
  const business: Licence = { kind: 'business', number: `92${region}MA${digits(7)}X`, validUntil: null, scope: null }
  if (line.customerKind === 'hospital' || line.customerKind === 'clinic') {
    return [{ kind: 'practice', number: `${region}${digits(10)}`, validUntil: '2030-12-31', scope: null }]
  }
  const short = provinceSigns[line.province] ?? '豫'
  if (line.flags.isManufacturer) {
    const number = `${short}药监械生产许202${luck.between(0, 4)}${digits(4)}号`
    return [business, { kind: 'production', number, validUntil: '2029-06-30', scope: null }]
  }
  return [
    business,
    {
      kind: 'device-trading',
      number: `${short}药监械经营许202${luck.between(0, 4)}${digits(4)}号`,
      validUntil: '2029-03-31',
      scope: '第三类医疗器械批发',
    },
    {
      kind: 'device-filing',
      number: `${short}药监械经营备202${luck.between(0, 4)}${digits(4)}号`,
      validUntil: null,
      scope: '第二类医疗器械批发',
    },
  ]
}

const provinceSigns: Readonly<Record<string, string>> = {
  北京市: '京',
  天津市: '津',
  上海市: '沪',
  重庆市: '渝',
  河北省: '冀',
  山西省: '晋',
  江苏省: '苏',
  安徽省: '皖',
  山东省: '鲁',
  河南省: '豫',
  湖北省: '鄂',
  湖南省: '湘',
  广东省: '粤',
  陕西省: '陕',
}
