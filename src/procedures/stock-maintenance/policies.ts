import { z } from 'zod'
import { type Policy, policy } from '../../kernel/policy.ts'
import { text } from '../../kernel/text.ts'

/** TL43, X12: goods to wall. */
export const gapWall = policy({
  key: 'store.gap_wall_cm',
  rules: ['TL43', 'X12'],
  title: text('垛与墙的间距', 'Gap to the wall'),
  schema: z.int().min(30).max(200),
  default: 30,
  unit: text('厘米', 'cm'),
  clauses: ['S23-7b'],
  basis: 'procedure',
})

/** TL43, X12: goods to roof and beams. */
export const gapBeam = policy({
  key: 'store.gap_beam_cm',
  rules: ['TL43', 'X12'],
  title: text('垛与屋顶、房梁的间距', 'Gap to roof and beams'),
  schema: z.int().min(30).max(200),
  default: 30,
  unit: text('厘米', 'cm'),
  clauses: ['S23-7b'],
  basis: 'procedure',
})

/** TL43, X12: goods to heating. */
export const gapHeat = policy({
  key: 'store.gap_heat_cm',
  rules: ['TL43', 'X12'],
  title: text('垛与散热器、供暖管道的间距', 'Gap to heating'),
  schema: z.int().min(30).max(200),
  default: 30,
  unit: text('厘米', 'cm'),
  clauses: ['S23-7c'],
  basis: 'procedure',
})

/** TL43, X12: goods to floor. */
export const gapFloor = policy({
  key: 'store.gap_floor_cm',
  rules: ['TL43', 'X12'],
  title: text('垛与地面的间距', 'Gap to the floor'),
  schema: z.int().min(10).max(100),
  default: 10,
  unit: text('厘米', 'cm'),
  clauses: ['S23-7d'],
  basis: 'procedure',
})

/** X12: the fifth distance is named without a value; with 0 it is not asked. */
export const gapStack = policy({
  key: 'store.gap_stack_cm',
  rules: ['X12'],
  title: text('垛与垛的间距（0 为不查）', 'Gap between stacks (0: not asked)'),
  schema: z.int().min(0).max(200),
  default: 0,
  unit: text('厘米', 'cm'),
  clauses: ['S23-7a'],
  basis: 'ours',
})

/** X11: the text reports "near expiry" without a number. */
export const nearExpiry = policy({
  key: 'near_expiry_m',
  rules: ['X11'],
  title: text('近效期预警（剩余月数）', 'Near expiry from'),
  schema: z.int().min(1).max(36),
  default: 6,
  unit: text('个月', 'months'),
  clauses: ['S25-2.7a'],
  basis: 'ours',
})

/** TL47: the months of a quarter take 3, 3 and 4 tenths of what is in store. */
export const shares = policy<number[]>({
  key: 'maint.shares',
  rules: ['TL47'],
  title: text('在库养护每季各月循环检查的比例', 'Shares of a quarter’s months'),
  schema: z
    .array(z.int().min(0).max(100))
    .length(3)
    .refine(parts => parts.reduce((sum, part) => sum + part, 0) === 100, 'the three shares make 100'),
  default: [30, 30, 40],
  unit: text('%', '%'),
  clauses: ['S25-2.4a'],
  basis: 'procedure',
})

/** TL47: goods are looked at from three months after stock-in. */
export const afterMonths = policy({
  key: 'maint.after_m',
  rules: ['TL47'],
  title: text('入库满多少个月开始循环检查', 'Goods are looked at after'),
  schema: z.int().min(0).max(3),
  default: 3,
  unit: text('个月', 'months'),
  clauses: ['S25-2.4a'],
  basis: 'procedure',
})

/** TL48: key products are looked at monthly. */
export const keyInterval = policy({
  key: 'maint.key_interval',
  rules: ['TL48'],
  title: text('重点养护品种的检查间隔', 'Key products are looked at every'),
  schema: z.int().min(1).max(3),
  default: 1,
  unit: text('个月', 'months'),
  clauses: ['S25-2.4b'],
  basis: 'procedure',
})

/** TL49: by the 5th. */
export const reportDay = policy({
  key: 'maint.report_day',
  rules: ['TL49', 'X22'],
  title: text('养护月报于次月几日前完成', 'Monthly maintenance report by day'),
  schema: z.int().min(1).max(5),
  default: 5,
  unit: text('日', 'of the month'),
  clauses: ['S25-2.7a'],
  basis: 'procedure',
})

/** TL50: the text says "regular". */
export const cleanInterval = policy({
  key: 'clean.interval_d',
  rules: ['TL50'],
  title: text('库房清洁消毒的间隔', 'Stores are cleaned and disinfected every'),
  schema: z.int().min(1).max(31),
  default: 7,
  unit: text('天', 'd'),
  clauses: ['S25-2.9a'],
  basis: 'ours',
})

/** What the company may set here. */
export const policies: readonly Policy[] = [
  gapWall,
  gapBeam,
  gapHeat,
  gapFloor,
  gapStack,
  nearExpiry,
  shares,
  afterMonths,
  keyInterval,
  reportDay,
  cleanInterval,
]
