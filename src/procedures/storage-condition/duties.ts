import type { Duty } from '../../kernel/duty.ts'
import { text } from '../../kernel/text.ts'
import { logWindows } from './policies.ts'

const wordIn = (value: unknown): string => (typeof value === 'string' ? value : '')

/** TL46: each store in use is read once in each window of each calendar day. */
const readStores: Duty = {
  name: 'read-stores',
  title: text('记录库房温湿度', 'Temperature and humidity of stores'),
  clause: 'S25-2.2b',
  rule: 'TL46',
  by: ['stock-maintenance', 'warehouse', 'warehouse-head'],
  escalatesTo: 'warehouse-head',
  rhythm: policy => ({ every: 'day', windows: policy(logWindows) }),
  policies: [logWindows.key],
  holidays: 'as-usual',
  places: 'places',
  done: {
    command: 'storage-condition.record',
    place: ({ record }) => wordIn(record.warehouseId),
    // An extra reading serves no window.
    at: ({ record }) => (record.windowFrom ? wordIn(record.measuredAt) : null),
    undone: 'storage-condition.void',
    excused: {
      command: 'storage-condition.note-missed',
      reason: ({ input }) => wordIn(input.reason),
      fill: ({ place, from, window }) => ({ warehouseId: place, day: from, window }),
    },
    fill: ({ place }) => ({ warehouseId: place }),
  },
}

/** All recurring work of storage conditions. */
export const duties: readonly Duty[] = [readStores]
