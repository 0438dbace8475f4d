import { randomUUID } from 'node:crypto'
import { type Refusal, type RefusalKind, Refused, refuse } from '../kernel/refusal.ts'
import type { Text } from '../kernel/text.ts'
import { errorCode } from './cannot-start.ts'

/** Body of every answer that is not a success. */
export interface RefusalBody {
  readonly code: string
  readonly sentence: Text
  readonly field?: string
  readonly clause?: string
  readonly detail?: Refusal['detail']
  /** Everything that stands against it; the first is the one above. */
  readonly all: readonly Refusal[]
}

/** HTTP status of each kind of refusal. */
const STATUS_OF: Readonly<Record<RefusalKind, number>> = {
  'signed-out': 401,
  forbidden: 403,
  absent: 404,
  conflict: 409,
  'too-large': 413,
  unfit: 422,
  'too-many': 429,
}

/** An answer that is not a success, ready to be sent. `fault` is set for what nobody expected and belongs in the log. */
export interface RefusalAnswer {
  readonly status: number
  readonly body: RefusalBody
  readonly fault?: string
}

/** Throws a single refusal. */
export const refuseWith = (refusal: Refusal): never => {
  throw new Refused([refusal])
}

const answer = (refusals: readonly [Refusal, ...Refusal[]], status = STATUS_OF[refusals[0].kind]): RefusalAnswer => {
  const [{ code, sentence, field, clause, detail }] = refusals
  return {
    status,
    body: {
      code,
      sentence,
      ...(field !== undefined && { field }),
      ...(clause !== undefined && { clause }),
      ...(detail !== undefined && { detail }),
      all: refusals,
    },
  }
}

/** Turns anything thrown into the one shape of answer. Faults get a number that is in the log beside the cause. */
export const refusalAnswer = (error: unknown): RefusalAnswer => {
  if (error instanceof Refused) return answer(error.refusals)
  const known = KNOWN[errorCode(error)]
  if (known) return answer([known])
  if (databaseAway(error)) return answer([away], 503)
  const status = statusOf(error)
  if (status !== null && status < 500) return answer([malformed], STATUS_OF.unfit)
  const fault = randomUUID().slice(0, 8)
  return { ...answer([internal(fault)], 500), fault }
}

const statusOf = (error: unknown): number | null =>
  error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number' ? error.statusCode : null

const unfit = (code: string, zh: string, en: string): Refusal => refuse(code, { zh, en }, { kind: 'unfit' })
const tooLarge = (code: string, zh: string, en: string): Refusal => refuse(code, { zh, en }, { kind: 'too-large' })

const malformed = unfit(
  'malformed-request',
  '请求的格式无法读取，未作任何改动。请对照 /api/openapi.json 检查请求。',
  'The request cannot be read and nothing was changed. Check it against /api/openapi.json.',
)
const malformedJson = unfit(
  'malformed-json',
  '请求内容不是有效的 JSON，未作任何改动。请检查引号、逗号和括号。',
  'The body is not valid JSON and nothing was changed. Check quotes, commas and brackets.',
)
const bodyTooLarge = tooLarge(
  'body-too-large',
  '请求内容超过 1 MB。请把大段资料作为附件上传，再在记录中引用。',
  'The body is larger than 1 MB. Upload bulky material as an attachment and refer to it from the record.',
)

/** Largest attachment, in bytes. */
export const LARGEST_ATTACHMENT = 20 * 1024 * 1024

const KNOWN: Readonly<Record<string, Refusal>> = {
  // PostgreSQL: numeric_value_out_of_range
  '22003': unfit(
    'out-of-range',
    '有一个数字过大，无法保存，未作任何改动。请核对数字后再提交。',
    'A number is too large to be kept and nothing was changed. Check the numbers, then submit again.',
  ),
  FST_ERR_CTP_INVALID_JSON_BODY: malformedJson,
  FST_ERR_CTP_EMPTY_JSON_BODY: malformedJson,
  FST_ERR_CTP_BODY_TOO_LARGE: bodyTooLarge,
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: malformed,
  FST_ERR_CTP_INVALID_MEDIA_TYPE: unfit(
    'wrong-content-type',
    '请以 application/json 发送请求（附件用 multipart/form-data）。',
    'Send the request as application/json (attachments as multipart/form-data).',
  ),
  FST_INVALID_MULTIPART_CONTENT_TYPE: unfit(
    'wrong-content-type',
    '请以 multipart/form-data 上传附件。',
    'Upload attachments as multipart/form-data.',
  ),
  FST_REQ_FILE_TOO_LARGE: tooLarge(
    'attachment-too-large',
    '附件超过 20 MB。请压缩图片或截短视频后再上传。',
    'The attachment is larger than 20 MB. Shrink the picture or cut the video, then upload it again.',
  ),
  FST_FILES_LIMIT: unfit('one-file', '每次只上传一个文件。', 'Upload one file at a time.'),
  FST_PARTS_LIMIT: unfit('one-file', '每次只上传一个文件。', 'Upload one file at a time.'),
  FST_FIELDS_LIMIT: unfit('one-file', '每次只上传一个文件，不带其他字段。', 'Upload one file, without other fields.'),
}

const away = refuse('database-away', {
  zh: '暂时连不上数据库，无法确认本步骤是否已完成。请稍后刷新页面查看；重复提交同一请求不会重复登记。',
  en: 'The database cannot be reached just now, so it is not certain whether the step was carried out. Reload the page in a moment; sending the same request again does not register it twice.',
})

/** Connection lost or refused, PostgreSQL starting or stopping, or no free connection in time. */
const databaseAway = (error: unknown): boolean => {
  const code = errorCode(error)
  if (['ECONNREFUSED', 'ECONNRESET', 'EPIPE'].includes(code) || /^(08|57P0)/.test(code)) return true
  return (
    error instanceof Error && /^(Connection terminated|timeout exceeded when trying to connect)/.test(error.message)
  )
}

const internal = (number: string): Refusal =>
  refuse('internal-fault', {
    zh: `程序内部出错，本步骤未执行，数据没有任何改动。请把编号 ${number} 告诉系统管理员。`,
    en: `A fault inside the program: the step was not carried out and nothing was changed. Give the number ${number} to your administrator.`,
  })

/** No such address. */
export const noSuchRoute: Refusal = refuse(
  'no-such-route',
  {
    zh: '没有这个接口地址。可用的接口见 /api/openapi.json。',
    en: 'There is no such address. What there is stands in /api/openapi.json.',
  },
  { kind: 'absent' },
)

/** Nobody is signed in. */
export const signedOut: Refusal = refuse(
  'signed-out',
  { zh: '登录已失效，请先登录。', en: 'You are not signed in. Sign in first.' },
  { kind: 'signed-out' },
)
