import type { Refusal } from '../../kernel/refusal.ts'
import type { Text } from '../../kernel/text.ts'

/** A file that the server keeps. */
export interface Uploaded {
  readonly id: string
  readonly sha256: string
  readonly name: string
  readonly mediaType: string
  readonly size: number
}

const UNREACHED: Text = {
  zh: '没有连上服务器，文件未上传。网络恢复后请重试。',
  en: 'The server was not reached; the file is not uploaded. Try again when the network is back.',
}

const sentenceOf = (status: number, answer: unknown): Text => {
  const sentence = (answer as Partial<Refusal> | null)?.sentence
  if (sentence) return sentence
  return status === 413
    ? { zh: '文件太大。请压缩或分开上传。', en: 'The file is too large. Compress or split it.' }
    : {
        zh: `服务器没有收下文件（${status}）。请重试。`,
        en: `The server did not take the file (${status}). Try again.`,
      }
}

/** Where the files of people who are signed in go. */
export const ATTACHMENTS = '/api/attachments'

/**
 * Sends one file and reports how much of it is there, 0 to 1. Rejects with a {@link Text} for people.
 * `fetch` cannot report progress of what it sends, hence the older interface.
 */
export const upload = (
  file: File,
  onProgress: (part: number) => void,
  signal: AbortSignal,
  path: string = ATTACHMENTS,
): Promise<Uploaded> =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', path)
    request.setRequestHeader('x-bihuan', '1')
    request.responseType = 'json'
    request.upload.onprogress = event => onProgress(event.total > 0 ? event.loaded / event.total : 0)
    request.onload = () =>
      request.status === 200 || request.status === 201
        ? resolve(request.response as Uploaded)
        : reject(sentenceOf(request.status, request.response))
    request.onerror = () => reject(UNREACHED)
    signal.addEventListener('abort', () => request.abort())
    const body = new FormData()
    body.append('file', file)
    request.send(body)
  })
