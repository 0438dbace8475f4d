import type { QueryClient } from '@tanstack/react-query'
import { createRootRouteWithContext, createRoute, lazyRouteComponent, Outlet, redirect } from '@tanstack/react-router'
import type { Start } from '../answers.ts'
import { metaQuery, RefusedError, request } from '../api.ts'
import { sessionEntered } from '../session/session.ts'
import { NoPageAtAll } from '../state/no-page.tsx'

/** Above every page. */
export const root = createRootRouteWithContext<{ readonly client: QueryClient }>()({
  component: Outlet,
  notFoundComponent: NoPageAtAll,
})

/** An inspector opens pages on purpose only: what he opens is written down, so nothing is read ahead for him. */
export const inspects = (client: QueryClient): boolean =>
  client.getQueryData(metaQuery.queryKey)?.me.inspecting !== undefined

/** Search parameters are plain strings; what a page does not know it ignores. */
export type Search = Readonly<Record<string, string | undefined>>

/** Takes search parameters as {@link Search}. */
export const search = (values: Record<string, unknown>): Search =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, value == null ? undefined : String(value)]))

/** Everything inside: whoever is not signed in goes to the log-in, or to the set-up where nobody is there yet. */
export const shell = createRoute({
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
  component: lazyRouteComponent(() => import('../shell/shell.tsx'), 'Shell'),
})
