import { type TestKernel, testKernel } from '../../../test/kernel.ts'
import { lots, parties, products, settle, site, testId, warehouses } from '../../../test/world.ts'
import { type Answer, execute } from '../../kernel/execute.ts'
import type { Actor } from '../../kernel/person.ts'
import { recordPage } from '../../kernel/record-page.ts'
import { derivedPartyColumns } from '../../vocabulary/party.ts'
import { procedures } from '../index.ts'
import type { NoticeRow } from './notice.ts'
import type { NoticeLine, NoticeRecipient } from './notice-rows.ts'
import { notice } from './procedure.ts'
import { STAND_IN_SCHEMA, standInReturn } from './stand-in-return.example.ts'

/** The lot that thirty-seven hospitals bought. */
export const lot = lots.infusionSet
const BUYERS = 37

/** Thirty-seven hospitals, every third without an e-mail address. */
const buyers = Array.from({ length: BUYERS }, (_, i) => {
  const whole = {
    ...parties.remoteHospital,
    id: testId(`buyer ${i}`),
    number: `KH-2026-9${String(i).padStart(4, '0')}`,
    name: `第 ${String(i + 1).padStart(2, '0')} 人民医院`,
    email: i % 3 === 0 ? null : `equipment${i}@hospital${i}.example`,
    contacts: [{ name: `设备科 ${i + 1}`, title: null, phone: `14200000${String(i).padStart(3, '0')}` }],
  }
  return { ...whole, ...derivedPartyColumns(whole, site) }
})

const delivered = (i: number, quantity: number) => ({
  id: testId(`delivery ${i} ${quantity}`),
  number: `SH2026${String(i).padStart(5, '0')}-${quantity}`,
  partyId: testId(`buyer ${i}`),
  productId: lot.productId,
  lotId: lot.id,
  deliveredOn: '2026-10-08',
  quantity,
  orderNo: null,
})

/** A lot with one buyer, so that a second drill has another to take. */
const pumps = { ...delivered(0, 2), id: testId('pumps'), productId: products.pump.id, lotId: lots.pump.id }

/** Nothing of a lot: what an answer leaves out is none. */
export const nothing = { onHand: 0, used: 0, soldOn: 0, comingBack: 0, destroyed: 0, notFound: 0 }

/** The company with its thirty-seven buyers, and the hands of those outside. */
export interface NoticeWorld extends TestKernel {
  /** The record as it is. */
  row(id: string): Promise<NoticeRow>
  page(id: string): ReturnType<typeof recordPage>
  recipientsOf(id: string): Promise<readonly NoticeRecipient[]>
  linesOf(id: string): Promise<readonly NoticeLine[]>
  /** Somebody outside, let in by the link of one recipient. */
  guest(recipient: NoticeRecipient): Actor
  answers(who: Actor, verb: string, on: string, input: object): Promise<Answer>
  /** What the sending of the mail and the people with the printed letters report; answers how many letters there were. */
  everyLetterArrives(id: string): Promise<number>
}

/** Opens it on a fresh database; returns are a stand-in, so that a notice is told by itself. */
export async function noticeWorld(): Promise<NoticeWorld> {
  const others = procedures.filter(item => item.name !== 'return')
  const world = await testKernel([...others, standInReturn], { schema: STAND_IN_SCHEMA })
  const here = { siteId: world.siteId }
  const mine = <Row extends object>(list: readonly Row[]) => list.map(row => ({ ...row, ...here }))
  await settle(world.kernel.db, {
    site: { ...site, ...here, id: world.siteId },
    parties: mine([...Object.values(parties), ...buyers]),
    products: mine(Object.values(products)),
    lots: mine(Object.values(lots)),
    warehouses: mine(Object.values(warehouses)),
    deliveries: [...Array.from({ length: BUYERS }, (_, i) => delivered(i, 10)), pumps],
  })
  const childrenOf = async <Row>(table: string, id: string, order: string) =>
    (await world.kernel.db.selectFrom(table).selectAll().where('noticeId', '=', id).orderBy(order).execute()) as Row[]
  const page = (id: string) => recordPage(world.kernel, notice, id, world.as('quality'))
  const system: Actor = { ...world.as('sales'), via: 'system' }
  return {
    ...world,
    page,
    row: async id => (await page(id)).record as NoticeRow,
    recipientsOf: id => childrenOf<NoticeRecipient>('noticeRecipient', id, 'name'),
    linesOf: id => childrenOf<NoticeLine>('noticeLine', id, 'id'),
    guest: recipient => ({
      id: recipient.id,
      name: `${recipient.name} ${recipient.contactName}`,
      username: 'outside',
      roles: ['outside'],
      siteId: world.siteId,
      via: 'link',
    }),
    answers: (who, verb, on, input) => execute(world.kernel, { command: `notice.${verb}`, on, input }, who),
    everyLetterArrives: async id => {
      const letters = await world.kernel.db
        .selectFrom('message')
        .select(['id', 'state'])
        .where('recordId', '=', id)
        .where('state', 'in', ['waiting', 'to-print'])
        .execute()
      for (const letter of letters as { id: string; state: string }[])
        if (letter.state === 'waiting') {
          const input = { mailId: `<${letter.id}@example>`, answer: '250 OK' }
          await execute(world.kernel, { command: 'message.mark-sent', on: letter.id, input }, system)
        } else
          await world.does('sales', 'message.hand-over', {
            on: letter.id,
            input: { how: 'courier', document: 'SF1234567890' },
          })
      return letters.length
    },
  }
}
