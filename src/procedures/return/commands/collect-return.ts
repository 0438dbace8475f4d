import { z } from 'zod'
import { field } from '../../../kernel/field.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { choice, moment, paragraph } from '../../../vocabulary/entry-field.ts'
import { happened, notBefore, notInFuture } from '../../../vocabulary/event-time.ts'
import { returnCommand } from '../return-command.ts'
import { handovers } from '../taxonomy.ts'

const AT = text('提货时间', 'Collected at')

/** S02-4.2.5b, 3.9a, b; SG01: the driver collects on a transport order only, and answers for the goods on the way. */
export const collectReturn = returnCommand('collect', {
  title: text('提货', 'Collect the goods'),
  about: text(
    '凭退货运输单提货，写清交接状况；冷链产品记启运温度。',
    'On the transport order; the condition at hand-over, and the temperature of cold goods, are written down.',
  ),
  fulfils: ['S02-4.2.5b', 'S02-3.9a', 'S02-3.9b', 'CN-GSP-67'],
  from: ['approved', 'awaiting', 'arrived', 'ordered'],
  to: 'collected',
  by: ['driver'],
  input: z.object({
    handover: choice(text('交接状况', 'Condition'), handovers),
    note: paragraph(text('交接说明', 'Note')).optional(),
    packages: field(z.int().min(1).max(100_000), { title: text('件数', 'Packages'), widget: 'number' }),
    collectedAt: moment(AT).optional(),
    departureCelsius: field(z.number().min(-200).max(100), {
      title: text('启运温度 ℃', 'Temperature at departure, °C'),
      hint: text('冷链产品必填', 'needed for cold-chain goods'),
    }).optional(),
  }),
  facts: ['lines'],
  guard: ({ record, actor }) => [
    record.state !== 'ordered' &&
      refuse(
        'no-transport-order',
        text(
          `${record.number} 没有《退货运输单》，不得提货，请先由售后负责人下达。`,
          `There is no transport order for ${record.number}: the head of after-sales issues it first.`,
        ),
        { clause: 'S02-4.2.5b' },
      ),
    record.state === 'ordered' &&
      record.driverId !== actor.id &&
      refuse(
        'other-driver',
        text(
          `退货运输单派给了${record.driverName}，请由其提货，或请售后负责人改派。`,
          `The transport order names ${record.driverName}: let that driver collect, or have the order changed.`,
        ),
        { kind: 'forbidden', clause: 'S02-3.9a' },
      ),
  ],
  check: ({ record, input, facts, now }) => [
    input.handover !== 'intact' &&
      !input.note &&
      refuse(
        'note-missing',
        text('外包装破损或件数不符，请写明情况。', 'Packages are damaged or missing: write down what you saw.'),
        {
          field: 'note',
          clause: 'S02-3.9b',
        },
      ),
    facts.lines.some(line => line.isColdChain) &&
      input.departureCelsius === undefined &&
      refuse(
        'departure-temperature',
        text('有冷链产品，请填写启运温度。', 'There are cold-chain goods: enter the temperature at departure.'),
        { field: 'departureCelsius', clause: 'CN-GSP-67' },
      ),
    notInFuture(input.collectedAt, now, 'collectedAt', AT),
    notBefore(
      input.collectedAt,
      record.transportOrderedAt ?? record.requestedAt,
      'collectedAt',
      AT,
      text('运输单下达的时间', 'when transport was ordered'),
    ),
  ],
  change: ({ input, now, actor }) => ({
    set: {
      collectedAt: happened(input.collectedAt, now),
      collectedByName: actor.name,
      handover: input.handover,
      handoverNote: input.note ?? null,
      packages: input.packages,
      departureCelsius: input.departureCelsius ?? null,
    },
  }),
  tell: ({ input }) =>
    text(
      `提货 ${input.packages} 件，${handovers[input.handover].zh}${input.note ? `：${input.note}` : ''}`,
      `collected ${input.packages} package(s), ${handovers[input.handover].en.toLowerCase()}${input.note ? `: ${input.note}` : ''}`,
    ),
  fill: ({ record, now }) => ({ collectedAt: now, ...(record.packages && { packages: record.packages }) }),
  rank: 10,
})
