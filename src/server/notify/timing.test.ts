import { expect, test } from 'vitest'
import { SITE_ZONE } from '../../kernel/time.ts'
import { type Plan, USUAL_PLAN } from '../../vocabulary/notification-plan.ts'
import { isQuiet, mayGoAt } from './timing.ts'

const atOnce: Plan = { ...USUAL_PLAN, work: 'at-once' }
/** A time of day in Shanghai on 2026-11-20, as an instant. */
const at = (clock: string, day = '2026-11-20') => new Date(`${day}T${clock}:00+08:00`).toISOString()
const goes = (plan: Plan, of: 'safety' | 'work' | 'news', clock: string) => mayGoAt(plan, of, at(clock), SITE_ZONE)

test('by day work goes at once', () => {
  expect(goes(atOnce, 'work', '08:00')).toBe(at('08:00'))
  expect(goes(atOnce, 'work', '19:59')).toBe(at('19:59'))
})

test('quiet hours reach over midnight and end in the morning', () => {
  expect(goes(atOnce, 'work', '20:00')).toBe(at('08:00', '2026-11-21'))
  expect(goes(atOnce, 'work', '23:59')).toBe(at('08:00', '2026-11-21'))
  expect(goes(atOnce, 'work', '00:00')).toBe(at('08:00'))
  expect(goes(atOnce, 'work', '07:59')).toBe(at('08:00'))
})

test('quiet hours within one day, and none', () => {
  const noon: Plan = { ...atOnce, quietFrom: '12:00', quietUntil: '13:30' }
  expect(goes(noon, 'work', '12:30')).toBe(at('13:30'))
  expect(goes(noon, 'work', '13:30')).toBe(at('13:30'))
  expect(goes(noon, 'work', '03:00')).toBe(at('03:00'))
  expect(isQuiet({ ...atOnce, quietFrom: '20:00', quietUntil: '20:00' }, at('20:00'), SITE_ZONE)).toBe(false)
})

test('safety knows no quiet hours and no digest, whatever was once chosen', () => {
  expect(goes(USUAL_PLAN, 'safety', '02:13')).toBe(at('02:13'))
  for (const safety of ['digest', 'none']) {
    const plan = { ...USUAL_PLAN, safety } as unknown as Plan
    expect(goes(plan, 'safety', '10:00')).toBe(at('10:00'))
  }
})

test('a digest goes at its time, today or tomorrow; what is switched off never goes', () => {
  expect(goes(USUAL_PLAN, 'work', '08:29')).toBe(at('08:30'))
  expect(goes(USUAL_PLAN, 'work', '08:30')).toBe(at('08:30', '2026-11-21'))
  expect(goes(USUAL_PLAN, 'work', '22:00')).toBe(at('08:30', '2026-11-21'))
  expect(goes(USUAL_PLAN, 'news', '10:00')).toBeNull()
})
