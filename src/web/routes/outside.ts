import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { root, search } from './shell.ts'

export const logIn = createRoute({
  getParentRoute: () => root,
  path: '/log-in',
  validateSearch: search,
  component: lazyRouteComponent(() => import('../session/log-in-page.tsx'), 'LogInPage'),
})

export const setUp = createRoute({
  getParentRoute: () => root,
  path: '/set-up',
  component: lazyRouteComponent(() => import('../session/set-up-page.tsx'), 'SetUpPage'),
})

/** What somebody outside sees by a link: no shell, no session. */
export const outside = createRoute({
  getParentRoute: () => root,
  path: '/o/$token',
  component: lazyRouteComponent(() => import('../outside/outside-page.tsx'), 'OutsidePage'),
})
