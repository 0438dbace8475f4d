import { type Procedure, procedure } from '../../kernel/procedure.ts'
import { text } from '../../kernel/text.ts'
import { clauses } from './clauses.ts'
import { changeWarehouse } from './commands/change-warehouse.ts'
import { becomeMain, handOverMain } from './commands/main-warehouse.ts'
import { registerWarehouse } from './commands/register-warehouse.ts'
import { deactivateWarehouse, reactivateWarehouse } from './commands/warehouse-out-of-use.ts'
import { warehouses } from './ledgers.ts'
import { queries } from './queries.ts'
import { warehouseView } from './view.ts'
import { Warehouse } from './warehouse.ts'

/** Warehouses and their zones. */
export const warehouse: Procedure = procedure({
  name: 'warehouse',
  title: text('仓库与库区', 'Warehouses and zones'),
  noun: text('仓库', 'warehouse'),
  nouns: text('仓库', 'Warehouses'),
  group: 'flow',
  source: [
    {
      id: 'GSP153',
      title: text('医疗器械经营质量管理规范（2023年第153号）', 'Good supply practice for devices (2023 No. 153)'),
    },
  ],
  record: Warehouse,
  dependsOn: [],
  schema: new URL('./schema/', import.meta.url),
  clauses,
  policies: [],
  deadlines: [],
  duties: [],
  chains: [],
  commands: [registerWarehouse, changeWarehouse, handOverMain, becomeMain, deactivateWarehouse, reactivateWarehouse],
  gates: [],
  on: [],
  queries,
  forms: [],
  ledgers: [warehouses],
  reports: [],
  viewFacts: ['zoneSums'],
  view: warehouseView,
})
