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

/** Records whose pages are looked at, by procedure; what the company has none of is left out. */
export interface RecordsToSee {
  /** A complaint on which work is to be done. */
  readonly complaint: string
  /** Number of a record by procedure. */
  readonly numbers: Readonly<Record<string, string>>
  /** Path of a link on a letter. */
  readonly link: string | null
}

/** Who is seated at the records of a procedure. */
const READERS: Readonly<Record<string, string>> = {
  inquiry: 'service-head',
  'stop-sale': 'quality',
  'supplier-inquiry': 'quality',
  notice: 'sales',
  return: 'after-sales',
  nonconforming: 'quality',
  destruction: 'quality',
  message: 'sales',
  lot: 'warehouse',
  warehouse: 'warehouse-head',
  shipment: 'picker',
}

/** Procedures whose records are looked at besides complaints. */
export const OTHERS = Object.keys(READERS)

/** Forms of steps that make a record. */
const FORMS = {
  'inquiry.open': 'service-desk',
  'stop-sale.place': 'quality',
  'notice.draft': 'quality',
  'return.request': 'after-sales',
  'nonconforming.report': 'quality',
  'destruction.list': 'warehouse',
  'shipment.order': 'sales',
}

/** Ledger and one record of each procedure, the traces of three, and the forms. */
const pagesOfOthers = ({ numbers, link }: RecordsToSee): PageToSee[] => [
  ...Object.entries(READERS).flatMap(([procedure, as]) => [
    { name: `${procedure}-ledger`, path: `/${procedure}`, as },
    ...(numbers[procedure] ? [{ name: procedure, path: `/${procedure}/${numbers[procedure]}`, as }] : []),
  ]),
  ...['lot', 'destruction', 'stop-sale'].flatMap(kind =>
    numbers[kind]
      ? [{ name: `trace-${kind}`, path: `/trace/${kind === 'lot' ? kind : 'record'}/${numbers[kind]}`, as: 'quality' }]
      : [],
  ),
  ...Object.entries(FORMS).map(([command, as]) => ({ name: `new-${command}`, path: `/new/${command}`, as })),
  { name: 'board', path: '/stop-sale?as=board', as: 'quality' },
  ...(link ? [{ name: 'outside', path: link, url: demoUrl() }] : []),
]

/** The pages. */
export const pagesToSee = (records: RecordsToSee): readonly PageToSee[] => [
  { name: 'log-in', path: '/log-in', url: demoUrl() },
  { name: 'set-up', path: '/set-up', url: emptyUrl() },
  { name: 'workbench', path: '/', as: 'quality' },
  { name: 'complaints', path: '/complaint', as: 'quality' },
  { name: 'new-complaint', path: '/complaint/new', as: 'service-desk' },
  { name: 'record', path: `/complaint/${records.complaint}`, as: 'quality' },
  ...pagesOfOthers(records),
  { name: 'trace', path: '/trace', as: 'quality' },
  { name: 'stock', path: '/stock', as: 'warehouse' },
  { name: 'signing', path: '/signing', as: 'quality-head' },
  { name: 'import', path: '/import', as: 'warehouse' },
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
