import { z } from 'zod'
import { policy } from '../../kernel/policy.ts'
import { text } from '../../kernel/text.ts'

/** X17: which of two lots of a product goes out first. */
export const pickingOrder = policy<'expiry' | 'produced'>({
  key: 'picking.order',
  rules: ['X17'],
  title: text('拣货顺序', 'Order of picking'),
  schema: z.enum(['expiry', 'produced']),
  default: 'expiry',
  clauses: ['S24-1a'],
  basis: 'procedure',
  options: {
    expiry: text('近效期先出，同效期先产先出', 'Nearest expiry first, then earliest production'),
    produced: text('先产先出，同日生产近效期先出', 'Earliest production first, then nearest expiry'),
  },
})

/** Days within which the papers that the customer signed are back. */
export const signBackDays = policy({
  key: 'shipment.sign_back_d',
  title: text('运输单据签回的时限', 'Signed papers are back within'),
  schema: z.int().min(1).max(30),
  default: 3,
  unit: text('天', 'd'),
  clauses: ['S23-10a'],
  basis: 'ours',
})

/** TL44: goods that are ready leave for the customer on the same day. */
export const sameDay = policy({
  key: 'delivery.same_day',
  rules: ['TL44'],
  title: text('待发商品当天送达', 'Goods ready for dispatch are delivered the same day'),
  schema: z.boolean(),
  default: true,
  clauses: ['S23-9a'],
  basis: 'procedure',
})
