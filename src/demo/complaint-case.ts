import type { RecordBase } from '../kernel/record.ts'
import { addMilliseconds, HOUR, type Instant } from '../kernel/time.ts'
import { classOf } from '../procedures/complaint/taxonomy.ts'
import { classificationOf, intakeOf } from './complaint-intake.ts'
import type { ComplaintCase } from './complaint-plan.ts'
import {
  BACK_UP,
  CAPAS,
  departmentOf,
  handlerOf,
  headOf,
  RATIONALES,
  SAMPLE_NOTES,
  SCREENS,
  SUPPLIERS,
} from './complaint-wording.ts'
import { holdSteps, settleHolds } from './hold-keeper.ts'
import type { KnownIds } from './master-data.ts'
import type { PlannedStep } from './scheduler.ts'
import type { Stage } from './stage.ts'
import type { Subject } from './subject.ts'
import { remedyOf } from './world/complaints/complaint-text.ts'

/** A complaint to be planned step by step; `takeUp` finds one that something else has opened already. */
export function complaintCase(
  stage: Stage,
  known: KnownIds,
  subject: Subject,
  takeUp?: () => Promise<RecordBase>,
): ComplaintCase {
  const { text, product, lot, maker, luck, local } = subject
  const steps: PlannedStep[] = []
  const kind = text.kind
  const caseClass = classOf(kind)
  const legal = kind === 'quality' || kind === 'accident-notice' || kind === 'maintenance'
  const inspector = luck.pick(['quality-inspector', 'quality-inspector-2'])
  const quality = luck.pick(['quality', 'quality-2'])
  const handler = handlerOf(kind, luck)
  const desk = luck.pick(['service-desk', 'service-desk', 'service-desk-2'])
  let record: RecordBase | undefined
  let contacts = 0
  let capas = 0
  const id = (): string => {
    if (!record) throw new Error(`${text.title} is not open yet`)
    return record.id
  }
  const step = (at: Instant, by: string, command: string, input: object | (() => object | Promise<object>)): void => {
    steps.push({
      at,
      act: async () => {
        const given = typeof input === 'function' ? await input() : input
        record = await stage.does(by, `complaint.${command}`, { on: id(), input: given })
      },
    })
  }
  const person = (username: string): string => stage.as(username).id

  return {
    steps,
    subject,
    id,
    step,
    attempt: (at, by, command, input) => {
      steps.push({ at, act: () => stage.fails(by, `complaint.${command}`, { on: id(), input }) })
    },
    open: (at, { receivedAt, by = desk, input } = {}) => {
      steps.push({
        at,
        act: async () => {
          if (takeUp) {
            record = await takeUp()
            return
          }
          record = await stage.does(by, 'complaint.open', {
            input: { ...intakeOf(subject, known, receivedAt ?? at), ...input?.() },
          })
        },
      })
    },
    accept: (at, by = caseClass === 'service' ? 'service-head' : caseClass === 'consumer' ? 'after-sales' : desk) =>
      step(at, by, 'accept', {
        ...classificationOf(text),
        legalComplaint: legal,
        legalDefects: legal ? [text.defect] : [],
      }),
    contact: (at, note) => {
      const nth = contacts++
      const content = text.contactNotes[Math.min(note ?? nth, text.contactNotes.length - 1)] as string
      const first =
        nth === 0 && (text.urgent ? { plan: BACK_UP, reportedTo: '客户服务中心主任苏文静' } : { problem: text.title })
      const by = nth === 0 && caseClass === 'service' ? 'service-head' : nth === 0 ? desk : handler
      const way =
        nth > 0 && local && luck.next() < 0.25 ? 'visit' : luck.pick(['telephone', 'telephone', 'telephone', 'message'])
      step(at, by, 'record-contact', {
        contactedAt: addMilliseconds(at, -luck.between(2, 6) * 60_000),
        way,
        content,
        ...first,
      })
    },
    screen: (at, outcome, by = headOf(caseClass, quality)) => {
      const given = { ...SCREENS[outcome] }
      step(at, by, 'screen-adverse-event', () => ({
        ...given,
        ...(outcome === 'not-reportable' && { rationale: luck.pick(RATIONALES) }),
        ...(outcome === 'undecided' && { deciderId: person('quality-head') }),
        ...(outcome === 'serious' && { patientNote: '患者经处理后情况稳定，科室继续观察' }),
      }))
    },
    decideEvent: (at, decision) =>
      step(at, 'quality-head', 'decide-adverse-event', {
        decision,
        rationale:
          decision === 'not-reportable'
            ? '补充了解：报警后泵已自动停止输注并有声光提示，无流速失控，不会导致严重伤害。'
            : '若在无人看护时再次发生，可能延误抢救，按可疑即报原则上报。',
      }),
    reportEvent: at =>
      step(at, quality, 'report-adverse-event', {
        reportedAt: addMilliseconds(at, -10 * 60_000),
        reportNumber: `4101${at.slice(0, 4)}${String(luck.between(1, 99_999_999)).padStart(8, '0')}`,
      }),
    dispatch: at =>
      step(at, quality, 'dispatch-inspector', () => ({
        inspectorId: person(inspector),
        dispatchedAt: at,
        expectedArrival: addMilliseconds(at, (local ? 2.5 : 20) * HOUR),
      })),
    notify: at => {
      const both = maker?.isSupplier === true
      const content = `贵司${product?.name ?? '产品'}（${product?.model ?? ''}${lot ? `，批号 ${lot.lotNo}` : ''}）收到客户投诉：${text.title}。请协助分析原因并书面回复。`
      step(at, quality, 'notify-holder', {
        recipient: 'registrant',
        supplierToo: both,
        way: 'e-mail',
        toldAt: at,
        content,
      })
      if (!both)
        step(addMilliseconds(at, 9 * 60_000), 'sales', 'notify-holder', {
          recipient: 'supplier',
          recipientName: luck.pick(SUPPLIERS),
          way: 'telephone',
          toldAt: addMilliseconds(at, 8 * 60_000),
          content: '电话告知投诉情况，请同步通知生产企业并配合处理。',
        })
    },
    verify: at =>
      step(at, inspector, 'verify', {
        visitedAt: addMilliseconds(at, -luck.between(25, 70) * 60_000),
        finding: text.finding,
        note: text.findingNote,
        causeCategory: text.cause,
        cause: text.findingNote,
      }),
    sample: at => {
      const result =
        lot?.expiresOn == null
          ? 'none'
          : text.finding === 'defect' && text.cause === 'manufacturing'
            ? 'nonconforming'
            : 'conforming'
      step(at, inspector, 'record-sample-test', {
        result,
        testedAt: addMilliseconds(at, -HOUR / 2),
        note: SAMPLE_NOTES[result],
      })
    },
    interim: at =>
      step(at, quality, 'give-interim-opinion', {
        opinion: '核实尚未结束。请暂停使用涉及的产品并单独存放，我公司继续核实，最终意见另行出具。',
      }),
    opinion: at =>
      step(at, quality, 'give-opinion', { opinion: text.opinion, causeCategory: text.cause, cause: text.findingNote }),
    countersign: (at, refusedFor) =>
      step(
        at,
        'quality-head',
        'countersign-opinion',
        refusedFor ? { agree: false, note: refusedFor } : { agree: true },
      ),
    responsibility: (proposedAt, decidedAt) => {
      step(proposedAt, luck.pick(['sales', 'sales-2', 'sales-head']), 'propose-responsibility', {
        responsibility: text.responsibility === 'ours' && luck.next() < 0.4 ? 'manufacturer' : text.responsibility,
        reason: '结合销售、运输和客户使用情况提出。',
      })
      step(decidedAt, quality, 'decide-responsibility', {
        responsibility: text.responsibility,
        reason: text.findingNote,
      })
    },
    apologise: at =>
      step(at, caseClass === 'consumer' ? 'after-sales-head' : 'service-head', 'apologise', {
        note: '代表公司就此事致歉，说明后续安排。',
      }),
    assign: (at, plannedAt, expectedAt) => {
      const [department, head] = departmentOf(kind, text, luck)
      step(at, caseClass === 'consumer' ? 'after-sales-head' : 'service-head', 'assign', () => ({
        department,
        handlerId: person(handler),
      }))
      if (plannedAt) step(plannedAt, head, 'plan', { expectedAt, measures: text.opinion })
    },
    judge: at =>
      step(at, 'after-sales', 'judge-claim', () => {
        const established = text.finding === 'defect'
        const ourQuality = established && text.cause === 'manufacturing'
        return {
          groundSufficient: established,
          demandReasonable: text.finding !== 'undetermined',
          established,
          ourQuality,
          reason: text.findingNote,
        }
      }),
    remedy: at =>
      step(at, 'after-sales', 'agree-remedy', {
        remedy: text.finding === 'defect' ? remedyOf(text) : 'explanation',
        note: text.opinion,
      }),
    solve: at =>
      step(at, handler, 'solve', {
        solvedAt: addMilliseconds(at, -luck.between(5, 40) * 60_000),
        solution: text.opinion,
      }),
    reply: at =>
      step(at, headOf(caseClass, luck.pick([quality, 'service-head'])), 'reply', {
        repliedAt: addMilliseconds(at, -5 * 60_000),
        reply: text.reply,
      }),
    satisfaction: at =>
      step(at, desk, 'ask-satisfaction', {
        satisfaction: luck.next() < 0.04 ? 'not-reached' : text.satisfaction,
        ...(text.satisfaction === 'fair' && { note: '处理结果认可，希望今后响应再快一些。' }),
      }),
    keepHold: (at, goal, office) => {
      steps.push(...holdSteps(stage, office, id, at, goal))
    },
    settleHold: at => {
      steps.push({ at, act: () => settleHolds(stage, id()) })
    },
    close: at => {
      const given = {
        hazardRemoved: true,
        ...(text.satisfaction === 'dissatisfied'
          ? { note: '客户不满意处理时间，已由部门负责人当面说明并承诺改进，客户接受。' }
          : luck.next() < 0.3 && { note: '已回访，使用正常。' }),
      }
      step(at, headOf(caseClass, quality), 'close', async () => {
        await settleHolds(stage, id())
        return given
      })
    },
    capa: (at, dueOn, finishedAt) => {
      const nth = capas++
      const [department, owner, what, result] = luck.pick(CAPAS)
      step(at, quality, 'request-capa', () => ({
        kind: luck.pick(['corrective', 'preventive']),
        department,
        handlerId: person(owner),
        what,
        dueOn,
      }))
      if (finishedAt)
        step(finishedAt, owner, 'finish-action', async () => {
          const rows = await stage.kernel.db
            .selectFrom('complaintAction')
            .select('id')
            .where('complaintId', '=', id())
            .orderBy('at')
            .execute()
          return { actionId: rows[nth]?.id, result }
        })
    },
  }
}
