import { sql } from 'kysely'
import { addDays, addMilliseconds, dayOf, HOUR, type Instant, instantAt } from '../kernel/time.ts'
import { stockOfLots } from '../vocabulary/stock-read.ts'
import type { Today } from './complaint-today.ts'
import { type DeskStep, stepByStep, until } from './desk-steps.ts'
import { idIn } from './master-data.ts'
import { backToSupplier, setApart } from './nonconforming-desk.ts'
import { answerOf, answerToSuspend } from './recall-answers.ts'
import { callAndVerification, type RecallPlan, recallGoesOut } from './recall-begins.ts'
import { guestOf, lettersGoOut, readersOf, startedFrom } from './recall-desk.ts'
import { leakingChamber } from './recall-texts.ts'
import { recallReturn } from './return-desk.ts'
import { type Story, storyOf } from './scheduler.ts'
import { chance } from './world/chance.ts'

/** So many of the 37 buyers have answered by now: about sixty of a hundred. */
const ANSWERED = 22

/** How far the first returns have come, by the last step and how often it was taken; the others wait for their approval. */
const REACHED: readonly (readonly [string, number])[] = [
  ['stock-in', 1],
  ['stock-in', 1],
  ['sign-stock-in', 2],
  ['sign-stock-in', 1],
  ['inspect', 1],
  ['count', 1],
  ['notify-arrival', 1],
  ['tell-customer', 1],
  ['approve', 2],
  ['approve', 1],
  ['sign-for', 1],
  ['sign-for', 1],
  ['sign-for', 1],
]

/**
 * The recall of these days: the call came four days ago, suspend and recall notice went out the day after; most buyers have
 * answered, some goods are back, others on their way, and the silent ones are to be reminded today.
 */
export function runningRecall(today: Today): Story[] {
  const { now, stage, world } = today
  const { zone } = stage.kernel
  const start = addDays(dayOf(now, zone), -4)
  // A recall does not wait for the working week.
  const when = (day: number, clock: string): Instant => instantAt(addDays(start, day), clock, zone)
  const lot = world.recall.running
  const plan: RecallPlan = {
    lot,
    text: leakingChamber,
    when,
    reason: `一次性使用输液器 带针（MC-SYQ-A，批号 ${lot.lotNo}）滴斗与导管粘接不牢，输液中可能漏液。`,
    planReference: `沐澄召〔${start.slice(0, 4)}〕07 号`,
  }
  const complaint = callAndVerification(today, plan, 'running')
  return [storyOf(complaint.steps), follow(today, plan, complaint)]
}

async function* follow(today: Today, plan: RecallPlan, complaint: ReturnType<typeof callAndVerification>): Story {
  const { stage } = today
  const { when } = plan
  const { recallId, suspendId, holdId } = yield* recallGoesOut(today, complaint, plan)
  const readers = await readersOf(stage, recallId)
  const onSuspend = await readersOf(stage, suspendId)
  const luck = chance('answers of the running recall')
  const silent = readers.slice(ANSWERED)
  let at = when(1, '14:20')
  let returned = 0
  for (const reader of readers.slice(0, ANSWERED - 2)) {
    at = addMilliseconds(at, luck.between(3, 16) * 60_000)
    yield at
    const answer = answerOf(reader, luck, returned++ < 14)
    await stage.does(guestOf(stage, reader), 'notice.state-quantities', { on: recallId, input: answer })
    const asked = onSuspend.find(item => item.partyId === reader.partyId)
    if (asked)
      await stage.does(guestOf(stage, asked), 'notice.state-quantities', {
        on: suspendId,
        input: answerToSuspend(answer),
      })
  }
  yield when(2, '09:10')
  const [hospital, clinic] = readers.slice(ANSWERED - 2, ANSWERED)
  for (const reader of [hospital, clinic]) {
    if (!reader) continue
    const spokenTo = reader.contactName ?? '设备科值班'
    await stage.does('sales-2', 'notice.record-call', {
      on: recallId,
      input: {
        recipientId: reader.id,
        outcome: 'reached',
        spokenTo,
        said: '已停用，数量当场报来。',
        acknowledged: true,
      },
    })
    await stage.does('sales-2', 'notice.state-quantities', {
      on: recallId,
      input: { ...answerOf(reader, luck, false), recipientId: reader.id, way: 'telephone', saidBy: spokenTo },
    })
  }
  yield when(2, '09:40')
  await stage.does('sales-2', 'notice.record-call', {
    on: recallId,
    input: { recipientId: silent[0]?.id, outcome: 'not-reached', said: '两次无人接听' },
  })
  await stage.does('sales', 'notice.record-call', {
    on: recallId,
    input: { recipientId: silent[1]?.id, outcome: 'wrong-number', newPhone: '0371-60550182' },
  })
  for (const at of [when(2, '10:05'), when(3, '16:00')]) {
    if (at === when(3, '16:00')) {
      yield when(3, '10:40')
      const note = '发函并催复，仍有多家未答复，请业务部负责人督办。'
      await stage.does('sales', 'notice.escalate', { on: recallId, input: { note } })
      yield* ownStock(today, plan, holdId)
      yield* goodsComeBack(today, plan, recallId)
    }
    yield at
    for (const id of [recallId, suspendId]) {
      await stage.does('sales', 'notice.remind', { on: id })
      await lettersGoOut(stage, id)
    }
  }
}

/** What is left in our own store goes to the unqualified zone; the purchase-return notice waits for the driver. */
async function* ownStock({ stage, known, world }: Today, { lot, when, reason }: RecallPlan, holdId: string): Story {
  const lotId = idIn(known, lot.id)
  const [there] = (await stockOfLots(stage.kernel.db, [lotId])).filter(row => row.zone === 'qualified')
  if (!there) return
  yield when(3, '11:00')
  const { id } = await stage.does('quality', 'nonconforming.report', {
    input: {
      source: 'recall',
      lotId,
      zone: 'qualified',
      quantity: there.quantity,
      category: 'performance',
      finding: reason,
      judgement: '召回批号，全部不合格。',
      marked: true,
      holdId,
    },
  })
  const luck = chance('own stock of the running recall')
  const opinion = {
    liable: 'supplier' as const,
    supplierId: idIn(known, world.products.find(product => product.id === lot.productId)?.manufacturerId ?? ''),
    basis: '质量保证协议第六条：批次性缺陷由供货者承担。',
    opinion: '退回生产企业处置。',
  }
  const steps = [...setApart(stage, id, luck, opinion), ...backToSupplier('批次召回，粘接强度不足', () => '', luck)]
  const pace = (at: Instant, hours: number): Instant => addMilliseconds(at, hours * 0.4 * HOUR)
  yield* stepByStep(stage, pace, 'nonconforming', id, until(steps, 'return-to-supplier'), when(3, '11:10'))
}

/** The first returns, each as far as it has come. */
async function* goodsComeBack({ stage }: Today, { when }: RecallPlan, recallId: string): Story {
  const ids = await startedFrom(stage, recallId, 'return')
  const pace = (at: Instant, hours: number): Instant => addMilliseconds(at, Math.min(hours, 0.2) * 0.25 * HOUR)
  let at = when(3, '14:40')
  for (const [nth, [verb, times]] of REACHED.entries()) {
    const id = ids[nth]
    if (!id) return
    const luck = chance(`recall return ${nth}`)
    const steps: DeskStep[] = recallReturn(stage, id, luck, 0.2)
    const known = steps.some(step => step.verb === verb)
    at = yield* stepByStep(stage, pace, 'return', id, until(steps, known ? verb : 'count', known ? times : 1), at)
  }
  const { rows } = await sql<{
    number: string
  }>`select number from goods_return where notice_id = ${recallId}::uuid`.execute(stage.kernel.db)
  if (rows.length < REACHED.length) throw new Error('too few buyers send goods back')
}
