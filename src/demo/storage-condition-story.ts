import { addDays, addMilliseconds, type Day, dayOf, type Instant, instantAt } from '../kernel/time.ts'
import { idIn, type KnownIds } from './master-data.ts'
import { type PlannedStep, type Story, storyOf } from './scheduler.ts'
import type { Stage } from './stage.ts'
import { type Chance, chance } from './world/chance.ts'

interface Company {
  readonly stage: Stage
  readonly known: KnownIds
  readonly now: Instant
}

/** The stores were read by hand, and this is in the product, since so many days ago. */
const DAYS = 45

/** The logger of the cold store was joined to the product so many days ago; it speaks every five minutes. */
const LOGGED_DAYS = 4
const EVERY_MS = 300_000

const MINUTE = 60_000
const KEEPERS = ['stock-maintenance', 'warehouse'] as const

type StoreKey = 'ambient' | 'cold'

/** How a store usually is: the middle and how far it swings. */
const USUAL: Readonly<Record<StoreKey, { readonly warm: number; readonly damp: number; readonly instrument: string }>> =
  {
    ambient: { warm: 20.5, damp: 57, instrument: 'WSD-01' },
    cold: { warm: 4.6, damp: 60, instrument: 'WSD-03' },
  }

/** What does not go as usual, so many days ago. */
const MISSED = { store: 'ambient', ago: 8, from: '15:30' } as const
const LATE = { store: 'ambient', ago: 20, from: '09:30' } as const
const DAMP = { store: 'ambient', ago: 31, from: '15:30' } as const
const WARM = { store: 'cold', ago: 12, from: '09:30' } as const

const tenth = (value: number): number => Math.round(value * 10) / 10

/** The last weeks of both stores: readings, a missed and a late window, two events out of range, and the logger's data. */
export function storageConditionStories(company: Company): Story[] {
  return [
    ...(['ambient', 'cold'] as const).map(store => storyOf(readings(company, store))),
    storyOf(tooDamp(company)),
    storyOf(tooWarm(company)),
    storyOf(loggerData(company)),
  ]
}

const dayAgo = ({ stage, now }: Company, ago: number): Day => addDays(dayOf(now, stage.kernel.zone), -ago)
const momentOn = (company: Company, ago: number, clock: string): Instant =>
  instantAt(dayAgo(company, ago), clock, company.stage.kernel.zone)

const isOne = (
  event: { readonly store: string; readonly ago: number; readonly from: string },
  store: StoreKey,
  ago: number,
  from: string,
): boolean => event.store === store && event.ago === ago && event.from === from

const valuesOf = (store: StoreKey, luck: Chance, afternoon: boolean) => {
  const { warm, damp } = USUAL[store]
  return {
    temperature: tenth(warm + (afternoon ? 0.7 : -0.2) + luck.between(-9, 9) / 10),
    humidity: tenth(damp + luck.between(-50, 50) / 10),
  }
}

/** Both windows of each day, but for those of which a story of its own tells. */
function readings(company: Company, store: StoreKey): PlannedStep[] {
  const { stage, known } = company
  const luck = chance(`store readings ${store}`)
  const steps: PlannedStep[] = []
  for (let ago = DAYS; ago >= 0; ago -= 1)
    for (const from of ['09:30', '15:30']) {
      const values = valuesOf(store, luck, from === '15:30')
      const minutes = luck.between(2, 52)
      const by = KEEPERS[luck.between(0, 1)] ?? 'warehouse'
      const input = () => ({ warehouseId: idIn(known, store), instrument: USUAL[store].instrument })
      const opens = momentOn(company, ago, from)
      if (isOne(DAMP, store, ago, from) || isOne(WARM, store, ago, from)) continue
      if (isOne(MISSED, store, ago, from)) {
        steps.push({
          at: addMilliseconds(opens, 17.5 * 60 * MINUTE),
          act: () =>
            stage.does('stock-maintenance', 'storage-condition.note-missed', {
              input: {
                warehouseId: idIn(known, store),
                day: dayAgo(company, ago),
                window: from,
                reason: '园区停电检修，库房封闭，当班保管员未能入库读数',
              },
            }),
        })
        continue
      }
      const late = isOne(LATE, store, ago, from)
      steps.push({
        at: addMilliseconds(opens, (late ? 97 : minutes) * MINUTE),
        act: () =>
          stage.does(by, 'storage-condition.record', {
            input: { ...input(), ...values, ...(late && { lateReason: '上午集中到货，验收后补读' }) },
          }),
      })
    }
  return steps
}

/** One step of an event out of range: who, what, so many minutes after it began. */
type EventStep = readonly [minutes: number, by: string, verb: string, input: object]

/** A reading out of range and what followed. */
function event(
  company: Company,
  at: { readonly store: StoreKey; readonly ago: number; readonly from: string },
  values: { readonly temperature: number; readonly humidity: number },
  steps: readonly EventStep[],
): PlannedStep[] {
  const { stage, known } = company
  const begins = addMilliseconds(momentOn(company, at.ago, at.from), 12 * MINUTE)
  let id = ''
  return [
    {
      at: begins,
      act: async () => {
        const input = { warehouseId: idIn(known, at.store), instrument: USUAL[at.store].instrument, ...values }
        id = (await stage.does('stock-maintenance', 'storage-condition.record', { input })).id
      },
    },
    ...steps.map(([minutes, by, verb, input]) => ({
      at: addMilliseconds(begins, minutes * MINUTE),
      act: () => stage.does(by, `storage-condition.${verb}`, { on: id, input }),
    })),
  ]
}

/** A rainy afternoon: the main store is too damp, a dehumidifier brings it back. */
const tooDamp = (company: Company): PlannedStep[] =>
  event(company, DAMP, { temperature: 21.8, humidity: 79.5 }, [
    [18, 'stock-maintenance', 'adjust', { what: '开启 1、2 号除湿机，关闭卸货口卷帘门' }],
    [75, 'stock-maintenance', 'reread', { temperature: 21.6, humidity: 68.2 }],
    [160, 'warehouse-head', 'close', { cause: '连日降雨，卸货口卷帘长时间未放下；已要求装卸间隙随手放帘' }],
  ])

/** A warm morning in the cold store: the door was not shut; quality judges what lies in it. */
const tooWarm = (company: Company): PlannedStep[] =>
  event(company, WARM, { temperature: 9.2, humidity: 63 }, [
    [9, 'stock-maintenance', 'adjust', { what: '库门未关严，已关门并启用备用机组' }],
    [35, 'stock-maintenance', 'reread', { temperature: 8.4, humidity: 62 }],
    [41, 'warehouse', 'adjust', { what: '设定温度由 5 ℃ 调至 3 ℃，暂停出入库' }],
    [80, 'stock-maintenance', 'reread', { temperature: 5.8, humidity: 61 }],
    [
      130,
      'quality',
      'assess-goods',
      { verdict: 'unaffected', note: '最高 9.2 ℃、不足 2 小时，说明书允许 25 ℃ 以下累计 48 小时，质量不受影响' },
    ],
    [190, 'warehouse-head', 'close', { cause: '早班入库后库门未关严；已加装闭门器和开门超时报警' }],
  ])

/** The logger's data of each day are taken the morning after; one night the defrosting ran too long. */
function loggerData(company: Company): PlannedStep[] {
  const { stage, known } = company
  const { zone } = stage.kernel
  const luck = chance('store logger cold')
  const warehouseId = () => idIn(known, 'cold')
  const excursion = async () =>
    (await stage.kernel.db
      .selectFrom('storageCondition')
      .select('id')
      .where('kind', '=', 'excursion')
      .orderBy('measuredAt', 'desc')
      .executeTakeFirstOrThrow()) as { id: string }
  const steps: PlannedStep[] = Array.from({ length: LOGGED_DAYS }, (_, i) => LOGGED_DAYS - i).map(ago => {
    const begins = instantAt(dayAgo(company, ago), '00:00', zone)
    const points = Array.from({ length: 288 }, (_, slot) => {
      const swing = Math.sin(slot / 9) * 0.8
      const defrost = ago === 2 && slot >= 30 && slot < 42 ? 3.6 + Math.sin((slot - 30) / 3.8) * 1.2 : 0
      return {
        at: addMilliseconds(begins, slot * EVERY_MS),
        temperature: tenth(4.6 + swing + defrost + luck.between(-2, 2) / 10),
        humidity: tenth(60 + Math.cos(slot / 20) * 4 + luck.between(-10, 10) / 10),
      }
    })
    return {
      at: instantAt(dayAgo(company, ago - 1), '08:45', zone),
      act: () =>
        stage.does('stock-maintenance', 'storage-condition.take-series', {
          input: { warehouseId: warehouseId(), instrument: 'LC-02', points },
        }),
    }
  })
  const found = instantAt(dayAgo(company, 1), '08:45', zone)
  const after = (minutes: number, by: string, verb: string, input: object): PlannedStep => ({
    at: addMilliseconds(found, minutes * MINUTE),
    act: async () => stage.does(by, `storage-condition.${verb}`, { on: (await excursion()).id, input }),
  })
  return [
    ...steps,
    after(12, 'stock-maintenance', 'adjust', { what: '缩短夜间化霜时间至 15 分钟，检查蒸发器风机' }),
    after(30, 'stock-maintenance', 'reread', { temperature: 4.7, humidity: 60.5 }),
    after(95, 'quality', 'assess-goods', {
      verdict: 'unaffected',
      note: '化霜期间空气温度短时超过 8 ℃ 约 1 小时，货品有外包装，说明书允许，不受影响',
    }),
  ].sort((one, other) => (one.at < other.at ? -1 : 1))
}
