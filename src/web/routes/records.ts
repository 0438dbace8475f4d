import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router'
import { quickEntryOf } from '../../procedures/storage-condition/pages/whole-form.ts'
import type { LedgerPage } from '../answers.ts'
import { procedureQuery, readQuery } from '../api.ts'
import { inspects, search, shell } from './shell.ts'

/** A procedure's register: `/complaint`, or `/complaint?ledger=…&view=…`. */
export const ledger = createRoute({
  getParentRoute: () => shell,
  path: '/$procedure',
  validateSearch: search,
  loader: ({ context: { client }, params }) => void client.prefetchQuery(procedureQuery(params.procedure)),
  component: lazyRouteComponent(() => import('../ledger/ledger-page.tsx'), 'LedgerPage'),
})

/** One record by its number or id: `/complaint/TS-2026-00042`. */
export const record = createRoute({
  getParentRoute: () => shell,
  path: '/$procedure/$id',
  validateSearch: search,
  loader: ({ context: { client }, params }) => {
    void client.prefetchQuery(procedureQuery(params.procedure))
    if (inspects(client)) return
    void client.prefetchQuery(readQuery<LedgerPage>(`${params.procedure}.record`, { id: params.id }))
  },
  component: lazyRouteComponent(() => import('../record/record-page.tsx'), 'RecordPage'),
})

/** The form of a step that makes a record: `/new/complaint.open`. Search parameters fill its fields. */
export const fresh = createRoute({
  getParentRoute: () => shell,
  path: '/new/$command',
  validateSearch: search,
  beforeLoad: ({ params, search: asked }) => {
    // Steps that begin on a page of their own.
    if (params.command === 'complaint.open') throw redirect({ to: '/complaint/new', replace: true })
    const quick = params.command === 'storage-condition.record' ? quickEntryOf(asked) : null
    if (quick?.store)
      throw redirect({ to: '/stores/$store', params: { store: quick.store }, search: { entry: '1' }, replace: true })
    if (quick) throw redirect({ to: '/stores', search: {}, replace: true })
    if (params.command === 'channel.choose') throw redirect({ to: '/account', hash: 'notifications', replace: true })
    if (params.command === 'policy-change.propose') throw redirect({ to: '/policies', search: {}, replace: true })
    if (params.command === 'calendar-year.open') throw redirect({ to: '/calendar', search: {}, replace: true })
  },
  component: lazyRouteComponent(() => import('../form/new-record-page.tsx'), 'NewRecordPage'),
})

/** Complaints have a form of their own, made for a telephone call. */
export const newComplaint = createRoute({
  getParentRoute: () => shell,
  path: '/complaint/new',
  loader: ({ context: { client } }) => void client.prefetchQuery(procedureQuery('complaint')),
  component: lazyRouteComponent(() => import('../../procedures/complaint/pages/new-complaint.tsx'), 'NewComplaintPage'),
})

export const tableImport = createRoute({
  getParentRoute: () => shell,
  path: '/import',
  validateSearch: search,
  component: lazyRouteComponent(() => import('../import/import-page.tsx'), 'ImportPage'),
})
