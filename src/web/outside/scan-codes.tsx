import { useEffect, useState } from 'react'
import type { ScannableCode } from '../../kernel/outside.ts'
import { useT } from '../language.tsx'

/** Codes that the guest's scanner or telephone reads off the page; what draws them is fetched after the rest is shown. */
export function ScanCodes({ codes }: { readonly codes: readonly ScannableCode[] }) {
  const t = useT()
  const [images, setImages] = useState<readonly (string | null)[]>([])
  useEffect(() => {
    let here = true
    import('./draw-code.ts').then(
      ({ drawCode }) => here && setImages(codes.map(drawCode)),
      // Without the drawing the code still stands in letters.
      () => undefined,
    )
    return () => {
      here = false
    }
  }, [codes])
  if (codes.length === 0) return null
  return (
    <section className="card sec">
      <h2>{t({ zh: '扫码识别', en: 'Scan' })}</h2>
      <ul className="scan-codes">
        {codes.map((item, at) => {
          const image = images[at]
          return (
            <li key={`${item.symbology} ${item.code}`} className={item.symbology === 'code128' ? 'bars' : undefined}>
              {image !== null && <span className="scan-image">{image && <img src={image} alt={item.code} />}</span>}
              <span>
                <b>{t(item.title)}</b>
                <span className="mono">{item.code}</span>
              </span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
