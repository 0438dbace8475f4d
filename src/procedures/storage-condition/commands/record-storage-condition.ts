import { z } from 'zod'
import { field } from '../../../kernel/field.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { HOUR, millisecondsBetween } from '../../../kernel/time.ts'
import { happened, notAhead } from '../../../vocabulary/event-time.ts'
import { condition } from '../fields.ts'
import {
  goodsRows,
  judge,
  limitColumns,
  outOfRangeClocks,
  refuseCalibration,
  refuseHumidity,
  refuseInstrument,
  refuseStore,
  storeColumns,
} from '../judging.ts'
import { measuredAs, saidLimits, saidMeasured } from '../limits.ts'
import { entryHours, logWindows } from '../policies.ts'
import { RECORDERS } from '../roles.ts'
import { storageConditionCommand } from '../storage-condition-command.ts'
import { placeReading } from '../windows.ts'
import { timings } from '../wording.ts'

const MINUTE = 60_000

/** S25-2.2b: somebody reads the instruments of a store and writes down what they show. */
export const recordStorageCondition = storageConditionCommand('record', {
  title: text('记录温湿度', 'Write down temperature and humidity'),
  about: text(
    '每日两个时段各记一次；超出范围的随即转入调控。',
    'Once in each of the two windows of a day; what is out of range is adjusted at once.',
  ),
  fulfils: ['S25-1.6a', 'S25-2.2a', 'S25-2.2b'],
  from: 'new',
  to: 'in-range',
  by: RECORDERS,
  input: z.object({
    warehouseId: condition.warehouseId,
    temperature: condition.temperature,
    humidity: condition.humidity.optional(),
    measuredAt: condition.measuredAt.optional(),
    equipmentId: condition.equipmentId.optional(),
    instrument: condition.instrument.optional(),
    calibrationDueOn: condition.calibrationDueOn.optional(),
    lateReason: field(z.string().trim().min(2).max(300), {
      title: text('迟记原因', 'Why late'),
      hint: text('时段外补记须说明', 'Needed outside the window'),
      widget: 'line',
    }).optional(),
    note: field(z.string().trim().min(1).max(300), { title: text('备注', 'Note'), widget: 'line' }).optional(),
  }),
  find: ['store', 'instrument'],
  check: ({ input, found: { store, instrument }, policy, now, zone }) => {
    const measuredAt = happened(input.measuredAt, now)
    const placed = placeReading({ measuredAt, now }, policy(logWindows), store?.served ?? [], zone)
    const most = policy(entryHours)
    return [
      refuseStore(store),
      refuseHumidity(store, input.humidity),
      notAhead(input.measuredAt, now, 'measuredAt', text('测量时间', 'Read at')),
      millisecondsBetween(measuredAt, now) > most * HOUR &&
        refuse(
          'too-late',
          text(
            `超过 ${most} 小时的读数不能再补记：请记录现在的读数，漏记的时段请用“说明漏记”写明原因。`,
            `A reading of more than ${most} hours ago is not entered any more: read now, and explain the missed window.`,
          ),
          { field: 'measuredAt' },
        ),
      placed.timing === 'late' &&
        !input.lateReason &&
        refuse(
          'late-reason-missing',
          text(
            `${placed.window?.from}–${placed.window?.to} 时段已过，现为迟记：请填写迟记原因。`,
            `The window ${placed.window?.from}–${placed.window?.to} is over, so this is late: say why.`,
          ),
          { field: 'lateReason' },
        ),
      (store?.readAt ?? []).some(at => Math.abs(millisecondsBetween(at, measuredAt)) < MINUTE) &&
        refuse(
          'already-read',
          text(
            '该库房这一分钟的读数已记录；要更改，请在原记录上更正。',
            'This store was read in this minute already: correct that record instead.',
          ),
          { field: 'measuredAt' },
        ),
      refuseInstrument(input.equipmentId, instrument),
      !instrument && refuseCalibration(input.calibrationDueOn, measuredAt, zone),
    ]
  },
  change: ({ input, found: { store, instrument }, policy, now, zone, actor, newId }) => {
    if (!store) return {}
    const measuredAt = happened(input.measuredAt, now)
    const { logDay, window, timing } = placeReading({ measuredAt, now }, policy(logWindows), store.served, zone)
    const humidity = input.humidity ?? null
    const measured = measuredAs(input.temperature, humidity)
    const { limits, ok, beyond } = judge(store, measured, policy)
    return {
      to: ok ? 'in-range' : 'out-of-range',
      set: {
        ...storeColumns(store),
        ...limitColumns(limits),
        ...measured,
        title: `${store.warehouse.name} ${saidMeasured(measured).zh}`,
        kind: 'reading',
        measuredAt,
        logDay,
        windowFrom: window?.from ?? null,
        windowTo: window?.to ?? null,
        timing,
        temperature: input.temperature,
        humidity,
        equipmentId: instrument?.id ?? null,
        instrument: instrument?.number ?? input.instrument ?? null,
        calibrationDueOn: instrument ? instrument.calibrationDue : (input.calibrationDueOn ?? null),
        reason: timing === 'late' ? (input.lateReason ?? null) : null,
        note: input.note ?? null,
        recordedByName: actor.name,
        measures: 0,
        goodsRound: 1,
        goodsCount: ok ? 0 : beyond.length,
      },
      rows: ok ? [] : goodsRows(beyond, newId),
      open: ok ? [] : outOfRangeClocks(measuredAt),
    }
  },
  tell: ({ record }) => {
    const said = saidMeasured(record)
    const limits = saidLimits(record)
    const how = record.timing && record.timing !== 'on-time' ? timings[record.timing] : null
    const out = record.state === 'out-of-range'
    return text(
      `${record.warehouseName} ${said.zh}${how ? `（${how.zh}）` : ''}${out ? `，超出范围 ${limits.zh}` : ''}`,
      `${record.warehouseName}: ${said.en}${how ? ` (${how.en.toLowerCase()})` : ''}${out ? `, beyond ${limits.en}` : ''}`,
    )
  },
})
