/** The guides stay true to the sources: variables, links, pictures, both languages. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))
const guides = join(root, 'docs', 'guide')
const pictures = join(root, 'docs', 'images', 'guide')
/** Written in both languages at once. */
const BILINGUAL = 'from-complaint-to-destruction.md'
const LARGEST_PICTURE = 150_000

const read = (...path: string[]): string => readFileSync(join(...path), 'utf8')
const files = readdirSync(guides).filter(name => name.endsWith('.md'))

/** Variables that the product and its programs read; those of tests are not for administrators. */
const variables = (): string[] => {
  const found = new Set<string>()
  for (const folder of ['src', 'scripts'])
    for (const name of readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })) {
      if (!/(?<!\.test)\.(ts|tsx|mjs)$/.test(name)) continue
      for (const [variable] of read(root, folder, name).matchAll(/\bBIHUAN_[A-Z_]+\b|\bDATABASE_URL\b/g))
        found.add(variable)
    }
  return [...found].sort()
}

const linksOf = (path: string): string[] =>
  [...readFileSync(path, 'utf8').matchAll(/\]\(([^)\s]+)\)/g)]
    .flatMap(([, target]) => (target ? [target] : []))
    .filter(target => !/^(https?:|mailto:|#)/.test(target))

test.for(['administrator.md', 'administrator.en.md'])('%s explains every variable, and no other', name => {
  const text = read(guides, name)
  const explained = new Set([...text.matchAll(/^\| `([A-Z_]+)` \|/gm)].map(([, variable]) => variable))
  expect([...explained].sort()).toEqual(variables())
})

test.for([...files.map(name => join(guides, name)), join(root, 'README.md'), join(root, 'README.zh-CN.md')])(
  'links and pictures of %s exist',
  path => {
    const broken = linksOf(path).filter(link => !existsSync(resolve(dirname(path), link.split('#')[0] ?? '')))
    expect(broken).toEqual([])
  },
)

test('each guide stands in both languages and shows the same pictures', () => {
  for (const name of files.filter(item => !item.endsWith('.en.md') && item !== BILINGUAL)) {
    const english = name.replace(/\.md$/, '.en.md')
    expect(files, name).toContain(english)
    const shown = (file: string) => linksOf(join(guides, file)).filter(link => link.endsWith('.png'))
    expect(shown(english), english).toEqual(shown(name))
    if (name === 'README.md') continue
    expect(linksOf(join(guides, 'README.md'))).toContain(name)
    expect(linksOf(join(guides, 'README.en.md'))).toContain(english)
  }
})

test('each picture is shown in a guide, taken by a journey and small', () => {
  const shown = files.flatMap(name => linksOf(join(guides, name)))
  const journeys = readdirSync(join(root, 'test', 'journeys'))
    .filter(name => name.endsWith('.test.ts'))
    .map(name => read(root, 'test', 'journeys', name))
    .join('\n')
  for (const picture of readdirSync(pictures)) {
    expect(shown, picture).toContain(`../images/guide/${picture}`)
    expect(journeys, picture).toContain(`'${picture.replace(/\.png$/, '')}'`)
    expect(statSync(join(pictures, picture)).size, picture).toBeLessThan(LARGEST_PICTURE)
  }
})
