import type { ReactNode } from 'react'
import { Panel } from './panel.tsx'

/** Nothing to show: why, and what to do about it. */
export function Empty({
  title,
  children,
  actions,
  done = false,
}: {
  readonly title: ReactNode
  readonly children?: ReactNode
  readonly actions?: ReactNode
  /** Nothing is left because all of it is done. */
  readonly done?: boolean
}) {
  return (
    <Panel mark={done ? 'done' : 'empty'} tone={done ? 'ok' : 'plain'} title={title} actions={actions}>
      {children}
    </Panel>
  )
}
