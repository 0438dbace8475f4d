import { z } from 'zod'
import { text } from '../../kernel/text.ts'
import { healthChecks } from '../health/checks.ts'
import { healthFigures } from '../health/figures.ts'
import { productRead } from './product-read.ts'

/** How the server stands, for those who look after it. */
export const healthReads = [
  productRead({
    name: 'health.now',
    title: text('系统状况', 'Health of the system'),
    by: ['administrator', 'computer-room', 'quality-head', 'quality'],
    params: z.object({}),
    run: async ({ pool, dataDir, version, operations }) => {
      const figures = await healthFigures({ pool, dataDir, version, ...operations })
      return { figures, checks: healthChecks(figures) }
    },
  }),
]
