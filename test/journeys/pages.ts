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
  'storage-condition': 'warehouse',
  signal: 'quality-head',
  duty: 'quality',
  equipment: 'equipment-manager',
  patrol: 'equipment-technician',
  document: 'quality-head',
  inspection: 'quality-head',
  'periodic-report': 'quality-head',
  'policy-change': 'quality-head',
  'access-review': 'administrator',
  'record-control': 'administrator',
  compilation: 'administrator',
  archive: 'computer-room',
  disposal: 'quality-head',
  'legal-hold': 'quality-head',
  channel: 'administrator',
  product: 'quality',
  party: 'quality',
  person: 'administrator',
}

/** Procedures whose records are looked at besides complaints, with who looks. */
export const OTHERS: readonly (readonly [procedure: string, as: string])[] = Object.entries(READERS)

/** Forms of steps that make a record. */
const FORMS = {
  'inquiry.open': 'service-desk',
  'stop-sale.place': 'quality',
  'notice.draft': 'quality',
  'return.request': 'after-sales',
  'nonconforming.report': 'quality',
  'destruction.list': 'warehouse',
  'shipment.order': 'sales',
  'channel.add': 'administrator',
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
  { name: 'desk-of-the-head', path: '/', as: 'quality-head' },
  { name: 'policies', path: '/policies', as: 'quality-head' },
  ...['complaint.local_verify_h', 'severity.map', 'case.clocks'].map((key, i) => ({
    name: `policy-${i + 1}`,
    path: `/policies/${key}`,
    as: 'quality-head',
  })),
  { name: 'permissions', path: '/people/permissions', as: 'quality-head' },
  { name: 'permissions-roles', path: '/people/permissions?view=matrix', as: 'quality-head' },
  { name: 'permissions-rules', path: '/people/permissions?view=rules', as: 'quality-head' },
  { name: 'notifications', path: '/notifications?show=all', as: 'quality' },
  { name: 'deliveries', path: '/notifications/deliveries?show=all', as: 'administrator' },
  { name: 'health', path: '/health', as: 'administrator' },
  { name: 'duties', path: '/duties', as: 'warehouse' },
  { name: 'reports', path: '/reports', as: 'quality-head' },
  { name: 'records-control', path: '/records-control', as: 'administrator' },
  { name: 'stores', path: '/stores', as: 'warehouse' },
  { name: 'calendar', path: '/calendar', as: 'administrator' },
  { name: 'trail', path: '/trail', as: 'quality-head' },
  { name: 'clauses', path: '/clauses', as: 'quality' },
  { name: 'clause', path: '/clauses/complaint/S01-4.4c', as: 'quality' },
  { name: 'clause-awaited', path: '/clauses/purchase/S21-1a', as: 'quality' },
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
