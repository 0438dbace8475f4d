import { z } from 'zod'
import { holds } from '../../../kernel/person.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { correctionsOf, reasonField, refuseUnchanged } from '../../../vocabulary/base-data.ts'
import { condition } from '../fields.ts'
import { goodsRows, judge, limitColumns, outOfRangeClocks, refuseHumidity, refuseStore } from '../judging.ts'
import { measuredAs } from '../limits.ts'
import { QUALITY, RECORDERS } from '../roles.ts'
import { storageConditionCommand } from '../storage-condition-command.ts'

/** A wrong figure is struck through, not overwritten; the reading is judged anew. */
export const correctStorageCondition = storageConditionCommand('correct', {
  title: text('更正', 'Correct'),
  about: text('原值划改留痕；更正后重新判定。', 'The old value stays readable; the reading is judged anew.'),
  fulfils: ['S25-2.2b'],
  from: ['in-range', 'out-of-range'],
  by: [...RECORDERS, ...QUALITY],
  input: z.object({
    temperature: condition.temperature,
    humidity: condition.humidity.optional(),
    instrument: condition.instrument.optional(),
    reason: reasonField,
  }),
  find: ['store'],
  guard: ({ record }) => [
    record.kind !== 'reading' &&
      refuse(
        'no-reading',
        text('自动记录的数据不更正；请在记录上说明。', 'Data of a logger are not corrected: explain them instead.'),
      ),
    record.measures > 0 &&
      refuse(
        'acted-on',
        text(
          '已按此读数调控，不再更正；请复测并如实关闭。',
          'The store was adjusted by this reading: it is not corrected any more, read again and close it.',
        ),
      ),
  ],
  check: ({ record, input, found: { store }, policy, actor }) => {
    const { reason, ...entered } = input
    const ok = store && judge(store, measuredAs(input.temperature, input.humidity ?? null), policy).ok
    return [
      refuseStore(store),
      refuseHumidity(store, input.humidity),
      refuseUnchanged(correctionsOf(record, columnsOf(entered), reason), text('这次读数', 'this reading')),
      record.state === 'out-of-range' &&
        ok &&
        !holds(actor, QUALITY) &&
        refuse(
          'quality-corrects',
          text(
            '把超范围改为正常的更正由质量管理部办理。',
            'A correction that makes it in range is for quality management: hand it over.',
          ),
          { field: 'temperature', kind: 'forbidden' },
        ),
    ]
  },
  change: ({ record, input, found: { store }, policy, newId }) => {
    if (!store) return {}
    const { reason, ...entered } = input
    const columns = columnsOf(entered)
    const measured = measuredAs(columns.temperature, columns.humidity)
    const { limits, ok, beyond } = judge(store, measured, policy)
    const was = record.state === 'out-of-range'
    return {
      to: ok ? 'in-range' : 'out-of-range',
      set: {
        ...columns,
        ...measured,
        ...limitColumns(limits),
        ...(!ok && !was && { goodsCount: beyond.length }),
      },
      correct: correctionsOf(record, columns, reason),
      rows: !ok && !was ? goodsRows(beyond, newId) : [],
      open: !ok && !was ? outOfRangeClocks(record.measuredAt) : [],
      cancel:
        ok && was
          ? ['adjustment', 'quality'].map(deadline => ({
              deadline,
              reason: text(`读数录入有误，已更正：${reason}`, `the reading was entered wrongly: ${reason}`),
            }))
          : [],
    }
  },
  tell: ({ input }) => text(`更正：${input.reason}`, `corrected: ${input.reason}`),
  fill: ({ record }) => ({
    ...(record.temperature !== null && { temperature: record.temperature }),
    ...(record.humidity !== null && { humidity: record.humidity }),
    ...(record.instrument !== null && { instrument: record.instrument }),
  }),
  rank: 80,
  place: 'menu',
})

const columnsOf = (entered: {
  temperature: number
  humidity?: number | undefined
  instrument?: string | undefined
}) => ({
  temperature: entered.temperature,
  humidity: entered.humidity ?? null,
  instrument: entered.instrument ?? null,
})
