import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium } from 'playwright-core'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const ELSEWHERE = [
  '/usr/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/** A Chromium on this machine that runs, or null: `CHROMIUM`, the system's, Chrome, the one of Playwright. */
export const findChromium = (): string | null => {
  const given = process.env.CHROMIUM
  if (given) return given
  const onPath = (process.env.PATH ?? '').split(delimiter).flatMap(folder => NAMES.map(name => join(folder, name)))
  const candidates = [...onPath, ...ELSEWHERE, chromium.executablePath()]
  return candidates.find(path => existsSync(path) && spawnSync(path, ['--version']).status === 0) ?? null
}

/**
 * The Chromium for the browser journeys.
 * @throws Error that says what to install.
 */
export const chromiumPath = (): string => {
  const path = findChromium()
  if (path !== null) return path
  throw new Error(
    'No Chromium found. Install it (Debian, Ubuntu: apt-get install chromium fonts-noto-cjk; elsewhere: ' +
      'npx playwright-core install chromium), or name one in the variable CHROMIUM.',
  )
}
