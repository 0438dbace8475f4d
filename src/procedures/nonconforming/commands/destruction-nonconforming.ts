import { z } from 'zod'
import type { Situation } from '../../../kernel/command.ts'
import { field } from '../../../kernel/field.ts'
import { type Refusal, refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { instantSchema } from '../../../vocabulary/record-base.ts'
import type { NonconformingRow } from '../nonconforming.ts'
import { nonconformingCommand } from '../nonconforming-command.ts'
import type { NonconformingDisposition } from '../nonconforming-rows.ts'
import { noPart, partIn, partWrite, progressOf, withPart } from '../progress.ts'
import { KEEPERS, QUALITY } from '../taxonomy.ts'

const destruction = {
  destructionId: field(z.uuid(), { title: text('销毁记录', 'Destruction'), widget: 'hidden' }),
  destructionNumber: field(z.string().max(60), { title: text('销毁编号', 'Destruction no.'), widget: 'hidden' }),
}

/** Steps that only a destruction record takes: people take them there. */
const byDestruction = ({ record, actor }: Situation<NonconformingRow, unknown>): Refusal | false =>
  actor.via !== 'system' &&
  refuse(
    'by-destruction',
    text(
      `${record.number} 的销毁在销毁记录上办理，请到“销毁”中操作。`,
      `The destruction of ${record.number} is handled on its destruction record: go there.`,
    ),
    { kind: 'forbidden' },
  )

type Facts = { readonly dispositions: readonly NonconformingDisposition[] }

const partOn = (facts: Facts, destructionId: string, ...states: NonconformingDisposition['state'][]) =>
  facts.dispositions.find(part => part.destructionId === destructionId && states.includes(part.state))

/** S26-5a: a list of destruction takes the written-off part up. */
export const putOnList = nonconformingCommand('put-on-list', {
  title: text('列入销毁清单', 'Put on the destruction list'),
  fulfils: ['S26-5a'],
  from: ['disposing', 'awaiting-destruction'],
  by: KEEPERS,
  input: z.object(destruction),
  facts: ['dispositions'],
  guard: situation => [
    byDestruction(situation),
    noPart(
      partIn(situation.facts.dispositions, 'write-off', 'approved'),
      text(
        `${situation.record.number} 没有已批准报损、待列清单的货物，请先办理报损。`,
        `Nothing of ${situation.record.number} is written off and waits for the list: first have it written off.`,
      ),
    ),
  ],
  change: ({ facts, input }) => {
    const part = partIn(facts.dispositions, 'write-off', 'approved')
    return {
      set: { destructionNumber: input.destructionNumber },
      rows: part
        ? [
            partWrite(part.id, {
              state: 'listed',
              destructionId: input.destructionId,
              destructionNumber: input.destructionNumber,
            }),
          ]
        : [],
      meet: [{ deadline: 'destruction-list' }],
      link: [{ procedure: 'destruction', id: input.destructionId, kind: 'destruction' }],
    }
  },
  tell: ({ input }) =>
    text(`列入销毁清单 ${input.destructionNumber}`, `put on destruction list ${input.destructionNumber}`),
  place: 'none',
})

/** A list that is voided, or a line taken off it, leaves the goods waiting for the next one. */
export const takeOffList = nonconformingCommand('take-off-list', {
  title: text('移出销毁清单', 'Take off the destruction list'),
  fulfils: ['S26-5a'],
  from: ['disposing', 'awaiting-destruction'],
  by: KEEPERS,
  input: z.object(destruction),
  facts: ['dispositions'],
  guard: situation => [byDestruction(situation)],
  change: ({ facts, input, now }) => {
    const part = partOn(facts, input.destructionId, 'listed')
    return {
      set: { destructionNumber: null },
      rows: part ? [partWrite(part.id, { state: 'approved', destructionId: null, destructionNumber: null })] : [],
      open: part ? [{ deadline: 'destruction-list', from: now }] : [],
    }
  },
  tell: ({ input }) =>
    text(`移出销毁清单 ${input.destructionNumber}`, `taken off destruction list ${input.destructionNumber}`),
  place: 'none',
})

/** S26-5d: the goods were destroyed before witnesses. */
export const recordDestroyed = nonconformingCommand('record-destroyed', {
  title: text('登记已销毁', 'Record the destruction'),
  fulfils: ['S26-7a'],
  from: ['disposing', 'awaiting-destruction'],
  by: QUALITY,
  input: z.object({
    ...destruction,
    destroyedAt: field(instantSchema, { title: text('销毁时间', 'Destroyed at'), widget: 'instant' }),
  }),
  facts: ['dispositions'],
  guard: situation => [byDestruction(situation)],
  change: ({ record, facts, input }) => {
    const part = partOn(facts, input.destructionId, 'listed')
    if (!part) throw new Error(`${record.number} is on no list of ${input.destructionNumber}`)
    return {
      ...progressOf(withPart(facts.dispositions, part.id, 'destroyed')),
      set: {
        destroyedAt: input.destroyedAt,
        quantityHere: record.atCustomer ? 0 : record.quantityHere - part.quantity,
      },
      rows: [partWrite(part.id, { state: 'destroyed', destroyedAt: input.destroyedAt })],
    }
  },
  tell: ({ record, input }) =>
    text(
      `${input.destructionNumber} 已监督销毁报损货物`,
      `the written-off goods of ${record.number} were destroyed by ${input.destructionNumber}`,
    ),
  place: 'none',
})

/** S26-7a: the papers of the destruction are filed, and with them the quality-issue file. */
export const fileNonconforming = nonconformingCommand('file', {
  title: text('归档', 'File'),
  fulfils: ['S26-7a'],
  from: ['disposing', 'awaiting-destruction', 'destroyed'],
  by: QUALITY,
  input: z.object(destruction),
  facts: ['dispositions'],
  guard: situation => [byDestruction(situation)],
  change: ({ facts, input, now }) => {
    const part = partOn(facts, input.destructionId, 'destroyed')
    const parts = part ? withPart(facts.dispositions, part.id, 'filed') : facts.dispositions
    const progress = progressOf(parts)
    return {
      ...progress,
      ...(progress.to === 'filed' && { set: { filedAt: now, zone: null } }),
      rows: part ? [partWrite(part.id, { state: 'filed' })] : [],
    }
  },
  tell: ({ input }) =>
    text(`销毁资料归档（${input.destructionNumber}）`, `filed with the papers of ${input.destructionNumber}`),
  place: 'none',
})
