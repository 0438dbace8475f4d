import { base, warehouses } from '../../../test/world.ts'
