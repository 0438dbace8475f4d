import { expect, test } from 'vitest'
import { text } from '../../kernel/text.ts'
import { procedures } from '../../procedures/index.ts'
import { openStates } from './open-counts.ts'

const called = { title: text('状态', 'State'), meaning: text('说明', 'Meaning') }

test('what is over and what rests is not counted', () => {
  expect(
    openStates({ asked: called, running: { ...called, resting: true }, ended: { ...called, final: true } }),
  ).toEqual(['asked'])
})

test('documents in force, base data and running duties wait for nobody', () => {
  const of = (name: string) => openStates(procedures.find(item => item.name === name)?.record.states ?? {})
  expect(of('document')).toEqual(['drafting', 'reviewing', 'approving'])
  expect(of('duty')).toEqual(['asked'])
  expect(of('channel')).toEqual(['failing'])
  expect([of('equipment'), of('warehouse'), of('party'), of('person')]).toEqual([[], [], [], []])
})
