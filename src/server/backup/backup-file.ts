import { buffer } from 'node:stream/consumers'
import { type Entry, openPromise } from 'yauzl'
import { CannotStart } from '../cannot-start.ts'
import { type BackupHead, backupHead, HEAD, LAYOUT } from './backup-head.ts'

/** A backup file that is open for reading. */
export interface BackupFile {
  readonly head: BackupHead
  /**
   * The content of an entry.
   * @throws CannotStart when it is missing
   */
  read(entry: string): Promise<NodeJS.ReadableStream>
  close(): void
}

/** A sentence on a file that is no backup, or no longer one. */
export const damaged = (path: string, zh: string, en: string, cause?: unknown): CannotStart =>
  new CannotStart(
    {
      zh: `备份 ${path} 不能使用：${zh}。没有恢复任何内容，请换一份备份。`,
      en: `The backup ${path} cannot be used: ${en}. Nothing was restored; use another one.`,
    },
    cause,
  )

/**
 * Opens a plain backup file and reads what it says of itself.
 * @throws CannotStart when it is none, is cut off, or was written by a newer program
 */
export async function openBackup(path: string): Promise<BackupFile> {
  const zip = await openPromise(path, { lazyEntries: true, autoClose: false }).catch(cause => {
    throw damaged(path, '文件不完整或不是备份文件', 'it is not whole, or no backup', cause)
  })
  try {
    const entries = new Map<string, Entry>()
    for await (const entry of zip.eachEntry()) entries.set(entry.fileName, entry)
    const read: BackupFile['read'] = async name => {
      const entry = entries.get(name)
      if (!entry) throw damaged(path, `缺少 ${name}`, `${name} is missing in it`)
      return zip.openReadStreamPromise(entry)
    }
    const written: unknown = JSON.parse((await buffer(await read(HEAD))).toString('utf8'))
    const layout = (written as { layout?: unknown } | null)?.layout
    if (typeof layout === 'number' && layout > LAYOUT)
      throw damaged(
        path,
        '它由较新的版本写成，请用较新的版本恢复',
        'a newer version wrote it, restore it with that one',
      )
    const head = backupHead.safeParse(written)
    if (!head.success) throw damaged(path, `${HEAD} 内容有误`, `what ${HEAD} says is not right`, head.error)
    return { head: head.data, read, close: () => zip.close() }
  } catch (error) {
    zip.close()
    if (error instanceof CannotStart) throw error
    throw damaged(path, '内容读不出来', 'its content cannot be read', error)
  }
}
