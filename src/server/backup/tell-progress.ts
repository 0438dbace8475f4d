import type { OnProgress, Progress } from './backup-head.ts'

const STAGES: Readonly<Record<Progress['stage'], string>> = {
  reading: '读取 reading',
  tables: '数据表 tables',
  files: '附件 files',
  comparing: '比对 comparing',
  verifying: '核验 verifying',
}

/** Milliseconds between two lines where no terminal shows one line that moves. */
const PAUSE = 2_000

/** Shows how far a backup is: one moving line on a terminal, otherwise a line now and then. */
export function tellProgress(to: NodeJS.WriteStream = process.stderr): OnProgress & { end(): void } {
  let last = 0
  let stage = ''
  const tell = (progress: Progress): void => {
    const line = `${STAGES[progress.stage]} ${progress.done}/${progress.of} ${progress.what}`
    const now = performance.now()
    if (to.isTTY) to.write(`\r\x1b[2K${line}`)
    else if (progress.stage !== stage || now - last > PAUSE) {
      to.write(`${line}\n`)
      last = now
    }
    stage = progress.stage
  }
  return Object.assign(tell, {
    end: () => {
      if (to.isTTY && stage) to.write('\r\x1b[2K')
    },
  })
}
