import type { ControlKind, Fulfilment } from './evidence.ts'
import { type Text, text } from './text.ts'
import type { Tone } from './view.ts'

/** What kinds of control are called. */
export const KINDS: Readonly<Record<ControlKind, Text>> = {
  step: text('步骤', 'Step'),
  clock: text('时限', 'Clock'),
  chain: text('会签', 'Sign-off'),
  gate: text('闸门', 'Gate'),
  reaction: text('联动', 'Reaction'),
  form: text('表单', 'Form'),
  ledger: text('台账', 'Ledger'),
  report: text('报表', 'Report'),
  duty: text('例行', 'Duty'),
  other: text('控制', 'Control'),
}

/** How far a clause is fulfilled, in words. */
export const FULFILMENT: Readonly<Record<Fulfilment, { readonly title: Text; readonly tone: Tone }>> = {
  fulfilled: { title: text('已落实', 'Fulfilled'), tone: 'ok' },
  partly: { title: text('部分落实', 'Partly'), tone: 'warn' },
  'not-yet': { title: text('尚未落实', 'Not yet'), tone: 'plain' },
}

/** How sure we are of the law that stands beside a clause. */
export const CONFIDENCE = {
  'verified-text': { tone: 'ok', title: text('已核对原文', 'Checked against the text') },
  secondary: { tone: 'info', title: text('据二手资料', 'From a secondary source') },
  'memory-to-verify': { tone: 'warn', title: text('待核对原文', 'Still to be checked') },
} as const

/** How a clock ended, in words and colour. */
export const OUTCOME = {
  'in-time': { title: text('按时', 'in time'), tone: 'ok' },
  late: { title: text('超期', 'late'), tone: 'late' },
  open: { title: text('进行中', 'running'), tone: 'info' },
  cancelled: { title: text('已取消', 'cancelled'), tone: 'plain' },
} as const
