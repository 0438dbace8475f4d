import { describe, expect, test } from 'vitest'
import { given, idOf, NOON, someone } from '../../../../test/given.ts'
import type { EquipmentRow, InspectionRow } from '../equipment.ts'
import { calibrateEquipment } from './calibrate-equipment.ts'
import { changeEquipment } from './change-equipment.ts'
import { reactivateEquipment, retireEquipment } from './equipment-out-of-use.ts'
import { inspectEquipment } from './inspect-equipment.ts'
import { mendEquipment } from './mend-equipment.ts'
import { registerEquipment } from './register-equipment.ts'

const unit: EquipmentRow = {
  id: idOf('unit'),
  number: 'SB-2026-00002',
  state: 'active',
  version: 1,
  siteId: idOf('site'),
  createdAt: NOON,
  createdBy: idOf('person'),
  updatedAt: NOON,
  name: '二号冷库制冷机组',
  kind: 'cold-store',
  model: null,
  serial: null,
  place: '冷库机房',
  supplierId: null,
  supplierName: null,
  calibrationDue: '2026-12-31',
  certificate: 'JZ-1',
  inspectedAt: null,
  inspectedByName: null,
  openFindings: 0,
}
const { name, kind, place } = unit
const entered = { name, kind, place }
const supplier = { id: idOf('supplier'), name: '河南冷联制冷' }

describe('registerEquipment', () => {
  const step = (input: object, found: object = {}) =>
    given(registerEquipment, { found: { nameTaken: null, supplier: null, ...found } }).when({ ...entered, ...input })

  test('with its supplier, and a clock where it is calibrated', () => {
    const { change } = step({ supplierId: supplier.id, calibrationDue: '2027-03-31' }, { supplier }).accepts()
    expect(change.set).toMatchObject({ supplierName: supplier.name, openFindings: 0 })
    expect(change.open).toMatchObject([{ deadline: 'calibration', key: '2027-03-31' }])
    expect(step({}).accepts().change.open).toEqual([])
  })

  test('refuses a taken name, an unknown supplier, an unknown kind and other roles', () => {
    step({}, { nameTaken: 'SB-2026-00001' }).refuses('name-taken', 'name')
    step({ supplierId: supplier.id }).refuses('supplier-unknown', 'supplierId')
    step({ kind: 'rocket' }).refuses('bad-input', 'kind')
    given(registerEquipment, { actor: someone('equipment-technician') })
      .when(entered)
      .refuses('role')
  })
})

describe('changeEquipment', () => {
  const step = (input: object, found: object = {}) =>
    given(changeEquipment, { record: unit, found: { nameTaken: null, supplier: null, ...found } }).when({
      ...entered,
      reason: '更正',
      ...input,
    })

  test('keeps the old value; refuses nothing new, a taken name and an unknown supplier', () => {
    expect(step({ place: '二号机房' }).accepts().change.correct).toMatchObject([{ field: 'place', was: '冷库机房' }])
    step({}).refuses('nothing-changed')
    step({ place: '二号机房' }, { nameTaken: 'SB-2026-00001' }).refuses('name-taken')
    step({ supplierId: supplier.id }).refuses('supplier-unknown')
  })
})

describe('calibrateEquipment', () => {
  const step = (until: string) => given(calibrateEquipment, { record: unit }).when({ certificate: 'JZ-2', until })

  test('the clock begins anew', () => {
    const { change } = step('2027-12-31').accepts()
    expect(change.meet).toMatchObject([{ key: '2026-12-31' }])
    expect(change.open).toMatchObject([{ key: '2027-12-31' }])
  })

  test('refuses a certificate that is over or older', () => {
    step('2026-11-20').refuses('calibration-over', 'until')
    step('2026-12-31').refuses('calibration-older', 'until')
  })
})

describe('inspectEquipment', () => {
  const technician = someone('equipment-technician')

  test('fit, or with a finding that opens a clock', () => {
    const step = given(inspectEquipment, { record: unit, actor: technician })
    expect(step.when({ result: 'fit' }).accepts().change.open).toEqual([])
    const { change } = step.when({ result: 'to-mend', finding: '压力偏高' }).accepts()
    expect(change.set).toMatchObject({ openFindings: 1 })
    expect(change.open).toMatchObject([{ deadline: 'mend' }])
    step.when({ result: 'stopped' }).refuses('finding-needed', 'finding')
  })

  test('lifts are the supervisor’s', () => {
    const lift = { ...unit, kind: 'lift' as const }
    given(inspectEquipment, { record: lift, actor: technician }).when({ result: 'fit' }).refuses('lift-supervisor')
    given(inspectEquipment, { record: lift, actor: someone('equipment-supervisor') })
      .when({ result: 'fit' })
      .accepts()
    given(inspectEquipment, { record: unit, actor: someone('sales') })
      .when({ result: 'fit' })
      .refuses('role')
  })
})

describe('mendEquipment', () => {
  const found: InspectionRow = {
    id: idOf('inspection'),
    equipmentId: unit.id,
    at: NOON,
    byId: idOf('person'),
    byName: '鲁明',
    result: 'to-mend',
    finding: '压力偏高',
    note: null,
    mendedAt: null,
    mendedByName: null,
    mending: null,
  }
  const record = { ...unit, openFindings: 1 }
  const input = { inspectionId: found.id, mending: '清洗冷凝器，复测正常' }

  test('meets the clock of the finding', () => {
    const { change } = given(mendEquipment, { record, facts: { inspections: [found] } })
      .when(input)
      .accepts()
    expect(change.set).toMatchObject({ openFindings: 0 })
    expect(change.meet).toMatchObject([{ deadline: 'mend', key: found.id }])
  })

  test('refuses where nothing waits, and another inspection', () => {
    given(mendEquipment, { record, facts: { inspections: [] } })
      .when(input)
      .refuses('nothing-found')
    given(mendEquipment, { record, facts: { inspections: [found] } })
      .when({ ...input, inspectionId: idOf('other') })
      .refuses('finding-settled', 'inspectionId')
  })
})

describe('retireEquipment and reactivateEquipment', () => {
  test('out of use ends the clock of the calibration; back in use opens it', () => {
    const { change } = given(retireEquipment, { record: unit }).when({ reason: '报废' }).accepts()
    expect(change.cancel).toMatchObject([{ deadline: 'calibration' }])
    const retired = { ...unit, state: 'inactive' as const }
    const back = given(reactivateEquipment, { record: retired, found: { ownNameTaken: null } })
    expect(back.when({ reason: '修复' }).accepts().change.open).toMatchObject([{ key: '2026-12-31' }])
  })

  test('refuses while findings are open, and a name that is taken meanwhile', () => {
    given(retireEquipment, { record: { ...unit, openFindings: 2 } })
      .when({ reason: '报废' })
      .refuses('findings-open')
    given(reactivateEquipment, {
      record: { ...unit, state: 'inactive' },
      found: { ownNameTaken: 'SB-2026-00009' },
    })
      .when({ reason: '修复' })
      .refuses('name-taken')
  })
})
