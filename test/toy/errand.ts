/** A small procedure that lets people outside in: an errand asks two guests how many pieces they have. */
import { z } from 'zod'
import { commandsOf } from '../../src/kernel/command.ts'
import { field } from '../../src/kernel/field.ts'
import { type Procedure, procedure } from '../../src/kernel/procedure.ts'
import { type RecordBase, recordType } from '../../src/kernel/record.ts'
import { refuse } from '../../src/kernel/refusal.ts'
import { text } from '../../src/kernel/text.ts'
import { attachmentIds } from '../../src/vocabulary/entry-field.ts'
import { recordColumns } from '../../src/vocabulary/record-base.ts'

export const ERRAND_SCHEMA = `
CREATE TABLE errand (id uuid PRIMARY KEY, number text UNIQUE NOT NULL, state text NOT NULL, version int NOT NULL, site_id uuid NOT NULL,
  created_at timestamptz NOT NULL, created_by uuid NOT NULL, updated_at timestamptz NOT NULL, search_text text NOT NULL,
  title text NOT NULL, secret text NOT NULL);
CREATE TABLE errand_guest (id uuid PRIMARY KEY, errand_id uuid NOT NULL, name text NOT NULL, pieces int);
GRANT SELECT, INSERT, UPDATE, DELETE ON errand, errand_guest TO bihuan_app;`

interface ErrandRow extends RecordBase {
  readonly title: string
  /** What no guest may see. */
  readonly secret: string
}

interface ErrandGuest {
  readonly id: string
  readonly errandId: string
  readonly name: string
  readonly pieces: number | null
}

interface Facts {
  readonly guests: readonly ErrandGuest[]
}

const Errand = recordType<ErrandRow, 'open' | 'over'>({
  name: 'errand',
  title: text('差事', 'errand'),
  table: 'errand',
  row: z.object({ ...recordColumns, state: z.string(), title: z.string(), secret: z.string() }),
  states: {
    open: { title: text('进行中', 'open'), meaning: text('等待答复', 'answers are awaited') },
    over: { title: text('结束', 'over'), meaning: text('已结束', 'nothing more is asked'), final: true },
  },
  series: { prefix: 'CS', digits: 5 },
  searchText: row => row.number,
  children: {
    guest: {
      table: 'errand_guest',
      parent: 'errandId',
      row: z.object({ id: z.uuid(), errandId: z.uuid(), name: z.string(), pieces: z.int().nullable() }),
    },
  },
})

const errand = commandsOf<ErrandRow, Facts, Record<never, never>>(Errand)

const open = errand('open', {
  title: text('开始', 'Begin'),
  fulfils: ['E-1'],
  from: 'new',
  to: 'open',
  by: ['quality'],
  input: z.object({ title: z.string(), guests: z.array(z.string()) }),
  change: ({ input, newId }) => ({
    set: { title: input.title, secret: '内部底价 128 元' },
    rows: input.guests.map(name => ({ child: 'guest', insert: { id: newId(), name, pieces: null } })),
  }),
  tell: ({ record }) => text(`开始 ${record.number}`, `began ${record.number}`),
})

const answer = errand('answer', {
  title: text('填写数量', 'State the quantity'),
  about: text('请填写贵单位现有的数量。', 'Say how many pieces you have.'),
  fulfils: ['E-1'],
  from: ['open'],
  by: ['outside', 'quality'],
  input: z.object({
    guestId: field(z.uuid(), { title: text('答复方', 'Guest'), widget: 'hidden' }),
    pieces: field(z.int().min(0).max(1_000), { title: text('现有数量', 'Pieces on hand'), widget: 'number' }),
    note: field(z.string().max(200), { title: text('说明', 'Note'), widget: 'paragraph' }).optional(),
    attachments: attachmentIds.default([]),
  }),
  facts: ['guests'],
  check: ({ input, actor, facts }) => [
    actor.via === 'link' &&
      actor.id !== input.guestId &&
      refuse('other-guest', text('只能填写本单位的数量。', 'State your own quantity.'), { kind: 'forbidden' }),
    !facts.guests.some(guest => guest.id === input.guestId) &&
      refuse('no-guest', text('没有这个答复方。', 'There is no such guest.'), { field: 'guestId' }),
  ],
  change: ({ input }) => ({
    rows: [{ child: 'guest', id: input.guestId, set: { pieces: input.pieces } }],
    attach: input.attachments.map(id => ({ id, purpose: 'answer' })),
  }),
  tell: ({ input }) => text(`现有 ${input.pieces} 件`, `has ${input.pieces} pieces`),
  fill: ({ actor }) => ({ guestId: actor.id, pieces: 0 }),
})

const end = errand('end', {
  title: text('结束', 'End'),
  fulfils: ['E-1'],
  from: ['open'],
  to: 'over',
  by: ['quality', 'outside'],
  input: z.object({}),
  change: () => ({}),
  tell: () => text('结束', 'ended'),
})

const drop = errand('drop', {
  title: text('删去一方', 'Take a guest off'),
  fulfils: ['E-1'],
  from: ['open'],
  by: ['quality'],
  input: z.object({ guestId: z.uuid() }),
  change: ({ input }) => ({ rows: [{ child: 'guest', id: input.guestId, set: { name: '' } }] }),
  tell: () => text('删去一方', 'took a guest off'),
})

/** Lets its guests answer; ends for them when it ends, or when their name is taken off. */
export const errands: Procedure = procedure({
  name: 'errand',
  title: text('差事', 'Errands'),
  noun: text('差事', 'errand'),
  nouns: text('差事', 'Errands'),
  group: 'flow',
  source: [],
  record: Errand,
  dependsOn: [],
  schema: new URL('./', import.meta.url),
  clauses: { 'E-1': { zh: '问', en: 'ask', source: '1' } },
  policies: [],
  deadlines: [],
  duties: [],
  chains: [],
  commands: [open, answer, end, drop],
  gates: [],
  on: [],
  outside: {
    guest: 'guest',
    guestField: 'guestId',
    facts: ['guests'],
    commands: ['errand.answer'],
    page: ({ record, facts, guestId }: { record: ErrandRow; facts: Facts; guestId: string }) => {
      const guest = facts.guests.find(item => item.id === guestId)
      if (!guest?.name || record.state === 'over') return null
      return {
        reader: guest.name,
        heading: text(record.title, record.title),
        lead: text('请填写贵单位现有的数量。', 'Say how many pieces you have.'),
        sections: [
          {
            title: text('货物', 'Goods'),
            facts: [{ label: text('批号', 'Lot'), shown: { kind: 'code', value: 'B2601-01' } }],
          },
        ],
        codes: [{ title: text('输液泵', 'Pump'), code: '(01)06999990001019(10)B2601-01', symbology: 'gs1' }],
        steps: guest.pieces === null ? ['answer'] : [],
        thanks:
          guest.pieces === null
            ? null
            : text(`已收到：${guest.pieces} 件，谢谢。`, `${guest.pieces} pieces: thank you.`),
        ask: text('陈晓 0371-10550100', '陈晓 0371-10550100'),
      }
    },
  },
  queries: {
    facts: {
      guests: {
        read: async (db, ids) => {
          const rows = await db
            .selectFrom('errandGuest')
            .selectAll()
            .where('errandId', 'in', [...ids])
            .orderBy('name')
            .execute()
          return Map.groupBy(rows as ErrandGuest[], row => row.errandId)
        },
        none: [] as readonly ErrandGuest[],
      },
    },
    finds: {},
    reads: {},
  },
  forms: [],
  ledgers: [],
  reports: [],
  viewFacts: [],
  view: record => ({ title: record.title, badges: [], subtitle: [], sections: [] }),
})
