import { z } from 'zod'
import { field } from '../../kernel/field.ts'
import { recordType } from '../../kernel/record.ts'
import { type Text, text } from '../../kernel/text.ts'
import { lineOf, standings } from '../../vocabulary/base-data.ts'
import { choice } from '../../vocabulary/entry-field.ts'
import { keysOf } from '../../vocabulary/intake.ts'
import { daySchema, instantSchema, recordColumns } from '../../vocabulary/record-base.ts'
import { retained } from '../../vocabulary/retention.ts'

/** Kinds of equipment. */
export const kinds = {
  lift: text('电梯', 'Lift'),
  hvac: text('空调通风', 'Air conditioning'),
  'cold-store': text('冷库制冷机组', 'Cold-store unit'),
  generator: text('发电机组', 'Generator'),
  power: text('供配电', 'Power supply'),
  fire: text('消防设施', 'Fire protection'),
  vehicle: text('冷藏运输设备', 'Refrigerated transport'),
  instrument: text('计量监测器具', 'Measuring instrument'),
  other: text('其他', 'Other'),
} as const satisfies Record<string, Text>

/** What an inspection came to. */
export const results = {
  fit: text('正常', 'Fit'),
  'to-mend': text('有问题，需处理', 'Needs mending'),
  stopped: text('停用待修', 'Stopped until mended'),
} as const satisfies Record<string, Text>

/** Who keeps the register. */
export const KEEPERS: readonly string[] = ['equipment-supervisor', 'equipment-manager', 'administrator']
/** Who inspects and mends. */
export const INSPECTORS: readonly string[] = ['equipment-technician', 'equipment-supervisor', 'equipment-manager']

/** What is entered about equipment; the same fields are corrected later. */
export const details = {
  name: field(lineOf(80), { title: text('名称', 'Name') }),
  kind: choice(text('类别', 'Kind'), kinds),
  model: field(lineOf(80).nullable().default(null), { title: text('型号', 'Model') }),
  serial: field(lineOf(80).nullable().default(null), { title: text('出厂编号', 'Serial number') }),
  place: field(lineOf(120), { title: text('位置', 'Where it stands') }),
  supplierId: field(z.uuid().nullable().default(null), {
    title: text('供应、安装商', 'Supplier'),
    widget: 'party',
    of: 'supplier',
  }),
}

export const equipmentRow = z.object({
  ...recordColumns,
  state: z.enum(['active', 'inactive']),
  name: z.string(),
  kind: z.enum(keysOf(kinds)),
  model: z.string().nullable(),
  serial: z.string().nullable(),
  place: z.string(),
  supplierId: z.uuid().nullable(),
  supplierName: z.string().nullable(),
  /** Last day on which the calibration holds; null for what needs none. */
  calibrationDue: daySchema.nullable(),
  certificate: z.string().nullable(),
  inspectedAt: instantSchema.nullable(),
  inspectedByName: z.string().nullable(),
  /** Findings that wait to be mended. */
  openFindings: z.int().min(0),
})
export type EquipmentRow = z.infer<typeof equipmentRow>

/** One periodic inspection. */
export const inspectionRow = z.object({
  id: z.uuid(),
  equipmentId: z.uuid(),
  at: instantSchema,
  byId: z.uuid(),
  byName: z.string(),
  result: z.enum(keysOf(results)),
  finding: z.string().nullable(),
  note: z.string().nullable(),
  mendedAt: instantSchema.nullable(),
  mendedByName: z.string().nullable(),
  mending: z.string().nullable(),
})
export type InspectionRow = z.infer<typeof inspectionRow>

export const Equipment = recordType<EquipmentRow, keyof typeof standings>({
  name: 'equipment',
  title: text('设备', 'equipment'),
  table: 'equipment',
  row: equipmentRow,
  states: standings,
  series: { prefix: 'SB', digits: 5 },
  retention: retained('equipment-manager'),
  searchText: row =>
    [row.number, row.name, row.model, row.serial, row.place, row.supplierName, kinds[row.kind].zh]
      .filter(Boolean)
      .join(' '),
  traced: [{ table: 'equipment', record: 'id', party: 'supplier_id' }],
  children: { inspection: { table: 'equipment_inspection', row: inspectionRow, parent: 'equipmentId' } },
})
