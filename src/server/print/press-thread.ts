import { parentPort } from 'node:worker_threads'
import { type PressJob, Typesetter } from './typesetter.ts'

/** The thread in which documents are set, one after another, away from the thread that answers requests. */
const typesetter = new Typesetter()

parentPort?.on('message', ({ id, job }: { id: number; job: PressJob }) => {
  try {
    const pdf = new Uint8Array(typesetter.set(job))
    parentPort?.postMessage({ id, pdf }, [pdf.buffer])
  } catch (error) {
    parentPort?.postMessage({ id, failed: error instanceof Error ? error.message : String(error) })
  }
})
