import { againBody, readBody } from '../notify/notify-routes.ts'
import { jsonSchemaOf } from './json-schema.ts'
import { answers, jsonBody, type Paths } from './operations.ts'
import { object } from './shared-schemas.ts'

const count = { type: 'integer', minimum: 0 } as const

/** Notifications: what was read, what is sent anew, and the connection on which a page hears of news. */
export const notificationPaths: Paths = {
  '/api/live': {
    get: {
      operationId: 'live',
      tags: ['notifications'],
      summary: 'Hears what is new, by Server-Sent Events; sessions only · 实时通知',
      description:
        '`hello` at the start, `told` when the person was told something, `records` with the ids of records that changed, `bye` when the session has ended.',
      responses: {
        200: { description: 'The events', content: { 'text/event-stream': { schema: { type: 'string' } } } },
        ...Object.fromEntries(Object.entries(answers({}, [401, 429])).filter(([status]) => status !== '200')),
      },
    },
  },
  '/api/notifications/read': {
    post: {
      operationId: 'read_notifications',
      tags: ['notifications'],
      summary: 'Mark notifications as read; without `events` all of them · 标为已读',
      requestBody: jsonBody(jsonSchemaOf(readBody)),
      responses: answers(object({ read: count }), [401, 422, 429]),
    },
  },
  '/api/notifications/again': {
    post: {
      operationId: 'send_notification_again',
      tags: ['notifications'],
      summary: 'Send a message again that was given up · 重新发送',
      requestBody: jsonBody(jsonSchemaOf(againBody)),
      responses: answers(object({ again: count }), [401, 403, 409, 422, 429]),
    },
  },
}
