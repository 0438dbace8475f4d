import { createHmac } from 'node:crypto'
import type { Instant } from '../../kernel/time.ts'
import type { ChannelKind } from '../../procedures/channel/channel.ts'
import type { Sent } from './outgoing.ts'

/** A message as its readers see it: a heading, and one line for each event, with its address where there is one. */
export interface Wording {
  readonly heading: string
  readonly lines: readonly { readonly words: string; readonly href: string | null }[]
  /** How many lines were left out. */
  readonly more: string | null
}

/** What is posted: address, body and headers. */
interface Posting {
  readonly address: string
  readonly body: string
  readonly headers: Readonly<Record<string, string>>
}

/** What a webhook gets of one event. */
interface WebhookEvent {
  readonly type: string
  readonly timestamp: Instant
  readonly data: Readonly<Record<string, unknown>>
}

const hmac = (key: string | Buffer, content: string): string =>
  createHmac('sha256', key).update(content).digest('base64')

/** Bytes of a message that WeCom takes; the others take more. */
const LARGEST = 4_000

// What stands in a sentence is text and no mark-up.
const escaped = (words: string): string => words.replace(/[\\`*_[\]<>#|~]/g, sign => `\\${sign}`)

const markdown = ({ heading, lines, more }: Wording): string => {
  const all = [`**${escaped(heading)}**`]
  let size = Buffer.byteLength(all.join('')) + 200
  for (const { words, href } of lines) {
    const line = href ? `> [${escaped(words)}](${href})` : `> ${escaped(words)}`
    size += Buffer.byteLength(line) + 2
    if (size > LARGEST) break
    all.push(line)
  }
  return [...all, ...(more ? [escaped(more)] : [])].join('\n\n')
}

const plain = ({ heading, lines, more }: Wording): string =>
  [
    heading,
    ...lines.map(({ words, href }) => (href ? `· ${words}\n  ${href}` : `· ${words}`)),
    ...(more ? [more] : []),
  ].join('\n')

/** A message to a robot of WeCom, DingTalk or Feishu in the form of each, signed where it has a secret. */
export function robotPosting(
  kind: ChannelKind,
  address: string,
  secret: string | null,
  wording: Wording,
  now: Instant,
): Posting {
  const milliseconds = Date.parse(now)
  switch (kind) {
    case 'dingtalk-robot': {
      const url = new URL(address)
      if (secret) {
        url.searchParams.set('timestamp', String(milliseconds))
        url.searchParams.set('sign', hmac(secret, `${milliseconds}\n${secret}`))
      }
      const body = { msgtype: 'markdown', markdown: { title: wording.heading, text: markdown(wording) } }
      return { address: url.href, body: JSON.stringify(body), headers: {} }
    }
    case 'feishu-robot': {
      const timestamp = String(Math.floor(milliseconds / 1_000))
      const signed = secret ? { timestamp, sign: hmac(`${timestamp}\n${secret}`, '') } : {}
      const body = { ...signed, msg_type: 'text', content: { text: plain(wording) } }
      return { address, body: JSON.stringify(body), headers: {} }
    }
    default:
      return {
        address,
        body: JSON.stringify({ msgtype: 'markdown', markdown: { content: markdown(wording) } }),
        headers: {},
      }
  }
}

/**
 * One event to a webhook, signed by Standard Webhooks: HMAC-SHA256 over `id.timestamp.body` under the secret behind `whsec_`. The id is
 * the same for every attempt, so that the receiver knows a repetition.
 */
export function webhookPosting(
  address: string,
  secret: string,
  id: string,
  event: WebhookEvent,
  now: Instant,
): Posting {
  const body = JSON.stringify(event)
  const timestamp = String(Math.floor(Date.parse(now) / 1_000))
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64')
  return {
    address,
    body,
    headers: {
      'webhook-id': id,
      'webhook-timestamp': timestamp,
      'webhook-signature': `v1,${hmac(key, `${id}.${timestamp}.${body}`)}`,
    },
  }
}

/** What came of a message: delivered, or why not and whether another attempt makes sense. */
export interface Outcome {
  readonly ok: boolean
  readonly lasting: boolean
  readonly answer: string
}

/** Reads the answer of a robot or webhook; robots answer 200 and say in the body whether they took the message. */
export function outcomeOf(kind: ChannelKind, sent: Sent): Outcome {
  if (!sent.ok) return sent
  const { status, body } = sent
  const answer = `${status} ${body}`.replace(/\s+/g, ' ').trim().slice(0, 500)
  if (status < 200 || status > 299) {
    // gone for good, or led elsewhere: trying again makes no sense
    const lasting = status === 410 || (status >= 300 && status < 400)
    return { ok: false, lasting, answer }
  }
  if (kind === 'webhook') return { ok: true, lasting: false, answer }
  const code = codeIn(body)
  return { ok: code === 0, lasting: false, answer }
}

const codeIn = (body: string): unknown => {
  try {
    const { errcode, code, StatusCode } = JSON.parse(body) as Readonly<Record<string, unknown>>
    return errcode ?? code ?? StatusCode
  } catch {
    return undefined
  }
}
