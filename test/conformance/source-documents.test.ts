/** Every clause of the source documents is in the product, in words of both languages. */
import { existsSync, globSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { awaited } from '../../src/procedures/awaited.ts'
import { procedures } from '../../src/procedures/index.ts'
import { sourceDocuments } from '../../src/vocabulary/source-document.ts'

const root = join(import.meta.dirname, '../..')
const written = [...procedures, ...awaited]
const OF_A_SOURCE = /^S\d\d-/
const held = new Set(written.flatMap(item => Object.keys(item.clauses)).filter(id => OF_A_SOURCE.test(id)))

test('there are 28 source documents with 687 clauses', () => {
  expect(sourceDocuments.length).toBe(28)
  expect(new Set(sourceDocuments.flatMap(item => item.clauses.map(clause => `${item.id}-${clause}`))).size).toBe(687)
})

test.each(sourceDocuments.map(item => [item.id, item] as const))(
  '%s is in the product, clause by clause',
  (id, item) => {
    const wanted = item.clauses.map(clause => `${id}-${clause}`)
    expect([...held].filter(clause => clause.startsWith(`${id}-`)).sort()).toEqual(wanted.sort())
  },
)

test('a name belongs to one written procedure', () => {
  const names = written.map(item => item.name)
  expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([])
})

test('the folders that await their procedure are the list of what is awaited', () => {
  const folders = globSync('src/procedures/*/written.ts', { cwd: root }).map(file => file.split('/')[2])
  expect(folders.sort()).toEqual(awaited.map(item => item.name).sort())
})

describe.each(awaited.map(item => [item.name, item] as const))('%s', (name, item) => {
  test('has a README and names its sources', () => {
    expect(existsSync(join(root, 'src/procedures', name, 'README.md'))).toBe(true)
    const answered = new Set(Object.keys(item.clauses).map(id => id.slice(0, 3)))
    expect(item.source.map(source => source.id)).toEqual(expect.arrayContaining([...answered]))
  })

  test('says of each clause what it demands and where it stands, and that nothing acts for it yet', () => {
    for (const [id, clause] of Object.entries(item.clauses)) {
      expect(clause.zh.trim() && clause.en.trim(), id).toBeTruthy()
      expect(clause.zh, id).toMatch(/[\u4e00-\u9fff]/)
      expect(clause.en.replace(/[“"《（(].*?[”"》）)]/g, ''), id).not.toMatch(/[\u4e00-\u9fff]/)
      expect(clause.source, id).toMatch(new RegExp(`^${id.slice(0, 3)} `))
      expect(clause.control ?? null, id).toBeNull()
    }
  })

  test('its policies name its clauses', () => {
    for (const policy of item.policies)
      for (const clause of policy.clauses) expect(Object.keys(item.clauses), policy.key).toContain(clause)
  })
})
