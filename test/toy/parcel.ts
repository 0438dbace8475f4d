/** The record of the toy procedure: a parcel. */
import { z } from 'zod'
import { commandsOf } from '../../src/kernel/command.ts'
import { type RecordBase, recordType } from '../../src/kernel/record.ts'
import { text } from '../../src/kernel/text.ts'
import { recordColumns } from '../../src/vocabulary/record-base.ts'

/** A parcel. */
export interface ParcelRow extends RecordBase {
  readonly title: string
  readonly weight: number | null
  readonly tags: readonly string[] | null
  readonly packedBy: string | null
}

export const Parcel = recordType<ParcelRow, 'open' | 'asked' | 'approved' | 'packed' | 'sent' | 'dropped'>({
  name: 'parcel',
  title: text('包裹', 'parcel'),
  table: 'parcel',
  row: z.object({
    ...recordColumns,
    state: z.string(),
    title: z.string(),
    weight: z.int().nullable(),
    tags: z.array(z.string()).nullable(),
    packedBy: z.uuid().nullable(),
  }),
  states: {
    open: { title: text('待装', 'open'), meaning: text('待装箱', 'to be packed') },
    asked: { title: text('待批', 'asked'), meaning: text('等待会签', 'signatures are asked') },
    approved: { title: text('已批', 'approved'), meaning: text('会签完成', 'all have signed') },
    packed: { title: text('已装', 'packed'), meaning: text('已装箱', 'packed') },
    sent: { title: text('已发', 'sent'), meaning: text('已发出', 'sent'), final: true },
    dropped: { title: text('作废', 'dropped'), meaning: text('作废', 'given up'), final: true },
  },
  series: { prefix: 'BG', digits: 5 },
  searchText: row => `${row.number} ${row.title}`,
  children: {
    note: {
      table: 'parcel_note',
      parent: 'parcelId',
      row: z.object({ id: z.uuid(), parcelId: z.uuid(), note: z.string(), at: z.string() }),
    },
  },
})

/** What is known of a parcel. */
export interface ParcelFacts {
  notes: number
}
/** What its steps look up. */
export interface ParcelFinds {
  twins: number
}

/** Makes its steps. */
export const parcel = commandsOf<ParcelRow, ParcelFacts, ParcelFinds>(Parcel)
