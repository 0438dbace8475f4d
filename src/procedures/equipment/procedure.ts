import type { Duty } from '../../kernel/duty.ts'
import { type Procedure, procedure } from '../../kernel/procedure.ts'
import { text } from '../../kernel/text.ts'
import { sourceDocument } from '../../vocabulary/source-document.ts'
import { clauses } from './clauses.ts'
import { calibrateEquipment } from './commands/calibrate-equipment.ts'
import { changeEquipment } from './commands/change-equipment.ts'
import { reactivateEquipment, retireEquipment } from './commands/equipment-out-of-use.ts'
import { inspectEquipment } from './commands/inspect-equipment.ts'
import { mendEquipment } from './commands/mend-equipment.ts'
import { registerEquipment } from './commands/register-equipment.ts'
import { calibration, mend } from './deadlines.ts'
import { Equipment } from './equipment.ts'
import { equipmentRegister } from './ledgers.ts'
import { inspectInterval, mendWorkdays } from './policies.ts'
import { queries } from './queries.ts'
import { equipmentView } from './view.ts'

const inspection = {
  rule: 'TL17',
  escalatesTo: 'equipment-manager',
  rhythm: policy => ({ every: policy(inspectInterval), dueMonth: 0, dueDay: 31 }),
  policies: [inspectInterval.key],
  holidays: 'as-usual',
  done: { command: 'equipment.inspect', place: ({ record }) => String(record.id) },
} as const satisfies Partial<Duty>

/** Equipment of the premises: register, calibration, periodic inspection. */
export const equipment: Procedure = procedure({
  name: 'equipment',
  title: text('设备管理', 'Equipment'),
  noun: text('设备', 'equipment'),
  nouns: text('设备', 'Equipment'),
  group: 'oversight',
  source: [sourceDocument('S03')],
  record: Equipment,
  dependsOn: ['party'],
  schema: new URL('./schema/', import.meta.url),
  clauses,
  policies: [inspectInterval, mendWorkdays],
  deadlines: [calibration, mend],
  duties: [
    {
      ...inspection,
      name: 'inspection',
      title: text('设备定期检查', 'Inspection of equipment'),
      clause: 'S03-D1a',
      by: ['equipment-technician', 'equipment-supervisor', 'equipment-manager'],
      places: 'systems',
    },
    {
      ...inspection,
      name: 'lift-inspection',
      title: text('电梯定期检查', 'Inspection of lifts'),
      clause: 'S03-W2a',
      by: ['equipment-supervisor', 'equipment-manager'],
      places: 'lifts',
    },
  ],
  chains: [],
  commands: [
    registerEquipment,
    changeEquipment,
    inspectEquipment,
    mendEquipment,
    calibrateEquipment,
    retireEquipment,
    reactivateEquipment,
  ],
  gates: [],
  on: [],
  queries,
  forms: [],
  ledgers: [equipmentRegister],
  reports: [],
  viewFacts: ['inspections'],
  view: equipmentView,
})
