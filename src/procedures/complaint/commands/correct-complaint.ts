import { z } from 'zod'
import type { Asked, Correction } from '../../../kernel/command.ts'
import type { Json } from '../../../kernel/json.ts'
import { holds } from '../../../kernel/person.ts'
import { type Refusals, refuse } from '../../../kernel/refusal.ts'
import { joinText, type Text, text } from '../../../kernel/text.ts'
import { paragraph } from '../../../vocabulary/entry-field.ts'
import { notAhead } from '../../../vocabulary/event-time.ts'
import { INTAKE, QUALITY } from '../case-roles.ts'
import { classified } from '../classification.ts'
import { type ComplaintRow, complaintRow } from '../complaint.ts'
import { complaintCommand } from '../complaint-command.ts'
import { OPEN } from '../complaint-states.ts'
import { correctedClocks } from '../corrected-clocks.ts'
import { intake } from '../fields.ts'
import type { ComplaintQueries } from '../queries.ts'

/** Fields that a correction may change; what somebody signed is corrected by doing that step again. */
const { partyId, partyName, productId, lotId, ...plain } = intake
const nullable = <S extends z.ZodType>(schema: S) => schema.nullable().optional()

const input = z.object({
  reason: paragraph(text('更正原因', 'Reason of the correction')),
  receivedAt: plain.receivedAt.optional(),
  occurredAt: nullable(plain.occurredAt),
  channel: plain.channel.optional(),
  kind: plain.kind.optional(),
  partyId: partyId.optional(),
  partyName: partyName.optional(),
  locality: plain.locality.optional(),
  province: nullable(plain.province),
  city: nullable(plain.city),
  address: nullable(plain.address),
  customerDepartment: nullable(plain.customerDepartment),
  contactPerson: nullable(plain.contactPerson),
  phone: nullable(plain.phone),
  fax: nullable(plain.fax),
  email: nullable(plain.email),
  productId: productId.optional(),
  productName: plain.productName.optional(),
  model: nullable(plain.model),
  spec: nullable(plain.spec),
  registrationNo: nullable(plain.registrationNo),
  lotId: lotId.optional(),
  lotNo: nullable(plain.lotNo),
  serial: nullable(plain.serial),
  producedOn: nullable(plain.producedOn),
  expiresOn: nullable(plain.expiresOn),
  purchasedOn: nullable(plain.purchasedOn),
  deliveryNote: nullable(plain.deliveryNote),
  quantityAffected: nullable(plain.quantityAffected),
  stillInUse: plain.stillInUse.optional(),
  title: plain.title.optional(),
  description: plain.description.optional(),
  request: nullable(plain.request),
  expectation: nullable(plain.expectation),
  urgency: plain.urgency.optional(),
  harmHappened: plain.harmHappened.optional(),
  couldHarm: plain.couldHarm.optional(),
  treatmentAffected: plain.treatmentAffected.optional(),
  functionLost: plain.functionLost.optional(),
})

type Found = { [K in 'party' | 'device']: Awaited<ReturnType<ComplaintQueries['finds'][K]>> }
type Correcting = Asked<ComplaintRow, { readonly clocks: readonly string[] }, z.infer<typeof input>, Found>
type Columns = Partial<Record<keyof ComplaintRow, Json>>

/** S11 5.1d, 划改: a wrong entry is struck through, never erased; clocks may move earlier by it, never later. */
export const correctComplaint = complaintCommand('correct', {
  title: text('更正', 'Correct'),
  about: text(
    '改动处保留原值并划改留痕；时限只会提前，不会推后。',
    'The old value stays, struck through; clocks may move earlier, never later.',
  ),
  fulfils: ['S01-4.4a', 'S28-4.3a', 'S28-4.3c', 'S28-4.3f', 'S02-4.3.1a'],
  from: [...OPEN, 'closed'],
  by: INTAKE,
  input,
  facts: ['clocks'],
  find: ['party', 'device'],
  guard: ({ record, actor }) => [
    record.state === 'closed' &&
      !holds(actor, QUALITY) &&
      refuse(
        'closed-by-quality',
        text(
          `${record.number} 已关闭，只有质量管理部可以更正。`,
          `${record.number} is closed: only quality management corrects it.`,
        ),
        { kind: 'forbidden' },
      ),
  ],
  check: asked => [
    ...foundRefusals(asked),
    notAhead(asked.input.receivedAt, asked.now, 'receivedAt', text('接到时间', 'Received at')),
    asked.input.receivedAt &&
      asked.input.receivedAt > asked.record.createdAt &&
      refuse(
        'received-after-registered',
        text('接到时间不能晚于登记时间。', 'The receipt cannot lie after the registration.'),
        { field: 'receivedAt' },
      ),
    urgencyOf(asked) === 'general' &&
      (asked.input.functionLost ?? asked.record.functionLost) === 'yes' &&
      refuse(
        'urgent-by-definition',
        text(
          '重要特性或功能无法使用即为紧迫，不能改为一般。',
          'A key feature or function is unusable: the case stays urgent.',
        ),
        { field: 'urgency', clause: 'S28-4.3f' },
      ),
    Object.keys(changed(asked)).length === 0 &&
      refuse(
        'nothing-changed',
        text('没有改动任何内容，请先修改要更正的项目。', 'Nothing was changed: first alter what is wrong.'),
        {
          field: 'reason',
        },
      ),
  ],
  change: asked => {
    const { record, input, facts, policy, now, zone } = asked
    const set = { ...changed(asked), ...consequences(asked) }
    const correct: Correction[] = Object.entries(set)
      .filter(([key]) => key in complaintRow.shape)
      .map(([field, value]) => ({
        field,
        was: json(record[field as keyof ComplaintRow]),
        now: value as Json,
        reason: input.reason,
      }))
    const clocks = correctedClocks(record, { ...record, ...set } as ComplaintRow, facts.clocks, policy, now, zone)
    return {
      set: { ...set, ...clocks.set } as Partial<ComplaintRow>,
      correct,
      open: clocks.open,
    }
  },
  tell: ({ before, ...asked }) => {
    const names = joinText(Object.keys(changed({ ...asked, record: before })).map(titleOf))
    return text(`更正${names.zh}：${asked.input.reason}`, `corrected ${names.en}: ${asked.input.reason}`)
  },
  fill: ({ record }) => {
    const filled: Record<string, Json> = {}
    for (const key of Object.keys(input.shape)) if (key in record) filled[key] = json(record[key as keyof ComplaintRow])
    return Object.fromEntries(Object.entries(filled).filter(([, value]) => value !== null))
  },
  rank: 70,
  place: 'menu',
})

const json = (value: unknown): Json => (value === undefined ? null : (value as Json))

/** Title of a column, for the sentence of the timeline. */
function titleOf(key: string): Text {
  const column = (complaintRow.shape as Record<string, z.ZodType>)[key]
  for (
    let at: z.ZodType | undefined = column;
    at;
    at = 'innerType' in at.def ? (at.def.innerType as z.ZodType) : undefined
  ) {
    const title = at.meta()?.['x-title'] as Text | undefined
    if (title) return title
  }
  return text(key, key)
}

/** Urgency after the correction, while nobody said otherwise the one before. */
const urgencyOf = ({ record, input }: Correcting) => input.urgency ?? record.urgency

function foundRefusals({ record, input, found }: Correcting): Refusals {
  return [
    input.partyId &&
      input.partyId !== record.partyId &&
      !found.party?.isCustomer &&
      refuse(
        'no-such-customer',
        text('客户档案中没有所选客户，请重新选择。', 'That customer is not in the files: choose again.'),
        {
          field: 'partyId',
        },
      ),
    input.productId &&
      input.productId !== record.productId &&
      !found.device.product &&
      refuse(
        'no-such-product',
        text('产品档案中没有所选产品，请重新选择。', 'There is no such product: choose again.'),
        {
          field: 'productId',
        },
      ),
    input.lotId &&
      input.lotId !== record.lotId &&
      found.device.lot?.productId !== (input.productId ?? record.productId) &&
      refuse(
        'lot-of-another-product',
        text('所选批次不属于该产品，请核对。', 'That lot does not belong to the product: check both.'),
        {
          field: 'lotId',
        },
      ),
  ]
}

/** Columns that were entered and differ from what stands in the record; a chosen customer, product or lot brings its own. */
function changed({ record, input, found }: Correcting): Columns {
  const { reason: _, ...entered } = input
  const wanted: Columns = { ...(entered as Columns) }
  const { party } = found
  const { product, lot } = found.device
  if (party && input.partyId !== record.partyId)
    Object.assign(wanted, {
      partyName: party.name,
      partyKind: party.customerKind,
      locality: input.locality !== record.locality ? (input.locality ?? party.locality) : party.locality,
      province: party.province,
      city: party.city,
      address: party.address,
    })
  if (product && input.productId !== record.productId)
    Object.assign(wanted, {
      productName: product.name,
      model: product.model,
      spec: product.spec || null,
      registrationNo: product.registrationNo,
      deviceClass: product.deviceClass,
      unit: product.unit,
      udiDi: product.udiDi,
      isImplant: product.isImplant,
      manufacturerId: product.manufacturerId,
      manufacturerName: product.manufacturerName,
      lotId: lot?.id ?? null,
    })
  if (lot && input.lotId && input.lotId !== record.lotId)
    Object.assign(wanted, { lotNo: lot.lotNo, producedOn: lot.producedOn, expiresOn: lot.expiresOn })
  return Object.fromEntries(
    Object.entries(wanted).filter(
      ([key, value]) => value !== undefined && value !== json(record[key as keyof ComplaintRow]),
    ),
  )
}

/** What follows from a corrected classification. A case once investigated stays so. */
function consequences(asked: Correcting): Columns {
  const { record, policy } = asked
  const next = { ...record, ...changed(asked) } as ComplaintRow
  const classes = classified(next, policy)
  const owner = next.kind === record.kind ? record.ownerRole : classes.ownerRole
  const follows: Columns = {
    urgency: classes.urgency,
    severity: classes.severity,
    severityProvisional: classes.severityProvisional,
    ownerRole: owner,
    investigated: record.investigated || classes.investigated,
  }
  const touched = ['kind', 'urgency', 'harmHappened', 'couldHarm', 'treatmentAffected', 'functionLost'] as const
  if (!touched.some(key => next[key] !== record[key])) return {}
  return Object.fromEntries(
    Object.entries(follows).filter(([key, value]) => value !== json(record[key as keyof ComplaintRow])),
  )
}
