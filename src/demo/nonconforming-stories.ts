import { sql } from 'kysely'
import { addDays, dayOf, type Instant } from '../kernel/time.ts'
import type { Today } from './complaint-today.ts'
import { type DeskStep, stepByStep, until } from './desk-steps.ts'
import { backToSupplier, setApart, writeOff } from './nonconforming-desk.ts'
import { supplierOf } from './return-stories.ts'
import type { Story } from './scheduler.ts'
import { type Chance, chance } from './world/chance.ts'

interface Finding {
  readonly daysAgo: number
  readonly by: string
  readonly category: string
  readonly finding: string
  readonly quantity: number
  readonly end: 'released' | 'supplier' | 'write-off'
  /** The last step that was taken; all of them without it. */
  readonly last?: string
  readonly times?: number
}

/** What stock maintenance and the checkers found since the company keeps its stock here. */
const FINDINGS: readonly Finding[] = [
  {
    daysAgo: 51,
    by: 'stock-maintenance',
    category: 'packaging',
    finding: '外箱底部受潮，内包装是否受损待查',
    quantity: 20,
    end: 'released',
  },
  {
    daysAgo: 44,
    by: 'stock-maintenance',
    category: 'appearance',
    finding: '养护检查发现封口发白、起皱',
    quantity: 30,
    end: 'supplier',
  },
  {
    daysAgo: 36,
    by: 'stock-maintenance',
    category: 'contamination',
    finding: '顶层漏水，整箱浸湿',
    quantity: 10,
    end: 'write-off',
  },
  {
    daysAgo: 29,
    by: 'warehouse',
    category: 'packaging',
    finding: '叉车碰撞，外箱破裂、内盒变形',
    quantity: 10,
    end: 'write-off',
  },
  {
    daysAgo: 21,
    by: 'checker',
    category: 'labelling',
    finding: '中包装标签批号与实物不符',
    quantity: 40,
    end: 'supplier',
    last: 'hand-over',
  },
  {
    daysAgo: 12,
    by: 'stock-maintenance',
    category: 'appearance',
    finding: '初包装透析窗有黄斑',
    quantity: 20,
    end: 'write-off',
    last: 'sign-write-off',
    times: 2,
  },
  {
    daysAgo: 8,
    by: 'warehouse',
    category: 'packaging',
    finding: '搬运跌落，内盒破损',
    quantity: 10,
    end: 'write-off',
    last: 'sign-write-off',
    times: 3,
  },
  {
    daysAgo: 6,
    by: 'stock-maintenance',
    category: 'performance',
    finding: '抽检开机自检不通过',
    quantity: 1,
    end: 'supplier',
    last: 'record-recheck',
  },
  {
    daysAgo: 3,
    by: 'stock-maintenance',
    category: 'appearance',
    finding: '重点养护检查发现标签油墨脱落',
    quantity: 20,
    end: 'supplier',
    last: 'mark',
  },
]

/** Doubtful goods in store, and the list of what is to be destroyed, which waits for the deputy manager. */
export function nonconformingStories(today: Today): Story[] {
  return [...FINDINGS.map((finding, nth) => found(today, finding, nth)), quarterlyList(today)]
}

/** Somewhere in the store lies enough that nothing else holds. */
async function someLot({ stage }: Today, luck: Chance, quantity: number): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select l.id from stock s join lot l on l.id = s.lot_id join warehouse w on w.id = s.warehouse_id and w.is_main
    where s.zone = 'qualified' and s.quantity > ${quantity} * 3
      and not exists (select 1 from stop_sale t where t.product_id = l.product_id and t.state <> 'released')
      and not exists (select 1 from nonconforming n where n.lot_id = l.id) order by l.number`.execute(stage.kernel.db)
  return rows.length > 0 ? luck.pick(rows).id : null
}

async function* found(today: Today, finding: Finding, nth: number): Story {
  const { stage, office, now } = today
  const { zone } = stage.kernel
  const luck = chance(`storage finding ${nth}`)
  const at = office.on(addDays(dayOf(now, zone), -finding.daysAgo))
  yield at
  const lotId = await someLot(today, luck, finding.quantity)
  if (!lotId) return
  const { id } = await stage.does(finding.by, 'nonconforming.report', {
    input: {
      source: finding.by === 'checker' ? 'outbound-check' : 'storage',
      lotId,
      zone: 'qualified',
      quantity: finding.quantity,
      category: finding.category,
      finding: finding.finding,
    },
  })
  const supplierId = await supplierOf(stage, id)
  const steps = until(stepsOf(today, id, finding, supplierId, luck), finding.last, finding.times)
  yield* stepByStep(stage, office.after, 'nonconforming', id, steps, at)
}

function stepsOf({ stage }: Today, id: string, finding: Finding, supplierId: string, luck: Chance): DeskStep[] {
  const recheck = (good: boolean): DeskStep[] => [
    {
      hours: 0.3,
      by: 'warehouse',
      verb: 'mark',
      input: { count: luck.between(1, 3), place: `A-${luck.between(1, 24)}` },
    },
    {
      hours: 5,
      by: luck.pick(['quality-inspector', 'quality']),
      verb: 'record-recheck',
      input: {
        result: good ? 'conforming' : 'nonconforming',
        method: '逐件外观检查，抽样做密封性试验',
        note: good ? '仅外箱受潮，内包装完好，抽检合格。' : `情况属实：${finding.finding}。`,
      },
    },
  ]
  if (finding.end === 'released')
    return [...recheck(true), { hours: 1, by: 'quality', verb: 'release', input: { note: '更换外箱后放行。' } }]
  const own = finding.end === 'write-off'
  const opinion = own
    ? { liable: 'own' as const, basis: '本公司仓储搬运造成，不在供货者责任内。', opinion: '报损销毁。' }
    : { liable: 'supplier' as const, supplierId, basis: '到货半年内，质量保证协议第六条。', opinion: '退回供货者。' }
  return [
    ...recheck(false),
    ...setApart(stage, id, luck, opinion),
    ...(own
      ? writeOff(finding.finding, luck.between(300, 6_000) / 100, luck)
      : backToSupplier(finding.finding, () => dayOf(stage.now(), stage.kernel.zone), luck)),
  ]
}

/** Written-off goods of the quarter: listed and reported, not yet approved. */
async function* quarterlyList({ stage, office, now }: Today): Story {
  const { zone } = stage.kernel
  const at: Instant = office.on(addDays(dayOf(now, zone), -5))
  yield at
  const { rows } = await sql<{ id: string }>`
    select id from nonconforming where state = 'awaiting-destruction' and not at_customer order by number`.execute(
    stage.kernel.db,
  )
  if (rows.length === 0) return
  const { id: on } = await stage.does('warehouse', 'destruction.list', {
    input: { nonconformingIds: rows.map(row => row.id), note: '第四季度报损品' },
  })
  yield office.after(at, 5)
  await stage.does('quality', 'destruction.report', {
    on,
    input: {
      reason: '均已批准报损，长期占用不合格品区。',
      method: 'medical-waste',
      place: '郑州市豫康医疗废物处置中心',
      plannedOn: addDays(dayOf(now, zone), 6),
      regulatorNotice: '含第三类器械，已报郑州市市场监督管理局',
    },
  })
}
