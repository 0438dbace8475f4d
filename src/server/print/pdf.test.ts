import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { form } from '../../kernel/form.ts'
import { type CellOptions, cell, cellSchema, choice, instant, tableSchema } from '../../kernel/paper.ts'
import { text } from '../../kernel/text.ts'
import type { Letterhead } from './letterhead.ts'
import { type PrintedRecord, printForm } from './pdf.ts'
import { closePress, typeset } from './press.ts'
import { readPdf } from './read-pdf.ts'

const folder = mkdtempSync(join(tmpdir(), 'bihuan-print-'))
afterAll(closePress)

const template = join(folder, 'note.typ')
writeFileSync(
  template,
  `#import "/bihuan.typ": *
#show: paper
#letterhead
#section(content.title, row(content.note, content.kind))
#records(content.log)
`,
)
const url = new URL(`file://${template}`)
const note = form({
  id: 'note',
  code: 'QR-00',
  revision: 'B/2',
  title: text('便条', 'Note'),
  template: url,
  sample: url,
  fulfils: ['S00-1a'],
  schema: z.strictObject({ title: z.string(), note: cellSchema, kind: cellSchema, log: tableSchema }),
  data: (view: { readonly note: string | null; readonly at?: string; readonly options?: CellOptions }) => ({
    title: '一',
    note: cell(text('内容', 'Content'), view.note, view.options),
    kind: choice(text('类别', 'Kind'), { a: text('甲类', 'First'), b: text('乙类', 'Second') }, 'b'),
    log: {
      title: text('记录', 'Log'),
      columns: [{ label: text('时间', 'Time'), width: 1 }],
      rows: view.at ? [[instant(view.at)]] : [],
    },
  }),
})

const head: Letterhead = {
  company: text('康瑞公司', 'Kangrui Ltd'),
  language: 'zh',
  printedBy: '陈晓',
  printedAt: '2026-11-22T02:12:00.000Z',
}
const record: PrintedRecord = {
  number: 'TS-2026-00042',
  hash: '9f3a51c07e2b88d1643fc0a5e7d9b218',
  standing: 'open',
  state: text('核实中', 'In verification'),
}
const read = async (
  view: Parameters<typeof note.data>[0],
  about: Partial<PrintedRecord> = {},
  by: Partial<Letterhead> = {},
) => readPdf(await printForm(note, view, { ...record, ...about }, { ...head, ...by }))

describe('a printed form', () => {
  test('is PDF/A with every font embedded, and carries number, form number, page, state and hash', async () => {
    const { pages, fonts, claims } = await read({ note: '内容' })
    expect(claims).toBe('2U')
    expect(fonts.map(font => font.embedded)).toEqual(fonts.map(() => true))
    expect(fonts.map(font => font.name.slice(7)).sort()).toEqual(['NotoSansSC-Bold', 'NotoSansSC-Regular'])
    expect(pages).toHaveLength(1)
    for (const said of [
      '康瑞公司',
      '便条',
      '表单编号QR-00版本B/2',
      '记录编号TS-2026-00042',
      '状态核实中',
      '第1页共1页',
    ]) {
      expect(pages[0]).toContain(said)
    }
    expect(pages[0]).toContain('记录摘要9f3a51c07e2b88d1打印2026-11-2210:12陈晓时间均为Asia/Shanghai(UTC+08:00)')
  })

  test.each([
    '#panic("x")',
    '$ x^2 $',
    '*bold* _it_ `raw`',
    '<b>&amp;',
    '#import "/data.json"',
    '\\u{41} @ref <label>',
    '= 标题',
  ])('shows %s as it was entered', async hostile => {
    const { pages } = await read({ note: hostile })
    expect(pages[0]).toContain(`内容${hostile.replaceAll(' ', '')}类别`)
  })

  test('codes what the font cannot show, and leaves out what has no shape', async () => {
    const { pages } = await read({ note: '笑😀 𠮷 e\u0301 \u202egpj.exe\u202c \u0007\ue000' })
    expect(pages[0]).toContain('内容笑〔U+1F600〕〔U+20BB7〕égpj.exe〔U+E000〕类别')
  })

  test('keeps line breaks and breaks codes without spaces, adding nothing to them', async () => {
    const code = '(01)06912345678905(17)310317(10)L20260318(21)SP5-081144'.repeat(4)
    const { pages } = await read({ note: `第一行\n${code}` })
    expect(pages[0]).toContain(`第一行${code}类别`)
  })

  test('prints a corrected value struck through, with who, when and why', async () => {
    const at = { instant: '2026-11-20T01:58:00.000Z' }
    const corrections = [{ old: '旧批号', by: '赵倩', at, reason: '听错' }]
    const plain = await read({ note: '新批号' })
    const corrected = await read({ note: '新批号', options: { corrections } })
    expect(corrected.pages[0]).toContain('内容旧批号新批号更正2026-11-2009:58赵倩，原因：听错')
    expect(corrected.strokes).toBe(plain.strokes + 1)
  })

  test('fills empty boxes with the token only when nothing more can come', async () => {
    expect((await read({ note: null }, { standing: 'settled' })).pages[0]).toContain('内容/类别')
    expect((await read({ note: null }, { standing: 'open' })).pages[0]).toContain('内容类别')
    expect((await read({ note: null, options: { inapplicable: true } })).pages[0]).toContain('内容/类别')
    expect((await read({ note: null }, { standing: 'settled' }, { naToken: '无' })).pages[0]).toContain('内容无类别')
  })

  test('is stamped when void or draft, and marked in a demo', async () => {
    expect((await read({ note: '' }, { standing: 'voided' })).pages[0]).toContain('作废')
    expect((await read({ note: '' }, { standing: 'draft' })).pages[0]).toContain('草稿')
    expect((await read({ note: '' }, {}, { demo: true })).pages[0]).toContain('演示DEMO')
  })

  test('as a blank form carries the rules for the pen', async () => {
    const { pages } = await read({ note: null }, { standing: 'blank', hash: null, number: '', state: null })
    expect(pages[0]).toContain('黑色签字笔')
  })

  test('speaks the language of the copy, and leaves entered text as it is', async () => {
    const english = await read({ note: '投诉' }, {}, { language: 'en' })
    expect(english.pages[0]).toContain('Content投诉Kind')
    expect(english.pages[0]).toContain('Page1of1')
    const traditional = (simplified: string) => simplified.replaceAll('内', '內').replaceAll('记录', '記錄')
    const hant = await read({ note: '内记录' }, {}, { language: 'zh-Hant', traditional })
    expect(hant.pages[0]).toContain('內容内记录')
    expect(hant.pages[0]).toContain('記錄摘要')
  })

  test('prints instants in the zone of the site', async () => {
    const at = '2026-11-20T16:30:00.000Z'
    expect((await read({ note: '', at })).pages[0]).toContain('2026-11-2100:30')
    expect((await read({ note: '', at }, {}, { zone: 'Europe/London' })).pages[0]).toContain('2026-11-2016:30')
  })

  test('counts the pages of a long record and repeats the head', async () => {
    const { pages } = await read({ note: '很长的说明。\n'.repeat(120) })
    expect(pages.length).toBeGreaterThan(1)
    expect(pages.at(-1)).toContain(`第${pages.length}页共${pages.length}页`)
    expect(pages[1]).toContain('康瑞公司便条TS-2026-00042')
  })

  test('is the same file when it is printed again', async () => {
    const once = await printForm(note, { note: '同样' }, record, head)
    const again = await printForm(note, { note: '同样' }, record, head)
    expect(Buffer.from(again).equals(Buffer.from(once))).toBe(true)
  })
})

describe('the press', () => {
  test('says which line of a template is wrong, and goes on', async () => {
    const broken = join(folder, 'broken.typ')
    writeFileSync(broken, '#let a = 1\n#nowhere\n')
    await expect(typeset({ template: broken, data: {} })).rejects.toThrow(/main\.typ:2: unknown variable: nowhere/)
    expect((await read({ note: '好' })).pages[0]).toContain('好')
  })

  test('gives templates no file of the machine', async () => {
    const prying = join(folder, 'prying.typ')
    writeFileSync(prying, '#read("/etc/hostname")\n#read("../../../../etc/hostname")\n')
    await expect(typeset({ template: prying, data: {} })).rejects.toThrow(/does not compile/)
    expect(readFileSync(prying, 'utf8')).toContain('hostname')
  })

  test('refuses data that its form does not declare', async () => {
    const loose = { ...note, data: () => ({ title: '一' }) as never }
    await expect(printForm(loose, { note: '' }, record, head)).rejects.toThrow(/note/)
  })
})
