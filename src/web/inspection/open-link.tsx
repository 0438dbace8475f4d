import { createLink } from '@tanstack/react-router'
import type { ComponentProps } from 'react'
import { useMeta } from '../meta.ts'
import { opens } from './opens.ts'

/** A link for whoever may open the page; for others its words alone. */
function Anchor({ children, ...anchor }: ComponentProps<'a'>) {
  const meta = useMeta()
  if (anchor.href !== undefined && opens(meta, anchor.href)) return <a {...anchor}>{children}</a>
  return (
    <span className={anchor.className} title={anchor.title}>
      {children}
    </span>
  )
}

/** The router's link, which is no link where it would lead to a refusal. */
export const OpenLink = createLink(Anchor)
