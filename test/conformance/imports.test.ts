/** Imports point one way, and names say something. */
import { globSync, readFileSync } from 'node:fs'
import { dirname, join, normalize, relative } from 'node:path'
import { describe, expect, test } from 'vitest'
import { procedures } from '../../src/procedures/index.ts'

const root = join(import.meta.dirname, '../..')
const files = globSync('src/**/*.{ts,tsx}', { cwd: root })
const sourceOf = (file: string): string => readFileSync(join(root, file), 'utf8')
const isTest = (file: string): boolean => /\.(test|example)\.tsx?$/.test(file)

interface Import {
  readonly file: string
  readonly to: string
  readonly typeOnly: boolean
}

const imports: Import[] = files.flatMap(file =>
  [
    ...sourceOf(file).matchAll(
      /^\s*(?:import|export)\s+(type\s+)?[^'"]*?from\s+'(\.[^']+)'|import\(\s*'(\.[^']+)'\s*\)/gm,
    ),
  ].map(match => ({
    file,
    to: relative(root, normalize(join(root, dirname(file), (match[2] ?? match[3]) as string))),
    typeOnly: !!match[1],
  })),
)

const layer = (file: string): string => file.split('/')[1] ?? ''
const procedureOf = (file: string): string | undefined => /^src\/procedures\/([^/]+)\//.exec(file)?.[1]
const code = imports.filter(item => !isTest(item.file))

describe('imports', () => {
  test('the kernel imports nothing of ours', () => {
    expect(code.filter(item => layer(item.file) === 'kernel' && layer(item.to) !== 'kernel')).toEqual([])
  })

  test('the vocabulary imports the kernel alone', () => {
    expect(
      code.filter(item => layer(item.file) === 'vocabulary' && !['kernel', 'vocabulary'].includes(layer(item.to))),
    ).toEqual([])
  })

  test('procedures import kernel, vocabulary and their own folder; their pages also the web', () => {
    const wrong = code.filter(item => {
      const own = procedureOf(item.file)
      if (!own || procedureOf(item.to) === own) return false
      if (['kernel', 'vocabulary'].includes(layer(item.to))) return false
      return !(item.file.includes('/pages/') && layer(item.to) === 'web')
    })
    expect(wrong).toEqual([])
  })

  test('the web takes no server code, and of procedures their pages alone', () => {
    const wrong = code.filter(item => {
      if (layer(item.file) !== 'web' || item.typeOnly) return false
      if (layer(item.to) === 'server' || layer(item.to) === 'demo') return true
      return layer(item.to) === 'procedures' && !item.to.includes('/pages/')
    })
    expect(wrong).toEqual([])
  })

  test('steps, forms and views never take SQL at run time', () => {
    const wrong = code.filter(
      item => /\/(commands|forms)\//.test(item.file) && /\/(queries|find-[^/]+)\.ts$/.test(item.to) && !item.typeOnly,
    )
    expect(wrong).toEqual([])
  })
})

describe('files', () => {
  test('that are panels name the procedure on whose records they stand, and export what the page takes', () => {
    const panels = globSync('src/procedures/*/pages/*-panel.tsx', { cwd: root })
    expect(panels.length).toBeGreaterThan(0)
    for (const file of panels) {
      expect(procedures.map(item => item.name)).toContain(/([^/]+)-panel\.tsx$/.exec(file)?.[1])
      expect(sourceOf(file), file).toContain('export function OwnPanel(')
    }
  })

  test('have names that say what they hold', () => {
    const empty = /(^|\/)(utils?|helpers?|common|misc|lib|shared|types|services|managers?)(\/|\.tsx?$)/i
    expect(files.filter(file => empty.test(file.replace(/^src\//, '')))).toEqual([])
  })

  test('are no barrels', () => {
    const barrels = files.filter(file => {
      const lines = sourceOf(file)
        .split('\n')
        .filter(
          line =>
            line.trim() &&
            !line.trim().startsWith('//') &&
            !line.trim().startsWith('*') &&
            !line.trim().startsWith('/*'),
        )
      return lines.length > 1 && lines.every(line => /^export (\*|\{[^}]*\}|type \{[^}]*\}) from/.test(line))
    })
    expect(barrels).toEqual([])
  })

  test('leave no promise to be believed', () => {
    const words = /\b(TODO|FIXME|XXX|not implemented|coming soon)\b|@ts-ignore|\bas any\b/
    expect(files.filter(file => words.test(sourceOf(file)))).toEqual([])
  })
})
