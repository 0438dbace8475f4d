import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import type { Refusal, RefusalKind } from '../kernel/refusal.ts'
import type { Answer, Meta, ProcedureMeta } from './answers.ts'
import { heardServer, lostServer } from './connection.ts'
import { sessionEnded } from './session/session.ts'

/** The server answered, and said no: every refusal with its way out. */
export class RefusedError extends Error {
  readonly status: number
  readonly refusals: readonly [Refusal, ...Refusal[]]
  constructor(status: number, refusals: readonly [Refusal, ...Refusal[]]) {
    super(refusals[0].sentence.en)
    this.name = 'RefusedError'
    this.status = status
    this.refusals = refusals
  }
  /** The refusal that people are told first. */
  get first(): Refusal {
    return this.refusals[0]
  }
  /** Sentences that belong to an input field, by the field's path. */
  get byField(): Map<string, Refusal> {
    return new Map(this.refusals.flatMap(refusal => (refusal.field ? [[refusal.field, refusal] as const] : [])))
  }
}

/** The server did not answer: nothing was changed as far as this browser knows; the same request may be sent again. */
export class OfflineError extends Error {
  constructor() {
    super('the server does not answer')
    this.name = 'OfflineError'
  }
}

/** Values of a query string; empty ones are left out, lists are joined by commas. */
export type Params = Readonly<Record<string, string | number | boolean | readonly string[] | null | undefined>>

/** Writes the parameters as a query string with its question mark, or nothing. */
export function queryString(params: Params): string {
  const pairs = new URLSearchParams()
  for (const [name, value] of Object.entries(params)) {
    if (value === null || value === undefined || value === '') continue
    if (Array.isArray(value)) {
      if (value.length > 0) pairs.set(name, value.join(','))
    } else pairs.set(name, String(value))
  }
  const text = pairs.toString()
  return text ? `?${text}` : ''
}

const KINDS: Readonly<Record<number, RefusalKind>> = {
  401: 'signed-out',
  403: 'forbidden',
  404: 'absent',
  409: 'conflict',
  413: 'too-large',
  429: 'too-many',
}

const UNEXPLAINED: Refusal = {
  code: 'unexplained',
  kind: 'conflict',
  sentence: {
    zh: '服务器拒绝了这个请求，但没有给出可读的理由。请把操作和时间告诉管理员，日志中有记录。',
    en: 'The server refused without a readable reason. Tell the administrator what you did and when; its log has it.',
  },
}

interface Refusing {
  readonly code?: string
  readonly message?: string
  readonly sentence?: Refusal['sentence']
  readonly all?: readonly Refusal[]
}

/** Reads an answer that is not 2xx. Sign-in answers carry `code` and `message` only. */
async function refusedBy(response: Response): Promise<RefusedError> {
  const kind = KINDS[response.status] ?? (response.status >= 500 ? 'conflict' : 'unfit')
  const body = (await response.json().catch(() => null)) as Refusing | null
  const [first, ...rest] = body?.all ?? []
  if (first) return new RefusedError(response.status, [{ ...first, kind }, ...rest])
  if (body?.sentence)
    return new RefusedError(response.status, [{ ...(body as Refusal), kind, code: body.code ?? 'refused' }])
  return new RefusedError(response.status, [{ ...UNEXPLAINED, kind, code: body?.code ?? `http-${response.status}` }])
}

/**
 * One request to our own server.
 * @throws RefusedError when it answers no, OfflineError when it does not answer
 */
export async function request<T>(path: string, init: RequestInit = {}): Promise<T> {
  let response: Response
  try {
    response = await fetch(path, { credentials: 'same-origin', ...init })
  } catch (error) {
    if (init.signal?.aborted) throw error
    lostServer()
    throw new OfflineError()
  }
  // A proxy answers for a server that is down.
  if (response.status === 502 || response.status === 503 || response.status === 504) {
    const refused = await refusedBy(response)
    if (refused.first.code !== `http-${response.status}`) throw refused
    lostServer()
    throw new OfflineError()
  }
  heardServer(response.headers.get('date'))
  if (!response.ok) {
    const refused = await refusedBy(response)
    if (response.status === 401 && !path.startsWith('/api/auth/')) sessionEnded()
    throw refused
  }
  if (response.status === 204) return undefined as T
  return (await response.json()) as T
}

/** Sends JSON. */
export const send = <T>(path: string, body: unknown, method = 'POST'): Promise<T> =>
  request<T>(path, { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })

/** Reads `/api/read/<name>`, e.g. `complaint.ledger` or `workbench.mine`. */
export const read = <T>(name: string, params: Params = {}, signal?: AbortSignal): Promise<T> =>
  request<T>(`/api/read/${name}${queryString(params)}`, { signal: signal ?? null })

/** What a step is given. `expect` is the version that the person saw; `key` makes a repetition harmless. */
export interface Act {
  readonly on?: string
  readonly expect?: number
  readonly key?: string
  readonly input: unknown
  readonly sign?: { readonly password?: string; readonly code?: string }
  /** Why an event is written down only now. */
  readonly late?: string
}

/** Takes one step: `POST /api/do/<procedure>.<verb>`. */
const act = (command: string, body: Act): Promise<Answer> => send<Answer>(`/api/do/${command}`, body)

/** A key that is unlikely to come twice; also outside secure contexts, where `randomUUID` is missing. */
export function freshKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), byte => byte.toString(16).padStart(2, '0')).join('')
}

/** The query of a read, for hooks and for fetching ahead. */
export const readQuery = <T>(name: string, params: Params = {}) =>
  queryOptions({ queryKey: ['read', name, params], queryFn: ({ signal }) => read<T>(name, params, signal) })

/** A read that stays fresh while the screen shows it. */
export const useRead = <T>(name: string, params: Params = {}, enabled = true) =>
  useQuery({ ...readQuery<T>(name, params), enabled })

/** Who is signed in and which procedures there are. */
export const metaQuery = queryOptions({
  queryKey: ['meta'],
  queryFn: ({ signal }) => request<Meta>('/api/meta', { signal }),
  staleTime: 60_000,
})

/** One procedure's states, commands with their schemas, ledgers and reports. */
export const procedureQuery = (name: string) =>
  queryOptions({
    queryKey: ['meta', name],
    queryFn: ({ signal }) => request<ProcedureMeta>(`/api/meta/${name}`, { signal }),
    staleTime: 300_000,
  })

/**
 * A step as a mutation: afterwards everything shown is read again.
 * Repeating the same input after the server fell silent carries the same key, so that it happens once.
 */
export function useAct(command: string) {
  const client = useQueryClient()
  const sent = useRef({ body: '', key: '' })
  return useMutation<Answer, Error, Act>({
    mutationFn: body => {
      const written = JSON.stringify([command, body.on, body.input])
      if (sent.current.body !== written) sent.current = { body: written, key: freshKey() }
      return act(command, { ...body, key: body.key ?? sent.current.key })
    },
    onSuccess: async () => {
      sent.current = { body: '', key: '' }
      await client.invalidateQueries({ queryKey: ['read'] })
    },
    onError: error => {
      // A refusal is an answer: the next try is a new request.
      if (error instanceof RefusedError) sent.current = { body: '', key: '' }
    },
  })
}

/** A file of ours with the name that the server gave it. */
interface FetchedFile {
  readonly file: Blob
  readonly name: string
}

const named = (disposition: string | null): string => {
  const written = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? '')?.[1]
  return written ? decodeURIComponent(written) : (/filename="([^"]+)"/.exec(disposition ?? '')?.[1] ?? 'bihuan')
}

/**
 * Fetches a printed or exported copy; `heard` is told the bytes that came so far.
 * @throws RefusedError when the server answers no, OfflineError when it does not answer or breaks off
 */
export async function fetchFile(path: string, heard: (bytes: number) => void): Promise<FetchedFile> {
  try {
    const response = await fetch(path, { credentials: 'same-origin' })
    heardServer(response.headers.get('date'))
    if (!response.ok) {
      if (response.status === 401) sessionEnded()
      throw await refusedBy(response)
    }
    const parts: BlobPart[] = []
    let bytes = 0
    const reader = response.body?.getReader()
    for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
      parts.push(part.value)
      bytes += part.value.length
      heard(bytes)
    }
    const type = response.headers.get('content-type') ?? 'application/octet-stream'
    return { file: new Blob(parts, { type }), name: named(response.headers.get('content-disposition')) }
  } catch (error) {
    if (error instanceof RefusedError) throw error
    throw new OfflineError()
  }
}
