/** The toy's approval: signatures in order and at once, by one step. */
import { z } from 'zod'
import { policy } from '../../src/kernel/policy.ts'
import { signOffChain } from '../../src/kernel/sign-off.ts'
import { text } from '../../src/kernel/text.ts'
import { type ParcelRow, parcel } from './parcel.ts'

/** Hours after which a signature is late. */
export const signHours = policy({
  key: 'parcel.sign_h',
  title: text('签字时限', 'signing limit'),
  schema: z.int().min(1),
  default: 24,
  clauses: ['T-3'],
  basis: 'ours',
})

/** Two sign at once, then the general manager; the signatures stand for what the parcel is. */
export const approvalChain = signOffChain<ParcelRow>({
  name: 'approval',
  title: text('特批', 'Approval'),
  rule: 'SC29',
  clause: 'T-3',
  steps: [
    { key: 'warehouse', by: ['warehouse'], meaning: text('实物属实', 'The goods are as stated') },
    { key: 'sales', by: ['sales-head'], meaning: text('销售同意', 'Sales agrees'), stage: 2 },
    { key: 'finance', by: ['finance'], meaning: text('财务同意', 'Finance agrees'), stage: 2 },
    { key: 'final', by: ['general-manager'], meaning: text('批准', 'Approved') },
  ],
  covers: ({ title, weight }) => ({ title, weight }),
  titles: { title: text('名称', 'Title'), weight: text('重量', 'Weight') },
  remindAfter: 'parcel.sign_h',
})

/** Opens a round. */
export const submit = parcel('submit', {
  title: text('提请特批', 'Ask for approval'),
  fulfils: ['T-3'],
  from: ['open', 'asked'],
  to: 'asked',
  by: ['service-desk'],
  input: z.object({ steps: z.array(z.string()).optional() }),
  change: ({ input }) => ({ seek: [{ chain: 'approval', ...(input.steps && { steps: input.steps }) }] }),
  tell: () => text('提请特批', 'asked for approval'),
})

/** Signs whatever waits. */
export const opine = parcel('opine', {
  title: text('签署意见', 'Sign'),
  fulfils: ['T-3'],
  from: ['asked', 'approved'],
  by: ['warehouse', 'sales-head', 'finance', 'general-manager'],
  input: z.object({
    opinion: z.enum(['agree', 'decline', 'back']).default('agree'),
    to: z.string().default('warehouse'),
    note: z.string().optional(),
    weight: z.int().positive().optional(),
  }),
  sign: { chain: 'approval', step: 'waiting' },
  change: ({ input, signing }) => {
    const said = { note: input.note ?? '同意', ...(input.weight && { set: { weight: input.weight } }) }
    if (input.opinion === 'decline') return { ...said, decline: true, to: 'open' }
    if (input.opinion === 'back') return { ...said, sendBack: { chain: 'approval', to: input.to } }
    return { ...said, ...(signing?.last && { to: 'approved' }) }
  },
  tell: ({ input }) => text(`签署：${input.opinion}`, `signed: ${input.opinion}`),
})

/** Changes what is signed. */
export const reweigh = parcel('reweigh', {
  title: text('重新称重', 'Weigh again'),
  fulfils: ['T-3'],
  from: ['open', 'asked', 'approved'],
  by: ['warehouse', 'service-desk'],
  input: z.object({ weight: z.int().positive() }),
  change: ({ input }) => ({ set: { weight: input.weight } }),
  tell: () => text('重新称重', 'weighed again'),
})
