import { type Query, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { sessionEnded } from '../session/session.ts'
import { type Heard, listenLive } from './live.ts'

/** Reads that change with any record: asked anew a moment after, together. */
const OVERVIEWS = ['workbench.mine', 'workbench.counts', 'workbench.signatures']
const GATHER = 1_500

const nameOf = (query: Query): string => (query.queryKey[0] === 'read' ? String(query.queryKey[1]) : '')

/** Whether what a page shows is, or lists, one of the records. */
export function shows(data: unknown, ids: ReadonlySet<string>): boolean {
  if (typeof data !== 'object' || data === null) return false
  const { record, rows } = data as { readonly record?: { readonly id?: string }; readonly rows?: unknown }
  if (record?.id !== undefined) return ids.has(record.id)
  return Array.isArray(rows) && rows.some(row => ids.has((row as { readonly id?: string } | null)?.id ?? ''))
}

/** Keeps what is on screen fresh: whatever the server says has changed is read again. */
export function useLive(): void {
  const client = useQueryClient()
  useEffect(() => {
    let connected = false
    let timer: ReturnType<typeof setTimeout> | undefined
    const overviews = (): void => {
      timer ??= setTimeout(() => {
        timer = undefined
        void client.invalidateQueries({ predicate: query => OVERVIEWS.includes(nameOf(query)) })
      }, GATHER)
    }
    const hear = (heard: Heard): void => {
      switch (heard.kind) {
        case 'hello':
          // Back after a gap: anything may have changed.
          if (connected) void client.invalidateQueries({ queryKey: ['read'] })
          connected = true
          break
        case 'told':
          void client.invalidateQueries({ predicate: query => nameOf(query).startsWith('notification.') })
          overviews()
          break
        case 'records': {
          const ids = new Set(heard.ids)
          void client.invalidateQueries({
            predicate: query => nameOf(query) !== '' && shows(query.state.data, ids),
          })
          overviews()
          break
        }
        case 'bye':
          sessionEnded()
          break
      }
    }
    const stop = listenLive(hear)
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [client])
}
