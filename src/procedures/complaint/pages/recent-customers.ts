import type { Found } from '../../../web/form/finder.tsx'

const KEPT = 6
const nameFor = (person: string): string => `bihuan:customers:${person}`

/** Customers for whom this person registered something on this device, the latest first. Names only, no telephone. */
export function recentCustomers(person: string): readonly Found[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(nameFor(person)) ?? '[]')
    return Array.isArray(kept) ? (kept as Found[]) : []
  } catch {
    return []
  }
}

/** Puts a customer first among the recent ones. A browser that keeps nothing costs the list only. */
export function rememberCustomer(person: string, { id, name }: Found): void {
  const others = recentCustomers(person).filter(item => item.id !== id)
  try {
    localStorage.setItem(nameFor(person), JSON.stringify([{ id, name }, ...others].slice(0, KEPT)))
  } catch {
    return
  }
}
