import { commandsOf } from '../../kernel/command.ts'
import type { FactsOf, FindsOf } from '../../kernel/queries.ts'
import type { ProductRow } from '../../vocabulary/product.ts'
import { Product } from './product.ts'
import type { ProductQueries } from './queries.ts'

/** Makes the steps that concern products. */
export const productCommand = commandsOf<ProductRow, FactsOf<ProductQueries>, FindsOf<ProductQueries>>(Product)
