import { expect, test } from 'vitest'
import { given, NOON, someone } from '../../../../test/given.ts'
import { aComplaint } from '../complaint.example.ts'
import { notifyHolder } from './notify-holder-complaint.ts'

const input = { content: '同批输液泵报警，请提供技术支持' }

test('telling the registrant meets its clocks, also those of an adverse event', () => {
  const { change } = given(notifyHolder, { record: aComplaint() }).when(input).accepts()
  expect(change.set).toEqual({ holderToldAt: NOON })
  expect(change.meet).toEqual([
    { deadline: 'holder-notice', key: 'registrant', at: NOON },
    { deadline: 'ae-holder-notice', at: NOON },
    { deadline: 'ae-cluster-notice', at: NOON },
  ])
  expect(change.rows).toMatchObject([
    { child: 'notice', insert: { recipient: 'registrant', recipientName: '苏州瑞泽医疗科技有限公司' } },
  ])
})
test('the supplier is told beside it, or is the same', () => {
  const supplier = given(notifyHolder, { record: aComplaint() })
    .when({ ...input, recipient: 'supplier', recipientName: '华创' })
    .accepts()
  expect(supplier.change.set).toEqual({ supplierToldAt: NOON })
  expect(supplier.change.meet).toEqual([{ deadline: 'holder-notice', key: 'supplier', at: NOON }])
  const both = given(notifyHolder, { record: aComplaint() })
    .when({ ...input, supplierToo: true })
    .accepts()
  expect(both.change.set).toEqual({ holderToldAt: NOON, supplierToldAt: NOON })
})
test('somebody must be named', () => {
  given(notifyHolder, { record: aComplaint() })
    .when({ ...input, recipient: 'supplier' })
    .refuses('recipient-missing', 'recipientName')
  given(notifyHolder, { record: aComplaint({ manufacturerName: null }) })
    .when(input)
    .refuses('recipient-missing', 'recipientName')
})
test('in the time of the case, by quality or sales', () => {
  given(notifyHolder, { record: aComplaint() })
    .when({ ...input, toldAt: '2026-11-21T04:00:00.000Z' })
    .refuses('in-future', 'toldAt')
  given(notifyHolder, { record: aComplaint() })
    .when({ ...input, toldAt: '2026-11-19T04:00:00.000Z' })
    .refuses('too-early', 'toldAt')
  given(notifyHolder, { record: aComplaint(), actor: someone('warehouse') })
    .when(input)
    .refuses('role')
  given(notifyHolder, { record: aComplaint({ state: 'closed' }) })
    .when(input)
    .refuses('state')
})
