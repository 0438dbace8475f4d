import { z } from 'zod'
import { field } from '../../../kernel/field.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { dayOf } from '../../../kernel/time.ts'
import { lineOf } from '../../../vocabulary/base-data.ts'
import { STOCK_KEEPERS } from '../by-procedure.ts'
import { lotCommand } from '../lot-command.ts'
import { writesOf } from '../move.ts'
import { refuseMove } from '../move-check.ts'
import { moveFields } from '../move-fields.ts'
import { receivers } from '../receivers.ts'

const input = z.object({
  ...moveFields,
  verdict: field(lineOf(500), {
    title: text('验收结论', 'Verdict'),
    hint: text('外观、包装、标签、合格证明等', 'Appearance, packing, label, certificate'),
    widget: 'paragraph',
  }),
})

/** The acceptance inspector finds the goods good; the stock-in note then waits for the keeper's signature. */
export const acceptLot = lotCommand('accept', {
  title: text('验收合格', 'Accept'),
  about: text(
    '验收员签字后生成入库单；收货人不得验收自己收的货。不合格的由“不合格品”程序报告。',
    'Signed by the inspector, who is not the one that received the goods. What is not good is reported as nonconforming.',
  ),
  fulfils: ['S22-5c', 'S23-2a', 'LT-ledger', 'LT-certificate', 'S22-4b', 'S18-3.2a', 'S18-3.2b', 'S18-3.4a', 'S18-5a'],
  from: ['active'],
  by: ['acceptance-inspector', 'quality-inspector', 'quality'],
  input,
  facts: ['stock', 'product', 'receipts', 'stockIns'],
  find: ['warehouse', 'units'],
  differ: [
    {
      rule: 'SG04',
      from: ({ facts, actor }) => (receivers(facts).includes(actor.id) ? actor.id : null),
      sentence: ({ record }) =>
        text(
          `${record.lotNo} 在待验区的货由您收货，请由其他验收员验收。`,
          `You received the goods of ${record.lotNo} in the waiting zone: somebody else accepts them.`,
        ),
    },
  ],
  guard: ({ record, facts }) => [
    !facts.stock.some(row => row.zone === 'waiting' && row.quantity > 0) &&
      refuse(
        'nothing-waiting',
        text(
          `${record.lotNo} 在待验区没有货，请先收货。`,
          `Nothing of ${record.lotNo} is in the waiting zone: first receive goods.`,
        ),
      ),
  ],
  check: ({ record, input, facts, found, now, zone }) => {
    const ends = facts.product?.registrationValidUntil ?? null
    const today = dayOf(now, zone)
    return [
      record.expiresOn !== null &&
        record.expiresOn < today &&
        refuse(
          'lot-expired',
          text(
            `批号 ${record.lotNo} 有效期至 ${record.expiresOn}，已过期，不得验收合格，请报告不合格品。`,
            `Lot ${record.lotNo} was usable until ${record.expiresOn} and cannot be accepted: report it as nonconforming.`,
          ),
          { clause: 'LT-expiry' },
        ),
      ends !== null &&
        record.producedOn > ends &&
        refuse(
          'certificate-ended',
          text(
            `生产日期 ${record.producedOn} 晚于注册证有效期 ${ends}，不得入库；证书已延续的请先更正产品资料。`,
            `The lot was made on ${record.producedOn}, after the certificate ended on ${ends}: if it was renewed, first correct the product.`,
          ),
          { clause: 'LT-certificate' },
        ),
      ...refuseMove({ record, facts, found }, moveOf(input, today)),
    ]
  },
  sign: { meaning: text('我已验收，所验商品合格', 'I inspected these goods and found them good') },
  change: ({ record, input, facts, found, actor, now, zone, newId }) => {
    const receipt = facts.receipts.find(row => row.warehouseId === found.warehouse?.id)
    return {
      rows: [
        ...writesOf({ record, facts, found, actor, now, newId }, [moveOf(input, dayOf(now, zone))]),
        {
          child: 'stock-in',
          insert: {
            id: newId(),
            warehouseId: found.warehouse?.id ?? null,
            number: `RK-${record.number}-${facts.stockIns.length + 1}`,
            quantity: input.quantity,
            serials: input.serials,
            supplierId: receipt?.partyId ?? null,
            supplierName: receipt?.partyName ?? null,
            document: receipt?.document ?? null,
            receivedOn: receipt?.happenedOn ?? null,
            verdict: input.verdict,
            acceptedAt: now,
            acceptedBy: actor.id,
            acceptedByName: actor.name,
          },
        },
      ],
    }
  },
  tell: ({ record, input }) =>
    text(
      `验收 ${record.lotNo} 合格 ${input.quantity}：${input.verdict}`,
      `accepted ${input.quantity} of ${record.lotNo}: ${input.verdict}`,
    ),
  rank: 6,
})

const moveOf = (asked: z.infer<typeof input>, today: string) =>
  ({ ...asked, kind: 'accept', from: 'waiting', to: 'qualified', happenedOn: today, note: asked.verdict }) as const

/** The keeper checks items and quantity against the signed stock-in note and books the goods. */
export const bookInLot = lotCommand('book-in', {
  title: text('入库签字', 'Book in'),
  about: text(
    '保管员凭验收员签字的入库单核对品项和数量，放入货位后签字；签字后才可拣货。',
    'The keeper checks the goods against the signed note, puts them away and signs; only then can they be picked.',
  ),
  fulfils: ['S23-2a', 'S23-2b', 'LT-entry'],
  from: ['active', 'inactive'],
  by: STOCK_KEEPERS,
  input: z.object({
    location: field(lineOf(80), { title: text('货位', 'Location'), hint: text('如 A区03排2层', 'e.g. A-03-2') }),
  }),
  facts: ['stockIns'],
  guard: ({ record, facts }) => [
    facts.stockIns.every(row => row.bookedAt !== null) &&
      refuse(
        'nothing-to-book',
        text(
          `${record.lotNo} 没有待签的入库单，请先由验收员验收。`,
          `No stock-in note of ${record.lotNo} waits: first the inspector accepts the goods.`,
        ),
      ),
  ],
  differ: [
    {
      rule: 'SG04',
      from: ({ facts, actor }) =>
        facts.stockIns.some(row => row.bookedAt === null && row.acceptedBy === actor.id) ? actor.id : null,
      sentence: () =>
        text(
          '验收人不得自己办理入库，请由保管员签字。',
          'Whoever accepted the goods does not book them: a keeper signs.',
        ),
    },
  ],
  sign: {
    meaning: text('品项和数量与入库单一致，已放入货位', 'Items and quantity agree with the note and are put away'),
  },
  change: ({ input, facts, actor, now }) => ({
    rows: facts.stockIns
      .filter(row => row.bookedAt === null)
      .map(row => ({
        child: 'stock-in',
        id: row.id,
        set: { location: input.location, bookedAt: now, bookedBy: actor.id, bookedByName: actor.name },
      })),
  }),
  tell: ({ record, facts, input }) => {
    const open = facts.stockIns.filter(row => row.bookedAt === null)
    const sum = open.reduce((total, row) => total + row.quantity, 0)
    return text(
      `${record.lotNo} 入库 ${sum}，货位 ${input.location}（${open.map(row => row.number).join('、')}）`,
      `booked ${sum} of ${record.lotNo} at ${input.location} (${open.map(row => row.number).join(', ')})`,
    )
  },
  rank: 7,
})
