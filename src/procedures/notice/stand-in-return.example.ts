import { z } from 'zod'
import { commandsOf } from '../../kernel/command.ts'
import { type Procedure, procedure } from '../../kernel/procedure.ts'
import { type RecordBase, recordType } from '../../kernel/record.ts'
import { text } from '../../kernel/text.ts'
import { recordColumns } from '../../vocabulary/record-base.ts'

/** Table of the return that tests use in place of the real one. */
export const STAND_IN_SCHEMA = `
CREATE TABLE stand_in_return (id uuid PRIMARY KEY, number text UNIQUE NOT NULL, state text NOT NULL, version int NOT NULL, site_id uuid NOT NULL,
  created_at timestamptz NOT NULL, created_by uuid NOT NULL, updated_at timestamptz NOT NULL, search_text text NOT NULL,
  route text NOT NULL, party_id uuid NOT NULL, lines jsonb NOT NULL);
GRANT SELECT, INSERT, UPDATE ON stand_in_return TO PUBLIC;`

const line = z.object({ lotId: z.uuid(), quantity: z.int().positive(), serials: z.array(z.string()).optional() })
const row = z.object({
  ...recordColumns,
  state: z.enum(['requested', 'received']),
  route: z.string(),
  partyId: z.uuid(),
  lines: z.array(line),
})
type Row = z.infer<typeof row> & RecordBase

const Return = recordType<Row, 'requested' | 'received'>({
  name: 'return',
  title: text('退货', 'Return'),
  table: 'stand_in_return',
  row,
  states: {
    requested: { title: text('待收', 'Requested'), meaning: text('待收', 'Requested') },
    received: { title: text('已入库', 'Received'), meaning: text('已入库', 'Received'), final: true },
  },
  series: { prefix: 'TS', digits: 5 },
  searchText: item => item.number,
})

const returnCommand = commandsOf<Row, Record<string, never>, Record<string, never>>(Return)

const request = returnCommand('request', {
  title: text('申请退货', 'Request'),
  fulfils: [],
  from: 'new',
  to: 'requested',
  by: ['sales'],
  input: z.object({
    route: z.string(),
    partyId: z.uuid(),
    reason: z.string(),
    wish: z.string(),
    lines: z.array(line).min(1),
    remark: z.string().optional(),
    noticeId: z.uuid().optional(),
    noticeRecipientId: z.uuid().optional(),
  }),
  change: ({ input: { route, partyId, lines } }) => ({ set: { route, partyId, lines } }),
  tell: () => text('申请退货', 'requested a return'),
})

const stockIn = returnCommand('stock-in', {
  title: text('入库', 'Stock in'),
  fulfils: [],
  from: ['requested'],
  to: 'received',
  by: ['warehouse'],
  input: z.object({}),
  change: ({ record }) => ({
    start: record.lines.map(({ lotId, quantity }) => ({
      command: 'lot.take-back',
      on: lotId,
      input: { partyId: record.partyId, quantity },
    })),
  }),
  tell: () => text('退货入库', 'took the return in'),
})

/** A return with nothing but its beginning and its end, so that a notice can be tested by itself. */
export const standInReturn: Procedure = procedure({
  name: 'return',
  title: text('退货', 'Returns'),
  noun: text('退货', 'return'),
  nouns: text('退货', 'Returns'),
  group: 'flow',
  source: [],
  record: Return,
  dependsOn: [],
  schema: new URL('./schema/', import.meta.url),
  clauses: {},
  policies: [],
  deadlines: [],
  duties: [],
  chains: [],
  commands: [request, stockIn],
  gates: [],
  on: [],
  queries: { facts: {}, finds: {}, reads: {} },
  forms: [],
  ledgers: [],
  reports: [],
  viewFacts: [],
  view: () => ({ title: '', badges: [], subtitle: [], sections: [] }),
})
