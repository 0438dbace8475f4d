import { type RawBuilder, sql } from 'kysely'
import type { Actor } from '../kernel/person.ts'
import { addDays, dayOf, type Instant } from '../kernel/time.ts'
import { localityOf } from '../vocabulary/party.ts'
import type { Today } from './complaint-today.ts'
import type { Stage } from './stage.ts'
import type { Subject } from './subject.ts'
import { chance } from './world/chance.ts'
import { site } from './world/company.ts'
import type { ComplaintText } from './world/complaints/complaint-text.ts'
import type { DemoLot } from './world/lots.ts'

/** Somebody to whom a notice goes, with what it should account for. */
export interface Reader {
  readonly id: string
  readonly name: string
  readonly contactName: string | null
  readonly partyId: string
  readonly lotId: string
  /** Units delivered less those that are back. */
  readonly due: number
  readonly told: boolean
}

/** Everybody on the list of a notice. */
export async function readersOf({ kernel }: Stage, noticeId: string): Promise<Reader[]> {
  const { rows } = await sql<Reader>`
    select r.id, r.name, r.contact_name, r.party_id, l.lot_id, l.expected - l.received_back as due,
      r.told_at is not null as told
    from notice_recipient r join notice_line l on l.recipient_id = r.id
    where r.notice_id = ${noticeId}::uuid and r.state <> 'removed' order by l.expected desc, r.name`.execute(kernel.db)
  return rows
}

/** A reader who opened the link of its letter. */
export const guestOf = (
  stage: Stage,
  { id, name, contactName }: Omit<Reader, 'due' | 'lotId' | 'partyId' | 'told'>,
): Actor => ({
  id,
  name: contactName ? `${name} ${contactName}` : name,
  username: 'outside',
  roles: ['outside'],
  siteId: stage.as('quality').siteId,
  via: 'link',
})

/** Letters about a record go out: by the mail server, or printed and brought. Answers how many. */
export const lettersGoOut = (stage: Stage, recordId: string): Promise<number> =>
  deliver(
    stage,
    sql`select id, state from message where record_id = ${recordId}::uuid and state in ('waiting', 'to-print') order by number`,
  )

/** All letters that wait go out. Answers how many. */
export const lettersOnTheirWay = (stage: Stage): Promise<number> =>
  deliver(stage, sql`select id, state from message where state in ('waiting', 'to-print') order by number`)

async function deliver(stage: Stage, waiting: RawBuilder<unknown>): Promise<number> {
  const { rows } = await (waiting as RawBuilder<{ id: string; state: string }>).execute(stage.kernel.db)
  const system: Actor = { ...stage.as('sales-clerk'), via: 'system' }
  for (const { id, state } of rows)
    if (state === 'waiting')
      await stage.does(system, 'message.mark-sent', {
        on: id,
        input: { mailId: `<${id}@zhirunkang.example>`, answer: '250 2.0.0 OK queued' },
      })
    else
      await stage.does('sales-clerk', 'message.hand-over', {
        on: id,
        input: { how: 'courier', document: `SF${id.slice(0, 8)}` },
      })
  return rows.length
}

/** Records of a procedure that a record has started, the oldest first. */
export async function startedFrom({ kernel }: Stage, fromId: string, procedure: string): Promise<string[]> {
  const { rows } = await sql<{ toId: string }>`
    select to_id from link where from_id = ${fromId}::uuid and to_procedure = ${procedure} order by at, id`.execute(
    kernel.db,
  )
  return rows.map(row => row.toId)
}

/** The one record of a procedure that a record has started last. @throws Error when there is none */
export async function lastStartedFrom(stage: Stage, fromId: string, procedure: string): Promise<string> {
  const id = (await startedFrom(stage, fromId, procedure)).at(-1)
  if (!id) throw new Error(`${fromId} has started no ${procedure}`)
  return id
}

/** Somebody near who bought of the lot, and what is told about it. */
export function subjectOfLot({ world, now, stage }: Today, lot: DemoLot, text: ComplaintText, seed: string): Subject {
  const day = addDays(dayOf(now, stage.kernel.zone), -20)
  const isLocal = (partyId: string): boolean => {
    const party = world.parties.find(item => item.id === partyId)
    return party?.customerKind === 'hospital' && localityOf(party, site) === 'local'
  }
  const rows = world.deliveries.filter(row => row.lotId === lot.id && row.deliveredOn < day)
  const delivery = rows.find(row => isLocal(row.partyId)) ?? rows[0]
  const party = world.parties.find(item => item.id === delivery?.partyId)
  const product = world.products.find(item => item.id === lot.productId)
  if (!delivery || !party || !product) throw new Error(`nobody has bought lot ${lot.lotNo}`)
  const maker = world.parties.find(item => item.id === product.manufacturerId) ?? null
  const luck = chance(`recall ${seed}`)
  return { text, party, ward: '急诊科', product, lot, delivery, maker, quantity: 6, local: true, luck }
}

/** The moment of a day of a story that began on `start`. */
export type Calendar = (day: number, clock: string) => Instant
