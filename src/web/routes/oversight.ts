import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router'
import { search, shell } from './shell.ts'

export const clauses = createRoute({
  getParentRoute: () => shell,
  path: '/clauses',
  validateSearch: search,
  // A link that names a clause leads to the clause's own page.
  beforeLoad: ({ search: { procedure, clause, ...rest } }) => {
    if (procedure && clause)
      throw redirect({ to: '/clauses/$procedure/$clause', params: { procedure, clause }, search: rest, replace: true })
  },
  component: lazyRouteComponent(() => import('../clauses/clauses-page.tsx'), 'ClausesPage'),
})

/** One clause with its evidence: `/clauses/complaint/S01-4.4d?from=2026-07-01&to=2026-09-30`. */
export const clause = createRoute({
  getParentRoute: () => shell,
  path: '/clauses/$procedure/$clause',
  validateSearch: search,
  component: lazyRouteComponent(() => import('../clauses/clause-page.tsx'), 'ClausePageView'),
})

export const trail = createRoute({
  getParentRoute: () => shell,
  path: '/trail',
  validateSearch: search,
  component: lazyRouteComponent(() => import('../trail/trail-page.tsx'), 'TrailPage'),
})

export const report = createRoute({
  getParentRoute: () => shell,
  path: '/report/$procedure/$report',
  validateSearch: search,
  component: lazyRouteComponent(() => import('../report/report-page.tsx'), 'ReportPage'),
})

/** The calendar of the regular reports: `/reports?year=2026`. */
export const reports = createRoute({
  getParentRoute: () => shell,
  path: '/reports',
  validateSearch: search,
  component: lazyRouteComponent(() => import('../report/reports-page.tsx'), 'ReportsPage'),
})

/** Every record, form, ledger and report with who keeps it and for how long. */
export const recordsControl = createRoute({
  getParentRoute: () => shell,
  path: '/records-control',
  component: lazyRouteComponent(() => import('../records/records-page.tsx'), 'RecordsPage'),
})

export const policies = createRoute({
  getParentRoute: () => shell,
  path: '/policies',
  validateSearch: search,
  component: lazyRouteComponent(() => import('../policies/policies-page.tsx'), 'PoliciesPage'),
})

/** One policy: what it is, what another value would do, its history. `/policies/complaint.local_verify_h` */
export const policy = createRoute({
  getParentRoute: () => shell,
  path: '/policies/$key',
  validateSearch: search,
  component: lazyRouteComponent(() => import('../policies/policy-page.tsx'), 'PolicyPage'),
})

/** Who may do what, and what keeps people apart. */
export const permissions = createRoute({
  getParentRoute: () => shell,
  path: '/people/permissions',
  validateSearch: search,
  component: lazyRouteComponent(() => import('../people/permissions-page.tsx'), 'PermissionsPage'),
})

export const calendar = createRoute({
  getParentRoute: () => shell,
  path: '/calendar',
  validateSearch: search,
  component: lazyRouteComponent(() => import('../calendar/calendar-page.tsx'), 'CalendarPage'),
})

export const health = createRoute({
  getParentRoute: () => shell,
  path: '/health',
  component: lazyRouteComponent(() => import('../health/health-page.tsx'), 'HealthPage'),
})
