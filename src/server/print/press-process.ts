import { type PressJob, Typesetter } from './typesetter.ts'

/** The process in which one long document is set; ends with its parent or with its answer. */
process.on('disconnect', () => process.exit())

process.on('message', (job: PressJob) => {
  try {
    process.send?.({ pdf: new Uint8Array(new Typesetter().set(job)) })
  } catch (error) {
    process.send?.({ failed: error instanceof Error ? error.message : String(error) })
  }
})
