import { expect, test } from 'vitest'
import { demoGroups } from './demo-groups.ts'

const named = (...usernames: string[]) =>
  demoGroups(usernames.map(username => ({ username }))).map(({ title, accounts }) => [
    title.en,
    accounts.map(({ username }) => username),
  ])

test('accounts stand under their department, second holders beside the first', () => {
  expect(named('quality', 'checker', 'service-desk', 'quality-head', 'checker-2', 'quality-2')).toEqual([
    ['Customer service and after-sales', ['service-desk']],
    ['Quality', ['quality', 'quality-2', 'quality-head']],
    ['Storage and transport', ['checker', 'checker-2']],
  ])
})

test('an account of no department is not lost', () => {
  expect(named('general-manager', 'somebody')).toEqual([['Management and others', ['general-manager', 'somebody']]])
})
