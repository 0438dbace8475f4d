import type { Registry } from '../../kernel/registry.ts'
import { type Text, text } from '../../kernel/text.ts'

/** A request as the door sees it: the pattern of its route, the values in its path, its query. */
export interface Request {
  readonly method: string
  readonly route: string
  readonly params: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, unknown>>
}

/** Something that an inspector may open. */
export interface Reading {
  /** Procedure that it belongs to; null where the answer itself is cut to what he may see. */
  readonly procedure: string | null
  /** What the trail says that he opened; null for what only draws the page. */
  readonly told: ((noun: Text) => Text) | null
  /** The record, by id or number, whose number is put behind the words. */
  readonly record?: string
  /** The report whose title stands in the words instead of the procedure's. */
  readonly report?: string
}

const drawing = (procedure: string | null): Reading => ({ procedure, told: null })
const of =
  (zh: string, en: string) =>
  (noun: Text): Text =>
    text(`${zh}${noun.zh}`, `${en} ${noun.en}`)
const some = (value: unknown): string => String(value ?? '').slice(0, 120)
const behind = (query: Readonly<Record<string, unknown>>): string => {
  const asked = Object.entries(query).filter(([key]) => key === 'search' || key.startsWith('filter.'))
  return asked.length > 0 ? `（${asked.map(([, value]) => some(value)).join('，')}）` : ''
}

/** Reads of a procedure that an inspector may ask by name; each gives the words for it. */
const READS: Readonly<Record<string, (query: Request['query']) => Pick<Reading, 'told' | 'record' | 'report'>>> = {
  record: ({ id }) => ({ told: of('查看', 'read'), record: some(id) }),
  timeline: ({ id }) => ({ told: of('查看经过：', 'read the course of'), record: some(id) }),
  ledger: query => ({
    told: noun => {
      const asked = behind(query)
      return text(`查看台账：${noun.zh}${asked}`, `read the register of ${noun.en}${asked}`)
    },
  }),
  report: ({ name }) => ({ report: some(name), told: of('查看报表', 'read the report') }),
}

/** Reads of one procedure alone: what is in force of a controlled document. */
const OWN_READS: typeof READS = {
  'document.versions': ({ id }) => ({ told: of('查看版本：', 'read the versions of'), record: some(id) }),
}

/** Reads of the product that are cut to what the inspector may see. */
const PRODUCT_READS: Readonly<Record<string, (query: Request['query']) => Reading>> = {
  'search.all': ({ q }) => ({
    procedure: null,
    told: () => text(`搜索“${some(q)}”`, `searched for "${some(q)}"`),
  }),
  // asked with every letter typed; the search for records that goes with it says what was looked for
  'search.clauses': () => ({ procedure: null, told: null }),
  'evidence.clauses': () => ({ procedure: null, told: () => text('查看程序与条款', 'read procedures and clauses') }),
  'evidence.clause': ({ procedure, clause }) => ({
    procedure: some(procedure),
    told: noun => text(`查看条款 ${some(clause)}（${noun.zh}）`, `read clause ${some(clause)} (${noun.en})`),
  }),
  'evidence.records': ({ procedure, clause }) => ({
    procedure: some(procedure),
    told: noun => text(`查看条款 ${some(clause)} 的记录（${noun.zh}）`, `read records of ${some(clause)} (${noun.en})`),
  }),
  'evidence.sample': ({ procedure, clause, seed }) => ({
    procedure: some(procedure),
    told: noun =>
      text(
        `随机抽样：条款 ${some(clause)}（${noun.zh}），种子 ${some(seed)}`,
        `drew a sample of ${some(clause)} (${noun.en}), seed ${some(seed)}`,
      ),
  }),
}

/** Routes besides `/api/read`, each with what it opens. */
const ROUTES: Readonly<Record<string, (request: Request) => Reading>> = {
  '/api/meta': () => drawing(null),
  '/api/meta/:procedure': ({ params }) => drawing(params.procedure ?? ''),
  '/api/print/:procedure/form/:form/:id': ({ params }) => ({
    procedure: params.procedure ?? '',
    told: of('打印表单：', 'printed a form of'),
    record: params.id ?? '',
  }),
  '/api/print/:procedure/form/:form/blank': ({ params }) => drawing(params.procedure ?? ''),
  '/api/print/:procedure/report/:name': ({ params }) => ({
    procedure: params.procedure ?? '',
    report: params.name ?? '',
    told: of('打印报表', 'printed the report'),
  }),
  '/api/print/:procedure/ledger/:name': ({ params, query }) => ({
    procedure: params.procedure ?? '',
    told: noun => text(`打印台账：${noun.zh}${behind(query)}`, `printed the register of ${noun.en}${behind(query)}`),
  }),
  '/api/print/clause/:procedure/:clause': ({ params }) => ({
    procedure: params.procedure ?? '',
    told: noun => text(`打印条款 ${params.clause}（${noun.zh}）`, `printed clause ${params.clause} (${noun.en})`),
  }),
  '/api/export/:procedure/:ledger.xlsx': ({ params, query }) => ({
    procedure: params.procedure ?? '',
    told: noun => text(`导出台账：${noun.zh}${behind(query)}`, `exported the register of ${noun.en}${behind(query)}`),
  }),
  '/api/export/:procedure/record/:id.json': ({ params }) => ({
    procedure: params.procedure ?? '',
    told: of('导出', 'exported'),
    record: params.id ?? '',
  }),
  '/api/export/:procedure/report/:name.xlsx': ({ params }) => ({
    procedure: params.procedure ?? '',
    report: params.name ?? '',
    told: of('导出报表', 'exported the report'),
  }),
  '/api/copy/periodic-report/:id/:ending(pdf|xlsx)': ({ params }) => ({
    procedure: 'periodic-report',
    told: of('打开', 'opened'),
    record: params.id ?? '',
  }),
  '/api/attachments/:id': ({ params }) => ({
    procedure: null,
    told: () => text(`打开附件 ${params.id}`, `opened attachment ${params.id}`),
  }),
}

/** What an inspector opens with this request; null when it is nothing that inspectors open. */
export function readingOf(request: Request, registry: Registry): Reading | null {
  if (request.method !== 'GET' && request.method !== 'HEAD') return null
  if (request.route !== '/api/read/:name') return ROUTES[request.route]?.(request) ?? null
  const { name = '' } = request.params
  const own = Object.hasOwn(PRODUCT_READS, name) ? PRODUCT_READS[name] : undefined
  if (own) return own(request.query)
  const [procedure = '', query = ''] = name.split('.', 2)
  if (!registry.has(procedure)) return null
  const asked = Object.hasOwn(OWN_READS, name)
    ? OWN_READS[name]
    : Object.hasOwn(READS, query)
      ? READS[query]
      : undefined
  return asked ? { procedure, ...asked(request.query) } : null
}
