import { readFileSync } from 'node:fs'
import { afterAll, expect, test } from 'vitest'
import { printForm } from '../../../server/print/pdf.ts'
import { closePress } from '../../../server/print/press.ts'
import { readPdf } from '../../../server/print/read-pdf.ts'
import { patrolRecord } from './patrol-record.ts'
import { EMPTY_PATROL, type PatrolPaper } from './view.ts'

afterAll(closePress)

const printed = async (view: PatrolPaper, language: 'zh' | 'en' = 'zh') =>
  readPdf(
    await printForm(
      patrolRecord,
      view,
      { number: 'XS-2026-00012', hash: 'ab'.repeat(32), standing: 'settled', state: null },
      { company: '河南康瑞医疗器械有限公司', language, printedBy: '严军', printedAt: '2026-11-22T02:12:00.000Z' },
    ),
  )

test('the record lists every piece of equipment, each finding and what became of it, and who signed', async () => {
  const sample: PatrolPaper = JSON.parse(readFileSync(patrolRecord.sample, 'utf8'))
  for (const language of ['zh', 'en'] as const) {
    const { claims, fonts, pages } = await printed(sample, language)
    expect(claims).toBe('2U')
    expect(fonts.every(font => font.embedded)).toBe(true)
    const all = pages.join('')
    for (const words of ['货梯一号', '压缩机异响', '更换风扇电机', '严军', '压缩机.jpg', 'QR-SB-01'])
      expect(all, words).toContain(words)
  }
})

test('the blank record prints', async () => {
  const { pages } = await printed(EMPTY_PATROL)
  expect(pages[0]).toContain('设备巡视记录')
})
