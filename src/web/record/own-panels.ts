import { type ComponentType, lazy } from 'react'
import type { RecordPage } from '../answers.ts'

/** What a procedure's own panel on the record page is given. */
export interface OwnPanelProps {
  readonly page: RecordPage
  /** Reads the record again; answers its version. */
  readonly reload: () => Promise<number | null>
}

/** Panels that procedures show on the pages of their records, above the facts; each is a chunk of its own. */
export const OWN_PANELS: Readonly<Record<string, ComponentType<OwnPanelProps>>> = {
  'policy-change': lazy(() => import('../policies/change-panel.tsx').then(module => ({ default: module.ChangePanel }))),
  inspection: lazy(() =>
    import('../inspection/inspection-panel.tsx').then(module => ({ default: module.InspectionPanel })),
  ),
  notice: lazy(() =>
    import('../../procedures/notice/pages/notice-panel.tsx').then(module => ({ default: module.NoticePanel })),
  ),
  warehouse: lazy(() =>
    import('../../procedures/storage-condition/pages/warehouse-panel.tsx').then(module => ({
      default: module.WarehousePanel,
    })),
  ),
  document: lazy(() =>
    import('../../procedures/document/pages/document-panel.tsx').then(module => ({ default: module.DocumentPanel })),
  ),
  'periodic-report': lazy(() =>
    import('../../procedures/periodic-report/pages/report-panel.tsx').then(module => ({ default: module.ReportPanel })),
  ),
  signal: lazy(() =>
    import('../../procedures/signal/pages/signal-panel.tsx').then(module => ({ default: module.SignalPanel })),
  ),
}
