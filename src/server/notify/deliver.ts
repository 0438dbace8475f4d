import { randomInt } from 'node:crypto'
import { execute } from '../../kernel/execute.ts'
import type { Kernel } from '../../kernel/kernel.ts'
import type { Actor } from '../../kernel/person.ts'
import { fromRow } from '../../kernel/rows.ts'
import { type Text, text } from '../../kernel/text.ts'
import { addMilliseconds, dayOf, type Instant } from '../../kernel/time.ts'
import { inTransaction } from '../../kernel/transaction.ts'
import type { ChannelRow } from '../../procedures/channel/channel.ts'
import { TROUBLE_ROLES, USUAL_PLAN } from '../../vocabulary/notification-plan.ts'
import { senderDomain } from '../mail/mail-settings.ts'
import type { MailWork } from '../mail/send-letter.ts'
import type { OwnNetworks } from './networks.ts'
import { noticeMail } from './notice-mail.ts'
import { postOut } from './outgoing.ts'
import { postNotices } from './post-notices.ts'
import { type Outcome, outcomeOf, robotPosting, webhookPosting } from './robot-message.ts'
import type { SecretSeal } from './sealed-secret.ts'
import { type WrittenEvent, wordingOf } from './wording.ts'

/** What sending needs. */
export interface DeliverWork {
  readonly kernel: Kernel
  readonly mail: MailWork | null
  readonly seal: Pick<SecretSeal, 'open'>
  readonly own: OwnNetworks
  /** Address under which people reach the product; null: messages carry no links. */
  readonly origin: string | null
}

interface Delivery {
  readonly id: string
  readonly target: string
  readonly state: string
  readonly attempts: number
  readonly round: number
}

/** Attempts before a message is given up: some eight hours. */
export const MOST_ATTEMPTS = 10
const FIRST_WAIT = 30_000
const LONGEST_WAIT = 4 * 3_600_000
/** Milliseconds after which whoever sends has ended without a word; all time limits of sending together are shorter. */
const LEASE = 180_000
/** The queue goes by the database's clock: it may call so much before our own says so. */
const CLOCKS_DIFFER = 10_000

/** Milliseconds until the next attempt: doubled each time, a quarter more or less, so that many do not come back together. */
export const waitAfter = (attempts: number, chance: number): number =>
  Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** (attempts - 1)) * (0.75 + chance / 2)

/** Where a message goes, in which language. */
type Place =
  | { readonly kind: 'mail'; readonly to: string; readonly name: string; readonly language: 'zh' | 'en' }
  | { readonly kind: 'channel'; readonly channel: ChannelRow }
  | { readonly kind: 'nowhere'; readonly why: string }

/**
 * Makes one attempt to send the message of this id. Taking it puts the next attempt off, so that whoever comes second at the same time does
 * nothing, and a process that ends while it sends is followed by another. What came of it is written before the queue hears it.
 */
export async function deliver(work: DeliverWork, id: string): Promise<void> {
  const { kernel } = work
  const now = kernel.clock.now()
  const { rows } = await kernel.pool.query('select * from notification_delivery where id = $1', [id])
  const delivery = rows[0] && fromRow<Delivery>(rows[0])
  if (delivery?.state !== 'waiting') return
  const claimed = await kernel.pool.query(
    `update notification_delivery set attempts = attempts + 1, last_try_at = $2, next_try_at = $3
     where id = $1 and state = 'waiting' and next_try_at <= $4`,
    [id, now, addMilliseconds(now, LEASE), addMilliseconds(now, CLOCKS_DIFFER)],
  )
  if (claimed.rowCount !== 1) return
  const attempts = delivery.attempts + 1
  const events = await eventsOf(work, id)
  const test = events.some(event => event.kind === 'channel.test')
  const place = await placeOf(work, delivery.target, test)
  if (place.kind === 'nowhere' || events.length === 0) {
    await settle(work, id, 'dropped', place.kind === 'nowhere' ? place.why : '事项已办结 / settled meanwhile', now)
    return
  }
  const outcome = await send(work, delivery, place, events)
  const channel = place.kind === 'channel' ? place.channel : null
  if (outcome.ok) {
    await settle(work, id, 'sent', outcome.answer, now)
    if (channel && test) await tell(work, channel, 'note-test', { ok: true, answer: outcome.answer })
    else if (channel?.state === 'failing') await tell(work, channel, 'mark-working', {})
    return
  }
  if (test || outcome.lasting || attempts >= MOST_ATTEMPTS) {
    // a test is not sent again by itself: it says what it has to say on the channel
    await settle(work, id, test ? 'dropped' : 'given-up', outcome.answer, now)
    if (channel && test) await tell(work, channel, 'note-test', { ok: false, answer: outcome.answer })
    else if (channel?.state === 'active') await tell(work, channel, 'mark-failing', { answer: outcome.answer })
    else if (!channel) await tellMailFails(work, now)
    return
  }
  const wait = waitAfter(attempts, randomInt(1_000) / 1_000)
  await kernel.pool.query('update notification_delivery set answer = $2, next_try_at = $3 where id = $1', [
    id,
    outcome.answer,
    addMilliseconds(now, wait),
  ])
}

/** The events of the message; what is settled meanwhile (a clock met, a signature given before the digest went) is left out. */
async function eventsOf({ kernel }: DeliverWork, id: string): Promise<WrittenEvent[]> {
  const { rows } = await kernel.pool.query({
    name: 'delivery_events',
    text: `select e.* from notification_dispatch p join notification_event e on e.id = p.event_id where p.delivery_id = $1
      and e.settled_at is null order by e.at, e.id`,
    values: [id],
  })
  return rows.map(row => fromRow<WrittenEvent>(row))
}

async function placeOf({ kernel, mail }: DeliverWork, target: string, test: boolean): Promise<Place> {
  const [kind, id] = target.split(':')
  if (kind === 'channel') {
    const { rows } = await kernel.pool.query('select * from channel where id = $1', [id])
    const channel = rows[0] && fromRow<ChannelRow>(rows[0])
    if (!channel || channel.state === 'removed' || (channel.state === 'paused' && !test))
      return { kind: 'nowhere', why: '渠道未启用 / the channel is not active' }
    if (channel.kind !== 'email') return { kind: 'channel', channel }
    return { kind: 'channel', channel }
  }
  const { rows } = await kernel.pool.query<{ email: string | null; name: string; language: 'zh' | 'en' | null }>(
    `select p.email, p.name, c.language from person p left join channel c on c.person_id = p.id and c.state = 'active'
     where p.id = $1 and p.state = 'active'`,
    [id],
  )
  const person = rows[0]
  if (!person?.email)
    return { kind: 'nowhere', why: '人员没有邮箱或已停用 / the person has no e-mail address or is not active' }
  if (mail === null) return { kind: 'nowhere', why: '尚未设置发信服务器 / no mail server is set up' }
  return { kind: 'mail', to: person.email, name: person.name, language: person.language ?? USUAL_PLAN.language }
}

async function send(
  work: DeliverWork,
  delivery: Delivery,
  place: Place,
  events: readonly WrittenEvent[],
): Promise<Outcome> {
  const { kernel, seal, own, origin } = work
  const { rows } = await kernel.pool.query<{ name: Text }>('select name from company')
  const language = place.kind === 'channel' ? place.channel.language : place.kind === 'mail' ? place.language : 'zh'
  const wording = wordingOf(events, { language, origin, company: rows[0]?.name[language] ?? '' })
  if (place.kind === 'mail') return mailTo(work, delivery, place.to, place.name, wording, language)
  if (place.kind !== 'channel') return { ok: false, lasting: true, answer: place.why }
  const { channel } = place
  if (channel.kind === 'email') return mailTo(work, delivery, channel.email ?? '', channel.name, wording, language)
  const address = seal.open(channel.address)
  const secret = seal.open(channel.secret)
  if (address === null || (channel.secret !== null && secret === null))
    return {
      ok: false,
      lasting: true,
      answer:
        '地址或密钥无法解密，请重新填写 / the address or secret cannot be opened with this server’s key: enter it anew',
    }
  const [first] = events
  const posting =
    channel.kind === 'webhook' && first
      ? webhookPosting(address, secret ?? '', delivery.id, webhookEvent(first, origin), kernel.clock.now())
      : robotPosting(channel.kind, address, secret, wording, kernel.clock.now())
  return outcomeOf(channel.kind, await postOut(posting.address, posting.body, posting.headers, own))
}

const webhookEvent = (event: WrittenEvent, origin: string | null) => ({
  type: event.kind,
  timestamp: event.at,
  data: {
    event: event.id,
    class: event.class,
    procedure: event.procedure,
    recordId: event.recordId,
    number: event.number,
    sentence: event.sentence,
    ...(origin !== null && event.procedure && event.number
      ? { url: new URL(`/${event.procedure}/${encodeURIComponent(event.number)}`, origin).href }
      : {}),
  },
})

async function mailTo(
  { mail }: DeliverWork,
  { id, round }: Delivery,
  to: string,
  toName: string,
  wording: Parameters<typeof noticeMail>[0],
  language: 'zh' | 'en',
): Promise<Outcome> {
  if (mail === null) return { ok: false, lasting: true, answer: '尚未设置发信服务器 / no mail server is set up' }
  const messageId = `<notification-${id}.${round}@${senderDomain(mail.settings)}>`
  const posted = await mail.post.send({ to, toName, messageId, attachments: [], ...noticeMail(wording, language) })
  return posted.ok
    ? { ok: true, lasting: false, answer: posted.answer }
    : { ok: false, lasting: posted.lasting, answer: posted.answer }
}

async function settle({ kernel }: DeliverWork, id: string, state: string, answer: string, now: Instant): Promise<void> {
  await kernel.pool.query(
    `update notification_delivery set state = $2, answer = $3, sent_at = case when $2 = 'sent' then $4::timestamptz end where id = $1`,
    [id, state, answer.slice(0, 1_000), now],
  )
}

const systemAt = (siteId: string): Actor => ({
  id: siteId,
  name: 'Bihuan',
  username: 'system',
  roles: [],
  siteId,
  via: 'system',
})

const tell = async ({ kernel }: DeliverWork, channel: ChannelRow, verb: string, input: unknown): Promise<void> => {
  await execute(kernel, { command: `channel.${verb}`, on: channel.id, input }, systemAt(channel.siteId))
}

/** E-mail to people was given up: administrators are told once a day, in the product, where no mail is needed. */
async function tellMailFails({ kernel }: DeliverWork, now: Instant): Promise<void> {
  const { rows } = await kernel.pool.query<{ id: string }>('select distinct site_id as id from person')
  await inTransaction(kernel.pool, client =>
    postNotices(
      { kernel, mails: false },
      client,
      rows.map(site => ({
        id: `mail-failing:${site.id}:${dayOf(now, kernel.zone)}`,
        at: now,
        class: 'trouble',
        kind: 'mail.failing',
        procedure: null,
        recordId: null,
        number: null,
        sentence: text(
          '有通知邮件未能发出，请查看“通知发送情况”',
          'E-mails with notifications could not be sent: see "Deliveries"',
        ),
        to: { siteId: site.id, roles: TROUBLE_ROLES },
      })),
      new Map(),
      now,
    ),
  )
}
