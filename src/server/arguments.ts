import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { CannotStart } from './cannot-start.ts'

/** What the command line and the environment ask of the server. */
export interface StartArguments {
  /** TCP port; 0 takes any free one. */
  readonly port: number
  readonly host: string
  /** Absolute path of the data folder. */
  readonly dataDir: string
  /** True: no demo company; the set-up page makes the first administrator. */
  readonly empty: boolean
  /** PostgreSQL to use in place of the embedded one, from `DATABASE_URL`. */
  readonly databaseUrl: string | undefined
  readonly help: boolean
}

export const usage = `npm start -- [--port N] [--data DIR] [--host H] [--empty]

  --port N    port to listen on (4180)
  --host H    address to listen on (127.0.0.1)
  --data DIR  data folder (data)
  --empty     start without the demo company
  DATABASE_URL=postgres://…  use this PostgreSQL (15 or later) in place of the embedded one`

const isPort = (value: string): boolean => /^\d{1,5}$/.test(value) && Number(value) <= 65535

/**
 * Reads the command line. A relative `--data` counts from the folder in which the person typed the command.
 * @throws CannotStart for an unknown option or a port that is none.
 */
export const parseStartArguments = (
  argv: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  root: string,
): StartArguments => {
  const values = readOptions(argv)
  const port = values.port ?? '4180'
  if (!isPort(port)) {
    throw new CannotStart({
      zh: `“${port}”不是端口号。请给出 0 至 65535 之间的整数，例如 --port 4180。`,
      en: `"${port}" is not a port. Give a whole number from 0 to 65535, for example --port 4180.`,
    })
  }
  const typedIn = env.INIT_CWD || root
  return {
    port: Number(port),
    host: values.host ?? '127.0.0.1',
    dataDir: values.data === undefined ? resolve(root, 'data') : resolve(typedIn, values.data),
    empty: values.empty ?? false,
    databaseUrl: env.DATABASE_URL || undefined,
    help: values.help ?? false,
  }
}

const readOptions = (argv: readonly string[]) => {
  try {
    return parseArgs({
      args: [...argv],
      strict: true,
      allowPositionals: false,
      options: {
        port: { type: 'string' },
        host: { type: 'string' },
        data: { type: 'string' },
        empty: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    }).values
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('. ')[0] : String(error)
    throw new CannotStart({ zh: `启动参数有误：${reason}。\n${usage}`, en: `${reason}.\n${usage}` }, error)
  }
}
