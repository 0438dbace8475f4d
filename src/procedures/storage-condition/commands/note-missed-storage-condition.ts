import { z } from 'zod'
import { field } from '../../../kernel/field.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { addDays, dayOf } from '../../../kernel/time.ts'
import { line } from '../../../vocabulary/entry-field.ts'
import { daySchema } from '../../../vocabulary/record-base.ts'
import { condition } from '../fields.ts'
import { refuseStore, storeColumns } from '../judging.ts'
import { logWindows } from '../policies.ts'
import { RECORDERS } from '../roles.ts'
import { storageConditionCommand } from '../storage-condition-command.ts'
import { isServed, windowOn } from '../windows.ts'

/** Days for which a missed window may still be explained. */
const BACK = 62

/** S25-2.2b: nobody read the store in a window; why not stands on the month's sheet. */
export const noteMissed = storageConditionCommand('note-missed', {
  title: text('说明漏记', 'Explain a missed window'),
  about: text('时段已过且未记录时使用，写明原因。', 'For a window that passed without a reading: why.'),
  fulfils: ['S25-2.2b'],
  from: 'new',
  to: 'missed',
  by: RECORDERS,
  input: z.object({
    warehouseId: condition.warehouseId,
    day: field(daySchema, { title: text('日期', 'Day'), widget: 'day' }),
    window: line(text('时段开始', 'Window, begins at'), { hint: text('如 09:30', 'e.g. 09:30') }),
    reason: line(text('漏记原因', 'Why it was missed')),
  }),
  find: ['store'],
  check: ({ input, found: { store }, policy, now, zone }) => {
    const windows = policy(logWindows)
    const window = windows.find(item => item.from === input.window)
    return [
      refuseStore(store),
      !window &&
        refuse(
          'no-window',
          text(
            `没有 ${input.window} 开始的时段；现行时段：${windows.map(item => item.from).join('、')}。`,
            `No window begins at ${input.window}: there are ${windows.map(item => item.from).join(', ')}.`,
          ),
          { field: 'window' },
        ),
      window &&
        windowOn(input.day, window, zone).to >= now &&
        refuse(
          'not-over',
          text('该时段还没有结束，请记录温湿度。', 'This window is not over: write down temperature and humidity.'),
          { field: 'day' },
        ),
      input.day < addDays(dayOf(now, zone), -BACK) &&
        refuse(
          'too-long-ago',
          text(`只能说明 ${BACK} 天以内的漏记。`, `Only windows of the last ${BACK} days are explained.`),
          { field: 'day' },
        ),
      window &&
        store !== null &&
        isServed(store.served, input.day, window) &&
        refuse(
          'served',
          text(
            '该时段已有记录或说明。',
            'There is a reading or an explanation for this window already: see that record.',
          ),
          { field: 'window' },
        ),
    ]
  },
  change: ({ input, found: { store }, policy, actor, zone }) => {
    const window = policy(logWindows).find(item => item.from === input.window)
    if (!store || !window) return {}
    return {
      set: {
        ...storeColumns(store),
        title: `${store.warehouse.name} ${input.day} ${window.from}–${window.to} 漏记`,
        kind: 'missed',
        measuredAt: windowOn(input.day, window, zone).from,
        logDay: input.day,
        windowFrom: window.from,
        windowTo: window.to,
        reason: input.reason,
        recordedByName: actor.name,
        measures: 0,
        goodsCount: 0,
        goodsRound: 1,
      },
    }
  },
  tell: ({ record, input }) =>
    text(
      `${record.warehouseName} ${input.day} ${input.window} 时段漏记：${input.reason}`,
      `${record.warehouseName}, ${input.day}, window ${input.window} missed: ${input.reason}`,
    ),
})
