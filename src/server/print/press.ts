import { fork } from 'node:child_process'
import { Worker } from 'node:worker_threads'
import { type PressJob, TypesettingError } from './typesetter.ts'

type Waiting = { readonly resolve: (pdf: Uint8Array) => void; readonly reject: (error: Error) => void }
type Answer = { readonly id?: number; readonly pdf?: Uint8Array; readonly failed?: string }

/** One thread that sets documents; starts with the first, holds no process open, and is replaced if it dies. */
class Press {
  #thread: Worker | null = null
  #next = 0
  readonly #waiting = new Map<number, Waiting>()

  print(job: PressJob): Promise<Uint8Array> {
    const thread = this.#running()
    const id = this.#next++
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject })
      thread.ref()
      thread.postMessage({ id, job })
    })
  }

  async close(): Promise<void> {
    await this.#thread?.terminate()
  }

  #running(): Worker {
    if (this.#thread) return this.#thread
    const thread = new Worker(new URL('./press-thread.ts', import.meta.url))
    thread.unref()
    thread.on('message', (answer: Answer) => this.#answered(thread, answer))
    thread.on('error', error => this.#died(thread, error))
    thread.on('exit', () => this.#died(thread, new Error('The printing thread ended')))
    this.#thread = thread
    return thread
  }

  #answered(thread: Worker, answer: Answer): void {
    const waiting = this.#waiting.get(answer.id ?? -1)
    this.#waiting.delete(answer.id ?? -1)
    if (this.#waiting.size === 0) thread.unref()
    if (answer.pdf) waiting?.resolve(answer.pdf)
    else waiting?.reject(new TypesettingError(answer.failed ?? 'The printing thread gave no reason'))
  }

  #died(thread: Worker, error: unknown): void {
    if (this.#thread !== thread) return
    this.#thread = null
    for (const waiting of this.#waiting.values())
      waiting.reject(error instanceof Error ? error : new Error(String(error)))
    this.#waiting.clear()
  }
}

/** A long document takes hundreds of megabytes while it is set; a process of its own gives them back. */
function printApart(job: PressJob): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const apart = fork(new URL('./press-process.ts', import.meta.url), {
      execArgv: [],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    apart.on('error', reject)
    apart.on('exit', code => reject(new TypesettingError(`The printing process ended with code ${code}`)))
    apart.on('message', ({ pdf, failed }: Answer) => {
      if (pdf) resolve(new Uint8Array(pdf))
      else reject(new TypesettingError(failed ?? 'The printing process gave no reason'))
      apart.disconnect()
    })
    apart.send(job)
  })
}

const press = new Press()
let lastApart: Promise<unknown> = Promise.resolve()

/**
 * Sets a document in the printing thread.
 * @returns the bytes of a PDF/A-2u file
 * @throws TypesettingError when the template does not compile
 */
export const typeset = (job: PressJob): Promise<Uint8Array> => press.print(job)

/** Sets a long document in a process of its own, one at a time. Answers and throws as {@link typeset}. */
export function typesetApart(job: PressJob): Promise<Uint8Array> {
  const printed = lastApart.then(() => printApart(job))
  lastApart = printed.catch(() => undefined)
  return printed
}

/** Ends the printing thread; the next print starts a new one. */
export const closePress = (): Promise<void> => press.close()
