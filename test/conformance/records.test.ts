/** What every record and every printed form obeys (S11). */
import { readFileSync } from 'node:fs'
import { afterAll, describe, expect, test } from 'vitest'
import { text } from '../../src/kernel/text.ts'
import { procedures } from '../../src/procedures/index.ts'
import { printForm } from '../../src/server/print/pdf.ts'
import { closePress } from '../../src/server/print/press.ts'
import { readPdf } from '../../src/server/print/read-pdf.ts'
import { custodians } from '../../src/vocabulary/retention.ts'

afterAll(closePress)

test('no record type goes live without a retention', () => {
  expect(procedures.filter(({ record }) => !record.retention).map(({ name }) => name)).toEqual([])
})

test.each(procedures.map(procedure => [procedure.name, procedure.record.retention] as const))(
  '%s is kept by a department, at least for the company’s years, and for ever where it concerns an implant',
  (_, retention) => {
    if (!retention) return
    expect(Object.keys(custodians)).toContain(retention.custodian)
    expect(retention.rules.some(rule => rule.basis === 'company' && rule.years === 'default')).toBe(true)
    expect(retention.rules.some(rule => rule.onlyFor === 'implant' && rule.years === 'permanent')).toBe(true)
    for (const rule of retention.rules) {
      expect(rule.anchor.zh && rule.anchor.en).toBeTruthy()
      if (rule.basis === 'law') expect(rule.confidence).toBeTruthy()
    }
  },
)

test('each form has a number of its own', () => {
  const codes = procedures.flatMap(({ forms }) => forms.map(form => form.code))
  expect(codes.filter((code, at) => codes.indexOf(code) !== at)).toEqual([])
})

const forms = procedures.flatMap(procedure =>
  procedure.forms.map(form => [`${procedure.name} ${form.id}`, { procedure, form }] as const),
)
const head = {
  company: '河南康瑞医疗器械有限公司',
  language: 'zh' as const,
  printedBy: '陈晓',
  printedAt: '2026-11-22T02:12:00.000Z',
}
const late = {
  what: text('到场时间', 'Visited at'),
  eventAt: { instant: '2026-11-18T02:00:00.000Z' },
  at: { instant: '2026-11-20T02:00:00.000Z' },
  byName: '王磊',
  reason: '出差途中无网络',
}

/** Full names of signatures anywhere in what a form prints. */
function signedNames(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  const own = value as Record<string, unknown>
  const name = 'meaning' in own && 'hash' in own && typeof own.name === 'string' ? [own.name] : []
  return [...name, ...Object.values(own).flatMap(signedNames)]
}

describe.each(forms)('%s', (_, { procedure, form }) => {
  const view = JSON.parse(readFileSync(form.sample, 'utf8'))
  const record = { number: 'XX-2026-00001', hash: 'ab'.repeat(32), state: text('已办结', 'Settled') }
  const print = async (shown: unknown, standing: 'settled' | 'open') =>
    readPdf(await printForm(form, shown, { ...record, standing, late: [late] }, head)).pages

  test('carries page n of m, its number, full names, and marks what was entered late', async () => {
    const pages = await print(view, 'settled')
    for (const [index, page] of pages.entries()) expect(page).toContain(`第${index + 1}页共${pages.length}页`)
    const all = pages.join('')
    expect(all).toContain(form.code.replaceAll(' ', ''))
    for (const name of signedNames(form.schema.parse(form.data(view)))) expect(all).toContain(name.replaceAll(' ', ''))
    for (const words of ['补记', '到场时间', '王磊', '出差途中无网络']) expect(all, words).toContain(words)
  })

  test('strikes what is empty with the token once the record is settled', async () => {
    const empty = procedure.queries.facts.paper?.none
    expect(empty, 'forms are filled by the fact "paper"').not.toBeUndefined()
    const content = form.schema.safeParse(safely(() => form.data(empty)))
    if (!content.success) return
    const [settled, open] = [await print(empty, 'settled'), await print(empty, 'open')]
    const strokes = (pages: readonly string[]): number => pages.join('').split('/').length
    if (JSON.stringify(content.data).includes('"inapplicable"')) expect(strokes(settled)).toBeGreaterThan(strokes(open))
    else expect(strokes(settled)).toBeGreaterThanOrEqual(strokes(open))
  })
})

/** A form whose record cannot be empty has no empty view. */
function safely(fill: () => unknown): unknown {
  try {
    return fill()
  } catch {
    return undefined
  }
}
