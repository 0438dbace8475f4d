import type { Text } from '../../kernel/text.ts'
import type { ProductChoice } from '../../vocabulary/find-product.ts'
import type { LotChoice } from '../../vocabulary/lot.ts'
import { parseUdi, type UdiField, type UdiFields } from '../../vocabulary/udi.ts'
import { read } from '../api.ts'

/** What a scan says, with the product and lot that we know by it. */
export interface UdiMatch {
  readonly fields: UdiFields
  /** What should be compared with the label. */
  readonly warnings: readonly Text[]
  readonly product: ProductChoice | null
  readonly lot: LotChoice | null
  /** Whether product and lot could be looked up; a scan is read even without the server. */
  readonly asked: boolean
}

/** What the parts of a UDI are called. */
export const udiFieldTitles: Readonly<Record<UdiField, Text>> = {
  di: { zh: '产品标识', en: 'device identifier' },
  lot: { zh: '批号', en: 'lot' },
  serial: { zh: '序列号', en: 'serial number' },
  producedOn: { zh: '生产日期', en: 'production date' },
  expiresOn: { zh: '失效日期', en: 'expiry date' },
}

/**
 * Reads a scanned or pasted code here and looks up what it names. The second barcode of a label (lot, serial and dates
 * without a device) counts too. Answers the sentence of the reader when it is no UDI.
 */
export async function readUdi(raw: string): Promise<UdiMatch | { readonly refused: Text }> {
  const parsed = parseUdi(raw)
  const fields = parsed.ok ? parsed : parsed.production
  if (!fields) return { refused: parsed.ok ? NOTHING : parsed.sentence }
  const warnings = parsed.ok ? parsed.warnings : []
  try {
    const match = await read<{ product?: ProductChoice | null; lot?: LotChoice | null }>('vocabulary.udi', {
      text: raw,
    })
    return { fields, warnings, product: match.product ?? null, lot: match.lot ?? null, asked: true }
  } catch {
    return { fields, warnings, product: null, lot: null, asked: false }
  }
}

const NOTHING: Text = { zh: '没有读到内容，请重新扫描。', en: 'Nothing was read; scan again.' }
