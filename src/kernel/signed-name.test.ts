import { expect, test } from 'vitest'
import { signedName } from './signed-name.ts'

test('a deputy is printed as such, under a name of his own', () => {
  expect(signedName({ personName: '王磊' })).toBe('王磊')
  expect(signedName({ personName: '王磊', deputyFor: null })).toBe('王磊')
  expect(signedName({ personName: '王磊', deputyFor: { name: '李红梅' } })).toBe('王磊（代李红梅）')
})
