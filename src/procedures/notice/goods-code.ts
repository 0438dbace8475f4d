import type { ScannableCode } from '../../kernel/outside.ts'
import { text } from '../../kernel/text.ts'
import type { NoticeLot } from './notice-rows.ts'

const isGtin = (code: string): boolean => /^\d{14}$/.test(code)
const sixDigits = (day: string): string => day.replaceAll('-', '').slice(2)

/**
 * What a scanner reads off the label of the lot: GS1 with device identifier, expiry and lot; an identifier of another agency
 * as it is; without an identifier the lot number.
 */
export function goodsCode(
  lot: Pick<NoticeLot, 'productName' | 'model' | 'lotNo' | 'udiDi' | 'expiresOn'>,
): ScannableCode {
  const title = text(
    `${lot.productName} ${lot.model} 批号 ${lot.lotNo}`,
    `${lot.productName} ${lot.model}, lot ${lot.lotNo}`,
  )
  if (!lot.udiDi) return { title, code: lot.lotNo, symbology: 'code128' }
  if (!isGtin(lot.udiDi)) return { title, code: lot.udiDi, symbology: 'data-matrix' }
  const expiry = lot.expiresOn ? `(17)${sixDigits(lot.expiresOn)}` : ''
  return { title, code: `(01)${lot.udiDi}${expiry}(10)${lot.lotNo}`, symbology: 'gs1' }
}
