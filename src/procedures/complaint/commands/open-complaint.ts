import { z } from 'zod'
import type { Asked } from '../../../kernel/command.ts'
import { field } from '../../../kernel/field.ts'
import { type Refusals, refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { addMilliseconds, dayOf, HOUR, millisecondsBetween } from '../../../kernel/time.ts'
import { attachmentIds as attachments, paragraph } from '../../../vocabulary/entry-field.ts'
import { happened, notAhead } from '../../../vocabulary/event-time.ts'
import { INTAKE } from '../case-roles.ts'
import { classified, countedFrom, firstClocks, safetyAnswers } from '../classification.ts'
import type { ComplaintRow } from '../complaint.ts'
import { complaintCommand } from '../complaint-command.ts'
import { customerOf, customerRefusals } from '../customer.ts'
import { deviceOf, deviceRefusals } from '../device.ts'
import { intake } from '../fields.ts'
import { duplicateDays, lateRegistrationHours } from '../policies.ts'
import type { ComplaintQueries } from '../queries.ts'
import type { SafetyAnswers } from '../severity.ts'
import { channels, classOf, kinds } from '../taxonomy.ts'

const input = z.object({
  partyId: intake.partyId.optional(),
  partyName: intake.partyName.optional(),
  contactPerson: intake.contactPerson.optional(),
  phone: intake.phone.optional(),
  customerDepartment: intake.customerDepartment.optional(),
  fax: intake.fax.optional(),
  email: intake.email.optional(),
  province: intake.province.optional(),
  city: intake.city.optional(),
  address: intake.address.optional(),
  locality: intake.locality.optional(),
  udi: intake.udi.optional(),
  productId: intake.productId.optional(),
  productName: intake.productName.optional(),
  model: intake.model.optional(),
  registrationNo: intake.registrationNo.optional(),
  lotId: intake.lotId.optional(),
  lotNo: intake.lotNo.optional(),
  serial: intake.serial.optional(),
  producedOn: intake.producedOn.optional(),
  expiresOn: intake.expiresOn.optional(),
  purchasedOn: intake.purchasedOn.optional(),
  deliveryNote: intake.deliveryNote.optional(),
  quantityAffected: intake.quantityAffected.optional(),
  stillInUse: intake.stillInUse.default('unknown'),
  title: intake.title.optional(),
  description: intake.description,
  request: intake.request.optional(),
  expectation: intake.expectation.optional(),
  channel: intake.channel.default('telephone'),
  kind: intake.kind.default('quality'),
  urgency: intake.urgency.default('general'),
  harmHappened: intake.harmHappened.default('unknown'),
  couldHarm: intake.couldHarm.default('unknown'),
  treatmentAffected: intake.treatmentAffected.default('unknown'),
  functionLost: intake.functionLost.default('unknown'),
  receivedAt: intake.receivedAt.optional(),
  occurredAt: intake.occurredAt.optional(),
  lateReason: paragraph(text('延迟登记原因', 'Reason of the late registration')).optional(),
  attachments: attachments.optional(),
  duplicateOf: field(z.uuid(), {
    title: text('与此投诉为同一件', 'Same as this complaint'),
    widget: 'record',
    of: 'complaint',
  }).optional(),
  notDuplicate: field(z.boolean(), {
    title: text('已核对，不是重复投诉', 'Checked: no duplicate'),
    widget: 'yes-no',
  }).optional(),
})

type OpenInput = z.infer<typeof input>
type Found = {
  [K in 'party' | 'device' | 'site' | 'duplicates' | 'target']: Awaited<ReturnType<ComplaintQueries['finds'][K]>>
}
type Opening = Asked<ComplaintRow, unknown, OpenInput, Found>

/** S01-4.4a: written down at once on receipt; by telephone in under a minute: customer, device, what happened. */
export const openComplaint = complaintCommand('open', {
  title: text('登记投诉', 'Register a complaint'),
  about: text(
    '只需客户、产品和问题描述即可登记，其余可在办理中补充。',
    'Customer, device and description are enough; the rest can follow.',
  ),
  fulfils: [
    'S01-4.4a',
    'S01-2a',
    'S01-3a',
    'S01-4.2a',
    'S01-4.2b',
    'S01-4.4f',
    'S10-2a',
    'S10-5.1a',
    'S10-6.1.1a',
    'S10-6.1.1b',
    'S10-6.1.1c',
    'S28-2a',
    'S28-3.1a',
    'S28-4.2a',
    'S28-4.2b',
    'S28-4.2c',
    'S28-4.2d',
    'S28-4.3a',
    'S28-4.3b',
    'S28-4.3d',
    'S02-4.3.1a',
    'S04-4.8b',
    'S12-5.10.5a',
    'S13-5.3a',
    'S09-1a',
  ],
  from: 'new',
  to: 'registered',
  by: INTAKE,
  input,
  find: ['party', 'device', 'site', 'duplicates', 'target'],
  check: asked => [
    ...customerRefusals(asked.input, asked.found.party),
    ...deviceRefusals(asked.input, asked.found.device, classOf(asked.input.kind) === 'quality', asked.now),
    ...timeRefusals(asked),
    ...duplicateRefusals(asked),
  ],
  change: asked => {
    const { input, found, policy, now, actor } = asked
    const receivedAt = happened(input.receivedAt, now)
    const customer = customerOf(input, found.party, found.site)
    const device = deviceOf(input, found.device, now)
    const classes = classified(input, policy)
    const row = {
      receivedAt,
      lateReason: input.lateReason ?? null,
      occurredAt: input.occurredAt ?? null,
      channel: input.channel,
      ...customer,
      ...device,
      purchasedOn: input.purchasedOn ?? null,
      deliveryNote: input.deliveryNote ?? null,
      quantityAffected: input.quantityAffected ?? null,
      stillInUse: input.stillInUse,
      title: input.title ?? titleFrom(device.productName, input.description),
      description: input.description,
      request: input.request ?? null,
      expectation: input.expectation ?? null,
      ...classes,
      severity: nothingAnswered(input) ? null : classes.severity,
      legalDefects: [],
      receivedByName: actor.name,
      planCount: 0,
      reopenCount: 0,
      aeState: 'unscreened' as const,
    }
    const attach = (input.attachments ?? []).map(id => ({ id, purpose: 'intake' }))
    if (input.duplicateOf && found.target)
      return {
        set: {
          ...row,
          mergedInto: found.target.id,
          mergedIntoNumber: found.target.number,
          endReason: `与 ${found.target.number} 为同一件`,
        },
        to: 'merged',
        link: [{ procedure: 'complaint', id: found.target.id, kind: 'duplicate-of' }],
        attach,
      }
    return { set: row, open: firstClocks(classes, countedFrom({ receivedAt }, policy, now), policy), attach }
  },
  tell: ({ record, input }) => {
    const channel = channels[input.channel]
    const kind = kinds[input.kind]
    if (record.mergedIntoNumber)
      return text(
        `${channel.zh}接到${record.partyName}来诉，与 ${record.mergedIntoNumber} 为同一件，已登记并合并`,
        `came from ${record.partyName} (${channel.en.toLowerCase()}) and is the same as ${record.mergedIntoNumber}: registered and merged`,
      )
    return text(
      `${channel.zh}接到${record.partyName}的${kind.zh}：${record.title}，已登记`,
      `registered from ${record.partyName} (${channel.en.toLowerCase()}): ${record.title}`,
    )
  },
  fill: ({ now }) => ({ receivedAt: now }),
  rank: 1,
  place: 'page',
})

/** While no safety question was asked there is nothing to rate; accepting asks them all. */
const nothingAnswered = (given: SafetyAnswers): boolean =>
  Object.values(safetyAnswers(given)).every(answer => answer === 'unknown')

/** A title for those who give none: the device and how the description begins. */
export function titleFrom(productName: string | null, description: string): string {
  const first = description.split(/[。；;！!\n]/)[0]?.trim() || description.trim()
  const short = first.length > 40 ? `${first.slice(0, 39)}…` : first
  return productName && !short.includes(productName) ? `${productName}：${short}`.slice(0, 200) : short
}

function timeRefusals({ input, now, policy }: Opening): Refusals {
  const late = policy(lateRegistrationHours)
  const receivedAt = happened(input.receivedAt, now)
  return [
    notAhead(input.receivedAt, now, 'receivedAt', text('接到时间', 'Received at')),
    notAhead(input.occurredAt, now, 'occurredAt', text('问题发生时间', 'Happened at')),
    millisecondsBetween(receivedAt, now) > late * HOUR &&
      !input.lateReason &&
      refuse(
        'late-reason-missing',
        text(
          `距接到投诉已超过 ${late} 小时，请说明延迟登记的原因。`,
          `The complaint came more than ${late} hours ago: say why it is registered only now.`,
        ),
        { field: 'lateReason', clause: 'S01-4.4a' },
      ),
  ]
}

function duplicateRefusals({ input, found, now, policy, zone }: Opening): Refusals {
  if (input.duplicateOf) {
    if (!found.target)
      return [
        refuse(
          'no-such-complaint',
          text('找不到所选的投诉，请重新选择。', 'There is no such complaint: choose again.'),
          {
            field: 'duplicateOf',
          },
        ),
      ]
    const ended = ['closed', 'merged', 'voided', 'not-complaint'].includes(found.target.state)
    return [
      ended &&
        refuse(
          'target-ended',
          text(
            `${found.target.number} 已结束，不能再并入。请登记为新投诉，或先重新打开它。`,
            `${found.target.number} has ended: register a new complaint, or reopen that one first.`,
          ),
          { field: 'duplicateOf' },
        ),
    ]
  }
  if (input.notDuplicate) return []
  const since = addMilliseconds(now, -policy(duplicateDays) * 24 * HOUR)
  const likely = found.duplicates.filter(item => item.receivedAt >= since)
  const first = likely[0]
  return [
    first &&
      refuse(
        'likely-duplicate',
        text(
          `近 ${policy(duplicateDays)} 天内同一客户、产品和批次已有 ${likely.map(item => item.number).join('、')}（${dayOf(first.receivedAt, zone)}“${first.title}”）。请选择关联它，或确认“不是重复投诉”。`,
          `The same customer, product and lot already has ${likely.map(item => item.number).join(', ')} within ${policy(duplicateDays)} days. Link to it, or confirm that this is no duplicate.`,
        ),
        {
          field: 'notDuplicate',
          kind: 'conflict',
          clause: 'S01-4.4f',
          detail: likely as unknown as readonly { [key: string]: string | null }[],
        },
      ),
  ]
}
