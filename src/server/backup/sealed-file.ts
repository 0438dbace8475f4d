import { createReadStream, createWriteStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import { Decrypter, Encrypter } from 'age-encryption'
import { CannotStart } from '../cannot-start.ts'

/** Fewest characters of a passphrase. */
export const SHORTEST_PASSPHRASE = 12

/** First bytes of a file in the age format (age-encryption.org/v1). */
const AGE = 'age-encryption.org/'

/** Writes a stream to `path`, encrypted with the passphrase (age, scrypt) where one is given, and flushes it to the disk. */
export async function writeSealed(from: NodeJS.ReadableStream, path: string, passphrase?: string): Promise<void> {
  const to = createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true })
  if (passphrase === undefined) return pipeline(from, to)
  const encrypter = new Encrypter()
  encrypter.setPassphrase(passphrase)
  const sealed = await encrypter.encrypt(Readable.toWeb(Readable.from(from)) as never)
  return pipeline(Readable.fromWeb(sealed as unknown as ReadableStream), to)
}

/** Whether the file is encrypted. */
export async function isSealed(path: string): Promise<boolean> {
  const file = await open(path)
  try {
    const start = Buffer.alloc(AGE.length)
    await file.read(start, 0, start.length, 0)
    return start.toString('latin1') === AGE
  } finally {
    await file.close()
  }
}

/**
 * Writes the plain content of an encrypted file to `to`.
 * @throws CannotStart when there is no passphrase or it is not the one
 */
export async function unseal(path: string, to: string, passphrase: string | undefined): Promise<void> {
  if (passphrase === undefined)
    throw new CannotStart({
      zh: `备份 ${path} 已加密。请用环境变量 BIHUAN_BACKUP_PASSPHRASE 给出口令后再试。`,
      en: `The backup ${path} is encrypted. Give its passphrase in BIHUAN_BACKUP_PASSPHRASE and try again.`,
    })
  const decrypter = new Decrypter()
  decrypter.addPassphrase(passphrase)
  const plain = await decrypter.decrypt(Readable.toWeb(createReadStream(path)) as never).catch(cause => {
    throw new CannotStart(
      {
        zh: `口令不对，或 ${path} 的加密头已损坏。请核对 BIHUAN_BACKUP_PASSPHRASE。`,
        en: `The passphrase is not the one of ${path}, or its head is damaged. Check BIHUAN_BACKUP_PASSPHRASE.`,
      },
      cause,
    )
  })
  await pipeline(
    Readable.fromWeb(plain as unknown as ReadableStream),
    createWriteStream(to, { flags: 'wx', mode: 0o600 }),
  )
}
