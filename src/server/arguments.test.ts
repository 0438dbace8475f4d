import { once } from 'node:events'
import { createServer } from 'node:net'
import { describe, expect, test } from 'vitest'
import { parseStartArguments } from './arguments.ts'
import { CannotStart, explainFileProblem, explainListenProblem } from './cannot-start.ts'

const parse = (argv: string[], env: Record<string, string> = {}) => parseStartArguments(argv, env, '/srv/bihuan')

describe('the command line', () => {
  test('has defaults that need no thought', () => {
    expect(parse([])).toEqual({
      port: 4180,
      host: '127.0.0.1',
      dataDir: '/srv/bihuan/data',
      empty: false,
      databaseUrl: undefined,
      help: false,
    })
  })

  test('counts a relative data folder from where it was typed', () => {
    expect(parse(['--data', 'books', '--port=0', '--empty'], { INIT_CWD: '/home/li' })).toMatchObject({
      dataDir: '/home/li/books',
      port: 0,
      empty: true,
    })
  })

  test('takes another PostgreSQL from the environment', () => {
    expect(parse([], { DATABASE_URL: 'postgres://db/x' }).databaseUrl).toBe('postgres://db/x')
  })

  test.each([[['--prot', '1']], [['--port', 'http']], [['--port', '70000']], [['stray']]])('refuses %j', argv => {
    expect(() => parse(argv)).toThrow(CannotStart)
  })
})

describe('a problem at the start', () => {
  test('of a taken port names the port and another', async () => {
    const first = createServer().listen(0, '127.0.0.1')
    await once(first, 'listening')
    const address = first.address()
    const port = typeof address === 'object' && address !== null ? address.port : 0
    const second = createServer().listen(port, '127.0.0.1')
    const [error] = await once(second, 'error')
    first.close()
    const explained = explainListenProblem(error, { host: '127.0.0.1', port })
    expect(explained).toBeInstanceOf(CannotStart)
    expect(String(explained)).toMatch(new RegExp(`Port ${port} on 127.0.0.1 is taken.*--port ${port + 1}`))
  })

  test.each([
    ['ENOSPC', 'The disk is full'],
    ['EROFS', 'cannot be written'],
    ['EACCES', 'cannot be written'],
    ['ENOTDIR', 'is not a folder'],
  ])('of the disk (%s) is said in plain words', (code, sentence) => {
    const explained = explainFileProblem(Object.assign(new Error(code), { code }), '/srv/data')
    expect(String(explained)).toContain(sentence)
    expect(String(explained)).toContain('/srv/data')
  })

  test('that is none of these stays what it is', () => {
    const error = new Error('odd')
    expect(explainFileProblem(error, '/srv/data')).toBe(error)
    expect(explainListenProblem(error, { host: 'x', port: 1 })).toBe(error)
  })
})
