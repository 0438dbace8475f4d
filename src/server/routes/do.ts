import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { execute } from '../../kernel/execute.ts'
import { sealInput } from '../notify/sealed-secret.ts'
import { parsed } from '../parsed.ts'
import type { ServerParts } from '../parts.ts'
import { actorOf } from '../who.ts'

/** What is sent to take a step. */
export const doBody = z.strictObject({
  /** Id of the record; absent for a step that makes one. */
  on: z.uuid().optional(),
  /** Version of the record that the person saw. */
  expect: z.int().min(1).optional(),
  /** The same key by the same person takes the step once. */
  key: z.string().min(8).max(100).optional(),
  input: z.unknown(),
  /** Why an event is written down only now, where it lies further back than the entry window (S11-5.1.1f). */
  late: z.string().max(500).optional(),
  /** The credential again, for a step that is signed. */
  sign: z.strictObject({ password: z.string().max(200).optional(), code: z.string().max(20).optional() }).optional(),
})

/** `POST /api/do/<procedure>.<verb>`: the only way in which a request changes a record. */
export const doRoutes = (app: FastifyInstance, parts: ServerParts): void => {
  app.post<{ Params: { command: string } }>('/api/do/:command', async request => {
    const actor = await actorOf(parts, request)
    const { input = {}, ...call } = parsed(doBody, request.body)
    const { command } = request.params
    const declared = parts.kernel.registry.command(command)
    const sealed = declared ? sealInput(declared.input, input, parts.outgoing.seal) : input
    return execute(parts.kernel, { ...call, command, input: sealed }, actor)
  })
}
