import { type Text, text } from '../../kernel/text.ts'
import type { Fact, RecordView, Section, Shown } from '../../kernel/view.ts'
import { type MessageAttempt, type MessageRow, states } from './message.ts'
import { failures, handOverWays, outcomes, printReasons } from './taxonomy.ts'

/** Facts that the page shows. */
export const viewFacts = ['attempts'] as const

interface Facts {
  readonly attempts: readonly MessageAttempt[]
}

const line = (value: string | null): Shown => ({ kind: 'line', value })
const code = (value: string | null): Shown => ({ kind: 'code', value })
const paragraph = (value: string | null): Shown => ({ kind: 'paragraph', value })
const at = (value: string | null): Shown => ({ kind: 'instant', value })
const said = (value: Text | null): Shown => ({ kind: 'text', value })

/** A fact that is left out while nothing is known of it. */
const fact = (label: Text, shown: Shown, more: Partial<Fact> = {}): Fact[] =>
  'value' in shown && (shown.value === null || shown.value === '') ? [] : [{ label, shown, ...more }]

/** Shows a letter: what stands against it first, then what it says, to whom, and each attempt. */
export function messageView(record: MessageRow, { attempts }: Facts): RecordView {
  const state = states[record.state]
  return {
    title: record.subject,
    badges: [{ text: state.title, tone: state.tone ?? 'plain' }],
    subtitle: [
      text(`致 ${record.toName}`, `to ${record.toName}`),
      ...(record.recordNumber ? [text(`属于 ${record.recordNumber}`, `belongs to ${record.recordNumber}`)] : []),
    ],
    sections: [addressee(record), letter(record), delivered(record), ...tried(attempts), inEnglish(record)].filter(
      section => !('facts' in section) || section.facts.length > 0,
    ),
    notices: notices(record),
  }
}

const addressee = (record: MessageRow): Section => ({
  title: text('收件方', 'Addressee'),
  facts: [
    ...fact(text('收件单位', 'Addressee'), line(record.toName), { field: 'toName' }),
    ...fact(text('收件人', 'Attention of'), line(record.toContact)),
    ...fact(text('电子邮箱', 'E-mail'), line(record.toEmail), { field: 'toEmail' }),
    ...fact(text('电话', 'Telephone'), line(record.toPhone)),
    ...fact(text('地址', 'Address'), line(record.toAddress), { wide: true }),
  ],
})

const delivered = (record: MessageRow): Section => ({
  title: text('送达', 'Delivery'),
  facts: [
    ...fact(text('发送时间', 'Sent at'), at(record.sentAt)),
    ...fact(text('邮件编号', 'Message id'), code(record.mailId)),
    ...fact(text('送达时间', 'Handed over at'), at(record.handedOverAt)),
    ...fact(text('送达方式', 'How'), said(record.handedOverHow && handOverWays[record.handedOverHow])),
    ...fact(text('签收人', 'Taken by'), line(record.handedOverTo)),
    ...fact(text('单号', 'Number of the slip'), code(record.handedOverDocument)),
    ...fact(text('登记人', 'Entered by'), line(record.handedOverByName)),
    ...fact(text('送达说明', 'Note'), paragraph(record.handedOverNote), { wide: true }),
    ...fact(text('服务器答复', 'Answer of the mail server'), paragraph(record.answer), { wide: true }),
    ...fact(text('撤回原因', 'Why it was withdrawn'), paragraph(record.endReason), { wide: true }),
  ],
})

const letter = (record: MessageRow): Section => ({
  title: text('内容', 'Content'),
  facts: [
    ...fact(text('正文', 'Text'), paragraph(shownBody(record.body)), { wide: true }),
    ...fact(text('链接有效期至', 'Link valid until'), at(record.expiresAt)),
    ...fact(text('发起人', 'Written by'), line(record.writtenByName)),
  ],
})

const inEnglish = (record: MessageRow): Section => ({
  title: text('英文版', 'English version'),
  facts: [
    ...fact(text('英文主题', 'English subject'), line(record.subjectEn), { wide: true }),
    ...fact(text('英文正文', 'English text'), paragraph(record.bodyEn && shownBody(record.bodyEn)), { wide: true }),
  ],
})

/** The text without the place of its link: the link itself lets in and belongs to its reader alone. */
const shownBody = (body: string): string => body.replaceAll('{link}', '［链接］')

const tried = (attempts: readonly MessageAttempt[]): Section[] =>
  attempts.length === 0
    ? []
    : [
        {
          title: text('发送记录', 'Attempts'),
          columns: [
            { key: 'at', title: text('时间', 'When') },
            { key: 'to', title: text('邮箱', 'Address') },
            { key: 'outcome', title: text('结果', 'Result') },
            { key: 'answer', title: text('服务器答复', 'Answer') },
          ],
          rows: attempts.map(item => ({
            at: at(item.at),
            to: line(item.toEmail),
            outcome: said(outcomes[item.outcome]),
            answer: line(item.answer),
          })),
          empty: text('还没有发送', 'Not sent yet'),
        },
      ]

const notices = (record: MessageRow): NonNullable<RecordView['notices']> => {
  if (record.state === 'failed' && record.failure)
    return [
      {
        text: text(
          `${failures[record.failure].zh}。请更正邮箱后“重新发送”，或打印函件送达后“登记送达”。`,
          `${failures[record.failure].en}. Mend the address and send it again, or print the letter, bring it and enter the hand-over.`,
        ),
        tone: 'late',
      },
    ]
  if (record.state === 'to-print')
    return [
      {
        text: text(
          `${record.printReason ? `${printReasons[record.printReason].zh}。` : ''}请打印本函${enclosed(record).zh}送达，再“登记送达”。`,
          `${record.printReason ? `${printReasons[record.printReason].en}. ` : ''}Print this letter${enclosed(record).en}, bring it, then enter the hand-over.`,
        ),
        tone: 'warn',
      },
    ]
  return []
}

/** What goes along with the letter, where a form does. */
const enclosed = ({ formName, recordNumber }: MessageRow): Text =>
  formName
    ? text(`及 ${recordNumber ?? '所属记录'} 的表单一并`, ` and the form of ${recordNumber ?? 'its record'}`)
    : text('', '')
