import { expect, test } from 'vitest'
import { opens } from './opens.ts'

const procedures = [{ name: 'complaint' }, { name: 'document' }] as unknown as Parameters<typeof opens>[0]['procedures']
const person = (inspecting?: object, roles = ['quality']) =>
  ({ me: { inspecting, roles }, procedures }) as unknown as Parameters<typeof opens>[0]
const inspector = person({ open: true, from: '2026-11-20', to: '2026-11-25' })

test.each([
  '/',
  '/account',
  '/complaint?f.state=open',
  '/complaint/TS-2026-00042',
  '/document/WJ-2026-0001',
  '/report/complaint/quarterly',
  '/clauses',
  '/clauses?from=2026-11-20',
  '/clauses?procedure=complaint&clause=S01-4.2a',
  '/clauses/complaint/S01-4.2a',
])('an inspector opens %s', href => {
  expect(opens(inspector, href)).toBe(true)
})

test('a screen is there for the roles that it is meant for', () => {
  for (const href of ['/trail?outcome=refused', '/people/permissions', '/health']) {
    expect(opens(person(undefined, ['warehouse']), href)).toBe(false)
    expect(opens(person(undefined, ['administrator']), href)).toBe(true)
  }
})

test.each([
  '/policies?key=case.general_contact_h',
  '/people/permissions',
  '/trail?clause=S01-4.2a',
  '/new/complaint.open',
  '/trace/lot/x',
  '/duties',
  '/signing',
  '/inquiry',
  '/legal-hold/BL-2026-0001',
  '/report/inquiry/monthly',
  '/clauses?procedure=inquiry&clause=S01-4.1',
  '/clauses/inquiry/S01-4.1',
])('an inspector does not open %s', href => {
  expect(opens(inspector, href)).toBe(false)
  expect(opens(person(), href)).toBe(true)
})
