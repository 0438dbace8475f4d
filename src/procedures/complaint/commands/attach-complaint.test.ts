import { expect, test } from 'vitest'
import { given, idOf, someone } from '../../../../test/given.ts'
import { aComplaint } from '../complaint.example.ts'
import { attachComplaint } from './attach-complaint.ts'

const attachments = [idOf('photo'), idOf('fax')]

test('files belong to the record, with what they are', () => {
  const { change } = given(attachComplaint, { record: aComplaint() }).when({ attachments, purpose: 'intake' }).accepts()
  expect(change.attach).toEqual(attachments.map(id => ({ id, purpose: 'intake' })))
})
test('at least one, also after closing, by those who handle it', () => {
  given(attachComplaint, { record: aComplaint() }).when({ attachments: [] }).refuses('bad-input', 'attachments')
  given(attachComplaint, { record: aComplaint({ state: 'closed' }) })
    .when({ attachments })
    .accepts()
  given(attachComplaint, { record: aComplaint({ state: 'voided' }) })
    .when({ attachments })
    .refuses('state')
  given(attachComplaint, { record: aComplaint(), actor: someone('finance') })
    .when({ attachments })
    .refuses('role')
})
