import { signInBody } from '../auth/sign-in.ts'
import { clauseParams } from '../reads/clause-reads.ts'
import type { ProductRead } from '../reads/product-read.ts'
import { keysParams, newKeyBody } from '../routes/api-keys.ts'
import { lettersParams } from '../routes/letters-print.ts'
import { setupBody } from '../routes/start.ts'
import { keepViewBody, viewsParams } from '../routes/views.ts'
import { type JsonSchema, jsonSchemaOf } from './json-schema.ts'
import { notificationPaths } from './notification-paths.ts'
import {
  answers,
  fileAnswer,
  inBoth,
  jsonBody,
  type Operation,
  operationName,
  type Paths,
  pathParameter,
  queryParameters,
} from './operations.ts'
import { outsidePaths } from './outside-paths.ts'
import { anything, boolean, list, object, ref, string, uuid } from './shared-schemas.ts'

const PUBLIC: readonly object[] = []
const done: JsonSchema = object({ status: boolean })
const password: JsonSchema = { type: 'string', maxLength: 200 }
const body = (properties: Readonly<Record<string, JsonSchema>>, optional: readonly string[] = []): JsonSchema => ({
  ...object(properties, optional),
  additionalProperties: false,
})

const authPost = (
  path: string,
  summary: string,
  input: JsonSchema,
  answer: JsonSchema,
  more: Partial<Operation> = {},
): Paths => ({
  [`/api/auth/${path}`]: {
    post: {
      operationId: operationName('auth', path),
      tags: ['auth'],
      summary,
      requestBody: jsonBody(input),
      responses: answers(answer, [401, 403, 409, 422, 429]),
      ...more,
    },
  },
})

const get = (path: string, tag: string, summary: string, answer: JsonSchema, more: Partial<Operation> = {}): Paths => ({
  [path]: {
    get: {
      operationId: operationName('get', path),
      tags: [tag],
      summary,
      responses: answers(answer, more.security ? [429] : [401, 403, 404, 429]),
      ...more,
    },
  },
})

const authPaths: Paths = {
  ...authPost(
    'sign-in/username',
    'Sign in · 登录',
    jsonSchemaOf(signInBody),
    { type: 'object', properties: { twoFactorRedirect: boolean, user: { type: 'object' }, passwordGiven: boolean } },
    { security: PUBLIC, description: 'Sets the session cookie. With `twoFactorRedirect` the second step follows.' },
  ),
  ...authPost('two-factor/verify-totp', 'Second step: one-time code · 动态口令', body({ code: string }), done, {
    security: PUBLIC,
  }),
  ...authPost('two-factor/verify-backup-code', 'Second step: backup code · 备用码', body({ code: string }), done, {
    security: PUBLIC,
  }),
  ...authPost(
    'two-factor/enable',
    'Set up an authenticator · 启用动态口令',
    body({ password }),
    object({ totpURI: string, backupCodes: list(string) }),
  ),
  ...authPost('two-factor/disable', 'Switch the authenticator off · 停用动态口令', body({ password }), done),
  ...authPost('sign-out', 'Sign out · 退出', body({}), object({ success: boolean })),
  ...authPost(
    'change-password',
    'Change the own password · 修改密码',
    body({ currentPassword: password, newPassword: string }),
    done,
  ),
  ...authPost(
    'give-password',
    'Set the password of a person (administrator) · 设置他人密码',
    body({ personId: uuid, password: string }),
    done,
  ),
  ...authPost('revoke-session', 'End one of the own sessions · 结束会话', body({ id: uuid }), done),
  ...authPost('revoke-other-sessions', 'End all other own sessions · 结束其他会话', body({}), done),
  ...get('/api/auth/get-session', 'auth', 'Who is signed in · 当前会话', { type: 'object' }, { security: PUBLIC }),
  ...get('/api/auth/list-sessions', 'auth', 'The own sessions · 会话列表', list({ type: 'object' })),
}

/** Paths that belong to no procedure. */
export const productPaths = (reads: Iterable<ProductRead>): Paths => ({
  ...authPaths,
  ...outsidePaths,
  ...get(
    '/api/start',
    'start',
    'What can be known before signing in · 启动信息',
    object({ needsSetup: boolean, demo: boolean, version: string }),
    { security: PUBLIC },
  ),
  '/api/setup': {
    post: {
      operationId: 'setup',
      tags: ['start'],
      summary: 'Make company, site and first administrator · 初始化',
      description: 'Only while nobody exists.',
      requestBody: jsonBody(jsonSchemaOf(setupBody)),
      responses: answers(object({ status: boolean }), [403, 409, 422, 429]),
      security: PUBLIC,
    },
  },
  ...get('/api/meta', 'meta', 'The person, the company and its procedures · 概况', { type: 'object' }),
  '/api/meta/{procedure}': {
    get: {
      operationId: 'get_api_meta_procedure',
      tags: ['meta'],
      summary: 'States, commands, clauses and ledgers of a procedure · 程序定义',
      parameters: [pathParameter('procedure')],
      responses: answers({ type: 'object' }, [401, 403, 404, 429]),
    },
  },
  ...Object.fromEntries(
    [...reads].map(read => [
      `/api/read/${read.name}`,
      {
        get: {
          operationId: operationName('read', read.name),
          tags: [read.name.split('.')[0] ?? 'read'],
          summary: inBoth(read.title),
          parameters: queryParameters(read.params),
          responses: answers(anything, [401, 403, 404, 422, 429]),
          'x-roles': read.by,
          'x-scope': `read:${read.name}`,
        } satisfies Operation,
      },
    ]),
  ),
  '/api/print/clause/{procedure}/{clause}': {
    get: {
      operationId: 'print_clause',
      tags: ['evidence'],
      summary: 'A clause with its evidence as PDF/A; with a seed its random sample too · 条款执行证据',
      parameters: [
        pathParameter('procedure'),
        pathParameter('clause'),
        ...queryParameters(clauseParams.omit({ procedure: true, clause: true })),
      ],
      responses: fileAnswer('application/pdf', [401, 403, 404, 422, 429]),
    },
  },
  '/api/print/message/letters': {
    get: {
      operationId: 'print_letters',
      tags: ['message'],
      summary: 'All letters of a record that wait to be printed and brought, as one PDF/A · 待打印送达的函件',
      parameters: queryParameters(lettersParams),
      responses: fileAnswer('application/pdf', [401, 403, 404, 422, 429]),
    },
  },
  '/api/keys': {
    get: {
      operationId: 'list_keys',
      tags: ['keys'],
      summary: 'API keys, without their tokens · 接口密钥列表',
      parameters: queryParameters(keysParams),
      responses: answers(list({ type: 'object' }), [401, 403, 422, 429]),
    },
    post: {
      operationId: 'issue_key',
      tags: ['keys'],
      summary: 'Issue an API key (administrator); the token is answered this once · 发放接口密钥',
      requestBody: jsonBody(jsonSchemaOf(newKeyBody)),
      responses: answers(object({ id: uuid, token: string, expiresAt: string }), [401, 403, 404, 422, 429]),
    },
  },
  '/api/keys/revoke': {
    post: {
      operationId: 'revoke_key',
      tags: ['keys'],
      summary: 'Revoke an API key (administrator) · 收回接口密钥',
      requestBody: jsonBody(body({ id: uuid })),
      responses: answers(done, [401, 403, 404, 422, 429]),
    },
  },
  ...notificationPaths,
  '/api/views': {
    get: {
      operationId: 'list_views',
      tags: ['views'],
      summary: 'The own saved views of a ledger · 已存视图',
      parameters: queryParameters(viewsParams),
      responses: answers(list(object({ id: uuid, name: string, filter: { type: 'object' } })), [401, 422, 429]),
    },
    post: {
      operationId: 'keep_view',
      tags: ['views'],
      summary: 'Save a view of a ledger · 保存视图',
      requestBody: jsonBody(jsonSchemaOf(keepViewBody)),
      responses: answers(object({ id: uuid, name: string, filter: { type: 'object' } }), [401, 404, 409, 422, 429]),
    },
  },
  '/api/views/{id}': {
    delete: {
      operationId: 'remove_view',
      tags: ['views'],
      summary: 'Remove a saved view · 删除视图',
      parameters: [pathParameter('id', uuid)],
      responses: answers(object({ removed: boolean }), [401, 404, 429]),
    },
  },
  '/api/attachments': {
    post: {
      operationId: 'upload_attachment',
      tags: ['attachments'],
      summary: 'Upload one file, at most 20 MB · 上传附件',
      parameters: [{ name: 'x-bihuan', in: 'header', required: true, schema: { const: '1' } }],
      requestBody: {
        required: true,
        content: {
          'multipart/form-data': { schema: object({ file: { type: 'string', format: 'binary' } }) },
        },
      },
      responses: answers(ref('Uploaded'), [401, 403, 413, 422, 429]),
    },
  },
  '/api/attachments/{id}': {
    get: {
      operationId: 'get_attachment',
      tags: ['attachments'],
      summary: 'The content of a file · 附件内容',
      parameters: [pathParameter('id', uuid)],
      responses: fileAnswer('*/*', [401, 404, 429]),
    },
  },
  '/healthz': health('healthz', 'The process lives', object({ status: string, version: string })),
  '/readyz': health('readyz', 'The database answers', object({ status: string })),
  '/metrics': {
    get: {
      operationId: 'metrics',
      tags: ['health'],
      summary: 'Figures for Prometheus; on the machine itself, or with the scope metrics',
      responses: fileAnswer('text/plain', [403]),
    },
  },
})

const health = (name: string, summary: string, answer: JsonSchema) => ({
  get: { operationId: name, tags: ['health'], summary, responses: answers(answer, []), security: PUBLIC },
})
