import { useEffect, useRef } from 'react'
import { ScanBurst } from '../../../web/form/scan-burst.ts'

/**
 * Hears the hand scanner wherever the cursor stands on the page. A field that takes scans itself (`data-takes-scans`) is
 * left alone; in any other one the scanned letters are taken out again.
 */
export function usePageScan(onScan: (code: string, from: HTMLElement | null) => void): void {
  const latest = useRef(onScan)
  latest.current = onScan
  useEffect(() => {
    const burst = new ScanBurst()
    const onKeyDown = (event: KeyboardEvent) => {
      const target = event.target instanceof HTMLElement ? event.target : null
      const code = burst.take({ key: event.key, ctrl: event.ctrlKey, at: event.timeStamp })
      if (code === null || target?.closest('[data-takes-scans]')) return
      event.preventDefault()
      event.stopPropagation()
      latest.current(code, target)
    }
    // Before the fields see the Enter at the end of the burst.
    document.addEventListener('keydown', onKeyDown, true)
    return () => document.removeEventListener('keydown', onKeyDown, true)
  }, [])
}
