import { code128, datamatrix, drawingSVG, gs1datamatrix, qrcode } from 'bwip-js/browser'
import type { ScannableCode } from '../../kernel/outside.ts'

const MAKERS = { gs1: gs1datamatrix, 'data-matrix': datamatrix, code128, qr: qrcode }

/** Draws a code as an SVG image; null where its content does not suit its kind. */
export function drawCode({ code, symbology }: Pick<ScannableCode, 'code' | 'symbology'>): string | null {
  const bars = symbology === 'code128'
  // bars hold letters of ASCII alone; others would come out of the scanner as different ones
  if (bars && !/^[ -~]+$/.test(code)) return null
  const look = bars ? { height: 12, paddingwidth: 8 } : { paddingwidth: 2, paddingheight: 2 }
  const options = { bcid: '', text: code, scale: 2, backgroundcolor: 'ffffff', ...look }
  try {
    return `data:image/svg+xml,${encodeURIComponent(MAKERS[symbology](options, drawingSVG()))}`
  } catch {
    // The letters beside it can be typed; a code that a scanner would misread is worse than none.
    return null
  }
}
