import { z } from 'zod'
import { localTime } from '../../../kernel/explain.ts'
import { holds } from '../../../kernel/person.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { moment, person } from '../../../vocabulary/entry-field.ts'
import { happened, notBefore, notInFuture } from '../../../vocabulary/event-time.ts'
import { INSPECT, QUALITY } from '../case-roles.ts'
import { complaintCommand } from '../complaint-command.ts'
import { RECEIPT } from '../fields.ts'
import { investigatedOnly } from '../investigation.ts'

const AT = text('派出时间', 'Dispatched at')

/** S01-4.4c (TL01): a quality inspector is sent to the customer; for a local customer this stops the 24-hour clock. */
export const dispatchInspector = complaintCommand('dispatch-inspector', {
  title: text('派质检员到场', 'Dispatch an inspector'),
  fulfils: ['S01-4.4c', 'S01-4.4b'],
  from: ['accepted', 'verified'],
  by: QUALITY,
  input: z.object({
    inspectorId: person(text('质检员', 'Inspector'), { of: 'quality-inspector' }),
    dispatchedAt: moment(AT).optional(),
    expectedArrival: moment(text('预计到场时间', 'Expected arrival')).optional(),
  }),
  find: ['inspector'],
  guard: ({ record }) => [investigatedOnly(record)],
  check: ({ record, input, found, now }) => [
    notInFuture(input.dispatchedAt, now, 'dispatchedAt', AT),
    notBefore(input.dispatchedAt, record.receivedAt, 'dispatchedAt', AT, RECEIPT),
    found.inspector?.state !== 'active' || !holds(found.inspector, INSPECT)
      ? refuse(
          'not-an-inspector',
          text(
            '请选择在岗的质检员或质量管理员。',
            'Choose an inspector, or somebody of quality management, who is active.',
          ),
          { field: 'inspectorId' },
        )
      : null,
  ],
  change: ({ record, input, found, now }) => {
    const at = happened(input.dispatchedAt, now)
    return {
      set: {
        dispatchedAt: at,
        inspectorId: input.inspectorId,
        inspectorName: found.inspector?.name ?? null,
      },
      meet: record.locality === 'local' ? [{ deadline: 'verification', at }] : [],
    }
  },
  tell: ({ record, input, zone }) =>
    text(
      `派质检员${record.inspectorName}到场核实${input.expectedArrival ? `，预计 ${localTime(input.expectedArrival, zone)} 到达` : ''}`,
      `dispatched inspector ${record.inspectorName}${input.expectedArrival ? `, expected to arrive ${localTime(input.expectedArrival, zone)}` : ''}`,
    ),
  fill: ({ now }) => ({ dispatchedAt: now }),
  remark: ({ record }) =>
    record.dispatchedAt ? text(`已派${record.inspectorName}`, `${record.inspectorName} was dispatched`) : null,
  rank: 12,
})
