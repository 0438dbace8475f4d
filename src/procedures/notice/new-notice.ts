import type { RecordBase } from '../../kernel/record.ts'
import { kinds } from './kinds.ts'
import type { NoticeRow } from './notice.ts'
import type { Trace } from './trace.ts'

type Given = Pick<
  NoticeRow,
  | 'kind'
  | 'recallClass'
  | 'initiator'
  | 'standing'
  | 'reason'
  | 'instructions'
  | 'measures'
  | 'planReference'
  | 'causeNumber'
  | 'decidedAt'
  | 'preparedByName'
> &
  Partial<Pick<NoticeRow, 'drill'>>

/** The columns of a new notice; who and what follow from the trace. */
export function newNotice(trace: Trace, given: Given): Omit<NoticeRow, keyof RecordBase> {
  const productNames = [...new Set(trace.lots.map(lot => `${lot.productName} ${lot.model}`))].join('、').slice(0, 500)
  const lotNos = trace.lots
    .map(lot => lot.lotNo)
    .join('、')
    .slice(0, 500)
  return {
    drill: false,
    ...given,
    title: `${given.drill ? '【演练】' : ''}${productNames} ${lotNos} ${kinds[given.kind].zh}`.slice(0, 300),
    productNames,
    lotNos,
    distribution: 1,
    approvedAt: null,
    sentAt: null,
    sentByName: null,
    linkUntil: null,
    allToldAt: null,
    completedAt: null,
    closedAt: null,
    closedByName: null,
    closingNote: null,
    endReason: null,
    recipients: 0,
    told: 0,
    answered: 0,
    shipped: 0,
    located: 0,
    recovered: 0,
    outstanding: 0,
    reminders: 0,
    escalatedTo: 'none',
    remainderSignedAt: null,
    remainderSignedByName: null,
    evaluation: null,
    planScope: null,
    planPublication: null,
    planEffect: null,
    planAfterwards: null,
    planPlace: null,
    planDoneOn: null,
    drillTracedAt: null,
    drillFinishedAt: null,
    drillLocatedPercent: null,
    drillContactPercent: null,
    drillNote: null,
  }
}
