import type { Instant } from '../kernel/time.ts'
import { complaintCase } from './complaint-case.ts'
import type { ComplaintCase } from './complaint-plan.ts'
import type { Today } from './complaint-today.ts'
import { hangMarks, openHolds } from './hold-keeper.ts'
import { idIn } from './master-data.ts'
import { type Calendar, guestOf, lastStartedFrom, lettersGoOut, readersOf, subjectOfLot } from './recall-desk.ts'
import type { ComplaintText } from './world/complaints/complaint-text.ts'
import type { DemoLot } from './world/lots.ts'

/** What a recall is about, and when. */
export interface RecallPlan {
  readonly lot: DemoLot
  readonly text: ComplaintText
  readonly when: Calendar
  /** The fault in the words of the notices. */
  readonly reason: string
  /** Number of the maker's own plan. */
  readonly planReference: string
}

/** The records of a recall that has been sent. */
export interface SentRecall {
  readonly complaintId: string
  readonly holdId: string
  readonly suspendId: string
  readonly recallId: string
}

/** From the telephone call to the verified defect: one afternoon. */
export function callAndVerification(today: Today, { lot, text, when }: RecallPlan, seed: string): ComplaintCase {
  const complaint = complaintCase(today.stage, today.known, subjectOfLot(today, lot, text, seed))
  const receivedAt = when(0, '09:02')
  complaint.open(when(0, '09:10'), { receivedAt, input: () => ({ channel: 'telephone', stillInUse: 'no' }) })
  complaint.accept(when(0, '09:24'))
  complaint.contact(when(0, '09:50'))
  complaint.screen(when(0, '10:40'), 'not-reportable')
  complaint.notify(when(0, '11:20'))
  complaint.dispatch(when(0, '11:35'))
  complaint.verify(when(0, '15:20'))
  complaint.sample(when(0, '16:05'))
  complaint.opinion(when(1, '10:05'))
  complaint.countersign(when(1, '11:00'))
  complaint.responsibility(when(1, '14:10'), when(1, '15:30'))
  return complaint
}

/**
 * Held, found bad, signed twice; the other buyers are asked to stop; registrant and authority know; the maker recalls, and
 * the recall notice goes out. Answers the records.
 */
export async function* recallGoesOut(
  { stage, known }: Today,
  complaint: ComplaintCase,
  { lot, when, reason, planReference }: RecallPlan,
): AsyncGenerator<Instant, SentRecall, void> {
  yield when(0, '09:31')
  const complaintId = complaint.id()
  const [hold] = await openHolds(stage, complaintId)
  if (!hold) throw new Error(`lot ${lot.lotNo} is not held`)
  const on = hold.id
  await hangMarks(stage, on)
  yield when(0, '09:40')
  await stage.does('sales', 'stop-sale.acknowledge', { on, input: { note: '未发订单已改换批号，业务员已逐一通知。' } })
  yield when(0, '16:30')
  await stage.does('quality', 'stop-sale.confirm', {
    on,
    input: { note: `${complaint.subject.text.findingNote}留样复验同样不合格。` },
  })
  yield when(0, '17:05')
  await stage.does('quality-head', 'stop-sale.countersign', {
    on,
    input: { agree: true, note: '同意全批停售，通知全部购货方。' },
  })
  const maker = complaint.subject.maker
  yield when(0, '17:15')
  await stage.does('quality', 'stop-sale.tell-outside', {
    on,
    input: {
      audience: 'registrant',
      name: maker?.name ?? '注册人',
      content: `${reason}我公司已停售全批，请立即调查。`,
      receipt: '对方质量部已书面回执',
    },
  })
  yield when(0, '17:25')
  await stage.does('quality', 'stop-sale.tell-outside', {
    on,
    input: {
      audience: 'authority',
      name: '郑州市市场监督管理局',
      way: 'message',
      content: `${reason}已停售并通知购货方。`,
      receipt: `郑市监械报 ${when(0, '17:25').slice(0, 4)}-${lot.lotNo}`,
    },
  })
  yield when(0, '17:32')
  await stage.does('quality', 'stop-sale.ask-supplier', {
    on,
    input: {
      partyId: idIn(known, maker?.id ?? ''),
      question: `${reason}请说明原因、涉及的其他批号和拟采取的纠正措施，并附检验记录。`,
      dueOn: when(9, '12:00').slice(0, 10),
    },
  })
  const inquiryId = await lastStartedFrom(stage, on, 'supplier-inquiry')
  await lettersGoOut(stage, inquiryId)
  const suspendId = await lastStartedFrom(stage, on, 'notice')
  yield when(1, '08:42')
  await stage.does('quality-2', 'notice.approve', {
    on: suspendId,
    input: { opinion: 'agree', note: '名单与销售记录一致。' },
  })
  yield when(1, '08:55')
  await stage.does('quality-head', 'notice.approve', { on: suspendId, input: { opinion: 'agree' } })
  yield when(1, '09:05')
  await stage.does('sales', 'notice.send', { on: suspendId })
  yield when(1, '09:18')
  await lettersGoOut(stage, suspendId)
  yield when(1, '09:40')
  await stage.does('quality', 'notice.report-to-authority', {
    on: suspendId,
    input: {
      kind: 'first',
      receiver: '郑州市市场监督管理局',
      way: 'system',
      receiptNumber: `QX-${when(1, '09:40').slice(0, 10).replaceAll('-', '')}-01`,
    },
  })
  yield when(1, '10:20')
  const recall = await stage.does('sales-head', 'notice.draft', {
    input: {
      kind: 'recall',
      recallClass: 2,
      lotIds: [idIn(known, lot.id)],
      reason,
      instructions: '请立即停止销售和使用，将在库产品退回我公司；已使用、已转售的如实填报数量，转售的请同时通知下游。',
      measures: ['take-back', 'destruction'],
      initiator: 'holder',
      planReference,
      holdId: on,
      decidedAt: when(1, '10:00'),
    },
  })
  yield when(1, '10:50')
  await stage.does('quality', 'notice.approve', {
    on: recall.id,
    input: { opinion: 'agree', note: '已核对批号、名单和召回级别。' },
  })
  yield when(1, '11:10')
  await stage.does('quality-head', 'notice.approve', {
    on: recall.id,
    input: { opinion: 'agree', note: '按二级召回办理，七日内到位。' },
  })
  yield when(1, '11:30')
  await stage.does('sales', 'notice.send', { on: recall.id })
  yield when(1, '11:50')
  await lettersGoOut(stage, recall.id)
  yield when(1, '14:00')
  for (const reader of (await readersOf(stage, suspendId)).slice(0, 21))
    await stage.does(guestOf(stage, reader), 'notice.acknowledge', {
      on: suspendId,
      input: { by: reader.contactName ?? '收件人' },
    })
  return { complaintId, holdId: on, suspendId, recallId: recall.id }
}
