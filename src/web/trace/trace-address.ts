import type { TraceKind } from '../../server/trace/trace.ts'
import type { Json, ProcedureEntry } from '../answers.ts'

/** Where the trace of a record is; null for what is not traced: settings, people, places. */
export function traceAddress(
  { name, group }: Pick<ProcedureEntry, 'name' | 'group'>,
  record: Readonly<Record<string, Json>> & { readonly number: string },
): { readonly kind: TraceKind; readonly id: string } | null {
  const id = record.number
  if (name === 'lot' || name === 'product') return { kind: name, id }
  if (name === 'party') return { kind: record.isCustomer === true ? 'customer' : 'supplier', id }
  if (group === 'administration' || name === 'warehouse') return null
  return { kind: name === 'shipment' ? 'shipment' : 'record', id }
}
