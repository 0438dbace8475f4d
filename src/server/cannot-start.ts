import type { Text } from '../kernel/text.ts'

/** Why the product does not start, said so that a person knows the way out. The process ends with exit code 1. */
export class CannotStart extends Error {
  readonly sentence: Text

  constructor(sentence: Text, cause?: unknown) {
    super(sentence.en, { cause })
    this.name = 'CannotStart'
    this.sentence = sentence
  }
}

/** System error code (`ENOSPC`, `EACCES`, …) of anything thrown, or an empty string. */
export const errorCode = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''

/** Turns a failure to read or write `path` into a sentence; anything else is passed on as it is. */
export const explainFileProblem = (error: unknown, path: string): unknown => {
  switch (errorCode(error)) {
    case 'ENOSPC':
    case 'EDQUOT':
      return diskFull(path, error)
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
    case 'ENOENT':
      return new CannotStart(
        {
          zh: `无法写入数据文件夹 ${path}。请改正它的权限，或用 --data 指定另一个文件夹。`,
          en: `The data folder ${path} cannot be written. Correct its permissions, or choose another with --data.`,
        },
        error,
      )
    case 'ENOTDIR':
    case 'EEXIST':
      return new CannotStart(
        {
          zh: `${path} 不是文件夹。请用 --data 指定一个文件夹。`,
          en: `${path} is not a folder. Choose a folder with --data.`,
        },
        error,
      )
    default:
      return error
  }
}

/** The disk that holds `path` has no space left. */
export const diskFull = (path: string, cause?: unknown): CannotStart =>
  new CannotStart(
    {
      zh: `磁盘已满，无法写入 ${path}。请腾出空间，或用 --data 指定另一个磁盘上的文件夹。`,
      en: `The disk is full: ${path} cannot be written. Free some space, or choose a folder on another disk with --data.`,
    },
    cause,
  )

/** Turns a failure to listen into a sentence that names the port and the way out. */
export const explainListenProblem = (error: unknown, at: { host: string; port: number }): unknown => {
  switch (errorCode(error)) {
    case 'EADDRINUSE': {
      const other = at.port >= 65535 ? 4180 : at.port + 1
      return new CannotStart(
        {
          zh: `端口 ${at.port}（${at.host}）已被其他程序占用。请换一个端口：npm start -- --port ${other}`,
          en: `Port ${at.port} on ${at.host} is taken by another program. Choose another port: npm start -- --port ${other}`,
        },
        error,
      )
    }
    case 'EACCES':
      return new CannotStart(
        {
          zh: `没有使用端口 ${at.port} 的权限。请选用 1024 以上的端口：npm start -- --port 4180`,
          en: `Port ${at.port} is not allowed for this user. Choose one above 1024: npm start -- --port 4180`,
        },
        error,
      )
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return new CannotStart(
        {
          zh: `本机没有地址 ${at.host}。请用 --host 指定本机的地址，例如 --host 127.0.0.1。`,
          en: `This machine has no address ${at.host}. Give one that it has with --host, for example --host 127.0.0.1.`,
        },
        error,
      )
    default:
      return error
  }
}
