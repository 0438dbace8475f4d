import { onlineManager } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'

/** Every so many milliseconds a silent server is asked again. */
const ASK_AGAIN = 4000

let silent = false
let offset = 0
const listeners = new Set<() => void>()
const tell = (): void => {
  for (const listener of listeners) listener()
}

/** Called when a request got no answer: reads wait, and the server is asked until it answers. */
export function lostServer(): void {
  if (silent) return
  silent = true
  onlineManager.setOnline(false)
  tell()
  const ask = async (): Promise<void> => {
    try {
      const response = await fetch('/healthz', { cache: 'no-store' })
      if (response.ok) return heardServer(response.headers.get('date'))
    } catch {
      // Still silent.
    }
    if (silent) setTimeout(ask, ASK_AGAIN)
  }
  setTimeout(ask, ASK_AGAIN)
}

/** Called with each answer; its `Date` header sets the clock that countdowns use. */
export function heardServer(date: string | null): void {
  const served = date ? Date.parse(date) : Number.NaN
  // The header has whole seconds: a small difference is only its rounding and the way.
  if (Number.isFinite(served)) offset = Math.abs(served - Date.now()) > 5000 ? served - Date.now() : 0
  if (!silent) return
  silent = false
  onlineManager.setOnline(true)
  tell()
}

/** The server's time in milliseconds, as near as this browser knows. */
export const serverNow = (): number => Date.now() + offset

addEventListener('online', () => {
  if (!silent) onlineManager.setOnline(true)
  tell()
})
addEventListener('offline', () => {
  onlineManager.setOnline(false)
  tell()
})

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Whether the server can be reached. */
export const useOnline = (): boolean => useSyncExternalStore(subscribe, () => navigator.onLine && !silent)
