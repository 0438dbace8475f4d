import { expect, test } from 'vitest'
import type { Duty, DutyPlace } from '../../kernel/duty.ts'
import { text } from '../../kernel/text.ts'
import { declaredPartOf } from './next-plan.ts'

test('a place whose title comes from the database, its keys in another order, is no change of the plan', () => {
  const duty = {
    title: text('每日设备巡视', 'Daily round'),
    clause: 'S03-W1a',
    by: ['equipment-technician'],
  } as unknown as Duty
  const said = (title: DutyPlace['title']) => JSON.stringify(declaredPartOf(duty, { key: 'hq', title } as DutyPlace))
  expect(said({ en: 'Headquarters', zh: '总部' })).toBe(said({ zh: '总部', en: 'Headquarters' }))
})
