import { setImmediate } from 'node:timers/promises'
import { parentPort } from 'node:worker_threads'
import { type PressJob, Typesetter } from './typesetter.ts'

/** The thread in which documents are set, one after another, away from the thread that answers requests. */
const typesetter = new Typesetter()
let last: Promise<void> = Promise.resolve()

async function print(id: number, job: PressJob): Promise<void> {
  // Native memory of the document before is given back between turns of the event loop only.
  await setImmediate()
  try {
    const pdf = new Uint8Array(typesetter.set(job))
    parentPort?.postMessage({ id, pdf }, [pdf.buffer])
  } catch (error) {
    parentPort?.postMessage({ id, failed: error instanceof Error ? error.message : String(error) })
  }
}

parentPort?.on('message', ({ id, job }: { id: number; job: PressJob }) => {
  last = last.then(() => print(id, job))
})
