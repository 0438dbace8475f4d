import type { Start } from '../../kernel/command.ts'
import type { Instant } from '../../kernel/time.ts'
import { classTitle, kinds, type NoticeKind, WITH_QUANTITIES } from './kinds.ts'
import type { NoticeRow } from './notice.ts'
import type { NoticeLine, NoticeLot, NoticeRecipient } from './notice-rows.ts'

/** The printed form that goes along with each kind. */
export const FORM_OF: Readonly<Record<NoticeKind, string>> = {
  suspend: 'suspend-notice',
  recall: 'recall-notice',
  resume: 'resume-notice',
  advisory: 'advisory-notice',
  refusal: 'refusal-notice',
}

const ASKS: Readonly<Record<NoticeKind, string>> = {
  suspend: '请立即停止销售和使用上述产品，就地封存并通知您的下游单位。请打开下面的链接确认收到，并按批号填报数量：',
  recall: '请立即停止销售和使用上述产品，封存在库产品并退回我公司。请打开下面的链接确认收到，并按批号填报数量：',
  resume: '上述产品经核实合格，即日起可以恢复销售和使用。请打开下面的链接确认收到：',
  advisory: '请将本通知传达到使用人员。请打开下面的链接确认收到：',
  refusal: '如有异议，请与我公司质量管理部联系。请打开下面的链接查看说明并确认收到：',
}

const ASKS_EN: Readonly<Record<NoticeKind, string>> = {
  suspend:
    'Stop selling and using these goods at once, set them apart and tell those to whom you sold them. Open the link to acknowledge this notice and to state your quantities by lot:',
  recall:
    'Stop selling and using these goods at once, set apart what you have and return it to us. Open the link to acknowledge this notice and to state your quantities by lot:',
  resume: 'The goods were found to be good; you may sell and use them again from now on. Open the link to acknowledge:',
  advisory: 'Please pass this notice on to those who use the goods. Open the link to acknowledge:',
  refusal: 'If you disagree, speak to our quality management. Open the link to read the explanation and acknowledge:',
}

/** One letter: the notice as one recipient gets it. */
interface LetterAsk {
  readonly record: NoticeRow
  readonly recipient: NoticeRecipient
  readonly lines: readonly NoticeLine[]
  readonly lots: readonly NoticeLot[]
  readonly expiresAt: Instant
  /** The recipient was written to before and has not answered. */
  readonly again?: boolean
}

/** Subject and text of the letter; `{link}` stands where the recipient's own link goes. */
export function letterText({ record, recipient, lines, lots, again }: Omit<LetterAsk, 'expiresAt'>) {
  const of = classTitle(record.recallClass)
  const title = of
    ? { zh: `${kinds[record.kind].zh}（${of.zh}）`, en: `${kinds[record.kind].en} (${of.en})` }
    : kinds[record.kind]
  const goods = (zh: boolean) =>
    lots
      .map(lot => {
        const got = lines.find(line => line.lotId === lot.lotId)?.expected
        const name = `${lot.productName} ${[lot.model, lot.spec].filter(Boolean).join(' ')}`
        const quantity = got === undefined ? '' : zh ? `，贵单位 ${got} ${lot.unit}` : `, ${got} ${lot.unit} at yours`
        const units =
          lot.serials.length > 0
            ? zh
              ? `，序列号 ${lot.serials.join('、')}`
              : `, serials ${lot.serials.join(', ')}`
            : ''
        return zh ? `· ${name}，批号 ${lot.lotNo}${quantity}${units}` : `· ${name}, lot ${lot.lotNo}${quantity}${units}`
      })
      .join('\n')
  const slip = WITH_QUANTITIES.includes(record.kind)
  const zh = [
    `${recipient.name}：`,
    ...(again ? ['我公司此前发出的通知尚未收到贵单位的答复，请尽快办理。'] : []),
    `本通知（${record.number}）涉及下列产品：\n${goods(true)}`,
    `原因：${record.reason}`,
    `要求：${record.instructions}`,
    ASKS[record.kind],
    '{link}',
    slip ? '不便上网的，请填写所附通知的回执，传真、邮寄或电话告知我公司。' : '不便上网的，请电话告知我公司。',
  ]
  const en = [
    `${recipient.name}:`,
    ...(again ? ['We have not had your answer to our notice yet; please see to it soon.'] : []),
    `This notice (${record.number}) concerns these goods:\n${goods(false)}`,
    `Reason: ${record.reason}`,
    `What to do: ${record.instructions}`,
    ASKS_EN[record.kind],
    '{link}',
    slip
      ? 'If you cannot open it, fill in the reply slip of the notice and send it by fax or post, or call us.'
      : 'If you cannot open it, please call us.',
  ]
  const name = record.title.slice(0, 120)
  return {
    subject: `${again ? '【催复】' : ''}${title.zh}：${name}`,
    body: zh.join('\n\n'),
    english: { subject: `${again ? 'Reminder: ' : ''}${title.en}: ${name}`, body: en.join('\n\n') },
  }
}

/** Starts the letter to one recipient. */
export function writeLetter(ask: LetterAsk): Start {
  const { record, recipient, expiresAt } = ask
  return {
    command: 'message.write',
    input: {
      procedure: 'notice',
      recordId: record.id,
      recordNumber: record.number,
      guestId: recipient.id,
      partyId: recipient.partyId,
      toName: recipient.name.slice(0, 200),
      toContact: recipient.contactName,
      toEmail: recipient.email,
      toPhone: recipient.phone,
      ...letterText(ask),
      expiresAt,
      form: { procedure: 'notice', form: FORM_OF[record.kind], id: record.id },
    },
    link: 'message',
  }
}
