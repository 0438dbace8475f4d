/** What the scripts share that run before anything is installed: paths, steps with their time, programs, npm. */
import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { delimiter, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))
export const modules = join(root, 'node_modules')
export const bin = join(modules, '.bin')
export const node = join(bin, 'node')

/** A failure that the person can act on: the sentence is all that is shown. */
export class Failure extends Error {}

export const seconds = since => `${((performance.now() - since) / 1000).toFixed(1)} s`
export const say = line => process.stderr.write(`${line}\n`)

/** Runs one step and prints its name, what it found, and how long it took. */
export async function step(name, work) {
  const begun = performance.now()
  try {
    const found = await work()
    say(`✓ ${name}${found ? `: ${found}` : ''} (${seconds(begun)})`)
  } catch (error) {
    say(`✗ ${name} (${seconds(begun)})`)
    throw error
  }
}

export const readJson = path => JSON.parse(readFileSync(path, 'utf8'))

/** Environment for npm: the system's Node and npm, and none of the settings that belong to this very npm run. */
export function npmEnvironment() {
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
export const ownEnvironment = () => ({
  ...process.env,
  PATH: [bin, ...withoutOwnBin(process.env.PATH ?? '')].join(delimiter),
})

/** Runs a program to its end with our output; throws when it fails. */
export function run(command, args, options = {}, onStart = () => {}) {
  return new Promise((done, fail) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: ownEnvironment(),
      ...options,
    })
    onStart(child)
    const stop = signal => child.kill(signal)
    for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, stop)
    child.on('error', error => fail(new Failure(`${command} could not be started: ${error.message}`)))
    child.on('close', (code, signal) => {
      for (const name of ['SIGINT', 'SIGTERM']) process.removeListener(name, stop)
      if (code === 0) done()
      else fail(new Failure(`${[command, ...args].map(shown).join(' ')} ended with ${signal ?? code}`))
    })
  })
}

/** Runs a program whose progress display would only be in the way; what it said is shown when it fails. */
export function runQuietly(command, args) {
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
export function npm(args, cwd = root) {
  const { npm_execpath: cli, npm_node_execpath: runner } = process.env
  const known = cli?.endsWith('.js') && existsSync(cli) && runner && existsSync(runner) && !runner.startsWith(modules)
  const options = { cwd, env: npmEnvironment(), stdio: ['ignore', process.stderr, process.stderr] }
  return known ? run(runner, [cli, ...args], options) : run('npm', args, options)
}
