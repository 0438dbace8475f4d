/** Two small procedures that exercise everything of the kernel: a parcel is sent; a seal may hold it. */
import { z } from 'zod'
import { commandsOf } from '../../src/kernel/command.ts'
import { deadline } from '../../src/kernel/deadline.ts'
import { field } from '../../src/kernel/field.ts'
import { gate } from '../../src/kernel/gate.ts'
import { policy } from '../../src/kernel/policy.ts'
import { type Procedure, procedure } from '../../src/kernel/procedure.ts'
import { type RecordBase, recordType } from '../../src/kernel/record.ts'
import { refuse } from '../../src/kernel/refusal.ts'
import { signOffChain } from '../../src/kernel/sign-off.ts'
import { text } from '../../src/kernel/text.ts'
import { recordColumns } from '../../src/vocabulary/record-base.ts'
import { approvalChain, opine, reweigh, signHours, submit } from './approval.ts'
import { Parcel, type ParcelRow, parcel } from './parcel.ts'

export const TOY_SCHEMA = `
CREATE TABLE parcel (id uuid PRIMARY KEY, number text UNIQUE NOT NULL, state text NOT NULL, version int NOT NULL, site_id uuid NOT NULL,
  created_at timestamptz NOT NULL, created_by uuid NOT NULL, updated_at timestamptz NOT NULL, search_text text NOT NULL,
  title text NOT NULL, weight int, tags text[], packed_by uuid);
CREATE TABLE parcel_note (id uuid PRIMARY KEY, parcel_id uuid NOT NULL, note text NOT NULL, at timestamptz NOT NULL);
CREATE TABLE wax (id uuid PRIMARY KEY, number text UNIQUE NOT NULL, state text NOT NULL, version int NOT NULL, site_id uuid NOT NULL,
  created_at timestamptz NOT NULL, created_by uuid NOT NULL, updated_at timestamptz NOT NULL, search_text text NOT NULL,
  title text NOT NULL, parcel_id uuid NOT NULL);
GRANT SELECT, INSERT, UPDATE, DELETE ON parcel, parcel_note, wax TO bihuan_app;`

const packHours = policy({
  key: 'parcel.pack_h',
  title: text('装箱时限', 'packing limit'),
  schema: z.int().min(1),
  default: 24,
  clauses: ['T-1'],
  basis: 'ours',
})

const open = parcel('open', {
  title: text('登记包裹', 'Register a parcel'),
  fulfils: ['T-1'],
  from: 'new',
  to: 'open',
  by: ['warehouse', 'service-desk'],
  input: z.object({
    title: field(z.string().min(1).max(200), { title: text('名称', 'Title') }),
    weight: z.int().positive().optional(),
  }),
  find: ['twins'],
  check: ({ found }) => [
    found.twins > 2 &&
      refuse('too-many-twins', text('同名包裹太多。', 'Too many parcels of this name.'), { field: 'title' }),
  ],
  change: ({ input, now }) => ({
    set: { title: input.title, weight: input.weight ?? null, tags: ['a', 'b'], packedBy: null },
    open: [{ deadline: 'packing', from: now }],
  }),
  tell: ({ record, input }) =>
    text(`登记 ${record.number}：${input.title}`, `registered ${record.number}: ${input.title}`),
})

const note = parcel('note', {
  title: text('记一笔', 'Add a note'),
  fulfils: ['T-2'],
  from: ['open', 'packed'],
  by: ['warehouse', 'service-desk'],
  input: z.object({ note: z.string().min(1) }),
  facts: ['notes'],
  guard: ({ record, facts }) => [
    facts.notes >= 3 &&
      refuse(
        'enough',
        text(`${record.number} 已有三条记录，请先发出。`, `${record.number} has three notes: send it first.`),
      ),
  ],
  change: ({ input, now, newId }) => ({
    rows: [{ child: 'note', insert: { id: newId(), note: input.note, at: now } }],
  }),
  tell: () => text('记了一笔', 'added a note'),
})

const pack = parcel('pack', {
  title: text('装箱', 'Pack'),
  fulfils: ['T-1'],
  from: ['open'],
  to: 'packed',
  by: ['warehouse'],
  input: z.object({}),
  sign: { meaning: text('我已装箱', 'I packed it'), chain: 'release', step: 1 },
  change: ({ actor }) => ({ set: { packedBy: actor.id }, meet: [{ deadline: 'packing' }] }),
  tell: () => text('已装箱', 'packed'),
})

const send = parcel('send', {
  title: text('发出', 'Send'),
  fulfils: ['T-3'],
  from: ['packed'],
  to: 'sent',
  by: ['warehouse', 'sales'],
  input: z.object({}),
  sign: { meaning: text('我核对后发出', 'I checked and send it'), chain: 'release', step: 2 },
  differ: [
    {
      rule: 'SG05',
      from: ({ record }) => record.packedBy,
      sentence: () =>
        text('装箱人与发货人须为两人，请他人发出。', 'Packer and sender are two people: let somebody else send it.'),
    },
  ],
  change: () => ({}),
  tell: () => text('已发出', 'sent'),
})

const drop = parcel('drop', {
  title: text('作废', 'Give up'),
  fulfils: ['T-3'],
  from: ['open', 'asked', 'approved', 'packed'],
  to: 'dropped',
  by: ['warehouse'],
  input: z.object({ seal: z.boolean().optional() }),
  change: ({ record, input }) => ({
    start: input.seal ? [{ command: 'wax.apply', input: { title: 'wax', parcelId: record.id }, link: 'sealed' }] : [],
  }),
  tell: () => text('作废', 'given up'),
})

/** A procedure whose clocks, chain and steps the kernel's tests walk through. */
export const parcels: Procedure = procedure({
  name: 'parcel',
  title: text('包裹', 'Parcels'),
  noun: text('包裹', 'parcel'),
  nouns: text('包裹', 'Parcels'),
  group: 'flow',
  source: [],
  record: Parcel,
  dependsOn: [],
  schema: new URL('./', import.meta.url),
  clauses: {
    'T-1': { zh: '装箱', en: 'pack', source: '1' },
    'T-2': { zh: '记录', en: 'note', source: '2' },
    'T-3': { zh: '发', en: 'send', source: '3' },
  },
  policies: [packHours, signHours],
  deadlines: [
    deadline<ParcelRow>({
      name: 'packing',
      title: text('装箱', 'Packing'),
      clause: 'T-1',
      rule: 'TL00',
      startsAt: text('登记', 'registration'),
      limit: ({ policy }) => ({ unit: 'hours', value: policy(packHours), basis: 'company' }),
      policy: 'parcel.pack_h',
      owner: 'warehouse',
      escalatesTo: 'general-manager',
    }),
  ],
  duties: [],
  chains: [
    approvalChain,
    signOffChain({
      name: 'release',
      title: text('放行', 'Release'),
      rule: 'SC28',
      clause: 'T-3',
      steps: [
        { by: ['warehouse'], meaning: text('我已装箱', 'I packed it') },
        { by: ['warehouse', 'sales'], meaning: text('我核对后发出', 'I checked and send it') },
      ],
    }),
  ],
  commands: [open, note, pack, send, submit, opine, reweigh, drop],
  gates: [],
  on: [],
  queries: {
    facts: {
      notes: {
        read: async (db, ids) => {
          const rows = await db
            .selectFrom('parcelNote')
            .select(['parcelId', ({ fn }) => fn.countAll<number>().as('notes')])
            .where('parcelId', 'in', [...ids])
            .groupBy('parcelId')
            .execute()
          return new Map(rows.map(row => [row.parcelId as string, Number(row.notes)]))
        },
        none: 0,
      },
    },
    finds: {
      twins: async (db, { input }) => {
        const rows = await db.selectFrom('parcel').select('id').where('title', '=', input.title).execute()
        return rows.length
      },
    },
    reads: {},
  },
  forms: [],
  ledgers: [],
  reports: [],
  viewFacts: ['notes'],
  view: record => ({ title: record.title, badges: [], subtitle: [], sections: [] }),
})

interface WaxRow extends RecordBase {
  readonly title: string
  readonly parcelId: string
}

const Wax = recordType<WaxRow, 'whole' | 'broken'>({
  name: 'wax',
  title: text('封蜡', 'wax'),
  table: 'wax',
  row: z.object({ ...recordColumns, state: z.string(), title: z.string(), parcelId: z.uuid() }),
  states: {
    whole: { title: text('完好', 'whole'), meaning: text('完好', 'whole') },
    broken: { title: text('破', 'broken'), meaning: text('破', 'broken'), final: true },
  },
  series: { prefix: 'FL', digits: 5 },
  searchText: row => row.number,
})
const wax = commandsOf<WaxRow, Record<never, never>, Record<never, never>>(Wax)

/** A procedure that holds another's command: a parcel under whole wax is not sent. */
export const waxes: Procedure = procedure({
  ...parcels,
  name: 'wax',
  title: text('封蜡', 'Wax'),
  noun: text('封蜡', 'wax'),
  nouns: text('封蜡', 'Waxes'),
  record: Wax,
  policies: [],
  deadlines: [],
  chains: [],
  commands: [
    wax('apply', {
      title: text('封蜡', 'Apply wax'),
      fulfils: ['W-1'],
      from: 'new',
      to: 'whole',
      by: ['quality'],
      input: z.object({ title: z.string(), parcelId: z.uuid() }),
      change: ({ input }) => ({ set: input }),
      tell: () => text('已封', 'applied'),
    }),
    wax('break', {
      title: text('启封', 'Break wax'),
      fulfils: ['W-1'],
      from: ['whole'],
      to: 'broken',
      by: ['quality'],
      input: z.object({}),
      change: () => ({}),
      tell: () => text('已启', 'broken'),
    }),
  ],
  clauses: { 'W-1': { zh: '封', en: 'seal', source: '1' } },
  gates: [
    gate({
      holds: 'parcel.send',
      name: 'whole-wax',
      clause: 'W-1',
      fact: 'wholeOn',
      guard: ({ record, facts }) => [
        Number(facts.held) > 0 &&
          refuse(
            'under-wax',
            text(`要发出 ${record.number}，请先启封。`, `To send ${record.number}, first break its wax.`),
          ),
      ],
    }),
  ],
  queries: {
    facts: {
      wholeOn: {
        read: async (db, ids) => {
          const rows = await db
            .selectFrom('wax')
            .select('parcelId')
            .where('state', '=', 'whole')
            .where('parcelId', 'in', [...ids])
            .execute()
          return new Map(rows.map(row => [row.parcelId as string, 1]))
        },
        none: 0,
      },
    },
    finds: {},
    reads: {},
  },
  viewFacts: [],
})
