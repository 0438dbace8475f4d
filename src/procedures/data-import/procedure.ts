import { ledger } from '../../kernel/ledger.ts'
import { type Procedure, procedure } from '../../kernel/procedure.ts'
import { text } from '../../kernel/text.ts'
import type { RecordView } from '../../kernel/view.ts'
import { clauses } from './clauses.ts'
import { fileImport } from './commands/file-import.ts'
import { DataImport, type DataImportRow, states } from './data-import.ts'

const imports = ledger({
  name: 'imports',
  title: text('数据导入台账', 'Register of imports'),
  fulfils: ['DI-source'],
  columns: [
    { key: 'number', title: text('编号', 'Number'), kind: 'code', width: 15, onScreen: true },
    { key: 'title', title: text('导入内容', 'What'), kind: 'line', width: 40, onScreen: true },
    { key: 'lines', title: text('行数', 'Lines'), kind: 'number', width: 8, onScreen: true },
    { key: 'fresh', title: text('新增', 'New'), kind: 'number', width: 8, onScreen: true },
    { key: 'known', title: text('已有', 'Known'), kind: 'number', width: 8, onScreen: true },
    { key: 'importedByName', title: text('导入人', 'Imported by'), kind: 'line', width: 10, onScreen: true },
    { key: 'state', title: text('状态', 'State'), kind: 'state', options: states, width: 8, onScreen: true },
    { key: 'createdAt', title: text('导入时间', 'Imported'), kind: 'instant', width: 18, onScreen: true },
    { key: 'sha256', title: text('文件 SHA-256', 'SHA-256 of the file'), kind: 'code', width: 66, onScreen: false },
  ],
  filters: ['tableName'],
  orderedBy: 'createdAt',
  views: [{ name: 'all', title: text('全部', 'All'), filter: {} }],
})

const view = (row: DataImportRow): RecordView => ({
  title: row.title,
  badges: [],
  subtitle: [row.importedByName],
  sections: [
    {
      title: text('导入', 'Import'),
      facts: [
        { label: text('内容', 'What'), shown: { kind: 'text', value: row.tableTitle } },
        { label: text('文件', 'File'), shown: { kind: 'line', value: row.fileName } },
        { label: text('行数', 'Lines'), shown: { kind: 'number', value: row.lines } },
        { label: text('新增', 'New'), shown: { kind: 'number', value: row.fresh } },
        {
          label: text('已有（未改动）', 'Known already, left as they are'),
          shown: { kind: 'number', value: row.known },
        },
        { label: text('文件 SHA-256', 'SHA-256 of the file'), shown: { kind: 'code', value: row.sha256 }, wide: true },
      ],
    },
  ],
})

/** Tables taken over from other systems. */
export const dataImport: Procedure = procedure({
  name: 'data-import',
  title: text('数据导入', 'Data import'),
  noun: text('数据导入', 'import'),
  nouns: text('数据导入', 'Imports'),
  group: 'administration',
  source: [
    {
      id: 'GSP153',
      title: text('医疗器械经营质量管理规范（2023年第153号）', 'Good supply practice for devices (2023 No. 153)'),
    },
  ],
  record: DataImport,
  dependsOn: [],
  schema: new URL('./schema/', import.meta.url),
  clauses,
  policies: [],
  deadlines: [],
  duties: [],
  chains: [],
  commands: [fileImport],
  gates: [],
  on: [],
  queries: { facts: {}, finds: {}, reads: {} },
  forms: [],
  ledgers: [imports],
  reports: [],
  viewFacts: [],
  view,
})
