import { expect, test } from 'vitest'
import { NOON } from '../../../test/given.ts'
import { aComplaint, anAnsweredComplaint, MORNING } from './complaint.example.ts'
import { customerComplaintSheet } from './forms/customer-complaint-sheet.ts'
import { customerProblemRecord } from './forms/customer-problem-record.ts'
import { qualityComplaintRecord } from './forms/quality-complaint-record.ts'
import { complaintPaper, type PaperParts } from './paper.ts'

const nothing: PaperParts = {
  contacts: [],
  notices: [],
  corrections: [],
  signatures: [],
  attachments: [],
  holds: [],
}
const corrected = (field: string, was: unknown) =>
  complaintPaper(aComplaint(), {
    ...nothing,
    corrections: [{ recordId: 'x', field, was, reason: '听错', byName: '赵倩', at: NOON }],
  }).corrections[0]

test('a corrected value is struck through where it is printed, in words', () => {
  expect(corrected('lotNo', 'L1')).toEqual({
    field: 'product.lot',
    old: 'L1',
    by: '赵倩',
    at: { instant: NOON },
    reason: '听错',
  })
  expect(corrected('channel', 'fax')?.old).toEqual({ zh: '传真', en: 'Fax' })
  expect(corrected('locality', 'out-of-town')).toMatchObject({ field: 'customer.locality', old: { zh: '外地' } })
  expect(corrected('expiresOn', '2031-03-17')).toMatchObject({ field: 'product.expiresOn', old: { day: '2031-03-17' } })
  expect(corrected('receivedAt', MORNING)?.old).toEqual({ instant: MORNING })
  expect(corrected('serial', null)?.old).toBeNull()
})

test('signatures stand at the foot of their boxes, with their hash', () => {
  const signature = (command: string) => ({
    recordId: 'x',
    command,
    personName: '王磊',
    meaning: { zh: '属实', en: 'true' },
    at: NOON,
    signedHash: 'ab'.repeat(32),
  })
  const { signatures } = complaintPaper(aComplaint(), {
    ...nothing,
    signatures: ['verify', 'give-opinion', 'close', 'void'].map(verb => signature(`complaint.${verb}`)),
  })
  expect(signatures.map(item => item.place)).toEqual(['verification', 'opinion', 'closing', null])
  expect(signatures[0]).toMatchObject({ name: '王磊', hash: 'ab'.repeat(32), at: { instant: NOON, exact: true } })
})

test('what the patient was is on no paper', () => {
  const view = complaintPaper(aComplaint({ patientNote: '男 63 岁 急性心衰' }), nothing)
  expect(JSON.stringify(view)).not.toContain('急性心衰')
})

test.each([qualityComplaintRecord, customerProblemRecord, customerComplaintSheet])(
  'the form $id takes a new complaint and an answered one',
  form => {
    for (const record of [aComplaint(), anAnsweredComplaint({ established: true, remedy: 'refund' })])
      expect(form.schema.safeParse(form.data(complaintPaper(record, nothing))).error).toBeUndefined()
  },
)

test('the stops that a complaint caused stand on its record', () => {
  const holds = [{ causeId: 'x', number: 'TF-2026-00001' }]
  expect(complaintPaper(aComplaint(), { ...nothing, holds }).holds).toEqual(['TF-2026-00001'])
})
