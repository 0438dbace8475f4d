import { type Text, text } from '../../kernel/text.ts'
import type { RoleId } from '../../vocabulary/role.ts'
import type { Meta } from '../answers.ts'
import { navigation } from './navigation.ts'

/** A place that stands at the thumb on a telephone. */
interface FrequentPlace {
  readonly to: string
  readonly title: Text
}

const SIGNING: FrequentPlace = { to: '/signing', title: text('我的签字', 'My signatures') }

/** Whose daily work lies where; who is in none of these answers customers. */
const BY_WORK: readonly { readonly by: readonly RoleId[]; readonly places: readonly string[] }[] = [
  {
    by: ['warehouse', 'warehouse-head', 'stock-maintenance', 'acceptance-inspector'],
    places: ['/stores', '/stock'],
  },
  { by: ['picker', 'checker', 'driver'], places: ['/shipment', '/stock'] },
  { by: ['equipment-technician', 'equipment-supervisor', 'equipment-manager'], places: ['/patrol', '/equipment'] },
  { by: ['general-manager', 'management-representative'], places: ['/signing', '/reports'] },
  { by: ['administrator', 'computer-room'], places: ['/person', '/health'] },
]
const USUAL = ['/complaint', '/inquiry']

/** The two places that this person most likely wants next to the workbench, of those that the navigation opens to him. */
export function frequentPlaces(meta: Meta): readonly FrequentPlace[] {
  const open = [SIGNING, ...navigation(meta).flatMap(group => group.places)]
  const wanted = BY_WORK.find(({ by }) => by.some(role => meta.me.roles.includes(role)))?.places ?? USUAL
  return wanted.flatMap(to => open.find(place => place.to === to) ?? [])
}
