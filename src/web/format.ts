import { useQuery } from '@tanstack/react-query'
import { useMemo, useSyncExternalStore } from 'react'
import { metaQuery } from './api.ts'
import { serverNow } from './connection.ts'
import { useLanguage } from './language.tsx'
import { type Format, writtenIn } from './written.ts'

/** The writers for the site and the language in use. */
export function useFormat(): Format {
  const { language } = useLanguage()
  const zone = useQuery({ ...metaQuery, enabled: false }).data?.zone ?? 'Asia/Shanghai'
  return useMemo(() => writtenIn(zone, language, serverNow), [zone, language])
}

const TICK = 30_000
let now = serverNow()
const listeners = new Set<() => void>()
let timer: ReturnType<typeof setInterval> | undefined

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  now = serverNow()
  timer ??= setInterval(() => {
    now = serverNow()
    for (const each of listeners) each()
  }, TICK)
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    clearInterval(timer)
    timer = undefined
  }
}

/** The server's time in milliseconds; whoever asks is drawn again every 30 seconds. */
export const useNow = (): number => useSyncExternalStore(subscribe, () => now)
