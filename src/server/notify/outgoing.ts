import { type LookupAddress, lookup } from 'node:dns'
import { request as httpRequest } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { isOwnNetwork, mayConnect, type OwnNetworks } from './networks.ts'

/** What came of a request that we sent out. */
export type Sent =
  | { readonly ok: true; readonly status: number; readonly body: string }
  | { readonly ok: false; readonly lasting: boolean; readonly answer: string }

/** Milliseconds for the whole of it. */
const TIMEOUT = 10_000
/** Bytes of an answer that are read. */
const LARGEST = 16_384

/** The name led to an address that we may not reach. */
class ClosedAddress extends Error {
  override readonly name = 'ClosedAddress'
}

/**
 * Posts JSON to an address that somebody entered. Connects to public addresses and the company's own networks alone; what a name leads to
 * is looked at when we connect, and no redirect is followed. Plain http goes to the company's own networks alone.
 */
export const postOut = (
  address: string,
  body: string,
  headers: Readonly<Record<string, string>>,
  own: OwnNetworks,
): Promise<Sent> => {
  const url = URL.parse(address)
  if (url === null || !/^https?:$/.test(url.protocol))
    return Promise.resolve({ ok: false, lasting: true, answer: '不是 http(s) 网址 / not an http(s) address' })
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1')
  if (isIP(host) !== 0 && !mayConnect(host, own)) return Promise.resolve(refused(host))
  if (url.protocol === 'http:' && !isOwnNetwork(host, own))
    return Promise.resolve({
      ok: false,
      lasting: true,
      answer: 'http 只能用于本公司网络 / plain http is for the own networks alone',
    })
  return new Promise(resolve => {
    const send = url.protocol === 'https:' ? httpsRequest : httpRequest
    const request = send(
      url,
      {
        method: 'POST',
        headers: {
          'content-type': 'application/json; charset=utf-8',
          'content-length': Buffer.byteLength(body),
          'user-agent': 'Bihuan',
          ...headers,
        },
        lookup: guardedLookup(own),
        agent: false,
        signal: AbortSignal.timeout(TIMEOUT),
      },
      response => {
        let read = ''
        response.setEncoding('utf8')
        const done = (): void => resolve({ ok: true, status: response.statusCode ?? 0, body: read })
        response.on('data', (part: string) => {
          read += part
          if (read.length < LARGEST) return
          done()
          request.destroy()
        })
        response.on('end', done)
        response.on('error', fault => resolve(failed(fault)))
      },
    )
    request.on('error', fault => resolve(failed(fault)))
    request.end(body)
  })
}

const guardedLookup =
  (own: OwnNetworks): LookupFunction =>
  (name, options, answer) => {
    lookup(name, { ...options, all: true }, (fault, found: LookupAddress[]) => {
      const open = fault ? [] : found.filter(({ address }) => mayConnect(address, own))
      const [first] = open
      if (fault) answer(fault, '', 0)
      else if (!first || open.length < found.length)
        answer(new ClosedAddress(found[0]?.address ?? name) as NodeJS.ErrnoException, '', 0)
      else if (options.all) answer(null, open)
      else answer(null, first.address, first.family)
    })
  }

const refused = (address: string): Sent => ({
  ok: false,
  lasting: true,
  answer: `${address} 不是公网地址；如属本公司网络，请在 BIHUAN_OWN_NETWORKS 中列出 / is not a public address; name the network in BIHUAN_OWN_NETWORKS if it is the company's own`,
})

const failed = (fault: unknown): Sent => {
  if (fault instanceof ClosedAddress) return refused(fault.message)
  const words = fault instanceof Error ? fault.message || fault.name : String(fault)
  return { ok: false, lasting: false, answer: words.replace(/\s+/g, ' ').slice(0, 500) }
}
