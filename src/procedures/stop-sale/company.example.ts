import { randomUUID } from 'node:crypto'
import { type TestKernel, testKernel } from '../../../test/kernel.ts'
import { deliveries, lots, parties, products, settle, site, testId, warehouses } from '../../../test/world.ts'
import type { Call } from '../../kernel/call.ts'
import { execute } from '../../kernel/execute.ts'
import type { RecordBase } from '../../kernel/record.ts'
import { recordPage } from '../../kernel/record-page.ts'
import { Refused } from '../../kernel/refusal.ts'
import { lotTitle } from '../../vocabulary/lot.ts'
import { procedures } from '../index.ts'
import { stopSale } from './procedure.ts'
import type { StopSaleRow } from './stop-sale.ts'
import type { StopSaleMark, StopSaleTold, StopSaleTransit } from './stop-sale-rows.ts'

/** A second lot of the infusion set, of which nothing was sold. */
export const secondLot = {
  ...lots.infusionSet,
  id: testId('lot 20260402'),
  number: 'PH-2026-00009',
  lotNo: '20260402',
  title: lotTitle(products.infusionSet, '20260402'),
  quantityDelivered: 0,
}

/** What shipments ask of the checker. */
const checkItems = ['name', 'spec', 'quantity', 'maker', 'lot', 'expiry', 'pieces', 'quality', 'consignee']

/** What quality enters when it accepts a complaint about a device. */
export const accept = {
  kind: 'quality',
  urgency: 'general',
  harmHappened: 'no',
  couldHarm: 'no',
  treatmentAffected: 'no',
  functionLost: 'no',
  legalComplaint: false,
}

/** The clock of this name that was not cancelled. */
export const clockOf = (
  due: readonly { name: string; metAt: string | null; cancelledAt: string | null; dueAt: string }[],
  name: string,
) => due.find(item => item.name === name && !item.cancelledAt)

/** The company with goods in stock, and the hands to read what a stop says. */
export interface StockedCompany extends TestKernel {
  /** A customer calls; the service desk writes it down. */
  readonly telephone: (
    lot: { readonly lotNo: string; readonly productId: string },
    partyId: string,
    description: string,
  ) => Promise<RecordBase>
  readonly openStock: (lotId: string, quantity: number, serials?: readonly string[]) => Promise<void>
  readonly order: (lotId: string, quantity: number, serials?: readonly string[]) => Promise<string>
  readonly pick: (shipmentId: string) => Promise<void>
  readonly check: (shipmentId: string, lotId: string, quantity: number) => Promise<void>
  readonly ship: (shipmentId: string) => Promise<void>
  /** The stops over a complaint, a shipment or a lot, oldest first. */
  readonly stopsOf: (by: { readonly causeId?: string; readonly lotId?: string }) => Promise<StopSaleRow[]>
  readonly stop: (id: string) => Promise<StopSaleRow>
  readonly marks: (id: string) => Promise<StopSaleMark[]>
  readonly transit: (id: string) => Promise<StopSaleTransit[]>
  readonly told: (id: string) => Promise<StopSaleTold[]>
  readonly delivered: (lotId: string) => Promise<number>
  /** Everybody who is asked signs the notice. */
  readonly approveNotice: (id: string) => Promise<void>
  /** Every letter of a notice is handed over. */
  readonly lettersArrive: (id: string) => Promise<void>
  /** Codes of the refusals of a step; empty when it was accepted. */
  readonly codes: (username: string, command: string, call: Omit<Call, 'command'>) => Promise<string[]>
}

/** Opens the named company with its whole registry on a fresh database. */
export async function openStockedCompany(): Promise<StockedCompany> {
  const world = await testKernel(procedures)
  const { kernel, siteId, does } = world
  const mine = <Row extends object>(list: readonly Row[]) => list.map(row => ({ ...row, siteId }))
  await settle(kernel.db, {
    site: { ...site, id: siteId, siteId },
    parties: mine(
      Object.values(parties).map(row => ({
        ...row,
        address: row.address ?? '郑州市金水区河湾路19号',
        contacts: row.contacts.length > 0 ? row.contacts : [{ name: '收货人', title: null, phone: '142 0371 0000' }],
      })),
    ),
    products: mine(Object.values({ ...products, pump: { ...products.pump, isSerialTracked: true } })),
    lots: mine([...Object.values(lots), secondLot]),
    deliveries,
    warehouses: mine(Object.values(warehouses)),
  })
  const childrenOf = async <Row>(table: string, id: string) =>
    (await kernel.db.selectFrom(table).selectAll().where('stopSaleId', '=', id).orderBy('at').execute()) as Row[]
  const step = (username: string, command: string, on: string, input: object) => does(username, command, { on, input })
  return {
    ...world,
    telephone: async ({ productId, lotNo }, partyId, description) => {
      const input = { partyId, productId, lotNo, description, harmHappened: 'no', couldHarm: 'no' }
      return (await does('service-desk', 'complaint.open', { input })).record
    },
    openStock: async (lotId, quantity, serials = []) => {
      const input = { zone: 'qualified', quantity, serials: [...serials], countedOn: '2026-11-19' }
      await does('warehouse', 'lot.open-stock', { on: lotId, input })
    },
    order: async (lotId, quantity, serials = []) => {
      const lines = [{ lotId, quantity, serials: [...serials], unitPrice: 320, reason: '客户指定批号' }]
      const input = { partyId: parties.dealer.id, orderNo: `XS-${randomUUID().slice(0, 8)}`, lines }
      return (await does('sales', 'shipment.order', { input })).record.id
    },
    pick: async id => void (await step('picker', 'shipment.pick', id, {})),
    check: async (id, lotId, quantity) =>
      void (await step('checker', 'shipment.check', id, {
        items: checkItems,
        lines: [{ lotId, quantity, pieces: 1 }],
        inShippingZone: true,
      })),
    ship: async id => void (await step('driver', 'shipment.ship', id, { vehicle: '豫A·7K215' })),
    stopsOf: async ({ causeId, lotId }) => {
      let query = kernel.db.selectFrom('stopSale').selectAll().orderBy('number')
      if (causeId) query = query.where('causeId', '=', causeId)
      if (lotId) query = query.where('lotId', '=', lotId)
      return (await query.execute()) as StopSaleRow[]
    },
    stop: async id => (await recordPage(kernel, stopSale, id, world.as('quality'))).record as unknown as StopSaleRow,
    marks: id => childrenOf<StopSaleMark>('stopSaleMark', id),
    transit: id => childrenOf<StopSaleTransit>('stopSaleTransit', id),
    told: id => childrenOf<StopSaleTold>('stopSaleTold', id),
    delivered: async lotId => {
      const rows: { quantity: number }[] = await kernel.db
        .selectFrom('delivery')
        .select('quantity')
        .where('lotId', '=', lotId)
        .execute()
      return rows.reduce((sum, row) => sum + row.quantity, 0)
    },
    approveNotice: async id => {
      for (;;) {
        const asked = await kernel.db
          .selectFrom('signOff')
          .select('byRoles')
          .where('recordId', '=', id)
          .where('outcome', '=', 'pending')
          .orderBy('step')
          .executeTakeFirst()
        const [role] = (asked?.byRoles ?? []) as string[]
        if (!role) return
        await step(role, 'notice.approve', id, { opinion: 'agree' })
      }
    },
    lettersArrive: async id => {
      const letters = await kernel.db
        .selectFrom('message')
        .select(['id', 'state'])
        .where('recordId', '=', id)
        .where('state', 'in', ['waiting', 'to-print'])
        .execute()
      for (const letter of letters as { id: string; state: string }[])
        if (letter.state === 'to-print')
          await step('sales', 'message.hand-over', letter.id, { how: 'courier', document: 'SF1234567890' })
        else
          await execute(
            kernel,
            {
              command: 'message.mark-sent',
              on: letter.id,
              input: { mailId: `<${letter.id}@example>`, answer: '250 OK' },
            },
            { ...world.as('sales'), via: 'system' },
          )
    },
    codes: async (username, command, call) => {
      try {
        await execute(kernel, { ...call, command }, world.as(username))
        return []
      } catch (fault) {
        if (fault instanceof Refused) return fault.refusals.map(item => item.code)
        throw fault
      }
    },
  }
}
