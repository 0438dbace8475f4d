import { expect, test } from 'vitest'
import { text } from '../../kernel/text.ts'
import type { ShownTurn } from '../../procedures/duty/shown-turns.ts'
import { byWhenDue, dutyDays } from './turn-look.ts'

const turn = (more: Partial<ShownTurn>): ShownTurn => ({
  id: 'a',
  dutyId: 'd',
  number: 'GZ-2026-00001',
  procedure: 'store',
  duty: 'log',
  title: text('记录', 'Log'),
  place: '',
  placeTitle: text('', ''),
  clause: 'A',
  role: 'warehouse',
  label: text('', ''),
  fromDay: '2026-11-20',
  toDay: '2026-11-20',
  opensAt: '2026-11-20T01:30:00.000Z',
  dueAt: '2026-11-20T02:30:00.000Z',
  standing: 'done',
  mine: true,
  assigneeName: null,
  standsInFor: null,
  doneAt: null,
  doneByName: null,
  done: null,
  reason: null,
  explainedByName: null,
  step: null,
  excuse: null,
  ...more,
})

test('a day has one line for each duty, with the worst of its turns', () => {
  const lines = dutyDays([turn({}), turn({ standing: 'missed' }), turn({ duty: 'round', standing: 'late' })])
  expect(lines).toMatchObject([
    { standing: 'missed', done: 1, all: 2 },
    { standing: 'late', done: 1, all: 1 },
  ])
})

test('a workbench has what is to be done today, then open periods by when they end', () => {
  const month = { fromDay: '2026-11-01', toDay: '2026-11-30' }
  const before = { fromDay: '2026-11-19', toDay: '2026-11-19', dueAt: '2026-11-19T02:30:00.000Z' }
  const due = (day: string) => ({ ...month, dueAt: `${day}T15:59:59.999Z` })
  const list = [
    turn({ id: 'window' }),
    turn({ id: 'yesterday', ...before }),
    turn({ id: 'missed', ...before, standing: 'missed' }),
    turn({ id: 'explained', ...before, standing: 'missed', reason: '停电' }),
    turn({ id: 'ends today', ...due('2026-11-20'), standing: 'open' }),
    turn({ id: 'sunday', ...due('2026-11-22'), standing: 'open' }),
    turn({ id: 'month', ...due('2026-11-30'), standing: 'open' }),
    turn({ id: 'next month', ...due('2026-12-05'), standing: 'open' }),
    turn({ id: 'not begun', ...due('2026-11-30'), standing: 'planned' }),
    turn({ id: 'done', ...due('2026-11-30') }),
  ]
  const day = (at: string) => new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 10)
  expect(byWhenDue(list, '2026-11-20', day).map(group => [group.due, ...group.turns.map(item => item.id)])).toEqual([
    ['missed', 'missed'],
    ['today', 'window', 'ends today'],
    ['week', 'sunday'],
    ['month', 'month'],
    ['later', 'next month'],
  ])
  expect(byWhenDue([], '2026-11-20', day)).toEqual([])
})
