/** The people of a journey: each at a desk of their own, before the record that the journey is about. */
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { goTo, type Room } from './browser.ts'
import { type Taken, take } from './filed.ts'

/** Who takes part in a journey. */
export interface Team {
  /** The desk of a person, with a page of the product before them. */
  at(username: string, path: string): Promise<Page>
  /** Takes a step of a kind that was taken on the pages before, in the person's name. */
  does(username: string, command: string, input?: object, on?: string): Promise<Taken>
  /** User names of everyone who took part so far. */
  readonly names: ReadonlySet<string>
  /** Everyone gets up: seats are cleared after each test. */
  leave(): void
}

/** Seats people as a journey asks for them. */
export const teamIn = (room: Room): Team => {
  const seats = new Map<string, Page>()
  const names = new Set<string>()
  const seat = async (username: string): Promise<Page> => {
    names.add(username)
    const page = seats.get(username) ?? (await room.seat({ as: username }))
    seats.set(username, page)
    return page
  }
  return {
    names,
    at: async (username, path) => {
      const page = await seat(username)
      await goTo(page, path)
      return page
    },
    does: async (username, command, input = {}, on) =>
      take(await seat(username), command, input as Readonly<Record<string, unknown>>, on),
    leave: () => seats.clear(),
  }
}

/** The address of a record that is linked to the one which the page shows. */
export const linkedTo = async (page: Page, number: RegExp): Promise<string> => {
  const link = page.getByRole('main').getByRole('link', { name: number }).first()
  const href = await link.getAttribute('href')
  expect(href, `a link to ${number}`).not.toBeNull()
  return href ?? ''
}

/** Id of the record at an address such as `/notice/TZ-2026-00001`. */
export const idAt = async (page: Page, path: string): Promise<string> => {
  const [, procedure, id] = path.split('/')
  const answer = await page.request.get(`/api/read/${procedure}.record?id=${id}`)
  return (await answer.json()).record.id
}
