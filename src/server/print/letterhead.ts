import { Temporal } from 'temporal-polyfill'
import { type Text, text } from '../../kernel/text.ts'
import { SITE_ZONE, type Zone } from '../../kernel/time.ts'

/** Language of a printed copy. Traditional Chinese is converted from the Simplified text. */
export type CopyLanguage = 'zh' | 'zh-Hant' | 'en'

/** For whom, by whom and in what language a copy is printed. */
export interface Letterhead {
  readonly company: Text | string
  readonly language: CopyLanguage
  /** Full name of the person who prints. */
  readonly printedBy: string
  /** Instant of printing. */
  readonly printedAt: string
  /** Time zone in which every instant is printed; default Asia/Shanghai. */
  readonly zone?: Zone
  /** Prints “演示 DEMO” across every page. */
  readonly demo?: boolean
  /** Converts Simplified to Traditional Chinese; needed for `zh-Hant`, applied to our texts only, never to entered ones. */
  readonly traditional?: (simplified: string) => string
  /** Stands in an empty box of a settled record; policy `record.na_token`, default `/`. */
  readonly naToken?: string
}

/** Fixed words of letterhead, footer and boxes. Braces are filled by the template. */
const WORDS = {
  formNumber: text('表单编号', 'Form no.'),
  revision: text('版本', 'Rev.'),
  edition: text('依据文件', 'Under'),
  recordNumber: text('记录编号', 'Record no.'),
  state: text('状态', 'State'),
  page: text('第 {page} 页　共 {pages} 页', 'Page {page} of {pages}'),
  hash: text('记录摘要', 'Record hash'),
  printed: text('打印', 'Printed'),
  zone: text('时间均为', 'Times in'),
  corrected: text('更正', 'Corrected'),
  reason: text('原因', 'reason'),
  empty: text('（空）', '(empty)'),
  late: text('补记 LATE', 'Late entry 补记'),
  lateNote: text(
    '“{what}”{event} 于 {at} 由{by}补记，原因：{reason}',
    '"{what}" of {event} was written down on {at} by {by}; reason: {reason}',
  ),
  signature: text('签名', 'Signed'),
  signedAt: text('日期', 'Date'),
  signatures: text('电子签名', 'Electronic signatures'),
  meaning: text('签名含义', 'Meaning'),
  role: text('岗位', 'Role'),
  name: text('姓名', 'Name'),
  time: text('签名时间', 'Signed at'),
  shortHash: text('签名摘要', 'Hash'),
  naNote: text('空栏中的“{token}”表示无此项或不适用。', '"{token}" in an empty box means none or not applicable.'),
  genuine: text('本件由电子记录生成，扫码可核对记录。', 'Made from the electronic record; scan to check it.'),
  blankNote: text(
    '用黑色签字笔填写，字迹清楚，不得涂改；写错时划改并签名、注明日期；无内容的栏填“{token}”；签名签全名。',
    'Fill in legibly with a black pen. Correct by striking through, with name and date. Enter "{token}" where there is nothing to say. Sign your full name.',
  ),
  demo: text('演示 DEMO', 'DEMO 演示'),
  draft: text('草　稿', 'DRAFT'),
  voided: text('作　废', 'VOID'),
  period: text('期间', 'Period'),
  unit: text('单位', 'Unit'),
  filter: text('筛选条件', 'Filter'),
  noFilter: text('全部', 'All'),
  rows: text('共 {rows} 行', '{rows} rows'),
  noRows: text('没有符合条件的记录', 'No record meets the filter'),
  noData: text('本期无数据', 'No data in this period'),
  notes: text('说明', 'Notes'),
} satisfies Record<string, Text>

const pad = (value: number, digits = 2): string => String(value).padStart(digits, '0')

/** `2026-11-20 08:42`, or to the second; in the zone of the copy. */
export function printedInstant(at: string, zone: Zone, exact = false): string {
  const local = Temporal.Instant.from(at).toZonedDateTimeISO(zone)
  const minutes = `${local.toPlainDate()} ${pad(local.hour)}:${pad(local.minute)}`
  return exact ? `${minutes}:${pad(local.second)}` : minutes
}

/** Chooses the language of a text. */
export function inLanguage(value: Text | string, head: Letterhead): string {
  if (typeof value === 'string') return value
  if (head.language === 'en') return value.en
  return head.language === 'zh-Hant' && head.traditional ? head.traditional(value.zh) : value.zh
}

/**
 * Turns the data of a form into strings: `{ zh, en }` in the copy's language, instants and days in its zone.
 * Every other object, array, number, boolean and null stays as it is.
 */
export function localised(value: unknown, head: Letterhead): unknown {
  if (Array.isArray(value)) return value.map(item => localised(item, head))
  if (value === null || typeof value !== 'object') return value
  const said = value as Readonly<Record<string, unknown>>
  if (typeof said.zh === 'string' && typeof said.en === 'string') return inLanguage({ zh: said.zh, en: said.en }, head)
  if (typeof said.instant === 'string') return printedInstant(said.instant, head.zone ?? SITE_ZONE, said.exact === true)
  if (typeof said.day === 'string') return said.day
  return Object.fromEntries(Object.entries(said).map(([key, item]) => [key, localised(item, head)]))
}

/** What every template knows of the copy, before the content. */
export function letterheadData(head: Letterhead): Record<string, unknown> {
  const zone = head.zone ?? SITE_ZONE
  const printed = Temporal.Instant.from(head.printedAt).toZonedDateTimeISO(zone)
  const naToken = head.naToken ?? '/'
  const words = localised(WORDS, head) as Record<keyof typeof WORDS, string>
  return {
    words: {
      ...words,
      naNote: words.naNote.replace('{token}', naToken),
      blankNote: words.blankNote.replace('{token}', naToken),
    },
    company: inLanguage(head.company, head),
    language: head.language === 'en' ? 'en' : 'zh',
    region: head.language === 'zh-Hant' ? 'tw' : 'cn',
    demo: head.demo ?? false,
    naToken,
    zone: `${zone} (UTC${printed.offset})`,
    printedBy: head.printedBy,
    printedAt: printedInstant(head.printedAt, zone),
    printedOn: { year: printed.year, month: printed.month, day: printed.day },
  }
}
