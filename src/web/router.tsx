import type { QueryClient } from '@tanstack/react-query'
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router'
import type { LedgerPage, Start } from './answers.ts'
import { metaQuery, procedureQuery, RefusedError, readQuery, request } from './api.ts'
import { sessionEntered } from './session/session.ts'
import { Broken } from './state/broken.tsx'
import { Loading } from './state/loading.tsx'
import { NoPage, NoPageAtAll } from './state/no-page.tsx'

const root = createRootRouteWithContext<{ readonly client: QueryClient }>()({
  component: Outlet,
  notFoundComponent: NoPageAtAll,
})

/** An inspector opens pages on purpose only: what he opens is written down, so nothing is read ahead for him. */
const inspects = (client: QueryClient): boolean => client.getQueryData(metaQuery.queryKey)?.me.inspecting !== undefined

/** Search parameters are plain strings; what a page does not know it ignores. */
export type Search = Readonly<Record<string, string | undefined>>
const search = (values: Record<string, unknown>): Search =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, value == null ? undefined : String(value)]))

const logIn = createRoute({
  getParentRoute: () => root,
  path: '/log-in',
  validateSearch: search,
  component: lazyRouteComponent(() => import('./session/log-in-page.tsx'), 'LogInPage'),
})

const setUp = createRoute({
  getParentRoute: () => root,
  path: '/set-up',
  component: lazyRouteComponent(() => import('./session/set-up-page.tsx'), 'SetUpPage'),
})

/** What somebody outside sees by a link: no shell, no session. */
const outside = createRoute({
  getParentRoute: () => root,
  path: '/o/$token',
  component: lazyRouteComponent(() => import('./outside/outside-page.tsx'), 'OutsidePage'),
})

const shell = createRoute({
  getParentRoute: () => root,
  id: 'shell',
  beforeLoad: async ({ context: { client }, location }) => {
    try {
      await client.ensureQueryData(metaQuery)
    } catch (error) {
      if (!(error instanceof RefusedError) || error.status !== 401) throw error
      const start = await request<Start>('/api/start')
      if (start.needsSetup) throw redirect({ to: '/set-up' })
      throw redirect({ to: '/log-in', search: location.href === '/' ? {} : { next: location.href } })
    }
    sessionEntered()
  },
  component: lazyRouteComponent(() => import('./shell/shell.tsx'), 'Shell'),
})

const workbench = createRoute({
  getParentRoute: () => shell,
  path: '/',
  loader: ({ context: { client } }) => {
    if (!inspects(client)) void client.prefetchQuery(readQuery('workbench.mine'))
  },
  component: lazyRouteComponent(() => import('./workbench/workbench-page.tsx'), 'WorkbenchPage'),
})

/** A procedure's register: `/complaint`, or `/complaint?ledger=…&view=…`. */
const ledger = createRoute({
  getParentRoute: () => shell,
  path: '/$procedure',
  validateSearch: search,
  loader: ({ context: { client }, params }) => void client.prefetchQuery(procedureQuery(params.procedure)),
  component: lazyRouteComponent(() => import('./ledger/ledger-page.tsx'), 'LedgerPage'),
})

/** One record by its number or id: `/complaint/TS-2026-00042`. */
const record = createRoute({
  getParentRoute: () => shell,
  path: '/$procedure/$id',
  validateSearch: search,
  loader: ({ context: { client }, params }) => {
    void client.prefetchQuery(procedureQuery(params.procedure))
    if (inspects(client)) return
    void client.prefetchQuery(readQuery<LedgerPage>(`${params.procedure}.record`, { id: params.id }))
  },
  component: lazyRouteComponent(() => import('./record/record-page.tsx'), 'RecordPage'),
})

/** The form of a step that makes a record: `/new/complaint.open`. Search parameters fill its fields. */
const fresh = createRoute({
  getParentRoute: () => shell,
  path: '/new/$command',
  validateSearch: search,
  beforeLoad: ({ params }) => {
    // Steps that begin on a page of their own.
    if (params.command === 'complaint.open') throw redirect({ to: '/complaint/new', replace: true })
    if (params.command === 'policy-change.propose') throw redirect({ to: '/policies', search: {}, replace: true })
    if (params.command === 'calendar-year.open') throw redirect({ to: '/calendar', search: {}, replace: true })
  },
  component: lazyRouteComponent(() => import('./form/new-record-page.tsx'), 'NewRecordPage'),
})

/** Complaints have a form of their own, made for a telephone call. */
const newComplaint = createRoute({
  getParentRoute: () => shell,
  path: '/complaint/new',
  loader: ({ context: { client } }) => void client.prefetchQuery(procedureQuery('complaint')),
  component: lazyRouteComponent(() => import('../procedures/complaint/pages/new-complaint.tsx'), 'NewComplaintPage'),
})

const report = createRoute({
  getParentRoute: () => shell,
  path: '/report/$procedure/$report',
  validateSearch: search,
  component: lazyRouteComponent(() => import('./report/report-page.tsx'), 'ReportPage'),
})

/** The calendar of the regular reports: `/reports?year=2026`. */
const reports = createRoute({
  getParentRoute: () => shell,
  path: '/reports',
  validateSearch: search,
  component: lazyRouteComponent(() => import('./report/reports-page.tsx'), 'ReportsPage'),
})

const clauses = createRoute({
  getParentRoute: () => shell,
  path: '/clauses',
  validateSearch: search,
  // A link that names a clause leads to the clause's own page.
  beforeLoad: ({ search: { procedure, clause, ...rest } }) => {
    if (procedure && clause)
      throw redirect({ to: '/clauses/$procedure/$clause', params: { procedure, clause }, search: rest, replace: true })
  },
  component: lazyRouteComponent(() => import('./clauses/clauses-page.tsx'), 'ClausesPage'),
})

/** One clause with its evidence: `/clauses/complaint/S01-4.4d?from=2026-07-01&to=2026-09-30`. */
const clause = createRoute({
  getParentRoute: () => shell,
  path: '/clauses/$procedure/$clause',
  validateSearch: search,
  component: lazyRouteComponent(() => import('./clauses/clause-page.tsx'), 'ClausePageView'),
})

const trail = createRoute({
  getParentRoute: () => shell,
  path: '/trail',
  validateSearch: search,
  component: lazyRouteComponent(() => import('./trail/trail-page.tsx'), 'TrailPage'),
})

/** Everything that the person was told. */
const notifications = createRoute({
  getParentRoute: () => shell,
  path: '/notifications',
  validateSearch: search,
  component: lazyRouteComponent(() => import('./notify/notifications-page.tsx'), 'NotificationsPage'),
})

/** How messages left the product, for those who look after it. */
const deliveries = createRoute({
  getParentRoute: () => shell,
  path: '/notifications/deliveries',
  validateSearch: search,
  component: lazyRouteComponent(() => import('./notify/deliveries-page.tsx'), 'DeliveriesPage'),
})

/** Every record, form, ledger and report with who keeps it and for how long. */
const recordsControl = createRoute({
  getParentRoute: () => shell,
  path: '/records-control',
  component: lazyRouteComponent(() => import('./records/records-page.tsx'), 'RecordsPage'),
})

const policies = createRoute({
  getParentRoute: () => shell,
  path: '/policies',
  validateSearch: search,
  component: lazyRouteComponent(() => import('./policies/policies-page.tsx'), 'PoliciesPage'),
})

/** One policy: what it is, what another value would do, its history. `/policies/complaint.local_verify_h` */
const policy = createRoute({
  getParentRoute: () => shell,
  path: '/policies/$key',
  validateSearch: search,
  component: lazyRouteComponent(() => import('./policies/policy-page.tsx'), 'PolicyPage'),
})

/** Who may do what, and what keeps people apart. */
const permissions = createRoute({
  getParentRoute: () => shell,
  path: '/people/permissions',
  validateSearch: search,
  component: lazyRouteComponent(() => import('./people/permissions-page.tsx'), 'PermissionsPage'),
})

const tableImport = createRoute({
  getParentRoute: () => shell,
  path: '/import',
  validateSearch: search,
  component: lazyRouteComponent(() => import('./import/import-page.tsx'), 'ImportPage'),
})

const calendar = createRoute({
  getParentRoute: () => shell,
  path: '/calendar',
  validateSearch: search,
  component: lazyRouteComponent(() => import('./calendar/calendar-page.tsx'), 'CalendarPage'),
})

/** Recurring work as a calendar: `/duties?view=week&day=2026-11-20`. */
const duties = createRoute({
  getParentRoute: () => shell,
  path: '/duties',
  validateSearch: search,
  component: lazyRouteComponent(() => import('./duty/duties-page.tsx'), 'DutiesPage'),
})

/** What was scanned or typed: `/trace?q=…`. */
const traceStart = createRoute({
  getParentRoute: () => shell,
  path: '/trace',
  validateSearch: search,
  component: lazyRouteComponent(() => import('./trace/trace-page.tsx'), 'TraceStartPage'),
})

/** One lot, unit, product, note, party or record: `/trace/lot/PC-2026-00012`. */
const traceSubject = createRoute({
  getParentRoute: () => shell,
  path: '/trace/$kind/$id',
  validateSearch: search,
  component: lazyRouteComponent(() => import('./trace/trace-page.tsx'), 'TraceSubjectPage'),
})

const stock = createRoute({
  getParentRoute: () => shell,
  path: '/stock',
  validateSearch: search,
  component: lazyRouteComponent(() => import('./stock/stock-page.tsx'), 'StockPage'),
})

/** How warm and damp the stores are. */
const stores = createRoute({
  getParentRoute: () => shell,
  path: '/stores',
  validateSearch: search,
  component: lazyRouteComponent(() => import('../procedures/storage-condition/pages/stores-page.tsx'), 'StoresPage'),
})

/** One store's course: `/stores/CW-2026-00001?span=week`. */
const storeConditions = createRoute({
  getParentRoute: () => shell,
  path: '/stores/$store',
  validateSearch: search,
  component: lazyRouteComponent(
    () => import('../procedures/storage-condition/pages/conditions-page.tsx'),
    'ConditionsPage',
  ),
})

/** What waits for the person's signature, what the person signed, and deputies. */
const signing = createRoute({
  getParentRoute: () => shell,
  path: '/signing',
  loader: ({ context: { client } }) => {
    void client.prefetchQuery(readQuery('workbench.signatures'))
    void client.prefetchQuery(procedureQuery('person'))
  },
  component: lazyRouteComponent(() => import('./signing/signing-page.tsx'), 'SigningPage'),
})

const health = createRoute({
  getParentRoute: () => shell,
  path: '/health',
  component: lazyRouteComponent(() => import('./health/health-page.tsx'), 'HealthPage'),
})

const account = createRoute({
  getParentRoute: () => shell,
  path: '/account',
  component: lazyRouteComponent(() => import('./account/account-page.tsx'), 'AccountPage'),
})

const tree = root.addChildren([
  logIn,
  setUp,
  outside,
  shell.addChildren([
    workbench,
    signing,
    account,
    health,
    clauses,
    clause,
    trail,
    notifications,
    deliveries,
    recordsControl,
    policies,
    policy,
    permissions,
    calendar,
    duties,
    tableImport,
    report,
    reports,
    traceStart,
    traceSubject,
    stock,
    stores,
    storeConditions,
    fresh,
    newComplaint,
    ledger,
    record,
  ]),
])

/** The pages; each is a chunk of its own. */
export const makeRouter = (client: QueryClient) =>
  createRouter({
    routeTree: tree,
    context: { client },
    defaultPreload: 'intent',
    defaultPendingComponent: Loading,
    defaultPendingMs: 300,
    defaultPendingMinMs: 0,
    defaultErrorComponent: Broken,
    defaultNotFoundComponent: NoPage,
    scrollRestoration: true,
    // Values of the address are plain strings: `?period=2026-Q3`, not JSON.
    parseSearch: text => Object.fromEntries(new URLSearchParams(text)),
    stringifySearch: values => {
      const pairs = new URLSearchParams()
      for (const [name, value] of Object.entries(values))
        if (value != null && value !== '') pairs.set(name, String(value))
      const text = pairs.toString()
      return text ? `?${text}` : ''
    },
  })

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof makeRouter>
  }
}
