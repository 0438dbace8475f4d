import { expect, test } from 'vitest'
import { lateEntries, lateEvents, refuseLate } from './entry-window.ts'
import type { EventTime } from './refusal.ts'
import { text } from './text.ts'

const now = '2026-11-20T04:00:00.000Z'
const actor = { id: 'a', name: '王磊', username: 'w', roles: [], siteId: 's', via: 'session' as const }
const at = (event: string): EventTime => ({ event, field: 'visitedAt', what: text('到场时间', 'Visited at') })
const within = at('2026-11-19T04:00:00.000Z')
const beyond = at('2026-11-19T03:59:59.000Z')

test('an event of exactly the window is in time; one beyond it is late', () => {
  expect(lateEvents([within, beyond, null, false], { actor, now, hours: 24 })).toEqual([beyond])
  expect(lateEvents([beyond], { actor, now, hours: 48 })).toEqual([])
})

test('the window binds people and programs of the company, not steps that follow by themselves or people outside', () => {
  const late = (via: 'session' | 'api-key' | 'system' | 'link') =>
    lateEvents([beyond], { actor: { ...actor, via }, now, hours: 24 }).length
  expect([late('session'), late('api-key'), late('system'), late('link')]).toEqual([1, 1, 0, 0])
})

test('a late entry stands with its reason, and is refused at its field without one', () => {
  expect(lateEntries([beyond], 24, ' 系统停机 ')).toEqual([
    {
      field: 'visitedAt',
      what: { zh: '到场时间', en: 'Visited at' },
      eventAt: beyond.event,
      windowHours: 24,
      reason: '系统停机',
    },
  ])
  for (const reason of [undefined, '', ' ', '晚']) expect(lateEntries([beyond], 24, reason)).toBeNull()
  expect(lateEntries([], 24, '没有补记')).toEqual([])
  expect(refuseLate([beyond], 24)).toMatchObject([{ code: 'late-entry', field: 'visitedAt', clause: 'S11-5.1.1f' }])
})
