import { z } from 'zod'
import type { Asked, Start } from '../../../kernel/command.ts'
import { field } from '../../../kernel/field.ts'
import { type Refusals, refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { lineOf } from '../../../vocabulary/base-data.ts'
import { attachmentIds, choice, line, moment, paragraph } from '../../../vocabulary/entry-field.ts'
import { happened, notBefore, notInFuture } from '../../../vocabulary/event-time.ts'
import type { DestructionRow } from '../destruction.ts'
import { destructionCommand } from '../destruction-command.ts'
import type { DestructionLine } from '../destruction-rows.ts'
import { onSiteRequiresApprovals } from '../policies.ts'
import { methods, QUALITY, WITNESSES } from '../taxonomy.ts'

const DESTROYED_AT = text('销毁时间', 'Destroyed at')

const input = z.object({
  destroyedAt: moment(DESTROYED_AT),
  place: line(text('销毁地点', 'Place')),
  method: choice(text('销毁方法', 'Method'), methods),
  process: paragraph(text('销毁过程', 'How it went')),
  witnesses: field(
    z
      .array(
        z.object({
          name: field(lineOf(60), { title: text('见证人', 'Witness') }),
          unit: field(lineOf(120), { title: text('单位、部门', 'Unit') }),
        }),
      )
      .max(20),
    { title: text('见证人', 'Witnesses'), hint: text('至少两人', 'at least two') },
  ),
  photographs: field(z.array(z.uuid()).max(50), { title: text('照片', 'Photographs'), widget: 'attachments' }),
  videos: attachmentIds.optional(),
  regulatorUnit: line(text('监毁药监部门', 'Regulator')).optional(),
  regulatorName: line(text('监毁人员', 'Its officer')).optional(),
  regulatorDocument: line(text('监毁记录编号', 'Its paper')).optional(),
})

type Destroying = Asked<DestructionRow, { readonly lines: readonly DestructionLine[] }, z.infer<typeof input>, unknown>

/** S26-5d–e, X10: destroyed by quality before two witnesses, photographed, under the regulator where the law says so. */
export const destroyDestruction = destructionCommand('destroy', {
  title: text('组织销毁并记录', 'Destroy and record'),
  about: text(
    '至少两名见证人和照片；特殊管理器械须有药监部门监毁。',
    'At least two witnesses and photographs; specially controlled devices under the regulator.',
  ),
  fulfils: ['S26-5d', 'S26-5e', 'S12-5.8.2f', 'CN-RC-21'],
  from: ['checked', 'reported'],
  to: 'destroyed',
  by: QUALITY,
  input,
  facts: ['lines'],
  guard: ({ record, policy }) => [
    record.state === 'reported' &&
      !(record.onSite && !policy(onSiteRequiresApprovals)) &&
      refuse(
        'not-approved',
        text(
          `要销毁 ${record.number}，请先由分管业务副总审批，再由仓储、财务核对签字。`,
          `To destroy the goods of ${record.number}, first have the deputy manager for business approve it, and warehouse and finance sign.`,
        ),
        { clause: 'S26-5c' },
      ),
  ],
  check: asked => [...when(asked), ...evidence(asked)],
  sign: { meaning: text('以上货物已全部销毁，记录属实', 'All these goods are destroyed and this record is true') },
  change: ({ record, input, facts, now, actor, newId }) => ({
    set: {
      destroyedAt: happened(input.destroyedAt, now),
      destroyedPlace: input.place,
      method: input.method,
      process: input.process,
      destroyedByName: actor.name,
      regulatorUnit: input.regulatorUnit ?? null,
      regulatorName: input.regulatorName ?? null,
      regulatorDocument: input.regulatorDocument ?? null,
      photographs: input.photographs.length,
      videos: input.videos?.length ?? 0,
    },
    rows: input.witnesses.map((witness, index) => ({
      child: 'witness',
      insert: { id: newId(), place: index + 1, ...witness },
    })),
    attach: [
      ...input.photographs.map(id => ({ id, purpose: 'destruction-photo' })),
      ...(input.videos ?? []).map(id => ({ id, purpose: 'destruction-video' })),
    ],
    // a record gives its goods up before they move: two records may have goods of one lot in one zone
    start: facts.lines
      .filter(item => !item.takenOffAt)
      .toSorted((a, b) => a.lotId.localeCompare(b.lotId) || a.place - b.place)
      .flatMap(item => [
        {
          command: 'nonconforming.record-destroyed',
          on: item.nonconformingId,
          input: {
            destructionId: record.id,
            destructionNumber: record.number,
            destroyedAt: happened(input.destroyedAt, now),
          },
        },
        goneBy(record, item),
      ]),
  }),
  tell: ({ record, input }) =>
    text(
      `在${input.place}${methods[input.method].zh}销毁 ${record.quantity} 件，见证人 ${input.witnesses.map(item => item.name).join('、')}`,
      `destroyed ${record.quantity} units at ${input.place}, witnessed by ${input.witnesses.map(item => item.name).join(', ')}`,
    ),
  fill: ({ record }) => ({
    ...(record.plannedPlace && { place: record.plannedPlace }),
    ...(record.plannedMethod && { method: record.plannedMethod }),
  }),
  remark: ({ record }) =>
    record.special
      ? text('含特殊管理器械：须在药监部门监督下销毁。', 'Has specially controlled devices: under the regulator alone.')
      : null,
  rank: 10,
})

/** The goods of a line leave the ledger of stock, for the record that wrote them off. */
const goneBy = (record: DestructionRow, item: DestructionLine): Start => {
  const goods = {
    quantity: item.quantity,
    ...(item.serials.length > 0 && { serials: [...item.serials] }),
    cause: { procedure: 'nonconforming', id: item.nonconformingId, number: item.nonconformingNumber },
  }
  return item.atCustomer
    ? { command: 'lot.destroy-at-customer', on: item.lotId, input: { ...goods, partyId: item.partyId } }
    : {
        command: 'lot.leave',
        on: item.lotId,
        input: {
          ...goods,
          from: item.zone,
          way: 'destroyed',
          document: record.number,
          ...(item.warehouseId && { warehouseId: item.warehouseId }),
        },
      }
}

function when({ record, input, now }: Destroying): Refusals {
  const before = record.checkedAt ?? record.reportedAt
  return [
    notInFuture(input.destroyedAt, now, 'destroyedAt', DESTROYED_AT),
    before
      ? notBefore(input.destroyedAt, before, 'destroyedAt', DESTROYED_AT, text('审批核对完成', 'the approvals'))
      : null,
  ]
}

function evidence({ record, input, actor }: Destroying): Refusals {
  const names = input.witnesses.map(item => item.name)
  return [
    new Set(names).size < WITNESSES &&
      refuse(
        'witnesses-missing',
        text('销毁须有至少两名不同的见证人，请补填。', 'A destruction has at least two different witnesses: add them.'),
        { field: 'witnesses', clause: 'S26-5d' },
      ),
    names.includes(actor.name) &&
      refuse(
        'witness-is-organiser',
        text(
          '组织销毁的人不能同时作见证人，请另写见证人。',
          'Whoever organises the destruction is no witness of it: name others.',
        ),
        { field: 'witnesses', clause: 'S26-5d' },
      ),
    input.photographs.length === 0 &&
      refuse(
        'photographs-missing',
        text(
          '请上传销毁照片，就地销毁的由现场拍摄传回。',
          'Upload photographs of the destruction; on site they are taken there and sent.',
        ),
        { field: 'photographs', clause: 'S26-5d' },
      ),
    record.special &&
      !(input.regulatorUnit && input.regulatorName && input.regulatorDocument) &&
      refuse(
        'regulator-missing',
        text(
          '清单含特殊管理器械，须在药监部门监督下销毁，请填写监毁部门、人员和监毁记录编号；没有监毁不得销毁。',
          'The list has specially controlled devices: they are destroyed under the regulator alone. Enter regulator, officer and the number of its paper.',
        ),
        {
          field: input.regulatorUnit ? (input.regulatorName ? 'regulatorDocument' : 'regulatorName') : 'regulatorUnit',
          clause: 'S26-5e',
        },
      ),
  ]
}
