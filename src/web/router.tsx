import type { QueryClient } from '@tanstack/react-query'
import { createRouter } from '@tanstack/react-router'
import { stock, storeConditions, stores, traceStart, traceSubject } from './routes/goods.ts'
import { logIn, outside, setUp } from './routes/outside.ts'
import {
  calendar,
  clause,
  clauses,
  health,
  permissions,
  policies,
  policy,
  recordsControl,
  report,
  reports,
  trail,
} from './routes/oversight.ts'
import { account, deliveries, duties, notifications, signing, workbench } from './routes/own.ts'
import { fresh, ledger, newComplaint, record, tableImport } from './routes/records.ts'
import { root, shell } from './routes/shell.ts'
import { Broken } from './state/broken.tsx'
import { Loading } from './state/loading.tsx'
import { NoPage } from './state/no-page.tsx'

const tree = root.addChildren([
  logIn,
  setUp,
  outside,
  shell.addChildren([
    workbench,
    signing,
    account,
    notifications,
    deliveries,
    duties,
    clauses,
    clause,
    trail,
    recordsControl,
    policies,
    policy,
    permissions,
    calendar,
    report,
    reports,
    health,
    traceStart,
    traceSubject,
    stock,
    stores,
    storeConditions,
    tableImport,
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
