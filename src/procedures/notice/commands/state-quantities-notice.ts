import { z } from 'zod'
import { field } from '../../../kernel/field.ts'
import type { JsonObject } from '../../../kernel/json.ts'
import { type Refusal, refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { choice, line } from '../../../vocabulary/entry-field.ts'
import { OUTSIDE } from '../../../vocabulary/role.ts'
import { statedSum } from '../balance.ts'
import { spokenFor, strangerRefusal, unknownRefusal } from '../guest.ts'
import { onwardCustomer, recipientId, statedLine } from '../input.ts'
import { answerWays, WITH_QUANTITIES } from '../kinds.ts'
import { noticeCommand } from '../notice-command.ts'
import type { NoticeLine, NoticeLot } from '../notice-rows.ts'
import { reckon } from '../reckon.ts'
import { returnRequest } from '../return-request.ts'
import { FOLLOWERS } from '../roles.ts'

/**
 * A buyer says lot by lot what became of what it got. The sum is what we delivered less what is back already; otherwise the
 * difference is explained. It may be corrected as long as the notice runs; every answer is kept.
 */
export const stateQuantities = noticeCommand('state-quantities', {
  title: text('填报数量', 'State quantities'),
  about: text(
    '按批号填写现状；各项合计应等于供货数量减去已退回的数量。填错了可以再次填报。',
    'Say lot by lot what became of the goods; the sum is what was delivered less what is back. It may be corrected later.',
  ),
  fulfils: ['CN-GSP-111', 'S26-2.3d', 'S01-4.7e'],
  from: ['running', 'drill-running'],
  by: [OUTSIDE, ...FOLLOWERS],
  input: z.object({
    recipientId: recipientId.optional(),
    way: choice(text('答复方式', 'How it answered'), answerWays, { widget: 'hidden' }).default('link'),
    saidBy: line(text('填报人姓名', 'Name of who answers'), { personal: true }).optional(),
    lines: field(z.array(statedLine).min(1).max(200), {
      title: text('数量', 'Quantities'),
      entries: { fixed: true, heading: 'about' },
    }),
    onward: field(z.array(onwardCustomer).max(200), {
      title: text('已转售的下游客户', 'Customers to whom it was sold on'),
    }).default([]),
    wish: choice(text('退回后希望', 'For what is returned'), {
      refund: text('退款', 'Refund'),
      exchange: text('换货', 'Exchange'),
    }).default('refund'),
  }),
  facts: ['recipients', 'lines', 'lots'],
  find: ['returnable'],
  guard: ({ record, actor, facts }) => [
    strangerRefusal(actor, facts.recipients),
    actor.via === 'link' &&
      record.drill &&
      refuse('a-drill', text('演练不对外。', 'A drill never leaves the company.'), { kind: 'forbidden' }),
    !WITH_QUANTITIES.includes(record.kind) &&
      refuse(
        'no-quantities',
        text('此类通知不需要填报数量，确认收到即可。', 'This kind of notice asks for no quantities: acknowledge it.'),
      ),
  ],
  check: ({ input, actor, facts }) => {
    const id = spokenFor(actor, input.recipientId)
    const own = facts.lines.filter(item => item.recipientId === id)
    const lots = input.lines.map(item => item.lotId)
    return [
      unknownRefusal(id, facts.recipients),
      new Set(lots).size < lots.length &&
        refuse('lot-twice', text('同一批号填了两次，请合并。', 'A lot is stated twice: put it together.'), {
          field: 'lines',
        }),
      ...input.lines.map((stated, at): Refusal | false => {
        const known = own.find(item => item.lotId === stated.lotId)
        if (!known)
          return refuse(
            'lot-not-bought',
            text('该单位没有此批号的供货记录。', 'We delivered none of this lot to this recipient.'),
            { field: `lines.${at}.lotId` },
          )
        if (tracked(facts.lots, stated.lotId) && stated.comingBack > 0) {
          const named = new Set(stated.serials ?? known.announced).size
          if (named !== stated.comingBack)
            return refuse(
              'serials-missing',
              text(
                `批号 ${lotNo(facts.lots, stated.lotId)} 按序列号管理，请填写退回的 ${stated.comingBack} 个序列号。`,
                `Lot ${lotNo(facts.lots, stated.lotId)} goes by serial number: enter the ${stated.comingBack} that are sent back.`,
              ),
              { field: `lines.${at}.serials` },
            )
        }
        const byUs = known.destroyedByUs ?? 0
        if (stated.destroyed < byUs)
          return refuse(
            'destroyed-by-us',
            text(
              `批号 ${lotNo(facts.lots, stated.lotId)}：我公司已就地销毁 ${byUs} 并留有记录，“已销毁”请填不少于 ${byUs}。`,
              `Lot ${lotNo(facts.lots, stated.lotId)}: we destroyed ${byUs} on the spot and have the record, so enter at least ${byUs} as destroyed.`,
            ),
            { field: `lines.${at}.destroyed` },
          )
        const due = known.expected - known.receivedBack
        const sum = statedSum(stated)
        return (
          sum !== due &&
          !stated.differenceReason &&
          refuse(
            'sum-differs',
            text(
              `批号 ${lotNo(facts.lots, stated.lotId)}：合计 ${sum}，应为 ${due}（供货 ${known.delivered}，此前已退回 ${known.returnedBefore}，本次已收回 ${known.receivedBack}）。请核对，或写明差异原因。`,
              `Lot ${lotNo(facts.lots, stated.lotId)}: the sum is ${sum} and should be ${due} (${known.delivered} delivered, ${known.returnedBefore} returned before, ${known.receivedBack} received back). Check it, or say why it differs.`,
            ),
            { field: `lines.${at}.differenceReason`, clause: 'CN-GSP-111' },
          )
        )
      }),
    ]
  },
  change: ({ record, input, actor, facts, found, now, newId }) => {
    const id = spokenFor(actor, input.recipientId) ?? ''
    const recipient = facts.recipients.find(item => item.id === id)
    const way = actor.via === 'link' ? 'link' : input.way === 'link' ? 'telephone' : input.way
    const written = { at: now, byId: actor.id, byName: actor.name, recipientId: id }
    const lines: Record<string, Partial<NoticeLine>> = {}
    const statements: JsonObject[] = []
    for (const { about: _, tracked: __, serials, differenceReason, ...stated } of input.lines) {
      const known = facts.lines.find(item => item.recipientId === id && item.lotId === stated.lotId)
      if (!known) continue
      const reason = statedSum(stated) === known.expected - known.receivedBack ? null : (differenceReason ?? null)
      const { lotId, ...quantities } = stated
      lines[known.id] = {
        ...quantities,
        differenceReason: reason,
        announced: serials ?? [...known.announced],
        statedAt: now,
        // an answer that changes what was signed away is looked at anew
        signedRemainder: 0,
        remainderReason: null,
      }
      statements.push({
        id: newId(),
        ...written,
        lotId,
        way,
        saidBy: input.saidBy ?? null,
        ...quantities,
        differenceReason: reason,
      })
    }
    const after = reckon(
      record,
      facts,
      {
        lines,
        recipients: {
          [id]: {
            statedAt: now,
            ...(!record.drill && !recipient?.toldAt && { toldAt: now, toldHow: way === 'link' ? '打开链接' : '答复' }),
            ...(!recipient?.acknowledgedAt && {
              acknowledgedAt: now,
              acknowledgedBy: input.saidBy ?? recipient?.contactName ?? actor.name,
            }),
          },
        },
      },
      now,
    )
    return {
      ...after,
      rows: [
        ...after.rows,
        ...statements.map(row => ({ child: 'statement', insert: row as JsonObject & { id: string } })),
        ...input.onward.map(({ lotId = null, phone = null, quantity = null, name }) => ({
          child: 'onward',
          insert: { id: newId(), ...written, lotId, name, phone, quantity },
        })),
      ],
      start: record.drill ? [] : returnRequest(record, recipient, facts.lines, lines, found.returnable, input.wish),
    }
  },
  tell: ({ input, actor, facts }) => {
    const name = facts.recipients.find(item => item.id === spokenFor(actor, input.recipientId))?.name ?? ''
    const said = (zh: boolean) =>
      input.lines
        .map(stated => {
          const parts = [
            [stated.onHand, zh ? '在库' : 'on hand'],
            [stated.used, zh ? '已用' : 'used'],
            [stated.soldOn, zh ? '转售' : 'sold on'],
            [stated.comingBack, zh ? '退回' : 'coming back'],
            [stated.destroyed, zh ? '销毁' : 'destroyed'],
            [stated.notFound, zh ? '找不到' : 'not found'],
          ].filter(([count]) => count !== 0)
          const words = parts.map(([count, word]) => `${word} ${count}`).join(zh ? '、' : ', ') || (zh ? '无' : 'none')
          return `${lotNo(facts.lots, stated.lotId)} ${words}`
        })
        .join(zh ? '；' : '; ')
    return text(`${name}填报：${said(true)}`, `${name} stated: ${said(false)}`)
  },
  fill: ({ actor, facts }) => {
    if (actor.via !== 'link') return {}
    const own = facts.recipients.find(item => item.id === actor.id)
    return {
      ...(own?.contactName && { saidBy: own.contactName }),
      lines: facts.lines.filter(item => item.recipientId === actor.id).map(item => filled(item, facts.lots)),
    }
  },
  rank: 20,
  place: 'none',
})

const lotNo = (lots: readonly NoticeLot[], lotId: string): string =>
  lots.find(item => item.lotId === lotId)?.lotNo ?? ''

const tracked = (lots: readonly NoticeLot[], lotId: string): boolean =>
  lots.some(item => item.lotId === lotId && item.isSerialTracked)

/** A line as the form opens with it: what was said last, or nothing. */
function filled(line: NoticeLine, lots: readonly NoticeLot[]) {
  const lot = lots.find(item => item.lotId === line.lotId)
  const due = line.expected - line.receivedBack
  const { lotId, onHand, used, soldOn, comingBack, destroyed, notFound, differenceReason } = line
  return {
    lotId,
    about: `${lot?.productName ?? ''} ${lot?.model ?? ''} 批号 ${lot?.lotNo ?? ''}：${due} ${lot?.unit ?? ''}`.slice(
      0,
      200,
    ),
    onHand,
    used,
    soldOn,
    comingBack,
    destroyed,
    notFound,
    ...(lot?.isSerialTracked && { tracked: true, serials: [...line.announced] }),
    ...(differenceReason && { differenceReason }),
  }
}
