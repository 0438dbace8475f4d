/**
 * Puts into package-lock.json the binary packages for other platforms that npm left out of it. npm leaves them out when
 * it writes the lock file beside an existing node_modules, or from a registry that carries only one platform; `npm ci`
 * then refuses the lock file, or installs without them elsewhere. Run it after every change of the dependencies.
 */
import { readFileSync, writeFileSync } from 'node:fs'

const file = new URL('../package-lock.json', import.meta.url)
const lock = JSON.parse(readFileSync(file, 'utf8'))

const systems = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32']
const processors = ['arm64', 'arm', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'wasm32', 'x64']

/** Platform that a package is for, read from its name, as in `…-linux-arm64-musl`. */
const platformOf = name => {
  const words = name.split(/[/-]/)
  const os = systems.find(system => words.includes(system))
  const cpu = processors.find(processor => words.includes(processor))
  const libc = words.some(word => word.startsWith('musl'))
    ? 'musl'
    : words.some(word => word.startsWith('gnu'))
      ? 'glibc'
      : null
  return os && cpu ? { os: [os], cpu: [cpu], ...(libc ? { libc: [libc] } : {}) } : null
}

const added = []
for (const [path, parent] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(parent.optionalDependencies ?? {})) {
    if (lock.packages[`${path}/node_modules/${name}`] || lock.packages[`node_modules/${name}`]) continue
    const platform = platformOf(name)
    if (platform === null || !/^\d+\.\d+\.\d+/.test(version)) continue
    const { cpu, libc, os } = platform
    lock.packages[`node_modules/${name}`] = {
      version,
      cpu,
      ...(parent.dev ? { dev: true } : {}),
      ...(libc ? { libc } : {}),
      optional: true,
      os,
    }
    added.push(`${name}@${version}`)
  }
}
const { '': root, ...rest } = lock.packages
const sorted = Object.keys(rest).sort((a, b) => a.localeCompare(b, 'en'))
lock.packages = { '': root, ...Object.fromEntries(sorted.map(path => [path, rest[path]])) }
if (added.length > 0) writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`)
console.log(added.length === 0 ? 'package-lock.json is complete' : `added:\n${added.join('\n')}`)
