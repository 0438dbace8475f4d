import { useEffect, useRef } from 'react'
import { ScanBurst } from '../form/scan-burst.ts'

/** Where keys belong to what is being typed, or to a list that has the keyboard. */
const TAKES_KEYS = 'input, textarea, select, dialog, [contenteditable], [role="textbox"]'

/** Hears a hand scanner anywhere outside fields and dialogs; the keys of a scan do nothing else meanwhile. */
export function useScanner(onCode: (code: string) => void): void {
  const heard = useRef(onCode)
  heard.current = onCode
  useEffect(() => {
    const burst = new ScanBurst()
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.target instanceof HTMLElement && event.target.closest(TAKES_KEYS)) return
      if (event.metaKey || event.altKey) return
      const code = burst.take({ key: event.key, ctrl: event.ctrlKey, at: event.timeStamp })
      if (code !== null || burst.running) {
        // A slash would jump to the search field, Enter would press the button that has the focus.
        event.preventDefault()
        event.stopPropagation()
      }
      if (code !== null) heard.current(code)
    }
    addEventListener('keydown', onKeyDown, { capture: true })
    return () => removeEventListener('keydown', onKeyDown, { capture: true })
  }, [])
}
