import { useSyncExternalStore } from 'react'

/** What the person chose; `system` follows the device. */
export type Theme = 'system' | 'light' | 'dark'

const KEY = 'bihuan.theme'
const system = matchMedia('(prefers-color-scheme: dark)')
const listeners = new Set<() => void>()

/** The choice on this device. */
const chosenTheme = (): Theme => {
  const value = document.documentElement.dataset.theme
  return value === 'light' || value === 'dark' ? value : 'system'
}

const isDark = (): boolean => {
  const chosen = chosenTheme()
  return chosen === 'system' ? system.matches : chosen === 'dark'
}

/** Changes the theme and keeps the choice on this device. */
export function chooseTheme(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = theme
  try {
    if (theme === 'system') localStorage.removeItem(KEY)
    else localStorage.setItem(KEY, theme)
  } catch {
    // Storage is closed: the choice holds until the page is left.
  }
  for (const listener of listeners) listener()
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener)
  system.addEventListener('change', listener)
  return () => {
    listeners.delete(listener)
    system.removeEventListener('change', listener)
  }
}

/** Whether the page is dark now. */
export const useDark = (): boolean => useSyncExternalStore(subscribe, isDark)

/** The choice, for the switch that changes it. */
export const useTheme = (): Theme => useSyncExternalStore(subscribe, chosenTheme)
