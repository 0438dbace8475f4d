/**
 * A client in a process of its own: asks the server with `clients` connections for `seconds`, prints one JSON line of figures.
 * node bench/load.ts '{"origin":…,"cookie":…,"clients":8,"seconds":5,"ask":{…}}'
 */
import { Agent, request } from 'node:http'
import { figures } from './figures.ts'

interface Task {
  readonly origin: string
  readonly cookie: string
  readonly clients: number
  readonly seconds: number
  readonly ask:
    | { readonly kind: 'register'; readonly input: Record<string, unknown> }
    | { readonly kind: 'read'; readonly paths: readonly string[] }
}

const task = JSON.parse(process.argv[2] ?? '{}') as Task
const agent = new Agent({ keepAlive: true, maxSockets: task.clients })
const latencies: number[] = []
let turn = 0

const send = (method: string, path: string, body: string | null): Promise<void> =>
  new Promise((resolve, reject) => {
    const begun = performance.now()
    const headers: Record<string, string | number> = {
      cookie: task.cookie,
      origin: task.origin,
      accept: 'application/json',
    }
    if (body !== null)
      Object.assign(headers, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) })
    const sent = request(`${task.origin}${path}`, { method, headers, agent }, answer => {
      let text = ''
      answer.setEncoding('utf8')
      answer.on('data', chunk => {
        if (answer.statusCode !== 200) text += chunk
      })
      answer.on('end', () => {
        if (answer.statusCode !== 200)
          reject(new Error(`${method} ${path}: ${answer.statusCode} ${text.slice(0, 300)}`))
        else {
          latencies.push(performance.now() - begun)
          resolve()
        }
      })
    })
    sent.on('error', reject)
    sent.end(body)
  })

const next = (): Promise<void> => {
  turn += 1
  if (task.ask.kind === 'read') return send('GET', task.ask.paths[turn % task.ask.paths.length] ?? '/', null)
  const input = { ...task.ask.input, serial: `B${process.pid}-${turn}` }
  return send('POST', '/api/do/complaint.open', JSON.stringify({ key: `bench-${process.pid}-${turn}`, input }))
}

const end = performance.now() + task.seconds * 1000
const client = async (): Promise<void> => {
  while (performance.now() < end) await next()
}
const begun = performance.now()
await Promise.all(Array.from({ length: task.clients }, client))
console.log(JSON.stringify(figures(latencies, (performance.now() - begun) / 1000)))
agent.destroy()
