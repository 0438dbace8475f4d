/** Every page: no serious fault of accessibility in light and dark, no scrolling sideways, one language at a time. */
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { people } from '../../src/demo/world/people.ts'
import { DESK, goTo, type Language, openRoom, PHONE, picture, settled, widerThanScreen } from './browser.ts'
import { accepted, readOf } from './filed.ts'
import { type Letter, linkOn } from './letters.ts'
import { OTHERS, type PageToSee, pagesToSee } from './pages.ts'

const room = openRoom()
let pages: readonly PageToSee[]

beforeAll(async () => {
  const page = await room.seat({ as: 'quality' })
  const { number } = await accepted(page)
  const numbers: Record<string, string> = {}
  for (const [procedure, as] of OTHERS) {
    const reader = await room.seat({ as })
    const { rows } = await readOf<{ rows: readonly { number: string }[] }>(reader, `${procedure}.ledger`, {
      limit: '1',
    })
    if (rows[0]) numbers[procedure] = rows[0].number
  }
  pages = pagesToSee({ complaint: number, numbers, link: await someLink(page) })
})

/** The link on a letter of a notice that runs; null while there is none. */
const someLink = async (page: Page): Promise<string | null> => {
  const asked = { 'filter.procedure': 'notice', limit: '20' }
  const { rows } = await readOf<{ rows: readonly Letter[] }>(page, 'message.ledger', asked)
  for (const letter of rows) {
    const { pathname } = await linkOn(page, letter)
    if ((await page.request.get(pathname.replace('/o/', '/api/outside/'))).ok()) return pathname
  }
  return null
}

/** Walks through all pages in one language; what is found is told for all of them at once. */
const walk = async (language: Language, look: (page: Page, at: PageToSee) => Promise<readonly string[]>) => {
  const found: string[] = []
  const seats = new Map<string, Page>()
  for (const at of pages) {
    const chair = `${at.url}/${at.as}`
    const page = seats.get(chair) ?? (await room.seat({ as: at.as, url: at.url, language }))
    seats.set(chair, page)
    await goTo(page, at.path)
    await at.open?.(page)
    found.push(...(await look(page, at)).map(fault => `${at.name}: ${fault}`))
  }
  return found
}

test('no page has a serious fault of accessibility, in light or in dark, scrolls sideways, or has stray English', {
  timeout: 900_000,
}, async () => {
  const found = await walk('zh-Hans', async (page, at) => {
    const faults = await seriousFaults(page, 'light')
    faults.push(...(await wordsOf(page)).filter(hasStrayEnglish).map(words => `English: ${words}`))
    await picture(page, `zh-1440-${at.name}`)
    await page.setViewportSize(PHONE)
    await settled(page)
    await picture(page, `zh-390-${at.name}`)
    const sideways = await widerThanScreen(page)
    await page.setViewportSize(DESK)
    faults.push(...(await seriousFaults(page, 'dark')))
    await picture(page, `zh-1440-dark-${at.name}`)
    await page.emulateMedia({ colorScheme: 'light' })
    return sideways ? [...faults, sideways] : faults
  })
  expect(found).toEqual([])
})

/** Faults of accessibility; in the dark only colours can differ from what the light showed. */
const seriousFaults = async (page: Page, colorScheme: 'light' | 'dark'): Promise<string[]> => {
  await page.emulateMedia({ colorScheme })
  const axe = new AxeBuilder({ page })
  if (colorScheme === 'dark') axe.withRules(['color-contrast'])
  const { violations } = await axe.analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.slice(0, 3).map(node => `${colorScheme} ${id}: ${node.html.slice(0, 160)} ${node.any[0]?.message ?? ''}`),
    )
}

/** What the product itself says: places, headings, labels, buttons. Names, titles and texts of records are the users'. */
const wordsOf = (page: Page): Promise<string[]> =>
  page
    .locator('nav a, nav p, button, .btn, h1, h2, h3, th, label, .label, legend, option, dt, .hint, .tag')
    .evaluateAll(items =>
      items
        .filter(
          item =>
            item.checkVisibility() &&
            !item.closest('.languages, .account, .ava-button, .mono, code, .record-title, .record-name'),
        )
        .map(item => {
          const copy = item.cloneNode(true)
          for (const inner of copy.querySelectorAll('.mono, code, select, input, textarea, .languages')) inner.remove()
          return copy.textContent.replace(/\s+/g, ' ').trim()
        })
        .filter(Boolean),
    )
    .then(all => all.map(words => people.reduce((rest, { name }) => rest.replaceAll(name, ''), words)))

const NAMES =
  /\b(Bihuan|UDI|DI|XLSX|DOCX|PDF|PDF\/A|ZIP|JSON|CSV|API|CAPA|Ctrl|Enter|Esc|GS1|MA|AHM|ISO|GMP|TOTP|UTC|SHA|Asia|Shanghai|English|EN|ERP|IP|Chrome|Chromium|Linux)\b/g
const CODES = /\b[A-Z]{1,4}\d*(-[A-Za-z0-9.]+)+\b|\b[a-z]+[.-][a-z-.]+\b|\b\w*\d\w*\b|[0-9a-f]{4}…[0-9a-f]{2}/g

/** Whether words hold English that is neither a name nor a code. */
const hasStrayEnglish = (words: string): boolean => /[A-Za-z]{3,}/.test(words.replace(NAMES, '').replace(CODES, ''))

test('English pages say nothing in Chinese', { timeout: 600_000 }, async () => {
  const found = await walk('en', async (page, at) => {
    await picture(page, `en-1440-${at.name}`)
    return (await wordsOf(page)).filter(words => /[\u4e00-\u9fff]/.test(words.replaceAll('闭环', '')))
  })
  expect(found).toEqual([])
})

test('pages in Traditional Chinese use its forms', { timeout: 600_000 }, async () => {
  const simplified = /[诉质检户务产报题问说记应关闭办员责号证书选择认级类处发货图标签时间开页显录联满终结单话给]/
  const found = await walk('zh-Hant', async (page, at) => {
    if (at.name === 'complaints') expect(await page.locator('h1').textContent()).toContain('投訴')
    return (await wordsOf(page)).filter(words => simplified.test(words))
  })
  expect(found).toEqual([])
})
