import { expect, test } from 'vitest'
import { text } from '../../kernel/text.ts'
import type { ShownTurn } from '../../procedures/duty/shown-turns.ts'
import { dutyDays, forToday } from './turn-look.ts'

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
  canExplain: false,
  ...more,
})

test('a day has one line for each duty, with the worst of its turns', () => {
  const lines = dutyDays([turn({}), turn({ standing: 'missed' }), turn({ duty: 'round', standing: 'late' })])
  expect(lines).toMatchObject([
    { standing: 'missed', done: 1, all: 2 },
    { standing: 'late', done: 1, all: 1 },
  ])
})

test('today: its windows, open periods, and what was missed without a reason', () => {
  const month = { fromDay: '2026-11-01', toDay: '2026-11-30' }
  const list = [
    turn({ id: 'today' }),
    turn({ id: 'yesterday', fromDay: '2026-11-19', toDay: '2026-11-19' }),
    turn({ id: 'missed', fromDay: '2026-11-19', toDay: '2026-11-19', standing: 'missed' }),
    turn({ id: 'explained', fromDay: '2026-11-19', toDay: '2026-11-19', standing: 'missed', reason: '停电' }),
    turn({ id: 'month', ...month, standing: 'open' }),
    turn({ id: 'later', ...month, standing: 'planned' }),
  ]
  expect(forToday(list, '2026-11-20').map(item => item.id)).toEqual(['today', 'missed', 'month'])
})
