import { expect, test } from 'vitest'
import { deviceName } from './device-name.ts'

test('a browser is named as people know it, the more particular name first', () => {
  const edge = 'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0'
  expect(deviceName(edge)).toBe('Edge · Windows')
  expect(deviceName('Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Safari/604.1')).toBe('Safari · iOS')
})

test('an unknown device has no name', () => {
  expect(deviceName(null)).toBeNull()
  expect(deviceName('curl/8')).toBeNull()
})
