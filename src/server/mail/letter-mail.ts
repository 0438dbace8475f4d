import type { MessageRow } from '../../procedures/message/message.ts'

/** The words of a letter as an e-mail. */
export interface LetterMail {
  readonly subject: string
  readonly text: string
  readonly html: string
}

interface Part {
  readonly body: string
  readonly open: string
  readonly note: string
}

const LINK = '{link}'

/** Lays a letter out as an e-mail, in plain text and in HTML that says the same; the English stands below the Chinese. */
export const letterMail = (
  letter: Pick<MessageRow, 'number' | 'subject' | 'body' | 'subjectEn' | 'bodyEn' | 'toName' | 'toContact'>,
  about: { readonly company: string; readonly companyEn: string; readonly address: string | null },
): LetterMail => {
  const { address } = about
  const parts: Part[] = [
    {
      body: placed(letter.body, address),
      open: '打开并填写',
      note: '无需注册登录。链接仅供贵单位使用，请勿转发。',
    },
    ...(letter.bodyEn
      ? [
          {
            body: placed(letter.bodyEn, address),
            open: 'Open and answer',
            note: 'No account is needed. The link is for you alone: do not pass it on.',
          },
        ]
      : []),
  ]
  // many a letter greets its reader itself
  const greeted = letter.body.startsWith(letter.toName)
  const to = greeted ? '' : [letter.toName, letter.toContact].filter(Boolean).join('　')
  const sign = [about.company, ...(letter.bodyEn && about.companyEn !== about.company ? [about.companyEn] : [])]
  const foot = `${letter.number}　${about.company}`
  const text = [
    to,
    ...parts.flatMap((part, i) => [
      ...(i > 0 ? ['----------------------------------------', letter.subjectEn ?? ''] : []),
      part.body.replaceAll(LINK, address ?? ''),
      ...(address ? [part.note] : []),
    ]),
    sign.join('\n'),
    letter.number,
  ]
  return {
    subject: letter.subject,
    text: `${text.filter(Boolean).join('\n\n')}\n`,
    html: page(letter.subject, [
      ...(to ? [`<p style="margin:0 0 16px;font-weight:bold">${escaped(to)}</p>`] : []),
      ...parts.flatMap((part, i) => [
        ...(i > 0 ? [`<hr style="${RULE}"><h2 style="${HEAD}">${escaped(letter.subjectEn ?? '')}</h2>`] : []),
        ...part.body.split(/\n\s*\n/).map(paragraph => paragraphHtml(paragraph.trim(), part, address)),
      ]),
      `<p style="margin:24px 0 4px">${sign.map(escaped).join('<br>')}</p>`,
      `<p style="margin:0;color:#6b7780;font-size:12px">${escaped(foot)}</p>`,
    ]),
  }
}

/** A text whose link has its place; a letter with a link that names no place has it at the end. */
const placed = (body: string, address: string | null): string =>
  address === null || body.includes(LINK) ? body : `${body.trimEnd()}\n\n${LINK}`

const RULE = 'border:0;border-top:1px solid #d5dbdf;margin:28px 0'
const HEAD = 'font-size:17px;margin:0 0 12px'
const BUTTON =
  'display:inline-block;background:#0f766e;color:#ffffff;text-decoration:none;padding:10px 18px;border-radius:6px'

const paragraphHtml = (paragraph: string, part: Part, address: string | null): string => {
  const words = escaped(paragraph).replaceAll('\n', '<br>')
  if (address === null) return `<p style="margin:0 0 12px">${words.replaceAll(LINK, '')}</p>`
  if (!paragraph.includes(LINK)) return `<p style="margin:0 0 12px">${words}</p>`
  const href = escaped(address)
  const button = `<br><a href="${href}" style="${BUTTON}">${part.open}</a><br><span style="color:#6b7780;font-size:12px">${part.note}<br><a href="${href}" style="color:#6b7780;word-break:break-all">${href}</a></span>`
  return `<p style="margin:0 0 12px">${words.replaceAll(LINK, button)}</p>`
}

const page = (title: string, content: readonly string[]): string =>
  `<!doctype html><html lang="zh-Hans"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(title)}</title></head><body style="margin:0;padding:20px;background:#ffffff;color:#1c2429;font:15px/1.7 -apple-system,'PingFang SC','Microsoft YaHei','Noto Sans SC',sans-serif"><div style="max-width:640px;margin:0 auto"><h1 style="font-size:19px;margin:0 0 16px">${escaped(title)}</h1>${content.join('')}</div></body></html>`

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Words as HTML that shows them and nothing else. */
const escaped = (words: string): string => words.replace(/[&<>"']/g, sign => ESCAPES[sign] ?? sign)
