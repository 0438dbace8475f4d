import { z } from 'zod'
import { field } from '../../../kernel/field.ts'
import { holds } from '../../../kernel/person.ts'
import type { PolicyBook } from '../../../kernel/policy.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { choice, line, moment, paragraph } from '../../../vocabulary/entry-field.ts'
import { notAhead } from '../../../vocabulary/event-time.ts'
import { keysOf } from '../../../vocabulary/intake.ts'
import { approvalRoute } from '../approval-route.ts'
import { authorityClocks, tellClock } from '../deadlines.ts'
import { frozen, lotRows } from '../distribution.ts'
import { initiators, kinds, measures, standings } from '../kinds.ts'
import { newNotice } from '../new-notice.ts'
import type { NoticeRow } from '../notice.ts'
import { noticeCommand } from '../notice-command.ts'
import { issuedKinds, usualStanding } from '../policies.ts'
import { reckon } from '../reckon.ts'
import { ANY_DRAFTER, DRAFTERS } from '../roles.ts'
import type { Trace } from '../trace.ts'

const DECIDED = text('决定（确认）时间', 'Decided (found) at')

/** The notice begins: its recipients are those who bought the lots, frozen from the records of sale (S01-4.7e, S26-2.3d). */
export const draftNotice = noticeCommand('draft', {
  title: text('起草通知', 'Draft a notice'),
  about: text(
    '接收单位按销售记录自动列出，提交后进入签批。',
    'Recipients are taken from the records of sale; the draft then goes for signature.',
  ),
  fulfils: ['S01-4.7e', 'S26-2.3d', 'S01-4.5a', 'S04-4.9a', 'S09-1b', 'TZ-trace', 'CN-GSP-111'],
  from: 'new',
  to: 'draft',
  by: ANY_DRAFTER,
  input: z.object({
    kind: choice(text('类别', 'Kind'), kinds),
    recallClass: field(z.int().min(1).max(3), {
      title: text('召回级别', 'Recall class'),
      hint: text(
        '1：可能引起严重健康危害；2：暂时或可逆的危害；3：危害可能性小但仍需收回',
        '1: may cause serious harm; 2: temporary or reversible harm; 3: harm unlikely, yet to be taken back',
      ),
      widget: 'number',
      when: { field: 'kind', is: ['recall'] },
    }).optional(),
    lotIds: field(
      z
        .array(field(z.uuid(), { title: text('批号', 'Lot'), widget: 'lot' }))
        .min(1)
        .max(200),
      {
        title: text('涉及批号', 'Lots'),
      },
    ),
    serials: field(z.array(line(text('序列号', 'Serial number'))).max(500), {
      title: text('仅限序列号', 'Only these serial numbers'),
    }).default([]),
    reason: paragraph(text('原因', 'Reason')),
    instructions: paragraph(text('要求', 'What is to be done')),
    measures: field(z.array(z.enum(keysOf(measures))), {
      title: text('处理方式', 'Measures'),
      widget: 'choices',
      options: measures,
      when: { field: 'kind', is: ['recall'] },
    }).default([]),
    initiator: choice(text('来源', 'Comes from'), initiators).default('own'),
    standing: choice(text('本公司身份', 'Standing of the company'), standings).optional(),
    planReference: line(text('召回计划（文号）', 'Recall plan (number)')).optional(),
    decidedAt: moment(DECIDED, {
      hint: text(
        '召回决定或确认合格的时间；不填以最后签批为准',
        'of the decision or finding; otherwise the last signature counts',
      ),
    }).optional(),
    holdId: field(z.uuid(), {
      title: text('源自停售', 'From the stop-sale'),
      hint: text('填写后通知与停售、投诉相连，一并追溯和关闭', 'joins the notice to that stop and its complaint'),
      widget: 'record',
      of: 'stop-sale',
    }).optional(),
    causeNumber: line(text('其他起因（文号、编号）', 'Other cause (its number)')).optional(),
    exceptPartyIds: field(z.array(field(z.uuid(), { title: text('单位', 'Party'), widget: 'party' })).max(500), {
      title: text('不在本通知告知的单位', 'Parties told otherwise'),
    }).default([]),
    exceptReason: line(text('不告知的原因', 'Why they are told otherwise')).optional(),
  }),
  find: ['trace', 'hold'],
  check: ({ input, found, actor, now, policy }) => [
    actor.via !== 'system' &&
      !holds(actor, DRAFTERS[input.kind]) &&
      refuse(
        'other-drafts',
        text(
          `“${kinds[input.kind].zh}”不由您所在的岗位起草，请换一个类别，或请负责的部门起草。`,
          `Your role does not draft a "${kinds[input.kind].en}": choose another kind or ask the department in charge.`,
        ),
        { field: 'kind', kind: 'forbidden' },
      ),
    !policy(issuedKinds).includes(input.kind) &&
      refuse(
        'kind-not-used',
        text(
          `公司未启用“${kinds[input.kind].zh}”，请先在“参数”里启用。`,
          `The company does not issue a "${kinds[input.kind].en}": enable it among the policies first.`,
        ),
        { field: 'kind' },
      ),
    input.kind === 'recall' &&
      !input.recallClass &&
      refuse(
        'class-missing',
        text('请选择召回级别：通知时限按级别为 1、3、7 日。', 'Choose the recall class: it sets 1, 3 or 7 days.'),
        { field: 'recallClass', clause: 'CN-RC-001' },
      ),
    input.kind === 'resume' &&
      actor.via !== 'system' &&
      !input.decidedAt &&
      refuse(
        'not-found-good',
        text(
          '恢复销售须以质量管理部确认合格为前提，请填写确认合格的时间。',
          'Sale resumes once quality management has found the product good: enter when it did.',
        ),
        { field: 'decidedAt', clause: 'S01-4.5a' },
      ),
    notAhead(input.decidedAt, now, 'decidedAt', DECIDED),
    input.holdId !== undefined &&
      !found.hold &&
      refuse('no-such-stop', text('没有所选的停售记录，请重新选择。', 'There is no such stop-sale: choose again.'), {
        field: 'holdId',
      }),
    found.trace.lots.length < new Set(input.lotIds).size &&
      refuse('no-such-lot', text('有批号不在档案中，请重新选择。', 'A lot is not in the files: choose again.'), {
        field: 'lotIds',
      }),
    actor.via !== 'system' &&
      toTell(found.trace, input) === 0 &&
      refuse(
        'nobody-bought',
        text(
          '销售记录中没有需要告知的购货方。请核对批号；若出库尚未登记，请先登记出库。',
          'The records of sale name nobody to be told. Check the lots; enter deliveries that are missing.',
        ),
        { field: 'lotIds', clause: 'TZ-trace' },
      ),
    input.exceptPartyIds.length > 0 &&
      actor.via !== 'system' &&
      !input.exceptReason &&
      refuse('reason-missing', text('请写明这些单位为何不在此告知。', 'Say why these parties are told otherwise.'), {
        field: 'exceptReason',
        clause: 'TZ-trace',
      }),
  ],
  change: ({ input, found, actor, now, newId, policy }) => {
    const why = input.exceptReason ?? '由起因记录另行告知'
    const except = Object.fromEntries(input.exceptPartyIds.map(id => [id, why]))
    const list = frozen(found.trace, input.kind, except, { now, actor, newId })
    const standing = input.standing ?? policy(usualStanding)
    const set = newNotice(found.trace, {
      kind: input.kind,
      recallClass: input.kind === 'recall' ? (input.recallClass ?? null) : null,
      initiator: input.initiator,
      standing,
      reason: input.reason,
      instructions: input.instructions,
      measures: input.measures.length > 0 || input.kind !== 'recall' ? input.measures : ['take-back'],
      planReference: input.planReference ?? null,
      causeNumber: found.hold?.number ?? input.causeNumber ?? null,
      decidedAt: input.decidedAt ?? (input.kind === 'recall' ? null : now),
      preparedByName: actor.name,
    })
    const { set: counted, rows } = reckon({ ...set, state: 'draft' }, { recipients: [], lines: [] }, list, now)
    const whole = { ...set, ...counted }
    const shared = {
      set: whole,
      rows: [...lotRows(found.trace, newId), ...rows],
      ...(found.hold && { link: [{ procedure: 'stop-sale', id: found.hold.id, kind: 'cause' }] }),
    }
    if (whole.recipients === 0)
      return { ...shared, to: 'cancelled', set: { ...whole, endReason: '销售记录中没有需要告知的购货方' } }
    const from = input.decidedAt ?? (input.kind === 'recall' ? null : now)
    return {
      ...shared,
      seek: [{ chain: 'approval', steps: route(policy, whole) }],
      open: [
        ...(from ? tellClock(input.kind, from) : []),
        ...(input.decidedAt ? authorityClocks(whole as NoticeRow, input.decidedAt, now) : []),
      ],
    }
  },
  tell: ({ record }) =>
    record.state === 'cancelled'
      ? text(
          `${kinds[record.kind].zh}无需发出：${record.productNames} ${record.lotNos} 没有其他购货方`,
          `no ${kinds[record.kind].en.toLowerCase()} needed: nobody else bought ${record.productNames} ${record.lotNos}`,
        )
      : text(
          `起草${kinds[record.kind].zh}：${record.productNames} ${record.lotNos}，按销售记录列出 ${record.recipients} 家、${record.shipped} 件`,
          `drafted a ${kinds[record.kind].en.toLowerCase()}: ${record.productNames} ${record.lotNos}; the records of sale name ${record.recipients} recipients with ${record.shipped} units`,
        ),
})

const route = (policy: PolicyBook, record: Pick<NoticeRow, 'kind' | 'recallClass'>) => approvalRoute(policy, record)

const toTell = (
  trace: Trace,
  { kind, exceptPartyIds }: { readonly kind: NoticeRow['kind']; readonly exceptPartyIds: readonly string[] },
): number => {
  const told = new Set(exceptPartyIds)
  return trace.buyers.filter(
    buyer =>
      !told.has(buyer.partyId) &&
      (buyer.delivered > buyer.returned || (kind === 'resume' && trace.toldToStop.includes(buyer.partyId))),
  ).length
}
