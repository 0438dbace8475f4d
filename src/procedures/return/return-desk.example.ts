/** A company with goods at its customers, and the hands to move returns: for the stories. */
import { expect } from 'vitest'
import { type TestKernel, testKernel } from '../../../test/kernel.ts'
import { deliveries, lots, parties, products, settle, site, testId, warehouses } from '../../../test/world.ts'
import type { Call } from '../../kernel/call.ts'
import { recordPage } from '../../kernel/record-page.ts'
import { verifyTrail } from '../../kernel/verify.ts'
import { lotTitle } from '../../vocabulary/lot.ts'
import { procedures } from '../index.ts'
import { returns } from './procedure.ts'
import type { ReturnRow } from './return.ts'

const { dealer, remoteHospital } = parties
const { infusionSet: setLot } = lots

/** A reagent that must stay between 2 and 8 °C. */
const reagent = {
  ...products.infusionSet,
  id: testId('reagent'),
  number: 'CP-2026-00009',
  name: '糖化血红蛋白检测试剂盒',
  model: '20 人份/盒',
  spec: '',
  udiDi: '06999900010095',
  deviceClass: 'II' as const,
  unit: '盒',
  storage: '2–8 ℃ 避光',
  isColdChain: true,
  temperatureFrom: 2,
  temperatureTo: 8,
}
export const reagentLot = {
  ...lots.infusionSet,
  id: testId('reagent lot'),
  number: 'PH-2026-00009',
  productId: reagent.id,
  lotNo: 'HB2608',
  title: lotTitle(reagent, 'HB2608'),
  producedOn: '2026-08-12',
  expiresOn: '2027-08-11',
  quantityDelivered: 20,
}
const delivered = (number: string, partyId: string, lot: typeof setLot, deliveredOn: string, quantity: number) => ({
  id: testId(`return story ${number}`),
  number,
  partyId,
  productId: lot.productId,
  lotId: lot.id,
  deliveredOn,
  quantity,
  orderNo: null,
})

type Input = Readonly<Record<string, unknown>>

/** The return as a step or a page answers it. */
export const row = (answer: { readonly record: unknown }): ReturnRow => answer.record as ReturnRow

/** Units of line 1 that the inspection finds good, or what `over` says of them. */
export const good = (quantity: number, over: Input = {}) => ({
  lineNo: 1,
  verdict: 'good',
  quantity,
  finding: '包装完好，效期内',
  ...over,
})

/** One return and the steps on it. */
export interface OneReturn {
  readonly id: string
  does(who: string, verb: string, input?: Input): ReturnType<TestKernel['does']>
  /** The first refusal of a step that must be refused. */
  refused(
    who: string,
    verb: string,
    input?: Input,
  ): Promise<Awaited<ReturnType<TestKernel['refused']>>[number] | undefined>
}

/** Opens the company. */
export async function returnDesk() {
  const world = await testKernel(procedures)
  const here = { siteId: world.siteId }
  const mine = <Row extends object>(list: readonly Row[]) => list.map(item => ({ ...item, ...here }))
  await settle(world.kernel.db, {
    site: { ...site, ...here, id: world.siteId },
    parties: mine(Object.values(parties)),
    products: mine([...Object.values(products), reagent]),
    lots: mine([...Object.values(lots), reagentLot]),
    deliveries: [
      ...deliveries,
      delivered('SH20261010-001', dealer.id, setLot, '2026-10-10', 400),
      delivered('SH20261020-003', dealer.id, reagentLot, '2026-10-20', 20),
      delivered('SH20261021-001', remoteHospital.id, setLot, '2026-10-21', 200),
    ],
    warehouses: mine(Object.values(warehouses)),
  })
  const page = (id: string, who = 'quality') => recordPage(world.kernel, returns, id, world.as(who))
  const { adminPool } = world.database

  function on(id: string): OneReturn {
    const call = (input: Input): Omit<Call, 'command' | 'input'> & { input: Input } => ({ on: id, input })
    return {
      id,
      does: (who, verb, input = {}) => world.does(who, `return.${verb}`, call(input)),
      refused: async (who, verb, input = {}) => (await world.refused(who, `return.${verb}`, call(input)))[0],
    }
  }

  return {
    world,
    page,
    /** Registers a request. */
    async requested(input: Input, who = 'after-sales'): Promise<OneReturn> {
      const { record } = await world.does(who, 'return.request', { input })
      return on(record.id)
    },
    /** The goods are delivered to our door, counted, and wait for the inspection. */
    async arrives(it: OneReturn, counted: number) {
      await it.does('warehouse', 'notify-arrival', { way: 'delivered' })
      return it.does('warehouse-head', 'count', { lines: [{ lineNo: 1, counted }] })
    },
    /** The three signatures before the stock-in. */
    async signedByThree(it: OneReturn) {
      await it.does('sales-head', 'sign-stock-in')
      await it.does('quality', 'sign-stock-in', { note: '检验结论属实' })
      return it.does('after-sales-head', 'sign-stock-in')
    },
    /** What lies of a lot in each zone. */
    async inZone(lotId: string): Promise<Record<string, number>> {
      const { rows } = await adminPool.query('SELECT zone, quantity FROM stock WHERE lot_id = $1 AND quantity > 0', [
        lotId,
      ])
      return Object.fromEntries(rows.map(item => [item.zone, item.quantity]))
    },
    /** Records that came out of a return, by the kind of their link. */
    linked: async (id: string, kind: string) => (await page(id)).links.filter(item => item.kind === kind),
    /** Every form can be filled from every return, and every row is what the trail says. */
    async isWhole(): Promise<void> {
      const { rows } = await adminPool.query('SELECT id FROM goods_return ORDER BY number')
      const ids = rows.map(item => item.id as string)
      const papers = await returns.queries.facts.paper?.read(world.kernel.db, ids)
      for (const form of returns.forms)
        for (const id of ids) expect(() => form.schema.parse(form.data(papers?.get(id))), form.id).not.toThrow()
      const { faults } = await verifyTrail(adminPool, world.kernel.registry, world.kernel.keys)
      // What the stories put there directly; the rest went through the steps.
      const settled = /^(person|party|product|lot|delivery|warehouse) /
      expect(faults.filter(fault => !settled.test(fault.at))).toEqual([])
    },
    drop: () => world.drop(),
  }
}
export type ReturnDesk = Awaited<ReturnType<typeof returnDesk>>
