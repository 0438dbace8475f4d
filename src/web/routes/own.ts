import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { procedureQuery, readQuery } from '../api.ts'
import { inspects, search, shell } from './shell.ts'

export const workbench = createRoute({
  getParentRoute: () => shell,
  path: '/',
  loader: ({ context: { client } }) => {
    if (!inspects(client)) void client.prefetchQuery(readQuery('workbench.mine'))
  },
  component: lazyRouteComponent(() => import('../workbench/workbench-page.tsx'), 'WorkbenchPage'),
})

/** What waits for the person's signature, what the person signed, and deputies. */
export const signing = createRoute({
  getParentRoute: () => shell,
  path: '/signing',
  loader: ({ context: { client } }) => {
    void client.prefetchQuery(readQuery('workbench.signatures'))
    void client.prefetchQuery(procedureQuery('person'))
  },
  component: lazyRouteComponent(() => import('../signing/signing-page.tsx'), 'SigningPage'),
})

export const account = createRoute({
  getParentRoute: () => shell,
  path: '/account',
  component: lazyRouteComponent(() => import('../account/account-page.tsx'), 'AccountPage'),
})

/** Everything that the person was told. */
export const notifications = createRoute({
  getParentRoute: () => shell,
  path: '/notifications',
  validateSearch: search,
  component: lazyRouteComponent(() => import('../notify/notifications-page.tsx'), 'NotificationsPage'),
})

/** How messages left the product, for those who look after it. */
export const deliveries = createRoute({
  getParentRoute: () => shell,
  path: '/notifications/deliveries',
  validateSearch: search,
  component: lazyRouteComponent(() => import('../notify/deliveries-page.tsx'), 'DeliveriesPage'),
})

/** Recurring work as a calendar: `/duties?view=week&day=2026-11-20`. */
export const duties = createRoute({
  getParentRoute: () => shell,
  path: '/duties',
  validateSearch: search,
  component: lazyRouteComponent(() => import('../duty/duties-page.tsx'), 'DutiesPage'),
})
