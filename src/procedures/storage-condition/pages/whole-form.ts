/** Search parameter of `/new/storage-condition.record` that asks for all fields instead of the two figures. */
export const WHOLE_FORM = 'whole'

/**
 * Where a link to the form of a reading leads: to the two figures of the store that it names, to all stores where it names none; null
 * where more than the store is asked for: to the form itself.
 */
export function quickEntryOf({
  warehouseId,
  ...more
}: Readonly<Record<string, string | undefined>>): { readonly store: string | null } | null {
  return Object.values(more).some(value => value !== undefined) ? null : { store: warehouseId ?? null }
}
