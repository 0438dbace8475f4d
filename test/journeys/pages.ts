/** Every page of the product, and by whom it is seen here. */
import type { Page } from 'playwright-core'
import { demoUrl, emptyUrl } from './company.ts'

/** A page to look at. */
export interface PageToSee {
  readonly name: string
  readonly path: string
  readonly as?: string
  readonly url?: string
  /** What is opened on the page before it is looked at. */
  readonly open?: (page: Page) => Promise<void>
}

/** The pages; the record is one on which work is to be done. */
export const pagesToSee = (record: string, inquiry: string | null): readonly PageToSee[] => [
  { name: 'log-in', path: '/log-in', url: demoUrl() },
  { name: 'set-up', path: '/set-up', url: emptyUrl() },
  { name: 'workbench', path: '/', as: 'quality' },
  { name: 'complaints', path: '/complaint', as: 'quality' },
  { name: 'new-complaint', path: '/complaint/new', as: 'service-desk' },
  { name: 'record', path: `/complaint/${record}`, as: 'quality' },
  ...(inquiry === null
    ? []
    : [
        { name: 'inquiries', path: '/inquiry', as: 'service-desk' },
        { name: 'inquiry', path: `/inquiry/${inquiry}`, as: 'service-head' },
        { name: 'new-inquiry', path: '/new/inquiry.open', as: 'service-desk' },
      ]),
  { name: 'quarterly', path: '/report/complaint/quarterly', as: 'quality-head' },
  { name: 'products', path: '/product', as: 'quality' },
  { name: 'parties', path: '/party', as: 'quality' },
  { name: 'people', path: '/person', as: 'administrator' },
  { name: 'policies', path: '/policies', as: 'quality-head' },
  { name: 'calendar', path: '/calendar', as: 'administrator' },
  { name: 'trail', path: '/trail', as: 'quality-head' },
  { name: 'clauses', path: '/clauses', as: 'quality' },
  { name: 'account', path: '/account', as: 'quality' },
  { name: 'no-such-record', path: '/complaint/TS-2020-99999', as: 'quality' },
  { name: 'no-such-page', path: '/nowhere/at/all', as: 'quality' },
  {
    name: 'palette',
    path: '/',
    as: 'quality',
    open: async page => {
      await page.keyboard.press('Control+k')
      await page.getByRole('dialog').waitFor()
    },
  },
]
