import type { Text } from '../../kernel/text.ts'

/** The five zones in the order in which goods pass them. */
export const ZONES = ['waiting', 'qualified', 'shipping', 'unqualified', 'return'] as const
export type ZoneName = (typeof ZONES)[number]

/** How a zone is called and the tone of its mark (yellow waits, green is good, red is not). */
export const zoneMarks: Readonly<Record<ZoneName, { readonly title: Text; readonly tone: 'warn' | 'ok' | 'late' }>> = {
  waiting: { title: { zh: '待验区', en: 'Waiting' }, tone: 'warn' },
  qualified: { title: { zh: '合格品区', en: 'Qualified' }, tone: 'ok' },
  shipping: { title: { zh: '发货区', en: 'Shipping' }, tone: 'ok' },
  unqualified: { title: { zh: '不合格品区', en: 'Unqualified' }, tone: 'late' },
  return: { title: { zh: '退货区', en: 'Returns' }, tone: 'warn' },
}

/** A line of `GET /api/read/lot.stock`: one lot in one zone of one warehouse. */
export interface StockLine {
  readonly lotId: string
  readonly lotNumber: string
  readonly lotNo: string
  readonly lotState: 'active' | 'inactive'
  readonly expiresOn: string | null
  readonly productId: string
  readonly productName: string
  readonly model: string
  readonly unit: string
  readonly warehouseId: string
  readonly warehouseName: string
  readonly zone: ZoneName
  readonly quantity: number
}

/** Answer of `GET /api/read/lot.stock`. */
export interface StockPageAnswer {
  readonly rows: readonly StockLine[]
  readonly zones: readonly { readonly zone: ZoneName; readonly lots: number; readonly quantity: number }[]
  readonly count: number
  readonly next: number | null
}

/** A lot in one warehouse with what lies in each of its zones. */
export interface StockRow extends Omit<StockLine, 'zone' | 'quantity'> {
  readonly key: string
  readonly zones: Readonly<Partial<Record<ZoneName, number>>>
  readonly total: number
}

/** Puts the zones of a lot side by side; the order of the lines stays. */
export function stockRows(lines: readonly StockLine[]): StockRow[] {
  const rows = new Map<string, StockRow>()
  for (const { zone, quantity, ...line } of lines) {
    const key = `${line.lotId}/${line.warehouseId}`
    const before = rows.get(key)
    rows.set(key, {
      ...line,
      key,
      zones: { ...before?.zones, [zone]: (before?.zones[zone] ?? 0) + quantity },
      total: (before?.total ?? 0) + quantity,
    })
  }
  return [...rows.values()]
}
