import { z } from 'zod'
import { field } from '../../../kernel/field.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { dayOf } from '../../../kernel/time.ts'
import { lineOf } from '../../../vocabulary/base-data.ts'
import { attachmentIds } from '../../../vocabulary/entry-field.ts'
import { daySchema } from '../../../vocabulary/record-base.ts'
import { KEEPERS } from '../equipment.ts'
import { equipmentCommand } from '../equipment-command.ts'

/** A new certificate is there; the clock runs until its last day. */
export const calibrateEquipment = equipmentCommand('calibrate', {
  title: text('登记校准', 'Record a calibration'),
  fulfils: ['EQ-calibration'],
  from: ['active'],
  by: KEEPERS,
  input: z.object({
    certificate: field(lineOf(120), { title: text('证书号', 'Certificate') }),
    until: field(daySchema, { title: text('有效期至', 'Holds until'), widget: 'day' }),
    attachments: attachmentIds.default([]),
  }),
  check: ({ record, input, now, zone }) => [
    input.until <= dayOf(now, zone) &&
      refuse(
        'calibration-over',
        text('有效期须晚于今天，请核对证书。', 'It must hold beyond today: check the certificate.'),
        {
          field: 'until',
        },
      ),
    record.calibrationDue !== null &&
      input.until <= record.calibrationDue &&
      refuse(
        'calibration-older',
        text(
          `已登记的校准有效至 ${record.calibrationDue}，新证书须更晚。`,
          `The calibration on record holds until ${record.calibrationDue}: a new one ends later.`,
        ),
        { field: 'until' },
      ),
  ],
  change: ({ record, input, now }) => ({
    set: { calibrationDue: input.until, certificate: input.certificate },
    meet: record.calibrationDue ? [{ deadline: 'calibration', key: record.calibrationDue }] : [],
    open: [{ deadline: 'calibration', key: input.until, from: now }],
    attach: input.attachments.map(id => ({ id, purpose: 'certificate' })),
  }),
  tell: ({ input }) =>
    text(
      `校准证书 ${input.certificate}，有效至 ${input.until}`,
      `calibration ${input.certificate}, holds until ${input.until}`,
    ),
  rank: 30,
})
