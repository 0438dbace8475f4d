/** A Chromium for one file of journeys, and people who sit before it. */
import { join } from 'node:path'
import { type Browser, type BrowserContext, type Cookie, chromium, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect } from 'vitest'
import { chromiumPath } from '../chromium.ts'
import { demoUrl } from './company.ts'

/** Password of every demo account. */
export const PASSWORD = 'bihuan-demo'

export type Language = 'zh-Hans' | 'zh-Hant' | 'en'

/** Size of a desk screen and of a telephone's. */
export const DESK = { width: 1440, height: 900 }
export const PHONE = { width: 390, height: 844 }

/** Whom to seat, and before what. */
export interface Seat {
  /** User name of a demo account that is signed in already; absent: nobody is. */
  readonly as?: string
  readonly language?: Language
  readonly size?: { readonly width: number; readonly height: number }
  /** Address of the product; the demo company's by default. */
  readonly url?: string
}

/** The people before the screens; whoever is seated leaves after the test, and no page may have had a fault until then. */
export interface Room {
  seat(seat: Seat): Promise<Page>
}

const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** The browser writes these itself when a request is refused or the network is cut; the page shows them in its own way. */
const EXPECTED =
  /^Failed to load resource: (the server responded with a status of 4\d\d|net::ERR_INTERNET_DISCONNECTED)/

/** Opens a browser for the tests of a file. */
export function openRoom(): Room {
  let browser: Browser | undefined
  const seated: BrowserContext[] = []
  const faults: string[] = []
  const cookies = new Map<string, Cookie[]>()

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: chromiumPath(), args: ARGUMENTS })
  })
  afterEach(async () => {
    await Promise.all(seated.splice(0).map(context => context.close()))
    expect(faults.splice(0), 'errors in the console of a page').toEqual([])
  })
  afterAll(() => browser?.close())

  const signIn = async (context: BrowserContext, url: string, username: string): Promise<void> => {
    const who = `${username} ${url}`
    const known = cookies.get(who)
    if (known) return context.addCookies(known)
    const answer = await context.request.post(`${url}/api/auth/sign-in/username`, {
      data: { username, password: PASSWORD },
    })
    if (!answer.ok()) throw new Error(`${username} could not sign in: ${await answer.text()}`)
    cookies.set(who, await context.cookies())
  }

  return {
    seat: async ({ as, language = 'zh-Hans', size = DESK, url = demoUrl() }) => {
      if (!browser) throw new Error('people are seated in a test, once the browser is open')
      const phone = size.width < 600
      const context = await browser.newContext({
        baseURL: url,
        viewport: size,
        locale: language === 'en' ? 'en-GB' : 'zh-CN',
        timezoneId: 'Asia/Shanghai',
        reducedMotion: 'reduce',
        ...(phone && { hasTouch: true, isMobile: true, deviceScaleFactor: 2 }),
      })
      seated.push(context)
      context.setDefaultTimeout(30_000)
      await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: url })
      await context.addInitScript(`localStorage['bihuan.language'] ??= '${language}'`)
      if (as) await signIn(context, url, as)
      const page = await context.newPage()
      page.on('pageerror', error => faults.push(`${page.url()}: ${error.stack ?? error.message}`))
      page.on('console', message => {
        if (message.type() === 'error' && !EXPECTED.test(message.text()))
          faults.push(`${page.url()}: ${message.text()}`)
      })
      return page
    },
  }
}

/** Goes to a page and waits until everything on it is there. */
export const goTo = async (page: Page, path: string): Promise<void> => {
  await page.goto(path)
  await settled(page)
}

/** Waits until nothing on the page is being read any more. */
export const settled = async (page: Page): Promise<void> => {
  await page.locator('main').getByRole('heading').first().waitFor()
  await page.locator('.bone, [aria-busy="true"]').first().waitFor({ state: 'detached' })
}

/** Signs in at the log-in page, as a person does. */
export const logIn = async (page: Page, username: string): Promise<void> => {
  await page.goto('/log-in')
  await page.getByLabel('用户名').fill(username)
  await page.getByLabel('密码').fill(PASSWORD)
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await page.waitForURL(url => url.pathname === '/')
  await settled(page)
}

/** Keeps a picture of the page in the folder that `BIHUAN_SHOTS` names; nothing without it. */
export const picture = async (page: Page, name: string): Promise<void> => {
  const folder = process.env.BIHUAN_SHOTS
  if (!folder) return
  await page.waitForLoadState('networkidle')
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true })
}

/** Says what makes a page wider than the screen; null when it only scrolls down. */
export const widerThanScreen = async (page: Page): Promise<string | null> => {
  const [content, screen, beyond] = await page.evaluate<[number, number, string[]]>(`[
    document.scrollingElement.scrollWidth,
    innerWidth,
    [...document.querySelectorAll('main *, header *')]
      .filter(item => item.getBoundingClientRect().right > innerWidth + 1)
      .map(item => item.tagName.toLowerCase() + '.' + item.className)
      .slice(0, 5),
  ]`)
  return content > screen ? `${page.url()} is ${content} px wide on ${screen}: ${beyond.join(', ')}` : null
}

/** A page may scroll down, never sideways. */
export const fitsWidth = async (page: Page): Promise<void> => expect(await widerThanScreen(page)).toBeNull()
