import { z } from 'zod'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { happened, notBefore, notInFuture } from '../../../vocabulary/event-time.ts'
import { turnKey } from '../deadlines.ts'
import { condition } from '../fields.ts'
import { anotherAdjustment, judge, refuseHumidity, refuseStore } from '../judging.ts'
import { measuredAs, saidMeasured } from '../limits.ts'
import { RECORDERS } from '../roles.ts'
import { storageConditionCommand } from '../storage-condition-command.ts'

/** S25-2.3a: the store is read again after it was adjusted; out of range once more, it is adjusted once more. */
export const rereadStorageCondition = storageConditionCommand('reread', {
  title: text('复测', 'Read again'),
  about: text(
    '在范围内即恢复；仍超范围的须再次调控。',
    'In range, the store is well again; still out of range, it is adjusted again.',
  ),
  fulfils: ['S25-2.3a', 'S25-2.2a'],
  from: ['adjusted'],
  to: 'back-in-range',
  by: RECORDERS,
  input: z.object({
    temperature: condition.temperature,
    humidity: condition.humidity.optional(),
    measuredAt: condition.measuredAt.optional(),
  }),
  facts: ['acts'],
  find: ['store'],
  check: ({ record, input, facts, found: { store }, now }) => {
    const last = facts.acts.filter(act => act.kind === 'measure').at(-1)
    return [
      refuseStore(store),
      refuseHumidity(store, input.humidity),
      notInFuture(input.measuredAt, now, 'measuredAt', text('测量时间', 'Read at')),
      notBefore(
        input.measuredAt,
        last?.happenedAt ?? record.measuredAt,
        'measuredAt',
        text('测量时间', 'Read at'),
        text('最近一次调控', 'the last adjustment'),
      ),
      record.untilAt !== null &&
        happened(input.measuredAt, now) < record.untilAt &&
        refuse(
          'logger-still-out',
          text(
            '自动记录在此之后仍超范围，请在恢复后复测。',
            'The logger was still out of range after that: read again once it is back.',
          ),
          { field: 'measuredAt' },
        ),
    ]
  },
  change: ({ record, input, found: { store }, policy, now, actor, newId }) => {
    if (!store) return {}
    const humidity = input.humidity ?? null
    const happenedAt = happened(input.measuredAt, now)
    const { ok } = judge(store, measuredAs(input.temperature, humidity), policy)
    return {
      to: ok ? 'back-in-range' : 'out-of-range',
      set: ok ? { restoredAt: happenedAt } : {},
      rows: [
        {
          child: 'act',
          insert: {
            id: newId(),
            at: now,
            byId: actor.id,
            byName: actor.name,
            kind: 'reread',
            happenedAt,
            what: null,
            temperature: input.temperature,
            humidity,
            inRange: ok,
          },
        },
      ],
      open: ok ? [] : [anotherAdjustment(happenedAt, record.measures)],
      cancel:
        ok && record.goodsCount === 0
          ? [
              {
                deadline: 'quality',
                key: turnKey(record.goodsRound),
                reason: text('已恢复正常，且无受影响货品', 'back in range, and no goods were beyond theirs'),
              },
            ]
          : [],
    }
  },
  tell: ({ record, input }) => {
    const said = saidMeasured(measuredAs(input.temperature, input.humidity ?? null))
    return record.state === 'back-in-range'
      ? text(`复测 ${said.zh}，已恢复正常`, `read again: ${said.en}, in range`)
      : text(`复测 ${said.zh}，仍超范围`, `read again: ${said.en}, still out of range`)
  },
  rank: 11,
})
