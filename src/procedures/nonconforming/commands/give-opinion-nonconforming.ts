import { z } from 'zod'
import type { Asked } from '../../../kernel/command.ts'
import { field } from '../../../kernel/field.ts'
import { type Refusals, refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { dayOf } from '../../../kernel/time.ts'
import { lineOf } from '../../../vocabulary/base-data.ts'
import { choice, paragraph, yesNo } from '../../../vocabulary/entry-field.ts'
import { daySchema } from '../../../vocabulary/record-base.ts'
import type { NonconformingRow } from '../nonconforming.ts'
import { nonconformingCommand } from '../nonconforming-command.ts'
import type { NonconformingDisposition } from '../nonconforming-rows.ts'
import { changeable, fixedQuantity, partIn, partWrite, standing } from '../progress.ts'
import type { FoundParty } from '../queries.ts'
import { type Liability, liabilities, QUALITY } from '../taxonomy.ts'

const input = z.object({
  liable: choice(text('责任', 'Liability'), liabilities),
  supplierQuantity: field(z.int().min(1).max(10_000_000), {
    title: text('退回供货者的数量', 'Number that goes back'),
    when: { field: 'liable', is: ['shared'] },
  }).optional(),
  supplierSerials: field(z.array(lineOf(60)).max(5_000), {
    title: text('退回的序列号', 'Serials that go back'),
    when: { field: 'liable', is: ['shared'] },
  }).optional(),
  supplierId: field(z.uuid(), { title: text('供货者', 'Supplier'), widget: 'party', of: 'supplier' }).optional(),
  basis: paragraph(text('责任依据', 'Grounds of the liability'), {
    hint: text(
      '供货协议条款、质量保证协议、责任期等',
      'clause of the supply or quality agreement, period of liability',
    ),
  }),
  liableUntil: field(daySchema, { title: text('供货者责任期至', 'Supplier liable until'), widget: 'day' }).optional(),
  opinion: paragraph(text('处理意见', 'Opinion')),
  special: yesNo(
    text('特殊管理器械（销毁须药监部门监督）', 'Specially controlled: destroyed under the regulator'),
  ).default(false),
  specialReason: paragraph(text('特殊管理依据', 'Why it is specially controlled'), {
    when: { field: 'special', is: [true] },
  }).optional(),
})

type Input = z.infer<typeof input>
type Opining = Asked<
  NonconformingRow,
  { readonly dispositions: readonly NonconformingDisposition[] },
  Input,
  { readonly supplier: FoundParty | null }
>

/** Units about which quality may still decide. */
const openQuantity = (record: NonconformingRow, parts: readonly NonconformingDisposition[]): number =>
  record.quantity - fixedQuantity(parts)

const openSerials = (record: NonconformingRow, parts: readonly NonconformingDisposition[]): readonly string[] => {
  const gone = new Set(
    standing(parts)
      .filter(part => !changeable([part]).length)
      .flatMap(part => part.serials),
  )
  return record.serials.filter(serial => !gone.has(serial))
}

const backOf = (liable: Liability, asked: number | undefined, open: number): number =>
  liable === 'supplier' ? open : liable === 'own' ? 0 : (asked ?? 0)

/** S26-4a: who is liable, and so whether the goods go back or are written off; all of them, or a part each. */
export const giveOpinion = nonconformingCommand('give-opinion', {
  title: text('处理意见', 'Handling opinion'),
  about: text(
    '按供货协议划分责任：退回供货者、报损销毁，或各一部分；尚未办理的部分可重新决定。',
    'By the supply agreement: back to the supplier, written off, or a part each. What is not carried out yet may be decided anew.',
  ),
  fulfils: ['S26-4a', 'S12-5.8.2f', 'GMP-87'],
  from: ['isolated', 'disposing'],
  to: 'disposing',
  by: QUALITY,
  input,
  facts: ['dispositions'],
  find: ['supplier'],
  guard: ({ record, facts }) => [
    partIn(facts.dispositions, 'write-off', 'requested') &&
      refuse(
        'being-signed',
        text(
          `${record.number} 的报损正在审批，请先由签字人退回，再改处理意见。`,
          `The write-off of ${record.number} is being signed: first have a signer send it back, then change the opinion.`,
        ),
      ),
    record.state === 'disposing' &&
      openQuantity(record, facts.dispositions) === 0 &&
      refuse(
        'nothing-open',
        text(
          '全部货物已退回或已批准报损，没有可改的部分。',
          'All goods are on their way back or written off: nothing is left to decide.',
        ),
      ),
  ],
  check: asked => [...parted(asked), ...bound(asked)],
  sign: { meaning: text('这是质管部的处理意见', 'This is the opinion of quality management') },
  change: ({ record, input, facts, found, now, actor, newId }) => {
    const parts = facts.dispositions
    const open = openQuantity(record, parts)
    const back = backOf(input.liable, input.supplierQuantity, open)
    const serials = openSerials(record, parts)
    const backSerials = input.liable === 'supplier' ? serials : (input.supplierSerials ?? [])
    const part = (kind: 'supplier' | 'write-off', quantity: number, of: readonly string[]) => ({
      child: 'disposition',
      insert: {
        id: newId(),
        at: now,
        byId: actor.id,
        byName: actor.name,
        kind,
        state: 'decided',
        quantity,
        serials: [...of],
        partyId: kind === 'supplier' ? (found.supplier?.id ?? null) : null,
        partyName: kind === 'supplier' ? (found.supplier?.name ?? null) : null,
      },
    })
    const fixed = (kind: NonconformingDisposition['kind']) => fixedQuantity(parts.filter(item => item.kind === kind))
    return {
      set: {
        liable: input.liable,
        basis: input.basis,
        liableUntil: input.liableUntil ?? null,
        opinion: input.opinion,
        opinionAt: now,
        opinionByName: actor.name,
        special: input.special,
        specialReason: input.special ? (input.specialReason ?? null) : null,
        supplierQuantity: fixed('supplier') + back,
        writeOffQuantity: fixed('write-off') + open - back,
        ...(back > 0 && found.supplier && { supplierId: found.supplier.id, supplierName: found.supplier.name }),
      },
      rows: [
        ...changeable(parts).map(old => partWrite(old.id, { state: 'replaced' })),
        ...(back > 0 ? [part('supplier', back, backSerials)] : []),
        ...(open > back
          ? [
              part(
                'write-off',
                open - back,
                serials.filter(serial => !backSerials.includes(serial)),
              ),
            ]
          : []),
      ],
    }
  },
  tell: ({ input, record }) =>
    text(
      `处理意见：${liabilities[input.liable].zh}（退回 ${record.supplierQuantity}，报损 ${record.writeOffQuantity}）。${input.opinion}`,
      `opinion: ${liabilities[input.liable].en} (${record.supplierQuantity} back, ${record.writeOffQuantity} written off). ${input.opinion}`,
    ),
  fill: ({ record }) => ({
    ...(record.target === 'return' && { liable: 'supplier' as const }),
    ...(record.atCustomer && { liable: 'own' as const }),
    ...(record.supplierId && { supplierId: record.supplierId }),
    special: record.special || record.source === 'recall',
    ...((record.specialReason || record.source === 'recall') && {
      specialReason: record.specialReason ?? '召回产品，须在药监部门监督下销毁（29号令第21条）',
    }),
  }),
  rank: 10,
})

/** The parts add up to what is open, and each unit is in one of them. */
function parted({ record, facts, input }: Opining): Refusals {
  if (input.liable !== 'shared') return []
  const open = openQuantity(record, facts.dispositions)
  const serials = openSerials(record, facts.dispositions)
  const asked = input.supplierSerials ?? []
  const back = input.supplierQuantity ?? 0
  return [
    (back < 1 || back >= open) &&
      refuse(
        'parts-do-not-fit',
        text(
          `可处置 ${open} ${record.unit}：部分退回时，退回数量须在 1 与 ${open - 1} 之间。`,
          `${open} ${record.unit} are open: of a part that goes back there are between 1 and ${open - 1}.`,
        ),
        { field: 'supplierQuantity' },
      ),
    serials.length > 0 &&
      (asked.length !== back ||
        new Set(asked).size !== asked.length ||
        asked.some(serial => !serials.includes(serial))) &&
      refuse(
        'serials-do-not-fit',
        text(
          `请从 ${serials.join('、')} 中选出退回的 ${back} 个序列号。`,
          `Choose the ${back} serial numbers that go back from ${serials.join(', ')}.`,
        ),
        { field: 'supplierSerials' },
      ),
  ]
}

/** What binds the supplier, and what a specially controlled device needs. */
const bound = ({ record, input, found, now, zone }: Opining): Refusals => [
  input.liable !== 'own' &&
    record.atCustomer &&
    refuse(
      'goods-at-customer',
      text(
        '货物在客户处，不能直接退回供货者。要退供货者，请先办理退货运回；否则选择报损、就地销毁。',
        'The goods are at the customer and cannot go back to the supplier from there: first have them returned, or have them written off and destroyed on site.',
      ),
      { field: 'liable', clause: 'S12-5.8.2f' },
    ),
  input.liable !== 'own' &&
    !found.supplier?.isSupplier &&
    refuse('supplier-missing', text('退回供货者，请选择供货者。', 'Goods that go back need a supplier: choose it.'), {
      field: 'supplierId',
    }),
  input.liable !== 'own' &&
    input.liableUntil !== undefined &&
    input.liableUntil < dayOf(now, zone) &&
    refuse(
      'liability-over',
      text(
        `供货者责任期已于 ${input.liableUntil} 届满，请选择报损，或更正责任期。`,
        `The supplier was liable until ${input.liableUntil}: choose the write-off, or correct the day.`,
      ),
      { field: 'liableUntil', clause: 'S26-4a' },
    ),
  input.special &&
    !input.specialReason &&
    refuse(
      'special-reason-missing',
      text('请写明属于特殊管理器械的依据。', 'Say why the device is specially controlled.'),
      { field: 'specialReason' },
    ),
]
