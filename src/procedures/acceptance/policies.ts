import { z } from 'zod'
import { type Policy, policy } from '../../kernel/policy.ts'
import { text } from '../../kernel/text.ts'

/** TL37, X11: goods with this little left do not enter stock. */
export const leastRemaining = policy({
  key: 'inbound.min_remaining_m',
  rules: ['TL37', 'X11'],
  title: text('剩余有效期不足多少个月不得入库', 'Goods with no more than this left do not enter stock'),
  schema: z.int().min(1).max(36),
  default: 6,
  unit: text('个月', 'months'),
  clauses: ['S18-4.5a'],
  basis: 'procedure',
})

/** TL36: three people at the least, of both sides. */
export const unboxingPersons = policy({
  key: 'unboxing.min_persons',
  rules: ['TL36'],
  title: text('开箱验收最少在场人数（双方各至少一人）', 'People present at an unboxing, at least (one of each side)'),
  schema: z.int().min(3).max(10),
  default: 3,
  unit: text('人', 'people'),
  clauses: ['S17-3.0b'],
  basis: 'procedure',
})

/** TL38: two weeks after installation and use. */
export const leastUseDays = policy({
  key: 'acceptance.min_use_d',
  rules: ['TL38'],
  title: text('安装使用后多少天进行性能验收', 'Performance is accepted after use for'),
  schema: z.int().min(1).max(90),
  default: 14,
  unit: text('天', 'd'),
  clauses: ['S18-6a'],
  basis: 'procedure',
})

/** TL41: one working day. */
export const acceptWorkdays = policy({
  key: 'inbound.accept_wd',
  rules: ['TL41'],
  title: text('一般货物验收时限', 'Ordinary goods are accepted within'),
  schema: z.number().min(0.5).max(1),
  default: 1,
  unit: text('个工作日', 'working days'),
  clauses: ['S22-5a'],
  basis: 'procedure',
})

/** TL42: half a working day. */
export const acceptSpecialWorkdays = policy({
  key: 'inbound.accept_special_wd',
  rules: ['TL42'],
  title: text('特殊货物验收时限', 'Special goods are accepted within'),
  schema: z.number().min(0.25).max(0.5),
  default: 0.5,
  unit: text('个工作日', 'working days'),
  clauses: ['S22-5b'],
  basis: 'procedure',
})

/** X39: equipment is unboxed by people of both sides, batch goods are accepted by one inspector. */
export const acceptanceProfile = policy({
  key: 'acceptance.profile',
  rules: ['X39'],
  title: text('验收方式', 'Way of acceptance'),
  schema: z.enum(['by-goods', 'equipment', 'batch']),
  default: 'by-goods',
  options: {
    'by-goods': text('按货物：设备开箱，批量货物抽样', 'by the goods: equipment unboxed, batches sampled'),
    equipment: text('一律按设备开箱', 'always unboxed as equipment'),
    batch: text('一律按批量货物', 'always as batch goods'),
  },
  clauses: ['S17-3.0b', 'S22-2a'],
  basis: 'ours',
})

/** X47: one stock-in note with two signatures, in this order. */
export const stockInSigners = policy<('acceptance-inspector' | 'warehouse')[]>({
  key: 'stockin.signers',
  rules: ['X47'],
  title: text('入库单的签字顺序', 'Signatures on the stock-in note'),
  schema: z
    .array(z.enum(['acceptance-inspector', 'warehouse']))
    .min(2)
    .max(2),
  default: ['acceptance-inspector', 'warehouse'],
  options: {
    'acceptance-inspector': text('验收员', 'Acceptance inspector'),
    warehouse: text('仓库保管员', 'Warehouse keeper'),
  },
  clauses: ['S22-5a'],
  basis: 'procedure',
})

/** What the company may set here. */
export const policies: readonly Policy[] = [
  leastRemaining,
  unboxingPersons,
  leastUseDays,
  acceptWorkdays,
  acceptSpecialWorkdays,
  acceptanceProfile,
  stockInSigners,
]
