import { addDays, dayOf, type Instant } from '../kernel/time.ts'
import type { Today } from './complaint-today.ts'
import { photographOf } from './photograph.ts'

/** Written-off goods are listed, reported, approved, checked by two departments, burnt before witnesses, and filed. */
export async function* destroyed(
  today: Today,
  nonconformingIds: readonly string[],
  from: Instant,
): AsyncGenerator<Instant, Instant, void> {
  const { stage, office } = today
  const { zone } = stage.kernel
  let at = office.after(from, 6)
  yield at
  const { id: on } = await stage.does('warehouse', 'destruction.list', {
    input: { nonconformingIds, note: '召回批号报损品' },
  })
  const next = (hours: number): Instant => {
    at = office.after(at, hours)
    return at
  }
  yield next(5)
  await stage.does('quality', 'destruction.report', {
    on,
    input: {
      reason: '召回批号，已批准报损，不得再流入流通环节。',
      method: 'incineration',
      place: '郑州市豫康医疗废物处置中心',
      plannedOn: addDays(dayOf(at, zone), 6),
      regulatorNotice: '第三类器械，已报郑州市市场监督管理局，请派员监毁',
    },
  })
  yield next(6)
  await stage.does('business-deputy', 'destruction.approve', {
    on,
    input: { agree: true, note: '同意，按环保要求处置。' },
  })
  yield next(3)
  await stage.does('warehouse-head', 'destruction.check', { on, input: { agree: true, note: '清单与实物相符。' } })
  yield next(2)
  await stage.does('finance', 'destruction.check', { on, input: { agree: true, note: '与报损审批金额一致。' } })
  yield next(70)
  const photographs = [
    await photographOf(today, 'quality', '装车前清点.png'),
    await photographOf(today, 'quality', '投炉焚烧现场.png'),
  ]
  await stage.does('quality', 'destruction.destroy', {
    on,
    input: {
      destroyedAt: at,
      place: '郑州市豫康医疗废物处置中心',
      method: 'incineration',
      process: '清点核对批号和数量后整箱投入回转窑焚烧，全程约 40 分钟，无残留。',
      witnesses: [
        { name: '田大壮', unit: '仓储物流部' },
        { name: '薛明月', unit: '财务部' },
        { name: '岳峰', unit: '郑州市豫康医疗废物处置中心' },
      ],
      photographs,
      regulatorUnit: '郑州市市场监督管理局医疗器械监管科',
      regulatorName: '段立峰',
      regulatorDocument: `郑市监械毁〔${dayOf(at, zone).slice(0, 4)}〕11 号`,
    },
  })
  yield next(7)
  await stage.does('quality', 'destruction.file', { on, input: { fileNo: `ZLDA-XH-${dayOf(at, zone).slice(0, 7)}` } })
  return at
}
