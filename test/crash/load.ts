/** Clients that register complaints and contacts, and remember what the server acknowledged. */
import { setTimeout as pause } from 'node:timers/promises'
import type { ServerProcess } from './server-process.ts'

/** One request as it was sent; `answer` stays undefined when none came. */
export interface Sent {
  readonly command: string
  readonly key: string
  readonly on?: string
  readonly input: Readonly<Record<string, unknown>>
  answer?: { readonly id: string; readonly number: string; readonly version: number }
}

/** Sends a step in the name of the owner of the token. Answers null when the server did not acknowledge it. */
export const send = async (url: string, token: string, { command, key, on, input }: Sent): Promise<Sent['answer']> => {
  const body = JSON.stringify({ key, ...(on && { on }), input })
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` }
  const response = await fetch(`${url}/api/do/${command}`, { method: 'POST', headers, body })
  const answer = (await response.json()) as { record?: Sent['answer']; sentence?: { en: string } }
  if (response.ok && answer.record) return answer.record
  // 5xx: the server says that it does not know; anything else would be a refusal, and nothing here is to be refused
  if (response.status < 500) throw new Error(`${command}: ${response.status} ${JSON.stringify(answer)}`)
  return undefined
}

/** Several clients at work on one server until they are told to stop, or the server answers no more. */
export class Load {
  readonly sent: Sent[] = []
  readonly faults: unknown[] = []
  #stopped = false
  readonly #server: ServerProcess
  readonly #token: string
  readonly #clients: Promise<void>[]

  constructor(server: ServerProcess, token: string, name: string, clients = 6) {
    this.#server = server
    this.#token = token
    this.#clients = Array.from({ length: clients }, (_, at) => this.#work(`${name}-${at}`))
  }

  get acknowledged(): readonly Sent[] {
    return this.sent.filter(item => item.answer)
  }

  get lost(): readonly Sent[] {
    return this.sent.filter(item => !item.answer)
  }

  /** Resolves when so many requests were acknowledged. */
  async reached(count: number): Promise<void> {
    while (this.acknowledged.length < count && !this.#stopped) await pause(2)
  }

  async stop(): Promise<void> {
    this.#stopped = true
    await Promise.all(this.#clients)
  }

  async #work(name: string): Promise<void> {
    for (let turn = 1; !this.#stopped; turn += 1) {
      const key = `crash-${name}-${turn}`
      const opened = await this.#try({
        command: 'complaint.open',
        key,
        input: {
          partyName: `客户 ${name}`,
          phone: '13800002210',
          productName: '输液泵',
          serial: `${name}-${turn}`,
          description: `第 ${turn} 台开机报警，无法输液`,
          notDuplicate: true,
        },
      })
      if (!opened) continue
      await this.#try({
        command: 'complaint.record-contact',
        key: `${key}-contact`,
        on: opened.id,
        input: { content: '已致电客户，约定上门时间', problem: '开机报警' },
      })
    }
  }

  async #try(item: Sent): Promise<Sent['answer']> {
    this.sent.push(item)
    try {
      item.answer = await send(this.#server.url, this.#token, item)
    } catch (fault) {
      // the connection broke: whether the step was taken is what the test finds out
      if (!(fault instanceof TypeError || fault instanceof SyntaxError)) {
        this.faults.push(fault)
        this.#stopped = true
      }
    }
    if (!item.answer) await pause(20)
    return item.answer
  }
}
