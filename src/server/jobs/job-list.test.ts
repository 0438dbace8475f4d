import { expect, test } from 'vitest'
import { dailyAt } from './job-list.ts'

test('a time of the day at the site becomes a crontab in UTC', () => {
  expect(dailyAt('02:30', 'Asia/Shanghai')).toBe('30 18 * * *')
  expect(dailyAt('09:05', 'UTC')).toBe('5 9 * * *')
})
