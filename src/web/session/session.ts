import { useSyncExternalStore } from 'react'

/**
 * Whether the session ran out while a page was open. The page stays where it is, with what was typed;
 * signing in again happens above it.
 */
let ended = false
let entered = false
const listeners = new Set<() => void>()
const set = (value: boolean): void => {
  if (ended === value) return
  ended = value
  for (const listener of listeners) listener()
}

/** Called when the server knows the session no more. Before the first page was shown, the router leads to the log-in page. */
export const sessionEnded = (): void => {
  if (entered) set(true)
}

/** Called when the shell is shown to a signed-in person. */
export const sessionEntered = (): void => {
  entered = true
  set(false)
}

/** Called when the person signs out on purpose. */
export const sessionLeft = (): void => {
  entered = false
  set(false)
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** True while the person must sign in again. */
export const useSessionEnded = (): boolean => useSyncExternalStore(subscribe, () => ended)
