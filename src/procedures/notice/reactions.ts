import type { Start } from '../../kernel/command.ts'
import { gate } from '../../kernel/gate.ts'
import type { JsonObject } from '../../kernel/json.ts'
import type { LinkedRecord } from '../../kernel/linked.ts'
import { reaction } from '../../kernel/procedure.ts'
import { refuse } from '../../kernel/refusal.ts'
import { text } from '../../kernel/text.ts'
import type { Instant } from '../../kernel/time.ts'
import type { CountedLine, DestroyedLine } from './queries.ts'

/** A letter as far as a notice needs it. */
interface Letter {
  readonly procedure: string
  readonly recordId: string
  readonly guestId: string | null
  readonly sentAt: Instant | null
  readonly handedOverAt: Instant | null
}

const HOW: Readonly<Record<string, string>> = {
  post: '邮寄',
  courier: '快递',
  fax: '传真',
  'in-person': '当面交付',
  wecom: '微信/企业微信',
  telephone: '电话宣读',
  other: '其他',
}

/** The mail server took the letter: its reader is told. */
const letterSent = reaction<Letter, unknown, undefined>({
  on: 'message.mark-sent',
  clause: 'S04-4.9b',
  run: ({ record, now }) =>
    record.procedure === 'notice' && record.guestId
      ? [
          {
            command: 'notice.mark-told',
            on: record.recordId,
            input: { recipientId: record.guestId, messageState: 'sent', at: record.sentAt ?? now, how: '电子邮件' },
          },
        ]
      : [],
})

/** Somebody brought the letter: its reader is told. */
const letterBrought = reaction<Letter, { readonly how?: string }, undefined>({
  on: 'message.hand-over',
  clause: 'S04-4.9b',
  run: ({ record, input, now }) =>
    record.procedure === 'notice' && record.guestId
      ? [
          {
            command: 'notice.mark-told',
            on: record.recordId,
            input: {
              recipientId: record.guestId,
              messageState: 'handed-over',
              at: record.handedOverAt ?? now,
              how: HOW[input.how ?? ''] ?? '送交',
            },
          },
        ]
      : [],
})

const undelivered = (on: string) =>
  reaction<Letter, { readonly answer?: string; readonly reason?: string }, undefined>({
    on,
    clause: 'S04-4.9b',
    run: ({ record, input }) =>
      record.procedure === 'notice' && record.guestId
        ? [
            {
              command: 'notice.mark-undelivered',
              on: record.recordId,
              input: { recipientId: record.guestId, fault: (input.answer || input.reason || '未送达').slice(0, 200) },
            },
          ]
        : [],
  })

/** Goods of one lot that moved, as the step on the lot was told. */
interface Moved {
  readonly quantity: number
  readonly serials?: readonly string[]
}

/** A serial number as people compare it: neither width nor case of its letters matters. */
const folded = (serial: string): string => serial.normalize('NFKC').trim().toUpperCase()

/** How many of the units that moved a notice is about: one that is limited to single units counts those alone. */
function meant({ quantity, serials = [] }: Moved, { serials: limit }: CountedLine): number {
  if (limit.length === 0) return quantity
  const named = new Set(limit.map(folded))
  return new Set(serials.map(folded).filter(serial => named.has(serial))).size
}

function counts(line: CountedLine, moved: Moved, where: JsonObject): Start[] {
  const quantity = meant(moved, line)
  const { noticeId, lineId } = line
  return quantity === 0 ? [] : [{ command: 'notice.count-moved', on: noticeId, input: { lineId, quantity, ...where } }]
}

/** Goods of a recipient are back in our warehouse. */
const takenBack = reaction<object, Moved, readonly CountedLine[]>({
  on: 'lot.take-back',
  clause: 'S26-2.3d',
  find: 'countedLines',
  run: ({ found, input }) => found.flatMap(line => counts(line, input, { to: 'receivedBack' })),
})

/** Goods of a recipient were destroyed where they lay. */
const destroyedThere = reaction<object, Moved, readonly DestroyedLine[]>({
  on: 'lot.destroy-at-customer',
  clause: 'S26-2.3d',
  find: 'destroyedLines',
  run: ({ found, input }) => found.flatMap(line => counts(line, input, { to: 'destroyed', announced: line.announced })),
})

/** What letters and the stock tell a notice. */
export const reactions = [
  letterSent,
  letterBrought,
  undelivered('message.mark-failed'),
  undelivered('message.record-return'),
  takenBack,
  destroyedThere,
]

/** No complaint is closed while a notice that came out of it runs (F1). */
export const closingGate = gate<readonly LinkedRecord[]>({
  holds: 'complaint.close',
  name: 'open-notice',
  clause: 'S26-2.3d',
  fact: 'openNotices',
  guard: ({ record, facts }) =>
    facts.held.map(({ number }) =>
      refuse(
        'notice-open',
        text(
          `要关闭 ${record.number}，请先关闭由它引起的通知 ${number}。`,
          `To close ${record.number}, first close the notice ${number} that came out of it.`,
        ),
      ),
    ),
})
