import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Refusal } from '../../kernel/refusal.ts'
import type { ServerParts } from '../parts.ts'
import { libraryRefusal } from './library-refusal.ts'
import { ADDRESS_HEADER, AUTH_PATH } from './sign-in-library.ts'

/** What the sign-in library answered: its body and its cookies, or why it refused. */
export type LibraryAnswer =
  | { readonly ok: true; readonly body: Readonly<Record<string, unknown>>; readonly cookies: readonly string[] }
  | { readonly ok: false; readonly refusal: Refusal }

/** Hands a request to the sign-in library; only the headers that it needs travel along. */
export const askLibrary = async (
  parts: ServerParts,
  request: FastifyRequest,
  path: string,
  body: Readonly<Record<string, unknown>>,
): Promise<LibraryAnswer> => {
  const { cookie, 'user-agent': agent } = request.headers
  const response = await parts.library.handler(
    new Request(`http://bihuan.invalid${AUTH_PATH}/${path}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        [ADDRESS_HEADER]: request.ip,
        ...(cookie !== undefined && { cookie }),
        ...(agent !== undefined && { 'user-agent': agent.slice(0, 300) }),
      },
      body: JSON.stringify(body),
    }),
  )
  const answer = await readAnswer(response)
  if (!response.ok) {
    if (response.status >= 500) throw new Error(`the sign-in library failed at ${path}: ${JSON.stringify(answer)}`)
    return { ok: false, refusal: libraryRefusal(response.status, String(answer.code ?? '')) }
  }
  return { ok: true, body: answer, cookies: response.headers.getSetCookie() }
}

const readAnswer = async (response: Response): Promise<Record<string, unknown>> => {
  const content = await response.text()
  const value: unknown = content === '' ? {} : JSON.parse(content)
  return typeof value === 'object' && value !== null ? { ...value } : {}
}

/** Passes the library's cookies on to the person. */
export const passCookies = (reply: FastifyReply, cookies: readonly string[]): void => {
  for (const cookie of cookies) reply.header('set-cookie', cookie)
}
