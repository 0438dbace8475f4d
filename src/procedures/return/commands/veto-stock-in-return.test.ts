import { describe, expect, test } from 'vitest'
import { given, NOON, someone } from '../../../../test/given.ts'
import { aReturn } from '../return.example.ts'
import { vetoStockIn } from './veto-stock-in-return.ts'

describe('the veto of quality', () => {
  const ready = aReturn({ state: 'to-stock-in' })
  test('sends goods that all three signed for back to the inspection, until they are booked in (SG06)', () => {
    for (const role of ['quality', 'quality-head']) {
      const { change, to } = given(vetoStockIn, { record: ready, actor: someone(role) })
        .when({ reason: '同批另一客户反映渗漏' })
        .accepts()
      expect(to).toBe('inspecting')
      expect(change.open).toEqual([{ deadline: 'inspection', from: NOON }])
    }
    given(vetoStockIn, { record: aReturn({ state: 'stocked-in' }) })
      .when({ reason: '渗漏' })
      .refuses('state')
  })
  test('is of quality alone, with a reason', () => {
    given(vetoStockIn, { record: ready, actor: someone('sales-head') })
      .when({ reason: '渗漏' })
      .refuses('role')
    given(vetoStockIn, { record: ready }).when({}).refuses('bad-input', 'reason')
  })
})
