import { createHash } from 'node:crypto'
import { once } from 'node:events'
import type { PassThrough } from 'node:stream'
import { ZipWriter } from '../print/zip-writer.ts'

/** A file of the archive, as its manifest names it. */
export interface ArchivedFile {
  readonly path: string
  readonly sha256: string
  readonly size: number
}

/** Writes files into a ZIP one by one, as fast as the reader takes them, and remembers the hash of each. */
export class SealedZip {
  readonly #zip = new ZipWriter()
  readonly #stream: PassThrough
  readonly #files: ArchivedFile[] = []

  constructor(stream: PassThrough) {
    this.#stream = stream
  }

  get files(): readonly ArchivedFile[] {
    return this.#files
  }

  /** @throws Error when whoever reads has gone away */
  async put(path: string, content: string | Uint8Array): Promise<void> {
    const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content
    this.#zip.open(path)
    await this.#zip.write(bytes)
    await this.#zip.close()
    await this.#send()
    this.#files.push({ path, sha256: createHash('sha256').update(bytes).digest('hex'), size: bytes.length })
  }

  async end(): Promise<void> {
    this.#zip.end()
    await this.#send()
    this.#stream.end()
  }

  async #send(): Promise<void> {
    for (const chunk of this.#zip.taken()) {
      if (this.#stream.destroyed) throw new Error('the reader of the archive has gone away')
      if (this.#stream.write(chunk)) continue
      await Promise.race([once(this.#stream, 'drain'), once(this.#stream, 'close')])
    }
  }
}
