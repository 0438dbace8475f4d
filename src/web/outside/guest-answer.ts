import { queryOptions } from '@tanstack/react-query'
import type { OutsidePage } from '../../kernel/outside.ts'
import type { Text } from '../../kernel/text.ts'
import { type Act, request, send } from '../api.ts'
import type { JsonSchema } from '../form/schema.ts'
import type { Values } from '../form/values.ts'

/** A step that a guest is offered. */
export interface GuestStep {
  readonly id: string
  readonly title: Text
  readonly about: Text | null
  readonly schema: JsonSchema
  readonly fill: Values
  /** Why it cannot be taken now. */
  readonly refusal: Text | null
}

/** What a link shows; `page` is null after the last thing that it was for. */
export interface GuestAnswer {
  readonly page: Omit<OutsidePage, 'steps'> | null
  readonly steps: readonly GuestStep[]
  readonly company?: Text | null
  readonly expiresAt?: string
  readonly zone?: string
  readonly demo?: boolean
}

/** What the link of this token shows. */
export const guestQuery = (token: string) =>
  queryOptions({
    queryKey: ['outside', token],
    queryFn: ({ signal }) => request<GuestAnswer>(`/api/outside/${token}`, { signal }),
  })

/** Takes a step as the guest of this token. */
export const guestAct = (token: string, verb: string, { input, key }: Act): Promise<GuestAnswer> =>
  send<GuestAnswer>(`/api/outside/${token}/${verb}`, { input, ...(key && { key }) })
