import { CannotStart } from '../cannot-start.ts'

/** How the company sends e-mail. */
export interface MailSettings {
  /** `smtp://user:password@mail.example.cn:587`, or `smtps://…:465`. */
  readonly smtpUrl: string
  /** Sender as readers see it: `闭环质量部 <quality@example.cn>`. */
  readonly from: string
}

const SENDER = /^(?:[^<>\r\n]*<([^\s<>@]+@[^\s<>@]+)>|([^\s<>@]+@[^\s<>@]+))$/

/**
 * The mail settings from the environment; null when the company has no mail server, so that letters are printed.
 * @throws CannotStart when only part of them is there, or one cannot be understood
 */
export const mailSettings = (environment: Readonly<Record<string, string | undefined>>): MailSettings | null => {
  const { BIHUAN_SMTP_URL: smtpUrl, BIHUAN_MAIL_FROM: from, BIHUAN_PUBLIC_URL: publicUrl } = environment
  if (!smtpUrl) return null
  const url = URL.parse(smtpUrl)
  if (url === null || !/^smtps?:$/.test(url.protocol) || url.hostname === '')
    throw new CannotStart({
      zh: 'BIHUAN_SMTP_URL 应为发信服务器地址，例如 smtp://账号:密码@mail.example.cn:587；密码中的特殊字符请用百分号编码。',
      en: 'BIHUAN_SMTP_URL is the address of a mail server such as smtp://user:password@mail.example.cn:587; write special characters of the password percent-encoded.',
    })
  if (!from || !SENDER.test(from.trim()))
    throw new CannotStart({
      zh: '已设置 BIHUAN_SMTP_URL，还须用 BIHUAN_MAIL_FROM 给出发件人，例如 质量管理部 <quality@example.cn>。',
      en: 'BIHUAN_SMTP_URL is set; BIHUAN_MAIL_FROM must name the sender too, such as Quality <quality@example.cn>.',
    })
  if (!publicUrl)
    throw new CannotStart({
      zh: '已设置 BIHUAN_SMTP_URL，还须用 BIHUAN_PUBLIC_URL 给出外部可访问的网址，否则邮件里的链接无法打开。',
      en: 'BIHUAN_SMTP_URL is set; BIHUAN_PUBLIC_URL must say under which address people outside reach the product, or the links in e-mails do not open.',
    })
  return { smtpUrl, from: from.trim() }
}

/** The domain of the sender: the right half of every Message-ID. */
export const senderDomain = ({ from }: MailSettings): string => {
  const [, inBrackets, bare] = SENDER.exec(from) ?? []
  return (inBrackets ?? bare ?? '').split('@')[1] ?? 'bihuan.invalid'
}
