/**
 * `npm start`, `npm test`, `npm run bench`, `npm run verify`: brings the checkout into order, then runs the task on the
 * project's own Node. Needs nothing but Node ≥ 20.19 and npm, because it runs before anything is installed.
 * What it does goes to stderr, so that stdout carries only what the task itself says.
 */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { constants, tmpdir } from 'node:os'
import { join } from 'node:path'
import { install } from './packages.mjs'
import {
  bin,
  Failure,
  modules,
  node,
  ownEnvironment,
  readJson,
  root,
  run,
  runQuietly,
  say,
  seconds,
  step,
} from './program.mjs'
import { serverOptions } from './server-options.mjs'

const dist = join(root, 'dist')
const sha256 = content => createHash('sha256').update(content).digest('hex')

async function buildWeb() {
  const config = join('src', 'web', 'vite.config.ts')
  if (!existsSync(join(root, config))) return `nothing to build, ${config} is missing`
  const stamp = join(dist, 'web.sha256')
  const sources = ['src/web', 'src/procedures', 'src/vocabulary', 'src/kernel', 'package-lock.json']
  const wanted = hashOf(sources)
  const built = existsSync(join(dist, 'web', 'index.html')) && existsSync(stamp)
  if (built && readFileSync(stamp, 'utf8') === wanted) return 'up to date'
  rmSync(stamp, { force: true })
  const vite = join(modules, 'vite', 'bin', 'vite.js')
  await runQuietly(node, [vite, 'build', '--config', config, '--logLevel', 'warn'])
  if (!existsSync(join(dist, 'web', 'index.html'))) throw new Failure('vite build made no dist/web/index.html')
  writeFileSync(stamp, wanted)
  return 'built'
}

/** One hash over the names and contents of all files in these folders; tests and SQL do not reach the browser. */
function hashOf(paths) {
  const hash = createHash('sha256')
  const add = path => {
    const entries = readdirSync(join(root, path), { withFileTypes: true })
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const inner = join(path, entry.name)
      if (entry.isDirectory()) add(inner)
      else if (!/\.(test\.tsx?|sql|md)$/.test(entry.name)) {
        hash.update(`${inner}\0${sha256(readFileSync(join(root, inner)))}\n`)
      }
    }
  }
  for (const path of paths) {
    if (path.includes('.')) hash.update(readFileSync(join(root, path)))
    else if (existsSync(join(root, path))) add(path)
  }
  return hash.digest('hex')
}

/**
 * Hands over to a TypeScript program: its exit code is ours, signals are passed on once, and it notices through the
 * channel when this process is killed.
 */
function handOver(program, args, options = []) {
  return new Promise((done, fail) => {
    const stdio = ['inherit', 'inherit', 'inherit', 'ipc']
    const child = spawn(node, [...options, join(root, program), ...args], { cwd: root, stdio, env: ownEnvironment() })
    const passed = new Set()
    const pass = signal => {
      if (!passed.has(signal)) child.kill(signal)
      passed.add(signal)
    }
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => pass(signal))
    const parent = process.ppid
    const orphaned = setInterval(() => {
      // npm that is killed takes nobody along; started by hand, in the background, this may well outlive its shell
      if (process.env.npm_lifecycle_event && process.ppid !== parent) pass('SIGTERM')
    }, 100)
    orphaned.unref()
    child.on('error', fail)
    child.on('exit', (code, signal) => done(code ?? 128 + (constants.signals[signal] ?? 0)))
  })
}

async function test(filters) {
  const reports = mkdtempSync(join(tmpdir(), 'bihuan-reports-'))
  const vitest = (name, args) =>
    run(node, [
      join(modules, 'vitest', 'vitest.mjs'),
      'run',
      ...args,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${join(reports, `${name}.json`)}`,
    ])
  const tsc = project => run(join(bin, 'tsc'), ['-p', project, '--noEmit'])
  const journeys = join('test', 'journeys', 'vitest.config.ts')
  try {
    if (filters.length > 0) return await step('tests', () => vitest('tests', filters))
    await step('lint', () => run(join(bin, 'biome'), ['check', '.']))
    await step('types of the server', () => tsc('tsconfig.json'))
    await step('types of the web', () => tsc(join('src', 'web', 'tsconfig.json')))
    await step('tests', () => vitest('tests', []))
    await step('web', buildWeb)
    await step('Chromium', () => run(node, [join('scripts', 'install-chromium.ts')]))
    await step('browser journeys', () =>
      existsSync(join(root, journeys)) ? vitest('journeys', ['--config', journeys]) : `none, ${journeys} is missing`,
    )
  } finally {
    summarise(reports)
    rmSync(reports, { recursive: true, force: true })
  }
}

/** One closing line over all test runs. */
function summarise(reports) {
  let passed = 0
  let failed = 0
  for (const file of readdirSync(reports)) {
    const report = readJson(join(reports, file))
    passed += report.numPassedTests
    failed +=
      report.numFailedTests +
      report.testResults.filter(result => result.status === 'failed' && result.assertionResults.length === 0).length
  }
  process.stdout.write(`Tests: ${passed} passed, ${failed} failed\n`)
}

/** A task that only needs the packages, then runs one program. */
const program = path => async args => {
  await step('packages', install)
  return handOver(path, args)
}

const tasks = {
  install: async () => {
    await step('packages', install)
    await step('web', buildWeb)
  },
  start: async args => {
    await step('packages', install)
    await step('web', buildWeb)
    return handOver(join('src', 'server', 'main.ts'), args, serverOptions)
  },
  test: async args => {
    const begun = performance.now()
    await step('packages', install)
    await test(args)
    say(`✓ all of it (${seconds(begun)})`)
  },
  bench: async args => {
    await step('packages', install)
    await step('web', buildWeb)
    return handOver(join('bench', 'run.ts'), args)
  },
  verify: program(join('scripts', 'verify.ts')),
  backup: program(join('scripts', 'backup.ts')),
  restore: program(join('scripts', 'restore.ts')),
  'give-password': program(join('scripts', 'give-password.ts')),
  schema: program(join('scripts', 'schema.ts')),
  traceability: program(join('scripts', 'traceability.ts')),
}

const [name = 'start', ...args] = process.argv.slice(2)
try {
  const task = tasks[name]
  if (task === undefined) throw new Failure(`unknown task ${name}: choose one of ${Object.keys(tasks).join(', ')}`)
  process.exitCode = (await task(args)) ?? 0
} catch (error) {
  say(error instanceof Failure ? error.message : (error?.stack ?? String(error)))
  process.exitCode = 1
}
