/** Pictures for the guides in `docs/guide`. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { smallPng } from './small-png.ts'

/**
 * Keeps what the screen shows as a picture of the guides, in the folder that `BIHUAN_GUIDE_PICTURES` names; nothing without it, so
 * that an ordinary run changes no file.
 */
export const guidePicture = async (page: Page, name: string): Promise<void> => {
  const folder = process.env.BIHUAN_GUIDE_PICTURES
  if (!folder) return
  await page.waitForTimeout(600)
  await page.evaluate('document.fonts.ready.then(() => null)')
  const shot = await page.screenshot({ scale: 'css' })
  await writeFile(join(folder, `${name}.png`), smallPng(shot))
}
