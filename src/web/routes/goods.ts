import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { search, shell } from './shell.ts'

/** What was scanned or typed: `/trace?q=…`. */
export const traceStart = createRoute({
  getParentRoute: () => shell,
  path: '/trace',
  validateSearch: search,
  component: lazyRouteComponent(() => import('../trace/trace-page.tsx'), 'TraceStartPage'),
})

/** One lot, unit, product, note, party or record: `/trace/lot/PC-2026-00012`. */
export const traceSubject = createRoute({
  getParentRoute: () => shell,
  path: '/trace/$kind/$id',
  validateSearch: search,
  component: lazyRouteComponent(() => import('../trace/trace-page.tsx'), 'TraceSubjectPage'),
})

export const stock = createRoute({
  getParentRoute: () => shell,
  path: '/stock',
  validateSearch: search,
  component: lazyRouteComponent(() => import('../stock/stock-page.tsx'), 'StockPage'),
})

/** How warm and damp the stores are. */
export const stores = createRoute({
  getParentRoute: () => shell,
  path: '/stores',
  validateSearch: search,
  component: lazyRouteComponent(() => import('../../procedures/storage-condition/pages/stores-page.tsx'), 'StoresPage'),
})

/** One store's course: `/stores/CW-2026-00001?span=week`. */
export const storeConditions = createRoute({
  getParentRoute: () => shell,
  path: '/stores/$store',
  validateSearch: search,
  component: lazyRouteComponent(
    () => import('../../procedures/storage-condition/pages/conditions-page.tsx'),
    'ConditionsPage',
  ),
})
