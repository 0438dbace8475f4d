import { createTransport } from 'nodemailer'
import { errorCode } from '../cannot-start.ts'
import type { MailSettings } from './mail-settings.ts'

/** An e-mail, ready to go. */
export interface Mail {
  readonly to: string
  readonly toName: string
  readonly subject: string
  readonly text: string
  readonly html: string
  /** `<…@…>`; the same for every attempt to send the same letter. */
  readonly messageId: string
  readonly attachments: readonly { readonly filename: string; readonly content: Buffer; readonly contentType: string }[]
}

/** What came of handing an e-mail to the mail server. */
type Posted =
  | { readonly ok: true; readonly mailId: string; readonly answer: string }
  | {
      readonly ok: false
      /** It would be refused again: trying again makes no sense. */
      readonly lasting: boolean
      readonly why: 'refused-address' | 'refused-mail' | 'refused-login' | 'unreachable'
      readonly answer: string
    }

/** The way to the mail server of the company. */
export interface Post {
  readonly send: (mail: Mail) => Promise<Posted>
  readonly close: () => void
}

/** Opens the way to the mail server; connections are made when there is something to send and are kept for the next. */
export const openPost = ({ smtpUrl, from }: MailSettings): Post => {
  const transport = createTransport({
    url: smtpUrl,
    pool: true,
    maxConnections: 2,
    connectionTimeout: 20_000,
    greetingTimeout: 20_000,
    socketTimeout: 60_000,
    // a letter's text never makes the server read a file or fetch an address
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    send: async ({ to, toName, attachments, ...mail }) => {
      try {
        const info = await transport.sendMail({
          ...mail,
          from,
          to: { name: toName, address: to },
          attachments: [...attachments],
          headers: { 'Auto-Submitted': 'auto-generated' },
        })
        return { ok: true, mailId: info.messageId, answer: oneLine(info.response) }
      } catch (fault) {
        return { ok: false, ...reasonOf(fault) }
      }
    },
    close: () => transport.close(),
  }
}

interface SmtpFault {
  readonly responseCode?: number
  readonly response?: string
}

/** Why the mail server did not take it: an answer of the 500s about this letter is final, everything else may pass. */
const reasonOf = (fault: unknown): Omit<Extract<Posted, { ok: false }>, 'ok'> => {
  const { responseCode = 0, response } = (typeof fault === 'object' && fault !== null ? fault : {}) as SmtpFault
  const answer = oneLine(response || (fault instanceof Error ? fault.message : String(fault)))
  const code = errorCode(fault)
  // the company's own account: somebody mends the setting, and the letter goes with the next attempt
  if (code === 'EAUTH') return { lasting: false, why: 'refused-login', answer }
  if (responseCode < 500) return { lasting: false, why: 'unreachable', answer }
  return { lasting: true, why: code === 'EENVELOPE' ? 'refused-address' : 'refused-mail', answer }
}

const oneLine = (words: string): string => words.replace(/\s+/g, ' ').trim().slice(0, 1_000)
