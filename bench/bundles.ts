import { existsSync, readFileSync, statSync } from 'node:fs'
import { note } from './notebook.ts'

/** Notes how much JavaScript a browser loads, by the compressed files that the build wrote. */
export function bundles(): void {
  const kB = (files: readonly string[]): number =>
    Math.round(
      files.reduce((sum, file) => sum + (existsSync(`${file}.br`) ? statSync(`${file}.br`).size : 0), 0) / 102.4,
    ) / 10
  const manifest = 'dist/web/.vite/manifest.json'
  if (!existsSync(manifest)) return
  const chunks = JSON.parse(readFileSync(manifest, 'utf8')) as Record<
    string,
    { file: string; imports?: string[]; isEntry?: boolean; src?: string }
  >
  const closure = (name: string, seen = new Set<string>()): Set<string> => {
    if (seen.has(name)) return seen
    seen.add(name)
    for (const inner of chunks[name]?.imports ?? []) closure(inner, seen)
    return seen
  }
  const filesOf = (...names: string[]): string[] =>
    [...new Set(names.flatMap(name => [...closure(name)]))]
      .map(name => `dist/web/${chunks[name]?.file}`)
      .filter(file => file.endsWith('.js'))
  const named = (part: string): string[] => Object.keys(chunks).filter(name => name.includes(part))
  const entry = Object.keys(chunks).filter(name => chunks[name]?.isEntry)
  const logIn = kB(filesOf(...entry, ...named('log-in-page')))
  const first = kB(filesOf(...entry, ...named('shell/shell'), ...named('workbench-page')))
  note('bundle_log_in_kB', logIn, 'JavaScript of the log-in page, brotli', `${logIn} kB`, '≤ 120 kB', logIn <= 120)
  note(
    'bundle_first_page_kB',
    first,
    'JavaScript of shell and workbench, brotli',
    `${first} kB`,
    '≤ 350 kB',
    first <= 350,
  )
  const pages = Object.entries(chunks).filter(([name]) => /-page\.tsx$/.test(name))
  const largest = pages
    .map(([name, chunk]) => ({ name, size: kB([`dist/web/${chunk.file}`]) }))
    .sort((a, b) => b.size - a.size)
  note(
    'bundle_pages_kB',
    Object.fromEntries(largest.map(({ name, size }) => [name, size])),
    'largest page of its own, brotli',
    `${largest[0]?.size} kB (${largest[0]?.name})`,
  )
}
