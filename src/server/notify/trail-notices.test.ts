/** What a complaint that names an injury or a death tells, and how urgently. */
import { describe, expect, test } from 'vitest'
import { idOf, NOON } from '../../../test/given.ts'
import type { Json } from '../../kernel/json.ts'
import { SITE_ZONE } from '../../kernel/time.ts'
import { aComplaint } from '../../procedures/complaint/complaint.example.ts'
import type { ComplaintRow } from '../../procedures/complaint/complaint.ts'
import { complaint } from '../../procedures/complaint/procedure.ts'
import { notice } from '../../procedures/notice/procedure.ts'
import { stopSale } from '../../procedures/stop-sale/procedure.ts'
import { classOfClock, classOfWork } from './notice-class.ts'
import { noticesOf, type Step } from './trail-notices.ts'

const kernel = { registry: { has: () => true, procedure: () => complaint } as never, zone: SITE_ZONE }
const clerk = idOf('clerk')

/** What is told of one step that wrote these columns of the complaint. */
const told = (record: ComplaintRow, set: Readonly<Record<string, Json>>) => {
  const step: Step = {
    seq: 1,
    at: NOON,
    procedure: 'complaint',
    recordId: record.id,
    command: 'complaint.correct',
    version: 2,
    actorId: clerk,
    via: 'session',
    body: { title: { zh: '更正', en: 'Correct' }, writes: [{ table: 'complaint', id: record.id, set }] },
  }
  return noticesOf(kernel, [step], {
    records: new Map([[record.id, record]]),
    clocks: new Map(),
    signOffs: new Map(),
    ownersOf: new Map(),
  }).filter(notice => notice.kind === 'safety.named')
}

describe('a complaint that names an injury or a death', () => {
  test('is told to quality management and its head at once, whatever clocks it has', () => {
    const record = aComplaint({ harmHappened: 'yes' })
    expect(told(record, { harmHappened: 'yes' })).toMatchObject([
      {
        id: `harm:${record.id}`,
        class: 'safety',
        number: record.number,
        to: { roles: ['quality', 'quality-head'], except: clerk },
      },
    ])
    expect(told(record, { harmHappened: 'yes' })[0]?.sentence.zh).toContain('涉及人员伤害或死亡')
  })
  test('is told as well when the screen finds a death, a serious injury or a cluster', () => {
    expect(told(aComplaint({ aeClass: 'death' }), { aeClass: 'death' })).toHaveLength(1)
    expect(told(aComplaint({ aeClass: 'serious' }), { aeClass: 'serious' })).toHaveLength(1)
    expect(told(aComplaint({ aeCluster: true }), { aeCluster: true })).toHaveLength(1)
    expect(told(aComplaint({ aeClass: 'could-be-serious' }), { aeClass: 'could-be-serious' })).toEqual([])
  })
  test('makes every clock and all work on it a matter of safety', () => {
    const harmed = { procedure: complaint, record: aComplaint({ harmHappened: 'yes' }) }
    expect(classOfClock(harmed, undefined)).toBe('safety')
    const harmless = { procedure: complaint, record: aComplaint({ harmHappened: 'no' }) }
    expect(classOfClock(harmless, undefined)).toBe('work')
    expect(classOfClock(harmless, 'CN-AE-004')).toBe('safety')
  })
})

test('a complaint of which nobody says that anybody was harmed, or a step about something else, tells no such thing', () => {
  expect(told(aComplaint({ harmHappened: 'no' }), { harmHappened: 'no' })).toEqual([])
  expect(told(aComplaint({ harmHappened: 'unknown' }), { harmHappened: 'unknown' })).toEqual([])
  expect(told(aComplaint({ harmHappened: 'yes' }), { title: '更正标题' })).toEqual([])
})

test('all work on a stop-sale or a notice is a matter of safety, on a complaint only where it names harm', () => {
  const record = aComplaint({ harmHappened: 'no' })
  expect(classOfWork({ procedure: stopSale, record })).toBe('safety')
  expect(classOfWork({ procedure: notice, record })).toBe('safety')
  expect(classOfWork({ procedure: complaint, record })).toBe('work')
})
