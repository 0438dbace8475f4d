import { expect, test } from 'vitest'
import type { Meta } from '../answers.ts'
import { scopeChoices, scopeWords } from './scope.ts'

const meta = {
  procedures: [{ name: 'complaint', nouns: { zh: '投诉', en: 'Complaints' } }],
} as unknown as Pick<Meta, 'procedures'>

test('every choice is a scope that the server knows', () => {
  const known = /^(metrics|(read:)?(\*|[a-z][a-z0-9-]*\.(\*|[a-z][a-z0-9-]*)))$/
  expect(scopeChoices(meta).filter(({ scope }) => !known.test(scope))).toEqual([])
  expect(scopeChoices(meta).map(({ scope }) => scope)).toContain('read:complaint.*')
})

test('scopes are shown in words, unusual ones as they are', () => {
  expect(scopeWords(['complaint.*', 'complaint.open'], meta)).toMatchObject([{ zh: '办理投诉' }, 'complaint.open'])
})
