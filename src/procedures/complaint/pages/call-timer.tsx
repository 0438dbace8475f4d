import { useEffect, useState } from 'react'
import { useT } from '../../../web/language.tsx'

const SECOND = 1000

/** A length as a stop-watch shows it: `0:48`, `12:05`. */
export const stopWatch = (milliseconds: number): string => {
  const seconds = Math.max(0, Math.floor(milliseconds / SECOND))
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}

/** How long the call has lasted since the page was opened. */
export function CallTimer({ since }: { readonly since: number }) {
  const t = useT()
  const [now, setNow] = useState(Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), SECOND)
    return () => clearInterval(timer)
  }, [])
  const shown = stopWatch(now - since)
  return (
    <span className="tag call-timer" role="timer" aria-live="off">
      {t({ zh: `已用 ${shown}`, en: `${shown} so far` })}
    </span>
  )
}
