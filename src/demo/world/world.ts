import type { Day } from '../../kernel/time.ts'
import { company, site } from './company.ts'
import { customers } from './customers.ts'
import { deliveriesUntil } from './deliveries.ts'
import { lotsUntil } from './lots.ts'
import { manufacturers, suppliers } from './makers.ts'
import { people } from './people.ts'
import { products } from './products.ts'
import { recallLots } from './recalls.ts'

/** Everything that the demo company is made of on a given day, apart from its stories. The same day, the same company. */
export function demoWorld(today: Day) {
  const lots = lotsUntil(today)
  return {
    company,
    site,
    people,
    parties: [...manufacturers, ...suppliers, ...customers],
    products,
    lots,
    deliveries: deliveriesUntil(today, lots),
    recall: recallLots(lots, today),
  }
}

export type DemoWorld = ReturnType<typeof demoWorld>
