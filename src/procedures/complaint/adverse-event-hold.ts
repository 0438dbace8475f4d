import { type Refusal, refuse } from '../../kernel/refusal.ts'
import { type Text, text } from '../../kernel/text.ts'
import type { ComplaintRow } from './complaint.ts'

/** A complaint with an unsettled adverse event may not leave by a side door: its reporting clock would leave with it. */
export const keptOpen = (record: ComplaintRow, wanted: Text): Refusal | null =>
  record.aeState === 'undecided' || record.aeState === 'reportable'
    ? refuse(
        'adverse-event-open',
        text(
          `要${wanted.zh}，请先完成 ${record.number} 的不良事件判定与上报。`,
          `To ${wanted.en}, first decide and report the adverse event of ${record.number}.`,
        ),
        { clause: 'CN-AE-004' },
      )
    : null

/** As {@link keptOpen}, and harm that was reported must have been screened first. */
export const screenedOrHarmless = (record: ComplaintRow, wanted: Text): Refusal | null =>
  record.aeState === 'unscreened' && record.harmHappened === 'yes'
    ? refuse(
        'screen-open',
        text(
          `要${wanted.zh}，请先对 ${record.number} 做不良事件筛查：已登记有伤害。`,
          `To ${wanted.en}, first screen ${record.number} for an adverse event: harm was reported.`,
        ),
        { clause: 'CN-AE-004' },
      )
    : null
