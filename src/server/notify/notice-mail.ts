import type { Wording } from './robot-message.ts'

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const escaped = (words: string): string => words.replace(/[&<>"']/g, sign => ESCAPES[sign] ?? sign)

/** A notification as an e-mail, in plain text and in HTML that says the same. */
export const noticeMail = (wording: Wording, language: 'zh' | 'en') => {
  const foot =
    language === 'zh'
      ? '此邮件由系统自动发送。可在“我的账号”更改通知设置。'
      : 'Sent by the system. Choose how you are told on the page "My account".'
  const lines = wording.lines.map(({ words, href }) => ({ words, href }))
  const text = [
    ...lines.map(({ words, href }) => (href ? `· ${words}\n  ${href}` : `· ${words}`)),
    ...(wording.more ? [wording.more] : []),
    foot,
  ]
  const items = lines.map(({ words, href }) =>
    href
      ? `<li style="margin:0 0 8px"><a href="${escaped(href)}" style="color:#0b6e69">${escaped(words)}</a></li>`
      : `<li style="margin:0 0 8px">${escaped(words)}</li>`,
  )
  const more = wording.more ? `<p>${escaped(wording.more)}</p>` : ''
  return {
    subject: wording.heading.slice(0, 150),
    text: `${text.join('\n\n')}\n`,
    html: `<!doctype html><html lang="${language === 'zh' ? 'zh-Hans' : 'en'}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(wording.heading)}</title></head><body style="margin:0;padding:20px;background:#ffffff;color:#1c2429;font:15px/1.7 -apple-system,'PingFang SC','Microsoft YaHei','Noto Sans SC',sans-serif"><div style="max-width:640px;margin:0 auto"><h1 style="font-size:17px;margin:0 0 16px">${escaped(wording.heading)}</h1><ul style="margin:0;padding:0 0 0 20px">${items.join('')}</ul>${more}<p style="margin:24px 0 0;color:#6b7780;font-size:12px">${escaped(foot)}</p></div></body></html>`,
  }
}
