import { readFileSync } from 'node:fs'
import { afterAll, expect, test } from 'vitest'
import { printForm } from '../../../server/print/pdf.ts'
import { closePress } from '../../../server/print/press.ts'
import { readPdf } from '../../../server/print/read-pdf.ts'
import { signalForm } from './signal-form.ts'
import { EMPTY_PAPER, type SignalPaper } from './view.ts'

afterAll(closePress)

const printed = async (view: SignalPaper, language: 'zh' | 'en' = 'zh') =>
  readPdf(
    await printForm(
      signalForm,
      view,
      { number: 'XH-2026-0001', hash: 'ab'.repeat(32), standing: 'open', state: null },
      { company: '河南康瑞医疗器械有限公司', language, printedBy: '陈晓', printedAt: '2026-11-22T02:12:00.000Z' },
    ),
  )

test('the form carries the chart, what it shows, the decision and its signatures', async () => {
  const sample: SignalPaper = JSON.parse(readFileSync(signalForm.sample, 'utf8'))
  const { claims, pages } = await printed(sample)
  expect(claims).toBe('2U')
  for (const words of ['输液泵 HZ-500', '上控制限', '失控', '调查', '李红梅'])
    expect(pages.join('').replaceAll(/\s/g, ''), words).toContain(words.replaceAll(' ', ''))
  expect((await printed(sample, 'en')).pages.join('').replaceAll(/\s/g, '')).toContain('Upperlimit')
})

test('the blank form prints', async () => {
  expect((await printed(EMPTY_PAPER)).pages.join('')).toContain('质量信号处理单')
})
