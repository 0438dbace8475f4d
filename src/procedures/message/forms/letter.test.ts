import { readFileSync } from 'node:fs'
import { afterAll, expect, test } from 'vitest'
import type { Letterhead } from '../../../server/print/letterhead.ts'
import { printLetters } from '../../../server/print/letters-pdf.ts'
import { type PrintedRecord, printForm } from '../../../server/print/pdf.ts'
import { closePress } from '../../../server/print/press.ts'
import { readPdf } from '../../../server/print/read-pdf.ts'
import { type LetterView, letterForm } from './letter.ts'

afterAll(closePress)

const head: Letterhead = {
  company: '河南康瑞医疗器械有限公司',
  language: 'zh',
  printedBy: '陈晓',
  printedAt: '2026-11-22T02:12:00.000Z',
}
const record: PrintedRecord = { number: 'HJ-2026-00042', hash: 'ab'.repeat(32), standing: 'open', state: null }
const sample: LetterView = JSON.parse(readFileSync(letterForm.sample, 'utf8'))

const printed = async (view: LetterView, by: Partial<Letterhead> = {}) =>
  readPdf(await printForm(letterForm, view, record, { ...head, ...by }))

test('prints on the paper of the company, in both languages of the copy, as PDF/A', async () => {
  for (const language of ['zh', 'en'] as const) {
    const { claims, fonts, pages } = await printed(sample, { language })
    expect(claims).toBe('2U')
    expect(fonts.every(font => font.embedded)).toBe(true)
    expect(pages[0]).toContain('河南康瑞医疗器械有限公司')
    expect(pages[0]).toContain('HJ-2026-00042')
  }
})

test('says to whom, about what, and both texts', async () => {
  const all = (await printed(sample)).pages.join('')
  for (const words of ['郑州金水河湾医院', '刘慧敏', '河湾路18号', 'TZ-2026-00003', '就地封存', 'Tellus'])
    expect(all, words).toContain(words)
  expect(all).not.toContain('{link}')
})

test('carries the link as address, with a code and the end of its time', async () => {
  const all = (await printed(sample)).pages.join('')
  expect(all).toContain('https://qms.example.cn/o/eyJhbGciOiJIUzI1NiJ9')
  expect(all).toContain('2026-12-22')
  expect(letterForm.data(sample).link?.code).toEqual({ qrOf: sample.address })
})

test('a copy for somebody who may not hand the link on is without it', async () => {
  const all = (await printed({ ...sample, address: null })).pages.join('')
  expect(all).not.toContain('/o/')
})

test('a letter says only what is known', async () => {
  const bare: LetterView = {
    ...sample,
    recordNumber: null,
    toContact: null,
    toAddress: null,
    toPhone: null,
    english: null,
    link: null,
    address: null,
    body: '请停用。',
  }
  const all = (await printed(bare)).pages.join('')
  expect(all).toContain('请停用。')
  expect(all).not.toContain('所涉记录')
})

test('several letters go into one file, each on its own pages with its own number, code and count', async () => {
  const long = { ...sample, toName: '瀍东医院', body: '请停用。\n\n'.repeat(60) }
  const { claims, pages } = await readPdf(
    await printLetters(
      [
        { view: long, record: { ...record, number: 'HJ-2026-00043' } },
        { view: sample, record },
      ],
      head,
    ),
  )
  expect(claims).toBe('2U')
  expect(pages).toHaveLength(4)
  const told = pages.map(page => page.replaceAll(/\s/g, ''))
  expect(told[0]).toContain('瀍东医院')
  for (const [at, count] of ['第1页共3页', '第2页共3页', '第3页共3页', '第1页共1页'].entries())
    expect(told[at]).toContain(count)
  expect(told[1]).toContain('HJ-2026-00043')
  expect(told[3]).toContain('郑州金水河湾医院')
  expect(told[3]).not.toContain('HJ-2026-00043')
})
