import { type ComponentType, lazy } from 'react'
import type { RecordPage } from '../answers.ts'

/** What a procedure's own panel on the record page is given. */
export interface OwnPanelProps {
  readonly page: RecordPage
  /** Reads the record again; answers its version. */
  readonly reload: () => Promise<number | null>
}

/** Files of panels, each a chunk of its own: `pages/notice-panel.tsx` stands on the page of a notice, whichever procedure holds it. */
const FILES = import.meta.glob<ComponentType<OwnPanelProps>>('../../procedures/*/pages/*-panel.tsx', {
  import: 'OwnPanel',
})

/** Panels that procedures show on the pages of records, above the facts, by the procedure of the record. */
export const OWN_PANELS: Readonly<Record<string, ComponentType<OwnPanelProps>>> = Object.fromEntries(
  Object.entries(FILES).flatMap(([path, load]) => {
    const of = /([^/]+)-panel\.tsx$/.exec(path)?.[1]
    return of ? [[of, lazy(async () => ({ default: await load() }))]] : []
  }),
)
