import { addDays, dayOf, type Instant } from '../kernel/time.ts'
import type { Today } from './complaint-today.ts'
import { type DeskStep, type Pace, stepByStep, until } from './desk-steps.ts'
import { backToSupplier, setApart, writeOff } from './nonconforming-desk.ts'
import { startedFrom } from './recall-desk.ts'
import { courseOf, type ReturnCourse } from './return-courses.ts'
import { type BoughtWish, boughtGoods } from './return-goods.ts'
import type { Story } from './scheduler.ts'
import { type Chance, chance } from './world/chance.ts'

/** The returns of the year, by kind. */
const YEAR: readonly (readonly [ReturnCourse, number])[] = [
  ['unsaleable', 10],
  ['over-limits', 3],
  ['special', 1],
  ['quality', 5],
  ['contract', 2],
  ['kept-in-use', 2],
  ['cold-chain', 1],
]

/** Returns in work today: the last step that was taken, how often, and who of the three has not signed yet. */
const OPEN: readonly { readonly course: ReturnCourse; readonly last: string; readonly unsigned?: string }[] = [
  { course: 'unsaleable', last: 'stock-in', unsigned: 'after-sales-head' },
  { course: 'unsaleable', last: 'stock-in', unsigned: 'sales-head' },
  { course: 'quality', last: 'stock-in', unsigned: 'quality' },
  { course: 'special', last: 'ask-special' },
  { course: 'contract', last: 'sign-for' },
]

const WISHES: Readonly<Record<ReturnCourse, BoughtWish>> = {
  unsaleable: { kind: 'dealer' },
  'over-limits': { kind: 'dealer', tooOld: true },
  special: { kind: 'dealer', tooOld: true },
  quality: { kind: 'dealer' },
  contract: { kind: 'hospital' },
  'kept-in-use': { kind: 'hospital' },
  'cold-chain': { kind: 'dealer', cold: true },
}

const REMARKS: Readonly<Record<ReturnCourse, readonly string[]>> = {
  unsaleable: ['终端库存偏大，申请换近期规格。', '医院换目录，剩余少量未拆。', '季节性滞销，要求等量调换。'],
  'over-limits': ['年底清库，要求大批调换。', '代理区域调整，剩余全部退换。'],
  special: ['门店拆迁停业，一次性清库。'],
  quality: ['抽查发现封口有针孔。', '拆箱发现初包装漏气。', '同箱多件封口不牢。'],
  contract: ['科室使用中发现密封不良，要求退货。', '开箱检验不合格，要求退款。'],
  'kept-in-use': ['科室反映不好用，怀疑质量问题。', '护士反映手感与以前不同，要求检测。'],
  'cold-chain': ['终端不再开展该项目，要求退货。'],
}

/** Returns of the year that are done by now, and those in work today. */
export function returnStories(today: Today): Story[] {
  const { now, stage } = today
  const day = dayOf(now, stage.kernel.zone)
  const kinds = YEAR.flatMap(([course, count]) => Array.from({ length: count }, () => course))
  const past = kinds.map((course, nth) => {
    const luck = chance(`return ${course} ${nth}`)
    const ago = 75 + Math.floor(((nth * 37) % kinds.length) * (270 / kinds.length))
    return pastReturn(today, course, today.office.on(addDays(day, -ago)), luck)
  })
  return [...past, ...OPEN.map((open, nth) => openReturn(today, open, nth))]
}

/** Registers the request; null where nobody has such goods. */
async function requested(today: Today, course: ReturnCourse, luck: Chance, fax: boolean): Promise<string | null> {
  const goods = await boughtGoods(today, luck, WISHES[course])
  if (!goods) return null
  const over = course === 'over-limits' || course === 'special'
  const wished = over ? goods.quantity : Math.max(1, Math.floor(goods.purchased * (luck.between(2, 9) / 1000)))
  const contract = course === 'contract' || course === 'kept-in-use'
  const quality = course === 'quality' || course === 'cold-chain' || contract
  const { id } = await today.stage.does(luck.pick(['sales-rep', 'after-sales', 'sales']), 'return.request', {
    input: {
      route: contract ? 'contract' : 'dealer',
      partyId: goods.partyId,
      reason: quality ? 'quality' : 'unsaleable',
      wish: course === 'contract' ? 'refund' : 'exchange',
      formWay: fax ? 'fax' : luck.pick(['handed-over', 'electronic']),
      lines: [{ lotId: goods.lotId, quantity: Math.min(wished, goods.quantity), deliveryNumber: goods.number }],
      remark: luck.pick(REMARKS[course]),
    },
  })
  return id
}

async function* pastReturn(today: Today, course: ReturnCourse, at: Instant, luck: Chance): Story {
  const { stage, office } = today
  yield at
  const fax = luck.next() < 0.3
  const id = await requested(today, course, luck, fax)
  if (!id) return
  const end = yield* asFarAsItGoes(today, id, courseOf(stage, id, course, luck, fax), at, office.after)
  for (const goods of await startedFrom(stage, id, 'nonconforming')) yield* putRight(today, goods, end, luck)
}

/** Takes the steps; what turns out to be over the limits is refused with an explanation, and what is within needs no special case. */
async function* asFarAsItGoes(
  { stage }: Today,
  id: string,
  steps: readonly DeskStep[],
  from: Instant,
  pace: Pace,
): AsyncGenerator<Instant, Instant, void> {
  const reviewed = steps.findLastIndex(step => step.verb === 'review') + 1
  const at = yield* stepByStep(stage, pace, 'return', id, steps.slice(0, reviewed), from)
  const { rows } = await stage.kernel.pool.query<{ state: string }>('select state from goods_return where id = $1', [
    id,
  ])
  const expectsOver = steps.some(step => step.verb === 'refuse' || step.verb === 'ask-special')
  const isOver = rows[0]?.state === 'over-limits'
  if (reviewed > 0 && expectsOver !== isOver) {
    const refusal = {
      hours: 3,
      by: 'after-sales',
      verb: 'refuse',
      input: { explanation: '已超过合同约定的调换比例，请谅解。' },
    }
    const otherwise = [
      { hours: 5, by: 'after-sales', verb: 'withdraw', input: { reason: '客户改为自行促销，撤回申请。' } },
    ]
    return yield* stepByStep(stage, pace, 'return', id, isOver ? [refusal] : otherwise, at)
  }
  return yield* stepByStep(stage, pace, 'return', id, steps.slice(reviewed), at)
}

/** What came back bad goes to the supplier, or is written off and waits for the next list. */
async function* putRight({ stage, office }: Today, id: string, from: Instant, luck: Chance): Story {
  const own = luck.next() < 0.3
  const steps = [
    ...setApart(stage, id, luck, {
      liable: own ? 'own' : 'supplier',
      basis: own ? '已超过质量保证协议约定的责任期。' : '质量保证协议第六条，属供货者责任。',
      opinion: own ? '报损，列入下季度销毁。' : '退回供货者。',
      ...(!own && { supplierId: await supplierOf(stage, id) }),
    }),
    ...(own
      ? writeOff('客户退回的不合格品，超出责任期', luck.between(200, 9_000) / 100, luck)
      : backToSupplier('客户退回，密封不合格', () => dayOf(stage.now(), stage.kernel.zone), luck)),
  ]
  yield* stepByStep(stage, office.after, 'nonconforming', id, steps, from)
}

/** Who delivers goods of this maker: itself, or the trading company. */
export async function supplierOf({ kernel }: Today['stage'], nonconformingId: string): Promise<string> {
  const { rows } = await kernel.pool.query<{ id: string }>(
    `select s.id from nonconforming n join lot l on l.id = n.lot_id join product p on p.id = l.product_id
     join party s on s.is_supplier where n.id = $1 order by (s.id = p.manufacturer_id) desc, s.number limit 1`,
    [nonconformingId],
  )
  const id = rows[0]?.id
  if (!id) throw new Error('the company has no supplier')
  return id
}

/** A return of these days, as far as it has come; the steps before follow one another quickly, whatever day it is. */
async function* openReturn(today: Today, { course, last, unsigned }: (typeof OPEN)[number], nth: number): Story {
  const { stage, now, office } = today
  const luck = chance(`open return ${nth}`)
  const start = office.ago(now, 60 + nth * 4, 90 + nth * 4)
  yield start
  const id = await requested(today, course, luck, false)
  if (!id) return
  const all = courseOf(stage, id, course, luck, false)
  const known = until(all, all.some(step => step.verb === last) ? last : 'sign-for')
  const steps = unsigned
    ? known.slice(0, -1).filter(step => step.verb !== 'sign-stock-in' || step.by !== unsigned)
    : known
  const part = ((Date.parse(now) - Date.parse(start)) * 0.85) / Math.max(1, steps.length)
  const pace: Pace = at => new Date(Date.parse(at) + part).toISOString() as Instant
  yield* asFarAsItGoes(today, id, steps, start, pace)
}
