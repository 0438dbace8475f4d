import { guestBody } from '../outside/routes.ts'
import { type JsonSchema, jsonSchemaOf } from './json-schema.ts'
import { answers, fileAnswer, jsonBody, type Paths, pathParameter } from './operations.ts'
import { anything, boolean, list, object, ref, string, uuid } from './shared-schemas.ts'

const PUBLIC: readonly object[] = []

/** What the page of a link is made of; what stands in it is the procedure's. */
const guestAnswer: JsonSchema = object(
  {
    page: { type: ['object', 'null'], description: 'Null after the last thing that the link was for.' },
    steps: list(
      object(
        {
          id: string,
          title: ref('Text'),
          about: anything,
          schema: { type: 'object' },
          fill: anything,
          refusal: anything,
        },
        ['fill'],
      ),
    ),
    company: anything,
    expiresAt: string,
    zone: string,
    demo: boolean,
  },
  ['company', 'expiresAt', 'zone', 'demo'],
)

/** What people outside reach by a link. */
export const outsidePaths: Paths = {
  '/api/outside/{token}': {
    get: {
      operationId: 'openLink',
      tags: ['outside'],
      summary: 'What a link shows to its reader · 外部链接',
      description:
        'No session: the signed, expiring token lets in to one record as one of its guests. Every link that does not open is answered alike.',
      parameters: [pathParameter('token', string)],
      responses: answers(guestAnswer, [404, 429]),
      security: PUBLIC,
    },
  },
  '/api/outside/{token}/files': {
    post: {
      operationId: 'uploadToLink',
      tags: ['outside'],
      summary: 'Upload a file for a step that the link offers · 外部上传',
      description: 'The step then names its id among its attachments.',
      parameters: [
        pathParameter('token', string),
        { name: 'x-bihuan', in: 'header', required: true, schema: { const: '1' } },
      ],
      requestBody: {
        required: true,
        content: {
          'multipart/form-data': { schema: object({ file: { type: 'string', format: 'binary' } }) },
        },
      },
      responses: answers(ref('Uploaded'), [403, 404, 409, 413, 422, 429]),
      security: PUBLIC,
    },
  },
  '/api/outside/{token}/files/{id}': {
    get: {
      operationId: 'fileOfLink',
      tags: ['outside'],
      summary: 'A file that this link uploaded and no step has taken yet · 已上传的文件',
      parameters: [pathParameter('token', string), pathParameter('id', uuid)],
      responses: fileAnswer('*/*', [404, 429]),
      security: PUBLIC,
    },
  },
  '/api/outside/{token}/{verb}': {
    post: {
      operationId: 'answerLink',
      tags: ['outside'],
      summary: 'Take one of the steps that the link offers · 外部答复',
      parameters: [pathParameter('token', string), pathParameter('verb', string)],
      requestBody: jsonBody(jsonSchemaOf(guestBody)),
      responses: answers(guestAnswer, [403, 404, 409, 422, 429]),
      security: PUBLIC,
    },
  },
}
