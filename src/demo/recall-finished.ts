import { addDays, type Day, dayOf, type Instant, instantAt } from '../kernel/time.ts'
import type { Today } from './complaint-today.ts'
import { type DeskStep, stepByStep } from './desk-steps.ts'
import { destroyed } from './destruction-desk.ts'
import { backToSupplier, setApart, writeOff } from './nonconforming-desk.ts'
import { answerOf, answerToSuspend } from './recall-answers.ts'
import { callAndVerification, type RecallPlan, recallGoesOut, type SentRecall } from './recall-begins.ts'
import { guestOf, lastStartedFrom, lettersGoOut, type Reader, readersOf, startedFrom } from './recall-desk.ts'
import { seepingNeedle } from './recall-texts.ts'
import { recallReturn, settlement } from './return-desk.ts'
import { type Story, storyOf } from './scheduler.ts'
import { chance } from './world/chance.ts'

/** The call came so many days ago. */
const BEGAN_DAYS = 250
/** So many buyers send goods back, and of those so many lots of goods are written off; the maker takes the others. */
const RETURNS = 9
const WRITTEN_OFF = 4

/** A recall that is over: from the telephone call to the filed destruction and the closed complaint. */
export function finishedRecall(today: Today): Story[] {
  const { now, stage, office, world } = today
  const { zone } = stage.kernel
  const workday = (day: Day): Day => (office.isWorkday(day) ? day : workday(addDays(day, 1)))
  let start = workday(addDays(dayOf(now, zone), -BEGAN_DAYS))
  while (!office.isWorkday(addDays(start, 1))) start = workday(addDays(start, 1))
  const when = (day: number, clock: string): Instant => instantAt(workday(addDays(start, day)), clock, zone)
  const lot = world.recall.finished
  const plan: RecallPlan = {
    lot,
    text: seepingNeedle,
    when,
    reason: `一次性使用静脉留置针（MC-LZ-22G，批号 ${lot.lotNo}）肝素帽接口密封不良，使用中可能渗血。`,
    planReference: `沐澄召〔${start.slice(0, 4)}〕02 号`,
  }
  const complaint = callAndVerification(today, plan, 'finished')
  complaint.solve(when(2, '10:20'))
  complaint.reply(when(2, '15:10'))
  complaint.satisfaction(when(4, '09:30'))
  complaint.step(when(6, '16:00'), 'quality', 'note-delay', {
    deadline: 'completion',
    reason: '投诉引起的批次召回尚在进行，客户已知情；召回和销毁办结后关闭。',
  })
  return [storyOf(complaint.steps), follow(today, plan, complaint)]
}

async function* follow(today: Today, plan: RecallPlan, complaint: ReturnType<typeof callAndVerification>): Story {
  const { stage } = today
  const { when } = plan
  const sent = yield* recallGoesOut(today, complaint, plan)
  const lost = yield* everybodyAnswers(today, plan, sent)
  const ids = await startedFrom(stage, sent.recallId, 'return')
  let at = when(4, '09:10')
  const goods: string[] = []
  for (const [nth, id] of ids.entries()) {
    const luck = chance(`finished return ${nth}`)
    at = yield* stepByStep(stage, today.office.after, 'return', id, recallReturn(stage, id, luck, 18), at)
    goods.push(await lastStartedFrom(stage, id, 'nonconforming'))
  }
  yield* remainder(today, plan, sent, lost, at)
  at = yield* disposal(today, goods, stage.now())
  for (const [nth, id] of ids.entries()) {
    const steps = settlement(stage, id, chance(`refund ${nth}`), 'refund', 6.8)
    at = yield* stepByStep(stage, today.office.after, 'return', id, steps, nth === 0 ? at : stage.now())
  }
  yield* ends(today, sent, at)
}

/** Within a week everybody has answered; one hospital does not find all of its needles. */
async function* everybodyAnswers(
  { stage, office }: Today,
  { when }: RecallPlan,
  { recallId, suspendId, holdId }: SentRecall,
): AsyncGenerator<Instant, Reader | undefined, void> {
  const luck = chance('answers of the finished recall')
  const readers = await readersOf(stage, recallId)
  const onSuspend = await readersOf(stage, suspendId)
  const lost = readers.find(reader => reader.due > 40 && reader.due < 200)
  let back = 0
  for (const [nth, reader] of readers.entries()) {
    if (nth === 0) yield when(1, '14:30')
    else if (nth < 30) yield office.after(stage.now(), luck.between(1, 6) / 10)
    else if (nth === 30) {
      yield when(3, '09:10')
      await stage.does('sales', 'notice.remind', { on: recallId })
      await lettersGoOut(stage, recallId)
    } else yield office.after(stage.now(), 0.4)
    const missing = reader === lost ? 6 : 0
    const sendsBack = reader !== lost && back++ < RETURNS
    const answer = answerOf({ ...reader, due: reader.due - missing }, luck, sendsBack)
    await stage.does(guestOf(stage, reader), 'notice.state-quantities', {
      on: recallId,
      input: { ...answer, lines: answer.lines.map(line => ({ ...line, notFound: missing })) },
    })
    const asked = onSuspend.find(item => item.partyId === reader.partyId)
    if (asked)
      await stage.does(guestOf(stage, asked), 'notice.state-quantities', {
        on: suspendId,
        input: answerToSuspend(answer, missing),
      })
  }
  yield office.after(stage.now(), 3)
  await stage.does('quality', 'notice.close', { on: suspendId, input: { note: '购货方均已停用并报数，转入召回。' } })
  const inquiryId = await lastStartedFrom(stage, holdId, 'supplier-inquiry')
  yield when(7, '15:20')
  await stage.does(
    guestOf(stage, { id: inquiryId, name: '江苏沐澄医疗器械有限公司', contactName: '沈一凡' }),
    'supplier-inquiry.answer',
    {
      on: inquiryId,
      input: {
        answer: '经留样和在库品复测，仅该批号密封性不合格，其他批号合格。',
        cause: '肝素帽注塑模具第 3 腔磨损产生飞边，首检抽样未覆盖该腔。',
        measures: '已修模并逐腔首检，该批号全部收回，费用由我公司承担。',
        answeredBy: '沈一凡',
      },
    },
  )
  return lost
}

/** What nobody can find is signed by the quality head; the registrant gets its summary; the notice is closed. */
async function* remainder(
  { stage, office }: Today,
  { reason }: RecallPlan,
  { recallId }: SentRecall,
  lost: Reader | undefined,
  from: Instant,
): AsyncGenerator<Instant, void, void> {
  const after = (hours: number): Instant => office.after(stage.now() > from ? stage.now() : from, hours)
  yield after(5)
  const { rows } = await stage.kernel.pool.query<{ id: string }>(
    `select l.id from notice_line l where l.notice_id = $1 and l.not_found > 0`,
    [recallId],
  )
  if (lost)
    await stage.does('quality-head', 'notice.sign-remainder', {
      on: recallId,
      input: {
        lines: rows.map(({ id }) => ({
          lineId: id,
          reason: `${lost.name}已书面说明：科室未登记即用完，上门核对库房无存货。`,
        })),
      },
    })
  yield after(3)
  await stage.does('quality', 'notice.report-to-authority', {
    on: recallId,
    input: {
      kind: 'holder',
      receiver: '江苏沐澄医疗器械有限公司',
      way: 'e-mail',
      note: `${reason}收回结果及差额说明已书面告知注册人。`,
    },
  })
  yield after(4)
  await stage.does('quality', 'notice.close', {
    on: recallId,
    input: { note: '全部购货方已告知并答复，退回产品已入不合格品区，差额 6 支经质量负责人签批。' },
  })
}

/** The maker takes most of the goods; what is opened or wetted is written off and destroyed under witnesses. */
async function* disposal(
  today: Today,
  goods: readonly string[],
  from: Instant,
): AsyncGenerator<Instant, Instant, void> {
  const { stage, office, world, known } = today
  const { zone } = stage.kernel
  const makerId = world.products.find(product => product.id === world.recall.finished.productId)?.manufacturerId
  const supplierId = known.get(makerId ?? '')
  let at = from
  for (const [nth, id] of goods.entries()) {
    const luck = chance(`disposal ${nth}`)
    const own = nth < WRITTEN_OFF
    const opinion = own
      ? {
          liable: 'own' as const,
          basis: '外包装已拆或受潮，按质量保证协议第八条不在供货者责任内。',
          opinion: '报损，集中销毁。',
        }
      : {
          liable: 'supplier' as const,
          supplierId,
          basis: '质量保证协议第六条：批次性缺陷由供货者承担。',
          opinion: '退回生产企业处置。',
        }
    const steps: DeskStep[] = [
      ...setApart(stage, id, luck, {
        ...opinion,
        ...(supplierId && !own ? { supplierId } : { supplierId: undefined }),
      }),
      ...(own
        ? writeOff('召回批号，外包装已拆或受潮，不能退回供货者', 6.85, luck)
        : backToSupplier('批次召回，接口密封不良', () => dayOf(stage.now(), zone), luck)),
    ]
    at = yield* stepByStep(stage, office.after, 'nonconforming', id, steps, at)
  }
  return yield* destroyed(today, goods.slice(0, WRITTEN_OFF), at)
}

/** The stop is closed for good, then the complaint. */
async function* ends({ stage, office }: Today, { holdId, complaintId }: SentRecall, from: Instant): Story {
  const inquiryId = await lastStartedFrom(stage, holdId, 'supplier-inquiry')
  yield office.after(from, 2)
  await stage.does('quality', 'supplier-inquiry.evaluate', {
    on: inquiryId,
    input: {
      verdict: 'satisfactory',
      liability: 'supplier',
      effect: 'warned',
      evaluation: '原因为注塑模具飞边，已修模并追溯全部批号；记警告一次。',
    },
  })
  yield office.after(stage.now(), 2)
  await stage.does('quality', 'supplier-inquiry.close', { on: inquiryId, input: { note: '后续两批到货抽检合格。' } })
  yield office.after(stage.now(), 3)
  await stage.does('quality', 'stop-sale.close', {
    on: holdId,
    input: { note: '库内和退回产品均已退供或销毁，该批号永久停售。' },
  })
  yield office.after(stage.now(), 4)
  await stage.does('quality', 'complaint.close', {
    on: complaintId,
    input: { hazardRemoved: true, note: '批次已收回并销毁，客户换货使用正常。' },
  })
}
