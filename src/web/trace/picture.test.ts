import { describe, expect, test } from 'vitest'
import type { Flow, Handed, Trace, TracedMove } from '../../server/trace/trace.ts'
import { type Picture, pictureOf } from './picture.ts'

const handed = (index: number, delivered: number, returned = 0, destroyed = 0): Handed => ({
  partyId: `p${index}`,
  partyNumber: `KH-${index}`,
  partyName: `医院 ${index}`,
  city: null,
  phone: null,
  contact: null,
  lotId: 'lot',
  delivered,
  returned,
  destroyed,
  notes: 1,
  lastDeliveredOn: '2026-03-20',
})
const flow = (from: Flow['from'], to: Flow['to'], quantity: number): Flow => ({
  from,
  to,
  quantity,
  warehouseId: 'w',
  warehouseName: '一号库',
})
const trace = (more: Partial<Trace>): Trace => ({
  subject: { kind: 'lot', id: 'PC-1', title: '输液泵', code: 'A1', remark: null, record: null },
  lots: [],
  moreLots: false,
  handed: [],
  handedCount: more.handed?.length ?? 0,
  delivered: more.handed?.reduce((sum, line) => sum + line.delivered, 0) ?? 0,
  stock: [],
  underWay: [],
  holds: [],
  moves: [],
  moreMoves: false,
  flows: [],
  days: [],
  events: [],
  places: {},
  kinds: {},
  records: [],
  moreRecords: false,
  parties: [],
  matter: null,
  ...more,
})
const arrows = ({ links }: Picture): Record<string, number> =>
  Object.fromEntries(links.map(({ source, target, value }) => [`${source} > ${target}`, value]))
const stock = (zone: 'qualified' | 'return' | 'unqualified', quantity: number) => ({
  lotId: 'lot',
  warehouseId: 'w',
  warehouseName: '一号库',
  zone,
  quantity,
})

describe('the way of a lot', () => {
  const whole = trace({
    moves: [{ from: 'supplier', to: 'waiting', quantity: 20, partyNumber: 'KH-9', partyName: '供货者' } as TracedMove],
    flows: [
      flow('supplier', 'waiting', 20),
      flow('waiting', 'qualified', 20),
      flow('qualified', 'shipping', 12),
      flow('shipping', 'qualified', 2),
      flow('shipping', 'customer', 10),
      flow('customer', 'return', 4),
      flow('customer', 'destroyed', 1),
      flow('return', 'unqualified', 3),
      flow('unqualified', 'destroyed', 2),
    ],
    handed: [handed(1, 7, 4), handed(2, 5, 0, 1)],
    stock: [stock('qualified', 10), stock('return', 1), stock('unqualified', 1)],
  })

  test('runs from the supplier over customers and returns to destruction', () => {
    expect(arrows(pictureOf(whole))).toEqual({
      'supplier KH-9 > hub': 20,
      'before > hub': 2,
      'hub > zone qualified': 10,
      'hub > customer KH-1': 7,
      'customer KH-1 > returned': 4,
      'hub > customer KH-2': 5,
      'customer KH-2 > destroyed-there': 1,
      'returned > zone return': 1,
      'returned > unqualified': 3,
      'unqualified > zone unqualified': 1,
      'unqualified > destroyed': 2,
    })
  })

  test('never runs in a circle, which a picture of this kind cannot show', () => {
    const { links } = pictureOf(whole)
    const open = new Set(links.map(({ source }) => source))
    const reaches = (from: string, seen: readonly string[]): boolean =>
      links.some(
        ({ source, target }) => source === from && (seen.includes(target) || reaches(target, [...seen, target])),
      )
    expect([...open].filter(id => reaches(id, [id]))).toEqual([])
  })

  test('goods that were returned, found good and lie in stock are drawn once', () => {
    const picture = pictureOf(
      trace({
        flows: [
          flow('supplier', 'qualified', 5),
          flow('shipping', 'customer', 5),
          flow('customer', 'return', 5),
          flow('return', 'qualified', 5),
        ],
        handed: [handed(1, 5, 5)],
        stock: [stock('qualified', 3)],
      }),
    )
    expect(arrows(picture)).toMatchObject({ 'returned > zone qualified': 3, 'returned > resold': 2 })
    expect(arrows(picture)).not.toHaveProperty('hub > zone qualified')
  })
})

describe('many customers', () => {
  const many = (count: number) => Array.from({ length: count }, (_, i) => handed(i, 10, i === count - 1 ? 2 : 0))
  const customersIn = (picture: Picture): number => picture.nodes.filter(({ id }) => id.startsWith('customer ')).length

  test('stand by name while they are few', () => {
    const picture = pictureOf(trace({ handed: many(37) }))
    expect(customersIn(picture)).toBe(37)
    expect(picture.nodes.some(({ id }) => id === 'customers')).toBe(false)
  })

  test('are one line beyond that; who returned something is named', () => {
    const picture = pictureOf(trace({ handed: many(500) }))
    expect(customersIn(picture)).toBe(39)
    expect(picture.nodes.find(({ id }) => id === 'customers')?.title).toEqual({ zh: '其余 461 家', en: '461 others' })
    expect(picture.nodes.some(({ id }) => id === 'customer KH-499')).toBe(true)
    expect(arrows(picture)['hub > customers']).toBe(4610)
  })

  test('on further pages count too', () => {
    const picture = pictureOf(trace({ handed: many(50), handedCount: 1200, delivered: 12_000 }))
    expect(picture.nodes.find(({ id }) => id === 'customers')?.title).toMatchObject({ zh: '其余 1161 家' })
    expect(arrows(picture)['hub > customers']).toBe(12_000 - 390)
  })
})

test('of one customer its lots are drawn', () => {
  const lot = { id: 'lot', number: 'PC-1', productName: '输液泵', lotNo: 'A1' } as Trace['lots'][number]
  const picture = pictureOf(
    trace({ subject: { ...trace({}).subject, kind: 'customer' }, lots: [lot], handed: [handed(1, 7, 3)] }),
  )
  expect(arrows(picture)).toEqual({ 'lot PC-1 > customer KH-1': 7, 'customer KH-1 > returned': 3 })
})
