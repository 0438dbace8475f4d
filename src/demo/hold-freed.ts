import { addDays, type Day, dayOf, type Instant, instantAt } from '../kernel/time.ts'
import { complaintCase } from './complaint-case.ts'
import type { Today } from './complaint-today.ts'
import { hangMarks, openHolds } from './hold-keeper.ts'
import { lastStartedFrom, lettersGoOut, subjectOfLot } from './recall-desk.ts'
import { cloudyTube } from './recall-texts.ts'
import { type Story, storyOf } from './scheduler.ts'

/** So many days ago. */
const DAYS = 38

/**
 * A doubt in the morning: held, confirmed, all buyers asked to stop; the laboratory finds the goods good in the afternoon, and
 * everybody knows before the evening that it is over.
 */
export function freedWithinTheDay(today: Today): Story[] {
  const { now, stage, office, world } = today
  const { zone } = stage.kernel
  const workday = (day: Day): Day => (office.isWorkday(day) ? day : workday(addDays(day, 1)))
  const day = workday(addDays(dayOf(now, zone), -DAYS))
  const at = (clock: string): Instant => instantAt(day, clock, zone)
  const next = (clock: string): Instant => instantAt(workday(addDays(day, 1)), clock, zone)
  const complaint = complaintCase(stage, today.known, subjectOfLot(today, world.recall.freed, cloudyTube, 'freed'))
  complaint.open(at('08:40'), { receivedAt: at('08:34'), input: () => ({ channel: 'telephone', stillInUse: 'no' }) })
  complaint.accept(at('08:52'))
  complaint.contact(at('09:10'))
  complaint.screen(at('09:40'), 'not-reportable')
  complaint.dispatch(at('09:15'))
  complaint.notify(at('10:20'))
  complaint.verify(at('10:50'))
  complaint.sample(at('14:40'))
  complaint.opinion(at('16:40'))
  complaint.countersign(at('17:10'))
  complaint.responsibility(next('09:20'), next('10:10'))
  complaint.solve(next('10:40'))
  complaint.reply(next('11:20'))
  complaint.satisfaction(next('14:30'))
  complaint.close(next('16:00'))
  return [storyOf(complaint.steps), freed(today, at, () => complaint.id())]
}

async function* freed({ stage }: Today, at: (clock: string) => Instant, complaintId: () => string): Story {
  yield at('08:50')
  const [hold] = await openHolds(stage, complaintId())
  if (!hold) throw new Error('nothing is held')
  const on = hold.id
  await hangMarks(stage, on, 'warehouse-head')
  yield at('08:58')
  await stage.does('sales', 'stop-sale.acknowledge', { on })
  yield at('11:05')
  await stage.does('quality', 'stop-sale.confirm', {
    on,
    input: { note: '两支样品均见白色附着物，先按不合格停售，送实验室鉴别。' },
  })
  yield at('11:20')
  await stage.does('quality-head', 'stop-sale.countersign', {
    on,
    input: { agree: true, note: '同意，鉴别结果出来前暂停使用。' },
  })
  const suspendId = await lastStartedFrom(stage, on, 'notice')
  yield at('11:26')
  await stage.does('quality', 'stop-sale.tell-outside', {
    on,
    input: { audience: 'registrant', name: '江苏沐澄医疗器械有限公司', content: '疑似异物，已停售，请协助鉴别。' },
  })
  yield at('11:32')
  await stage.does('quality', 'stop-sale.tell-outside', {
    on,
    input: { audience: 'authority', name: '郑州市市场监督管理局', content: '疑似异物，已预防性停售，鉴别中。' },
  })
  yield at('11:40')
  await stage.does('quality-2', 'notice.approve', { on: suspendId, input: { opinion: 'agree' } })
  yield at('11:48')
  await stage.does('quality-head', 'notice.approve', { on: suspendId, input: { opinion: 'agree' } })
  yield at('11:55')
  await stage.does('sales', 'notice.send', { on: suspendId })
  yield at('12:05')
  await lettersGoOut(stage, suspendId)
  yield at('13:20')
  await stage.does('quality', 'notice.report-to-authority', {
    on: suspendId,
    input: {
      kind: 'first',
      receiver: '郑州市市场监督管理局',
      way: 'telephone',
      note: '先行电话报告，鉴别后补书面材料。',
    },
  })
  yield at('15:20')
  await stage.does('quality-inspector', 'stop-sale.record-recheck', {
    on,
    input: {
      verdict: 'good',
      note: '红外鉴别为管材析出的硬脂酸盐润滑剂，在产品技术要求允许范围内；同批抽检 32 支均合格。',
    },
  })
  yield at('15:40')
  await stage.does('quality-head', 'stop-sale.release', {
    on,
    input: { reason: '实验室鉴别合格，不影响使用，恢复销售和使用。' },
  })
  const resumeId = await lastStartedFrom(stage, on, 'notice')
  yield at('15:50')
  await stage.does('quality', 'notice.approve', {
    on: resumeId,
    input: { opinion: 'agree', note: '名单即上午通知停用的全部单位。' },
  })
  yield at('15:55')
  await stage.does('sales', 'notice.send', { on: resumeId })
  yield at('16:05')
  await lettersGoOut(stage, resumeId)
  yield at('16:12')
  await stage.does('warehouse-head', 'stop-sale.take-off-marks', { on })
  yield at('16:20')
  await stage.does('sales', 'stop-sale.acknowledge', { on, input: { note: '业务员已逐一通知恢复供货。' } })
  yield at('16:40')
  await stage.does('quality', 'notice.close', { on: resumeId, input: { note: '上午停用的单位当日全部获知恢复。' } })
}
