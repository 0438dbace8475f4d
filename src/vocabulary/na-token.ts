import { z } from 'zod'
import { policy } from '../kernel/policy.ts'
import { text } from '../kernel/text.ts'

/** X14, S11-5.1.1d: what an empty box of a settled record prints. */
export const naToken = policy({
  key: 'record.na_token',
  rules: ['X14'],
  title: text('无内容栏的划去符号', 'What strikes a box that has nothing to say'),
  schema: z.enum(['/', '无', 'N/A']),
  default: '/',
  options: { '/': text('/', '/'), 无: text('无', 'none (无)'), 'N/A': text('N/A', 'N/A') },
  clauses: ['S11-5.1.1d'],
  basis: 'procedure',
})
