import type { FastifyRequest } from 'fastify'
import type { Actor } from '../kernel/person.ts'
import type { SignedIn } from './auth/session-actor.ts'
import type { ServerParts } from './parts.ts'
import { refuseWith, signedOut } from './refusal-answer.ts'

const known = new WeakMap<FastifyRequest, Promise<Actor | null>>()

/** Who sends the request: by its API key, else by its session; null when nobody is signed in. Asked once a request. */
export const whoIs = (parts: ServerParts, request: FastifyRequest): Promise<Actor | null> => {
  let who = known.get(request)
  if (!who) {
    who = findOut(parts, request)
    known.set(request, who)
  }
  return who
}

const findOut = async (parts: ServerParts, request: FastifyRequest): Promise<Actor | null> => {
  const { authorization } = request.headers
  if (authorization !== undefined) {
    const [, token] = /^Bearer (bh_[\w-]{43})$/i.exec(authorization) ?? []
    return token === undefined ? null : parts.apiKeys.of(token)
  }
  const session = await parts.sessions.of(request.headers.cookie)
  return session?.actor ?? null
}

/**
 * Who sends the request.
 * @throws Refused when nobody is signed in
 */
export const actorOf = async (parts: ServerParts, request: FastifyRequest): Promise<Actor> =>
  (await whoIs(parts, request)) ?? refuseWith(signedOut)

/**
 * The session of the request, for what an API key may not do.
 * @throws Refused when there is none
 */
export const sessionOf = async (parts: ServerParts, request: FastifyRequest): Promise<SignedIn> =>
  (request.headers.authorization === undefined ? await parts.sessions.of(request.headers.cookie) : null) ??
  refuseWith(signedOut)
