import type { ReactNode } from 'react'

/** A state that takes the place of content: what it is, why, and the way on. */
export function Panel({
  mark,
  title,
  children,
  actions,
  tone = 'plain',
  alone = false,
}: {
  readonly mark: 'empty' | 'refused' | 'offline' | 'conflict' | 'done'
  readonly title: ReactNode
  readonly children?: ReactNode
  readonly actions?: ReactNode
  readonly tone?: 'plain' | 'warn' | 'late' | 'ok'
  /** The page shows nothing else. */
  readonly alone?: boolean
}) {
  return (
    <div className={`panel ${tone}`} role={tone === 'plain' || tone === 'ok' ? undefined : 'alert'}>
      <svg viewBox="0 0 48 48" width="48" height="48" aria-hidden="true" className="panel-mark">
        {MARKS[mark]}
      </svg>
      {alone ? <h1>{title}</h1> : <h2>{title}</h2>}
      {children && <div className="panel-text">{children}</div>}
      {actions && <div className="row wrap panel-actions">{actions}</div>}
    </div>
  )
}

const MARKS: Readonly<Record<string, ReactNode>> = {
  empty: <path d="M8 14h32v24H8zM8 22h32M16 30h8" />,
  refused: (
    <>
      <circle cx="24" cy="24" r="16" />
      <path d="M13 35 35 13" />
    </>
  ),
  offline: <path d="M6 20a26 26 0 0 1 36 0M12 27a17 17 0 0 1 24 0M18 34a8.5 8.5 0 0 1 12 0M8 8l32 32" />,
  conflict: <path d="M10 16h22l-7-7M38 32H16l7 7" />,
  done: (
    <>
      <circle cx="24" cy="24" r="16" />
      <path d="m16 24 6 6 11-12" />
    </>
  ),
}
