import type { AnyCommand } from '../../kernel/command.ts'
import type { Procedure } from '../../kernel/procedure.ts'
import { doBody } from '../routes/do.ts'
import { ledgerParams, recordParams, timelineParams } from '../routes/read.ts'
import { answerSchemaOf, type JsonSchema, jsonSchemaOf } from './json-schema.ts'
import {
  answers,
  fileAnswer,
  inBoth,
  jsonBody,
  type Operation,
  operationName,
  type Parameter,
  type Paths,
  pathParameter,
  queryParameters,
} from './operations.ts'
import { answerSchema, recordPageSchema, ref } from './shared-schemas.ts'

const READ_REFUSALS = [401, 403, 404, 422, 429]
const LANGUAGE: Parameter = {
  name: 'lang',
  in: 'query',
  required: false,
  schema: { enum: ['zh', 'zh-Hant', 'en'], default: 'zh' },
}

/** Name under which the record of a procedure stands among the schemas. */
export const recordSchemaName = (procedure: Procedure): string => operationName(procedure.name, 'record')

/** The record of a procedure as it is answered. */
export const recordSchemaOf = (procedure: Procedure): JsonSchema => ({
  allOf: [ref('RecordBase'), { ...answerSchemaOf(procedure.record.row), additionalProperties: true }],
})

/** Paths of one procedure: its steps, its reads, its printed copies. */
export const procedurePaths = (procedure: Procedure): Paths => ({
  ...Object.fromEntries(
    procedure.commands.map(command => [`/api/do/${command.id}`, { post: doOperation(procedure, command) }]),
  ),
  ...readPaths(procedure),
  ...copyPaths(procedure),
})

const doOperation = (procedure: Procedure, command: AnyCommand): Operation => {
  const envelope = jsonSchemaOf(doBody) as { properties: Record<string, JsonSchema> }
  const { on, expect, key, sign } = envelope.properties as Record<'on' | 'expect' | 'key' | 'sign', JsonSchema>
  const makes = command.from === 'new'
  return {
    operationId: operationName('do', command.id),
    tags: [procedure.name],
    summary: inBoth(command.title),
    ...(command.about && { description: inBoth(command.about) }),
    requestBody: jsonBody({
      type: 'object',
      additionalProperties: false,
      properties: {
        ...(!makes && { on, expect }),
        key,
        input: jsonSchemaOf(command.input),
        ...(command.sign && { sign }),
      },
      required: ['input', ...(makes ? [] : ['on']), ...(command.sign ? ['sign'] : [])],
    }),
    responses: answers(answerSchema(ref(recordSchemaName(procedure))), [401, 403, 404, 409, 413, 422, 429]),
    'x-roles': command.by,
    'x-clauses': command.fulfils,
    'x-states': command.from,
    'x-scope': command.id,
  }
}

const readPaths = (procedure: Procedure): Paths => {
  const read = (name: string, summary: string, parameters: readonly Parameter[], schema: JsonSchema): Paths => ({
    [`/api/read/${procedure.name}.${name}`]: {
      get: {
        operationId: operationName('read', procedure.name, name),
        tags: [procedure.name],
        summary,
        parameters,
        responses: answers(schema, READ_REFUSALS),
        'x-scope': `read:${procedure.name}.${name}`,
      },
    },
  })
  const page = recordPageSchema(ref(recordSchemaName(procedure)))
  return {
    ...read(
      'record',
      `One ${procedure.noun.en} by id or number · ${procedure.noun.zh}`,
      queryParameters(recordParams),
      page,
    ),
    ...read('timeline', 'Older entries of a record · 更早的经过', queryParameters(timelineParams), {
      type: 'array',
      items: ref('TimelineEntry'),
    }),
    ...(procedure.ledgers.length > 0 &&
      read('ledger', `Ledger · 台账`, ledgerParameters(procedure), ref('LedgerPage'))),
    ...(procedure.reports.length > 0 &&
      read('report', 'Report · 报表', reportParameters(procedure), ref('ReportContent'))),
    ...Object.assign(
      {},
      ...Object.entries(procedure.queries.reads).map(([name, { title, params, answer }]) =>
        read(name, inBoth(title), queryParameters(params), answer ? answerSchemaOf(answer) : {}),
      ),
    ),
  }
}

const ledgerParameters = (procedure: Procedure): Parameter[] => {
  const filters = [...new Set(procedure.ledgers.flatMap(ledger => ledger.filters))]
  return [
    ...queryParameters(ledgerParams).map(parameter =>
      parameter.name === 'ledger'
        ? { ...parameter, schema: { enum: procedure.ledgers.map(({ name }) => name) } }
        : parameter,
    ),
    ...filters.map(
      (column): Parameter => ({
        name: `filter.${column}`,
        in: 'query',
        required: false,
        schema: { type: 'array', items: { type: 'string' } },
        explode: false,
      }),
    ),
  ]
}

const reportParameters = (procedure: Procedure): Parameter[] => {
  const own = new Map(
    procedure.reports.flatMap(report =>
      queryParameters(report.params).map(parameter => [parameter.name, { ...parameter, required: false }]),
    ),
  )
  const names = procedure.reports.map(({ name }) => name)
  return [{ name: 'name', in: 'query', required: true, schema: { enum: names } }, ...own.values()]
}

const copyPaths = (procedure: Procedure): Paths => {
  const copy = (
    path: string,
    name: string,
    summary: string,
    mediaType: string,
    parameters: readonly Parameter[],
  ): Paths => ({
    [path]: {
      get: {
        operationId: name,
        tags: [procedure.name],
        summary,
        parameters: [...parameters, LANGUAGE],
        responses: fileAnswer(mediaType, READ_REFUSALS),
      },
    },
  })
  const pdf = 'application/pdf'
  const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  const { name } = procedure
  const filters = ledgerParameters(procedure).filter(parameter => parameter.name !== 'ledger')
  return Object.assign(
    {},
    ...procedure.forms.map(form =>
      copy(`/api/print/${name}/form/${form.id}/{id}`, operationName('print', name, form.id), inBoth(form.title), pdf, [
        pathParameter('id'),
      ]),
    ),
    ...procedure.reports.map(report =>
      copy(
        `/api/print/${name}/report/${report.name}`,
        operationName('print', name, 'report', report.name),
        inBoth(report.title),
        pdf,
        queryParameters(report.params),
      ),
    ),
    ...procedure.ledgers.flatMap(ledger => [
      copy(
        `/api/print/${name}/ledger/${ledger.name}`,
        operationName('print', name, 'ledger', ledger.name),
        inBoth(ledger.title),
        pdf,
        filters,
      ),
      copy(
        `/api/export/${name}/${ledger.name}.xlsx`,
        operationName('export', name, ledger.name),
        inBoth(ledger.title),
        xlsx,
        filters,
      ),
    ]),
  )
}
