import { hash, randomBytes } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Readable } from 'node:stream'
import { errorCode } from '../cannot-start.ts'

/** SHA-256 of a file's content as 64 hexadecimal digits; its name in the store. */
export const contentHash = (content: Uint8Array): string => hash('sha256', content, 'hex')

/** Where a content lies: `<data>/attachments/ab/cdef…`. */
export const attachmentPath = (dataDir: string, sha256: string): string =>
  join(dataDir, 'attachments', sha256.slice(0, 2), sha256.slice(2))

/**
 * Keeps a content under its hash, once. When this returns it is on the disk: the file is flushed, then renamed, then its
 * folder is flushed, so that a crash leaves all of it or nothing.
 */
export const keepContent = async (dataDir: string, sha256: string, content: Uint8Array): Promise<void> => {
  const path = attachmentPath(dataDir, sha256)
  if (await isThere(path, content.length)) return
  const folder = dirname(path)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const draft = `${path}.${randomBytes(6).toString('hex')}`
  try {
    const file = await open(draft, 'wx', 0o600)
    try {
      await file.writeFile(content)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(draft, path)
    await flushFolder(folder)
  } finally {
    await rm(draft, { force: true })
  }
}

/** Streams a kept content; the stream fails with `ENOENT` when it is missing. */
export const contentStream = (dataDir: string, sha256: string): Readable =>
  createReadStream(attachmentPath(dataDir, sha256))

const isThere = async (path: string, size: number): Promise<boolean> => {
  try {
    return (await stat(path)).size === size
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return false
    throw error
  }
}

const flushFolder = async (folder: string): Promise<void> => {
  if (process.platform === 'win32') return // folders cannot be opened there
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
