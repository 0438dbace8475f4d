import { describe, expect, test } from 'vitest'
import { severityOf } from '../../procedures/complaint/severity.ts'
import { localityOf } from '../../vocabulary/party.ts'
import { roleIds } from '../../vocabulary/role.ts'
import { parseUdi } from '../../vocabulary/udi.ts'
import { complaintTexts, deliveriesBehind, fits } from './complaint-texts.ts'
import { fillIn, placeholders, tellersOf } from './complaints/complaint-text.ts'
import { families } from './families.ts'
import { inquiryTexts } from './inquiry-texts.ts'
import { demoWorld } from './world.ts'

const today = '2026-11-22'
const world = demoWorld(today)
const customers = world.parties.filter(party => party.isCustomer)
const ids = (rows: readonly { readonly id: string }[]) => new Set(rows.map(row => row.id)).size

describe('the demo company', () => {
  test('is large enough', () => {
    expect(world.people.length).toBeGreaterThanOrEqual(18)
    expect(customers.length).toBeGreaterThanOrEqual(60)
    expect(world.products.length).toBeGreaterThanOrEqual(80)
    expect(world.lots.length).toBeGreaterThanOrEqual(400)
    expect(world.deliveries.length).toBeGreaterThanOrEqual(6000)
    expect(world.parties.filter(party => party.isManufacturer).length).toBeGreaterThanOrEqual(8)
    expect(world.parties.filter(party => party.isSupplier && !party.isManufacturer).length).toBeGreaterThanOrEqual(8)
  })

  test('has customers of every kind, 25 local ones and more out of town', () => {
    const local = customers.filter(party => localityOf(party, world.site) === 'local')
    expect(local.length).toBeGreaterThanOrEqual(25)
    expect(customers.length - local.length).toBeGreaterThanOrEqual(25)
    expect(new Set(customers.map(party => party.customerKind))).toEqual(
      new Set(['hospital', 'clinic', 'dealer', 'consumer']),
    )
  })

  test('names nothing twice', () => {
    for (const rows of [world.people, world.parties, world.products, world.lots, world.deliveries])
      expect(ids(rows)).toBe(rows.length)
    expect(new Set(world.people.map(person => person.username)).size).toBe(world.people.length)
    expect(new Set(world.parties.map(party => party.name)).size).toBe(world.parties.length)
    expect(new Set(world.products.map(product => product.udiDi)).size).toBe(world.products.length)
    expect(new Set(world.lots.map(lot => `${lot.productId} ${lot.lotNo}`)).size).toBe(world.lots.length)
    expect(new Set(world.deliveries.map(line => `${line.number} ${line.lotId}`)).size).toBe(world.deliveries.length)
  })

  test('has an account for every role, named as the role', () => {
    for (const role of roleIds) expect(world.people.find(person => person.username === role)?.roles).toContain(role)
  })

  test('has device identifiers with the right check digit', () => {
    for (const { name, udiDi } of world.products) {
      const label = udiDi?.startsWith('MA.') ? `${udiDi}.L2601` : `(01)${udiDi}(10)2601`
      expect(parseUdi(label, 2026), name).toMatchObject({ ok: true, di: udiDi, lot: '2601', warnings: [] })
    }
  })

  test('has certificates that agree with the class', () => {
    for (const { name, registrationNo, deviceClass } of world.products) {
      const digit = /[注准进](?:\d{4})(\d)/.exec(registrationNo)?.[1]
      const expected = digit === undefined ? 'I' : 'I'.repeat(Number(digit))
      expect([name, expected]).toEqual([name, deviceClass])
    }
  })

  test.each(['2026-11-22', '2027-03-01', '2028-02-29'])('delivers only what existed and was in date, on %s', day => {
    const { lots, deliveries } = demoWorld(day)
    const byId = new Map(lots.map(lot => [lot.id, lot]))
    expect(deliveries.length).toBeGreaterThanOrEqual(6000)
    for (const line of deliveries) {
      const lot = byId.get(line.lotId)
      expect(lot?.productId).toBe(line.productId)
      expect(line.deliveredOn > (lot?.producedOn ?? day)).toBe(true)
      expect(line.deliveredOn < (lot?.expiresOn ?? '9999')).toBe(true)
      expect(line.deliveredOn < day).toBe(true)
    }
  })

  test('is the same on every run of a day', () => {
    expect(demoWorld(today)).toEqual(world)
    expect(demoWorld('2026-11-23').deliveries).not.toEqual(world.deliveries)
  })
})

describe('complaint texts', () => {
  test('are many and different', () => {
    expect(complaintTexts.filter(text => text.family !== null).length).toBeGreaterThanOrEqual(60)
    expect(complaintTexts.filter(text => text.family === null).length).toBeGreaterThanOrEqual(15)
    expect(new Set(complaintTexts.map(text => text.description)).size).toBe(complaintTexts.length)
    expect(new Set(complaintTexts.map(text => text.family)).size).toBe(Object.keys(families).length + 1)
  })

  test.each(complaintTexts.map(text => [text.title, text] as const))('%s', (_, text) => {
    expect(severityOf(text.safety, 'potential-is-s1').severity).toBe(text.severity)
    expect(tellersOf(text).length).toBeGreaterThan(0)
    expect(deliveriesBehind(text, world).length).toBeGreaterThanOrEqual(3)
    expect(text.contactNotes.length).toBeGreaterThanOrEqual(text.urgent ? 2 : 1)
    const values = Object.fromEntries(placeholders.map(name => [name, '✓']))
    for (const part of [text.title, text.description, text.findingNote, text.opinion, text.reply, ...text.contactNotes])
      expect(fillIn(part, values)).not.toMatch(/[{}]|[一-鿿][,;:(]/)
  })
})

describe('inquiry texts', () => {
  test('cover the four kinds', () => {
    expect(inquiryTexts.length).toBeGreaterThanOrEqual(30)
    for (const kind of ['enquiry', 'training', 'implementation', 'service'])
      expect(inquiryTexts.filter(text => text.kind === kind).length).toBeGreaterThanOrEqual(6)
  })

  test.each(inquiryTexts.map(text => [text.title, text] as const))('%s', (_, text) => {
    expect(world.products.some(product => fits(text, product))).toBe(true)
    const values = Object.fromEntries(placeholders.map(name => [name, '✓']))
    for (const part of [text.title, text.description, text.answer, ...text.contactNotes])
      expect(fillIn(part, values)).not.toMatch(/[{}]|[一-鿿][,;:(]/)
  })
})
