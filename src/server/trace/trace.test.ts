import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestServer, testServer } from '../../../test/server.ts'
import { parcels, TOY_SCHEMA, waxes } from '../../../test/toy/toy.ts'
import { lots, parties, products, settle, warehouses } from '../../../test/world.ts'
import type { Procedure } from '../../kernel/procedure.ts'
import { lot } from '../../procedures/lot/procedure.ts'
import { party } from '../../procedures/party/procedure.ts'
import { product } from '../../procedures/product/procedure.ts'
import type { Trace, TraceAnswer } from './trace.ts'

/** Wax stands for any record that names a lot. */
const wax: Procedure = {
  ...waxes,
  record: { ...waxes.record, traced: [{ table: 'wax', record: 'id', lot: 'parcel_id' }] },
}
const WAREHOUSE = warehouses.main.id

let server: TestServer
let cookie: string
beforeAll(async () => {
  server = await testServer([party, product, lot, parcels, wax], { schema: TOY_SCHEMA })
  const { adminPool, db } = server.company.database
  await settle(db)
  await moved(lots.pump, 'receive', 'supplier', 'waiting', 20, parties.pumpMaker.id, 'DH-1')
  await moved(lots.pump, 'accept', 'waiting', 'qualified', 20, null, null)
  await moved(lots.pump, 'pick', 'qualified', 'shipping', 12, null, null)
  await moved(lots.pump, 'ship', 'shipping', 'customer', 12, parties.remoteHospital.id, 'SH20260320-001', ['SN-7'])
  await moved(lots.pump, 'take-back', 'customer', 'return', 3, parties.remoteHospital.id, 'TH-1')
  await moved(lots.pump, 'destroy-at-customer', 'customer', 'destroyed', 1, parties.remoteHospital.id, 'XH-1')
  await adminPool.query(
    `INSERT INTO stock (id, lot_id, product_id, warehouse_id, zone, quantity)
     VALUES (gen_random_uuid(), $1, $2, $3, 'qualified', 8), (gen_random_uuid(), $1, $2, $3, 'return', 3),
       (gen_random_uuid(), $1, $2, $3, 'shipping', 0)`,
    [lots.pump.id, products.pump.id, WAREHOUSE],
  )
  await adminPool.query(
    `INSERT INTO unit (id, lot_id, product_id, serial, place, party_id) VALUES (gen_random_uuid(), $1, $2, 'SN-7', 'customer', $3)`,
    [lots.pump.id, products.pump.id, parties.remoteHospital.id],
  )
  await server.company.does('quality', 'wax.apply', { input: { title: 'held', parcelId: lots.pump.id } })
  cookie = await server.signIn('warehouse')
})
afterAll(() => server.close())

const moved = (
  of: typeof lots.pump,
  kind: string,
  from: string,
  to: string,
  quantity: number,
  partyId: string | null,
  document: string | null,
  serials: readonly string[] = [],
): Promise<unknown> =>
  server.company.database.adminPool.query(
    `INSERT INTO stock_move (id, lot_id, product_id, warehouse_id, at, happened_on, from_place, to_place, quantity, kind,
       document, party_id, serials, by_id, by_name)
     VALUES (gen_random_uuid(), $1, $2, $3, clock_timestamp(), '2026-03-20', $4, $5, $6, $7, $8, $9, $10, $2, '丁全福')`,
    [of.id, of.productId, WAREHOUSE, from, to, serials.length || quantity, kind, document, partyId, serials],
  )

const ask = async (query: Record<string, string>): Promise<{ status: number; answer: TraceAnswer }> => {
  const { statusCode, body } = await server.send({
    method: 'GET',
    url: `/api/read/trace.of?${new URLSearchParams(query)}`,
    headers: { cookie },
  })
  return { status: statusCode, answer: JSON.parse(body) }
}

const traced = async (query: Record<string, string>): Promise<Trace> => {
  const { answer } = await ask(query)
  if (!answer.trace) throw new Error(`no trace: ${JSON.stringify(answer)}`)
  return answer.trace
}

const named = async (q: string): Promise<string[]> => {
  const { answer } = await ask({ q })
  return [...(answer.trace ? [answer.trace.subject] : []), ...answer.choices].map(({ kind, id }) => `${kind} ${id}`)
}

describe('what was scanned or typed', () => {
  const di = products.pump.udiDi ?? ''
  test.each([
    ['a UDI with a lot', `(01)${di}(10)B2601-01`, ['lot PH-2026-00001']],
    ['a UDI with a serial number', `(01)${di}(21)SN-7`, ['serial SN-7']],
    ['a UDI of a device alone', `(01)${di}`, ['product CP-2026-00001']],
    ['a UDI whose lot is not registered', `(01)${di}(10)NOWHERE`, ['product CP-2026-00001']],
    ['a UDI of MA', products.plate.udiDi ?? '', ['product CP-2026-00004']],
    ['a lot number', 'B2601-01', ['lot PH-2026-00001']],
    ['a lot number in small letters', 'b2601-01', ['lot PH-2026-00001']],
    ['a serial number', 'SN-7', ['serial SN-7']],
    ['a delivery note', 'SH20260402-002', ['delivery SH20260402-002']],
    ['the number of a lot', 'ph-2026-00002', ['lot PH-2026-00002']],
    ['the number of a customer', 'KH-2026-00001', ['customer KH-2026-00001']],
    ['the number of a supplier', 'KH-2026-00006', ['supplier KH-2026-00006']],
    ['a part of a name', '瀍东', ['customer KH-2026-00003']],
    ['the beginning of a note', 'SH20260402', ['delivery SH20260402-001', 'delivery SH20260402-002']],
    ['what is nowhere', '没有这个', []],
  ])('%s', async (_, q, expected) => {
    expect(await named(q)).toEqual(expected)
  })

  test('a record is found by its number and told with its matter', async () => {
    const { rows } = await server.company.database.pool.query('SELECT number FROM wax')
    const trace = await traced({ q: rows[0].number })
    expect(trace.subject).toMatchObject({ kind: 'record', record: { procedure: 'wax' } })
    expect(trace.matter?.steps.map(step => step.command)).toEqual(['wax.apply'])
    expect(trace.lots.map(item => item.lotNo)).toEqual(['B2601-01'])
  })

  test('a device that is not ours is said to be so', async () => {
    const { answer } = await ask({ q: '(01)06912345678901(10)A1' })
    expect(answer.trace).toBeNull()
    expect(answer.remark?.zh ?? '').not.toBe('')
  })

  test('nothing asked is refused with what to do', async () => {
    const { status, answer } = await ask({ q: ' ' })
    expect(status).toBe(422)
    expect(answer).toMatchObject({ code: 'nothing-asked' })
  })
})

describe('a lot', () => {
  test('tells where it came from, who had it, what came back and what lies where', async () => {
    const trace = await traced({ kind: 'lot', id: 'PH-2026-00001' })
    expect(trace.moves.map(({ kind, quantity, partyName, document }) => [kind, quantity, partyName, document])).toEqual(
      [
        ['receive', 20, '河南衡泽医疗科技有限公司', 'DH-1'],
        ['accept', 20, null, null],
        ['take-back', 3, '洛阳瀍东医院', 'TH-1'],
        ['destroy-at-customer', 1, '洛阳瀍东医院', 'XH-1'],
      ],
    )
    expect(
      trace.handed.map(({ partyName, delivered, returned, destroyed }) => [partyName, delivered, returned, destroyed]),
    ).toEqual([
      ['洛阳瀍东医院', 8, 3, 1],
      ['郑州金水河湾医院', 4, 0, 0],
    ])
    expect(trace.handed[0]).toMatchObject({ phone: '0379-10550103', contact: '贾文博', lastDeliveredOn: '2026-03-20' })
    expect([trace.handedCount, trace.delivered]).toEqual([2, 12])
    expect(trace.stock.map(({ zone, quantity }) => [zone, quantity])).toEqual([
      ['qualified', 8],
      ['return', 3],
    ])
    expect(trace.flows.find(flow => flow.to === 'customer')).toMatchObject({ from: 'shipping', quantity: 1 })
    expect(trace.days.map(({ day, quantity, note, partyName }) => [day, quantity, note, partyName])).toEqual([
      ['2026-03-18', 4, 'SH20260318-001', '郑州金水河湾医院'],
      ['2026-03-20', 8, 'SH20260320-001', '洛阳瀍东医院'],
    ])
    expect(trace.events.map(({ sort, title, quantity }) => [sort, title.zh, quantity])).toEqual([
      ['delivery', '发货', 4],
      ['goods', '收货待验', 20],
      ['goods', '验收入库', 20],
      ['delivery', '发货', 8],
      ['goods', '客户退回', 3],
      ['goods', '客户处销毁', 1],
      ['record', '封蜡登记', null],
    ])
    expect(trace.records.map(({ procedure, title, by }) => [procedure, title, by])).toEqual([['wax', 'held', 'lot']])
  })

  test('that does not exist is refused with what to scan', async () => {
    const { status, answer } = await ask({ kind: 'lot', id: 'PH-2026-99999' })
    expect(status).toBe(404)
    expect(answer).toMatchObject({ code: 'absent' })
  })
})

test('a unit tells who has it and its own moves alone', async () => {
  const trace = await traced({ kind: 'serial', id: 'SN-7' })
  expect(trace.handed.map(({ partyName, delivered }) => [partyName, delivered])).toEqual([['洛阳瀍东医院', 1]])
  expect(trace.moves.map(({ kind }) => kind)).toEqual(['ship'])
  expect(trace.stock).toEqual([])
})

test('a customer is told by the lots that it had, a supplier by those that came from it', async () => {
  const customer = await traced({ kind: 'customer', id: 'KH-2026-00003' })
  expect(customer.handed.map(({ delivered, returned }) => [delivered, returned])).toEqual([
    [8, 0],
    [8, 3],
  ])
  expect(customer.lots.map(item => item.lotNo).sort()).toEqual(['B2601-01', 'JB2602'])
  expect(customer.stock).toEqual([])
  const supplier = await traced({ kind: 'supplier', id: 'KH-2026-00006' })
  expect(supplier.lots.map(item => item.lotNo)).toEqual(['B2601-01'])
  expect(supplier.delivered).toBe(12)
})

test('a delivery note is told by its lines alone', async () => {
  const trace = await traced({ kind: 'delivery', id: 'SH20260318-001' })
  expect(trace.handed.map(({ partyName, delivered }) => [partyName, delivered])).toEqual([['郑州金水河湾医院', 4]])
  expect(trace.records).toEqual([])
})

test('a product is told by all its lots', async () => {
  const trace = await traced({ kind: 'product', id: 'CP-2026-00002' })
  expect(trace.lots.map(item => item.lotNo)).toEqual(['20260301', '20230301'])
  expect(trace.delivered).toBe(1400)
})
