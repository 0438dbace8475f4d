import { type MouseEvent, useState } from 'react'
import { fetchFile } from '../api.ts'

/** What happens with a copy once it is there: shown beside the page, or saved under its own name. */
type Wish = 'open' | 'save'

/** A printed or exported copy on its way. */
export interface Copying {
  /** Address of the copy that is being made, or null. */
  readonly busy: string | null
  /** Bytes received so far of a copy that is saved. */
  readonly received: number
  /** Why there is no copy. */
  readonly fault: Error | null
  /** For the click on a link to a copy: the server's no is told on this page instead of replacing it. */
  readonly take: (wish: Wish, done?: () => void) => (event: MouseEvent<HTMLAnchorElement>) => void
}

/**
 * Fetches printed and exported copies, so that their making is seen and a refusal is read as a sentence. The link keeps
 * its address: with a key held down, or without scripts, it works like every other link.
 */
export function useCopy(): Copying {
  const [busy, setBusy] = useState<string | null>(null)
  const [received, setReceived] = useState(0)
  const [fault, setFault] = useState<Error | null>(null)
  const make = async (href: string, wish: Wish, title: string): Promise<void> => {
    setBusy(href)
    setReceived(0)
    setFault(null)
    try {
      const { file, name } = await fetchFile(href, setReceived)
      if (wish === 'open') shown(href)
      else saved(file, title || name)
    } catch (error) {
      setFault(error as Error)
    } finally {
      setBusy(null)
    }
  }
  return {
    busy,
    received,
    fault,
    take: (wish, done) => event => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return
      event.preventDefault()
      done?.()
      if (busy === null) void make(event.currentTarget.href, wish, event.currentTarget.download)
    },
  }
}

// The address itself is opened, not the bytes: the reader then offers the file's own name for saving.
function shown(href: string): void {
  if (!window.open(href, '_blank')) location.assign(href)
}

const LINGER = 60_000

function saved(file: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), LINGER)
}
