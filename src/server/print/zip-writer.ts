import { once } from 'node:events'
import { crc32, createDeflateRaw, type DeflateRaw } from 'node:zlib'
import { Zip, type ZipInputFile } from 'fflate'

/** One file of an archive, compressed by the platform off the main thread; fflate lays out the archive around it. */
class Entry implements ZipInputFile {
  readonly filename: string
  readonly compression = 8
  // One fixed time, so that the same rows give the same bytes; MS-DOS time starts in 1980.
  readonly mtime = new Date(2000, 0, 1)
  crc = 0
  size = 0
  ondata?: ZipInputFile['ondata']
  readonly #deflate: DeflateRaw = createDeflateRaw({ level: 6 })

  constructor(filename: string) {
    this.filename = filename
    this.#deflate.on('data', (chunk: Uint8Array<ArrayBuffer>) => this.ondata?.(null, chunk, false))
  }

  async write(content: string | Uint8Array): Promise<void> {
    const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content
    this.crc = crc32(bytes, this.crc)
    this.size += bytes.length
    if (!this.#deflate.write(bytes)) await once(this.#deflate, 'drain')
  }

  async close(): Promise<void> {
    this.#deflate.end()
    await once(this.#deflate, 'end')
    this.ondata?.(null, new Uint8Array(0), true)
  }
}

/** Writes a ZIP archive file by file; what is ready is fetched with {@link ZipWriter.taken}. */
export class ZipWriter {
  #ready: Uint8Array[] = []
  #entry: Entry | null = null
  readonly #zip = new Zip((error, chunk) => {
    if (error) throw error
    this.#ready.push(chunk)
  })

  /** Begins a file; the one before must be closed. */
  open(path: string): void {
    this.#entry = new Entry(path)
    this.#zip.add(this.#entry)
  }

  async write(content: string | Uint8Array): Promise<void> {
    await this.#entry?.write(content)
  }

  async close(): Promise<void> {
    await this.#entry?.close()
    this.#entry = null
  }

  /** Writes the directory of the archive. */
  end(): void {
    this.#zip.end()
  }

  /** The bytes that are ready; each is handed out once. */
  taken(): Uint8Array[] {
    const ready = this.#ready
    this.#ready = []
    return ready
  }
}
