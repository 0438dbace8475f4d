import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const source = join(import.meta.dirname, '../..')

/** The classes that a stylesheet gives a look of their own, wherever they stand. */
const classesOf = (file: string): readonly string[] => {
  const css = readFileSync(join(source, file), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '')
  return [...css.matchAll(/(?:^|[}{])\s*\.([a-z][\w-]*)\s*(?=\{)/g)].map(([, name = '']) => name)
}

// Every page loads its stylesheet when it is first opened and keeps it: a class of two sheets looks as the way there was.
test('a class has its look from one stylesheet', () => {
  const sheets = globSync('{web,procedures}/**/*.css', { cwd: source })
  expect(sheets.length).toBeGreaterThan(20)
  const homes = Map.groupBy(
    sheets.flatMap(file => [...new Set(classesOf(file))].map(name => ({ name, file }))),
    item => item.name,
  )
  const shared = [...homes].filter(([, places]) => places.length > 1)
  expect(shared.map(([name, places]) => `${name}: ${places.map(item => item.file).join(', ')}`)).toEqual([])
})
