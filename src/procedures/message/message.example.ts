import { idOf, NOON } from '../../../test/given.ts'
import { type MessageRow, messageRow } from './message.ts'
import type { FoundReader } from './queries.ts'

/** The morning on which the example was written. */
const MORNING = '2026-11-20T00:42:00.000Z'

const blank = Object.fromEntries(Object.keys(messageRow.shape).map(key => [key, null]))

/** The hospital as the files know it. */
export const hospital: FoundReader = {
  id: idOf('hospital'),
  address: '郑州市金水区河湾路 18 号',
  phones: ['0371-10550101'],
  contacts: [{ name: '刘慧敏', phone: '14203710101' }],
}

/** What a notice hands over when it writes to the hospital. */
export const aLetter = {
  procedure: 'notice',
  recordId: idOf('notice'),
  recordNumber: 'TZ-2026-00003',
  guestId: idOf('recipient'),
  partyId: hospital.id,
  toName: '郑州金水河湾医院',
  toEmail: 'shebei@hewan.example',
  subject: '暂停销售和使用输液泵 HZ-IP500',
  body: '请即刻停用。\n\n请告知库存：{link}',
  expiresAt: '2026-12-20T04:00:00.000Z',
}

/** A letter for tests: to be mailed, unless told otherwise. */
export const aMessage = (over: Partial<MessageRow> = {}): MessageRow =>
  messageRow.parse({
    ...blank,
    ...aLetter,
    id: idOf('message'),
    number: 'HJ-2026-00007',
    state: 'waiting',
    version: 1,
    siteId: idOf('site'),
    createdAt: MORNING,
    createdBy: idOf('quality'),
    updatedAt: MORNING,
    toContact: '刘慧敏',
    round: 1,
    attempts: 0,
    writtenByName: '陈思远',
    keeper: 'quality',
    ...over,
  })

/** The letter after its mail server took it. */
export const aSentMessage = (over: Partial<MessageRow> = {}): MessageRow =>
  aMessage({ state: 'sent', attempts: 1, sentAt: NOON, mailId: '<hj-7@bihuan>', answer: '250 2.0.0 OK', ...over })

/** The letter after its mail server refused it. */
export const aFailedMessage = (over: Partial<MessageRow> = {}): MessageRow =>
  aMessage({ state: 'failed', attempts: 1, failure: 'refused-address', answer: '550 no such user', ...over })

/** The letter of somebody without an e-mail address. */
export const aPrintedMessage = (over: Partial<MessageRow> = {}): MessageRow =>
  aMessage({ state: 'to-print', toEmail: null, printReason: 'no-address', ...over })
