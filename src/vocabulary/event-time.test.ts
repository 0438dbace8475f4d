import { expect, test } from 'vitest'
import { text } from '../kernel/text.ts'
import { notBefore } from './event-time.ts'

const early = (at: string) =>
  notBefore(at, '2026-11-22T06:30:41.250Z', 'at', text('销毁时间', 'Destroyed at'), text('审批', 'the approval'))

test('an event may be of the same minute as the one that it follows, since people enter minutes', () => {
  expect(early('2026-11-22T06:30:00.000Z')).toBeNull()
  expect(early('2026-11-22T06:29:59.999Z')).toMatchObject({ code: 'too-early', field: 'at' })
})
