import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { dayOf } from '../../../kernel/time.ts'
import { bringBackIntoUse, takeOutOfUse } from '../../../vocabulary/base-data.ts'
import { KEEPERS } from '../equipment.ts'
import { refuseName } from '../equipment-check.ts'
import { equipmentCommand } from '../equipment-command.ts'

/** Equipment is retired: no round and no inspection asks for it any more. */
export const retireEquipment = equipmentCommand('retire', {
  ...takeOutOfUse,
  about: text(
    '停用后不再巡视和检查；有未处理问题的先处理。',
    'Neither round nor inspection asks for it; first mend what was found.',
  ),
  fulfils: ['EQ-register'],
  by: KEEPERS,
  guard: ({ record }) => [
    record.openFindings > 0 &&
      refuse(
        'findings-open',
        text(
          `${record.number} 还有 ${record.openFindings} 项问题未处理，要停用请先处理完毕。`,
          `${record.openFindings} findings at ${record.number} are open: to retire it, first have them mended.`,
        ),
      ),
  ],
  change: ({ record }) => ({
    cancel: record.calibrationDue
      ? [
          {
            deadline: 'calibration',
            key: record.calibrationDue,
            reason: text('设备停用', 'the equipment is out of use'),
          },
        ]
      : [],
  }),
})

/** Equipment is used again; what needs calibration must be calibrated. */
export const reactivateEquipment = equipmentCommand('reactivate', {
  ...bringBackIntoUse,
  fulfils: ['EQ-register', 'EQ-calibration'],
  by: KEEPERS,
  find: ['ownNameTaken'],
  check: ({ found }) => [refuseName(found.ownNameTaken)],
  change: ({ record, now, zone }) => ({
    open:
      record.calibrationDue && record.calibrationDue >= dayOf(now, zone)
        ? [{ deadline: 'calibration', key: record.calibrationDue, from: now }]
        : [],
  }),
})
