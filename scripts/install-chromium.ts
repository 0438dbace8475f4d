/** Makes sure that the browser journeys have a Chromium and a Chinese font; says what to install where it cannot. */
import { spawnSync } from 'node:child_process'
import { chromiumPath, findChromium } from '../test/chromium.ts'

const run = (command: string, args: readonly string[]): boolean =>
  spawnSync(command, args, {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  }).status === 0

const hasChineseFont = (): boolean => {
  if (process.platform !== 'linux') return true
  return (spawnSync('fc-list', [':lang=zh-cn'], { encoding: 'utf8' }).stdout ?? '').trim() !== ''
}

const canUseApt = process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0
const wanted = [
  ...(findChromium() === null ? ['chromium'] : []),
  ...(hasChineseFont() ? [] : ['fontconfig', 'fonts-noto-cjk']),
]

if (wanted.length > 0 && canUseApt) {
  console.error(`installing ${wanted.join(', ')} with apt-get …`)
  const quiet = ['-qq', '-o', 'DPkg::Lock::Timeout=300', '-o', 'Dpkg::Use-Pty=0']
  run('apt-get', [...quiet, 'update'])
  run('apt-get', [...quiet, 'install', '-y', '--no-install-recommends', ...wanted])
}
if (findChromium() === null) {
  console.error('fetching the Chromium of Playwright …')
  run(process.execPath, ['node_modules/playwright-core/cli.js', 'install', 'chromium'])
}
if (!hasChineseFont()) {
  console.error('No Chinese font found: the screens will show boxes. Install one, for instance fonts-noto-cjk.')
}
try {
  console.error(`Chromium: ${chromiumPath()}`)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
