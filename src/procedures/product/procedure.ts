import { type Procedure, procedure } from '../../kernel/procedure.ts'
import { text } from '../../kernel/text.ts'
import { clauses } from './clauses.ts'
import { changeProduct } from './commands/change-product.ts'
import { deactivateProduct, reactivateProduct } from './commands/product-out-of-use.ts'
import { registerProduct } from './commands/register-product.ts'
import { productImport } from './imports/products.ts'
import { productRegister } from './ledgers.ts'
import { Product } from './product.ts'
import { queries } from './queries.ts'
import { productView } from './view.ts'

/** The devices that the company sells. */
export const product: Procedure = procedure({
  name: 'product',
  title: text('产品管理', 'Products'),
  noun: text('产品', 'product'),
  nouns: text('产品', 'Products'),
  group: 'flow',
  source: [
    { id: '739号令', title: text('医疗器械监督管理条例', 'Regulation on the supervision of medical devices') },
    {
      id: 'GSP153',
      title: text('医疗器械经营质量管理规范（2023年第153号）', 'Good supply practice for devices (2023 No. 153)'),
    },
  ],
  record: Product,
  dependsOn: ['party'],
  schema: new URL('./schema/', import.meta.url),
  clauses,
  policies: [],
  deadlines: [],
  duties: [],
  chains: [],
  commands: [registerProduct, changeProduct, deactivateProduct, reactivateProduct],
  gates: [],
  on: [],
  queries,
  forms: [],
  ledgers: [productRegister],
  imports: [productImport],
  reports: [],
  viewFacts: ['lots'],
  view: productView,
})
