import { describe, expect, test } from 'vitest'
import { given, NOON, someone } from '../../../../test/given.ts'
import { aCourse, aNotice, aTrace, uuid } from '../notice.example.ts'
import { finishDrill } from './finish-drill-notice.ts'
import { startDrill } from './start-drill-notice.ts'
import { traceRecipients } from './trace-recipients-notice.ts'

describe('a mock recall', () => {
  const found = { drillLot: { lotId: uuid(1), buyers: 2 }, drillTrace: aTrace() }
  const drill = aNotice({ state: 'drill', drill: true })

  test('begins with a lot that somebody bought', () => {
    const { to, change } = given(startDrill, { found }).when({ scenario: '假设灭菌不合格' }).accepts()
    expect(to).toBe('drill')
    expect(change.set).toMatchObject({ drill: true, kind: 'recall', recipients: 0 })
    expect(change.set?.title).toContain('【演练】')
    given(startDrill, { found: { ...found, drillLot: null } })
      .when({ scenario: '假设' })
      .refuses('no-lot', 'lotId')
    given(startDrill, { found: { ...found, drillLot: { lotId: uuid(1), buyers: 0 } } })
      .when({ scenario: '假设', lotId: uuid(1) })
      .refuses('nobody-bought', 'lotId')
    given(startDrill, { found, actor: someone('sales') })
      .when({ scenario: '假设' })
      .refuses('role')
  })
  test('lists its recipients and writes to none of them', () => {
    const { to, change } = given(traceRecipients, { record: drill, found: { trace: aTrace() } })
      .when({})
      .accepts()
    expect(to).toBe('drill-running')
    expect(change.set).toMatchObject({ recipients: 2, drillTracedAt: NOON, told: 0 })
    expect(change.start).toBeUndefined()
    given(traceRecipients, { record: aNotice(), found: { trace: aTrace() } })
      .when({})
      .refuses('state')
  })
  test('ends with its score', () => {
    const course = aCourse()
    const lines = course.lines.map((line, i) => (i === 0 ? { ...line, statedAt: NOON, onHand: 8, notFound: 2 } : line))
    const { to, change } = given(finishDrill, {
      record: { ...drill, state: 'drill-running' },
      facts: { ...course, lines },
    })
      .when({ note: '补录邮箱' })
      .accepts()
    expect(to).toBe('drill-finished')
    expect(change.set).toMatchObject({ drillLocatedPercent: 40, drillContactPercent: 50 })
    given(finishDrill, { record: drill, facts: course }).when({ note: '补录邮箱' }).refuses('state')
  })
})
