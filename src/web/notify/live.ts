/** What the server says on the one open connection. */
export type Heard =
  | { readonly kind: 'hello' }
  | { readonly kind: 'told' }
  | { readonly kind: 'bye' }
  | { readonly kind: 'records'; readonly ids: readonly string[] }

/** Name of the lock and of the channel that all tabs of a browser share. */
const NAME = 'bihuan.live'
/** Milliseconds before a connection that the server refused is asked for again. */
const AGAIN = 5_000

/**
 * Hears what is new from the server. Where the browser lets tabs agree, one of them holds the connection and tells the others, since a
 * browser keeps only a few connections to a server; otherwise each tab has its own. Answers how to stop.
 */
export function listenLive(hear: (heard: Heard) => void): () => void {
  const leaving = new AbortController()
  const others = 'BroadcastChannel' in globalThis ? new BroadcastChannel(NAME) : null
  if (others) others.onmessage = ({ data }: MessageEvent<Heard>) => hear(data)
  const tell = (heard: Heard): void => {
    hear(heard)
    others?.postMessage(heard)
  }
  const lead = (): Promise<void> =>
    new Promise(resolve => {
      const stop = connect(tell)
      leaving.signal.addEventListener('abort', () => {
        stop()
        resolve()
      })
    })
  if ('locks' in navigator)
    navigator.locks.request(NAME, { signal: leaving.signal }, lead).catch(() => {
      // Left before this tab had its turn.
    })
  else void lead()
  return () => {
    leaving.abort()
    others?.close()
  }
}

function connect(tell: (heard: Heard) => void): () => void {
  let source: EventSource | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let stopped = false
  const open = (): void => {
    if (stopped) return
    source = new EventSource('/api/live')
    source.addEventListener('hello', () => tell({ kind: 'hello' }))
    source.addEventListener('told', () => tell({ kind: 'told' }))
    source.addEventListener('records', ({ data }: MessageEvent<string>) =>
      tell({ kind: 'records', ids: JSON.parse(data) as string[] }),
    )
    source.addEventListener('bye', () => {
      tell({ kind: 'bye' })
      again()
    })
    source.addEventListener('error', () => {
      // The browser itself reconnects unless the server said no.
      if (source?.readyState === EventSource.CLOSED) again()
    })
  }
  const again = (): void => {
    source?.close()
    clearTimeout(timer)
    timer = setTimeout(open, AGAIN)
  }
  open()
  return () => {
    stopped = true
    clearTimeout(timer)
    source?.close()
  }
}
