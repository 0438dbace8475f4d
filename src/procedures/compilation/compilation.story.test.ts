/** The records of a month: compiled, reviewed by somebody else, and marked where they changed afterwards. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestKernel, testKernel } from '../../../test/kernel.ts'
import { deliveries, lots, parties, products, settle, site } from '../../../test/world.ts'
import { recordPage } from '../../kernel/record-page.ts'
import { text } from '../../kernel/text.ts'
import { verifyTrail } from '../../kernel/verify.ts'
import { printForm } from '../../server/print/pdf.ts'
import { closePress } from '../../server/print/press.ts'
import { readPdf } from '../../server/print/read-pdf.ts'
import { procedures } from '../index.ts'
import type { CompilationRow } from './compilation.ts'
import { compilationIndex } from './forms/compilation-index.ts'
import { readPaper } from './paper.ts'

let world: TestKernel

beforeAll(async () => {
  world = await testKernel(procedures)
  const here = { siteId: world.siteId }
  const mine = <Row extends object>(list: readonly Row[]) => list.map(row => ({ ...row, ...here }))
  await settle(world.kernel.db, {
    site: { ...site, ...here, id: world.siteId },
    parties: mine(Object.values(parties)),
    products: mine(Object.values(products)),
    lots: mine(Object.values(lots)),
    deliveries,
  })
})
afterAll(async () => {
  await world.drop()
  await closePress()
})

const open = () =>
  world.does('service-desk', 'inquiry.open', {
    input: {
      partyId: parties.localHospital.id,
      productId: products.pump.id,
      contactPerson: '刘慧敏',
      description: '袖带型号',
      expectation: '给出型号',
    },
  })

test('a department’s month is put together, signed twice, and shows what changed since', async () => {
  const { does, refused, clock, kernel, database } = world
  const first = await open()
  const second = await open()
  await does('service-head', 'inquiry.void', { on: second.record.id, input: { reason: '重复登记' } })
  const input = { department: 'after-sales', month: '2026-11' }
  const [early] = await refused('after-sales', 'compilation.compile', { input })
  expect(early).toMatchObject({ code: 'month-not-over', field: 'month' })

  clock.set('2026-12-03T02:00:00.000Z')
  const [other] = await refused('warehouse', 'compilation.compile', { input })
  expect(other).toMatchObject({ code: 'not-own-department', field: 'department' })
  const made = await does('after-sales', 'compilation.compile', { input })
  const row = made.record as CompilationRow
  expect(row).toMatchObject({ count: 2, closedCount: 1, voidedCount: 1, missing: [], state: 'compiled' })
  expect(row.lines.map(line => [line.number, line.voided])).toEqual([
    [first.record.number, false],
    [second.record.number, true],
  ])
  const [twice] = await refused('administrator', 'compilation.compile', { input })
  expect(twice?.sentence.zh).toContain(row.number)
  const filed = await does('quality-head', 'compilation.review', { on: row.id, input: {} })
  expect(filed.record.state).toBe('filed')

  const declared = kernel.registry.procedure('compilation')
  const before = await recordPage(kernel, declared, row.id, world.as('quality-head'))
  expect(before.view.notices).toEqual([])
  await does('service-head', 'inquiry.void', { on: first.record.id, input: { reason: '登记错误' } })
  const after = await recordPage(kernel, declared, row.id, world.as('quality-head'))
  expect(after.view.notices?.[0]?.text.zh).toContain(`汇编后有 1 条记录变更：${first.record.number}`)

  const view = (await readPaper(kernel.db, [row.id])).get(row.id)
  if (!view) throw new Error('the compilation cannot be printed')
  const pdf = readPdf(
    await printForm(
      compilationIndex,
      view,
      { number: row.number, hash: 'ab'.repeat(32), standing: 'settled', state: text('已归档', 'Filed') },
      { company: '河南康瑞', language: 'zh', printedBy: '韩冰', printedAt: clock.now() },
    ),
  )
  for (const words of [first.record.number, second.record.number, '已作废', '褚燕', '李红梅'])
    expect(pdf.pages.join(''), words).toContain(words)
  const { faults } = await verifyTrail(database.adminPool, kernel.registry, kernel.keys)
  const settled = /^(person|party|product|lot|delivery|warehouse) /
  expect(faults.filter(fault => !settled.test(fault.at))).toEqual([])
})
