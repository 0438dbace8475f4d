import { execute } from '../../kernel/execute.ts'
import { recordOf } from '../../kernel/load.ts'
import { type Actor, holds } from '../../kernel/person.ts'
import type { Text } from '../../kernel/text.ts'
import type { MessageRow } from '../../procedures/message/message.ts'
import type { Failure } from '../../procedures/message/taxonomy.ts'
import type { ServerParts } from '../parts.ts'
import { formCopy } from '../routes/print.ts'
import { letterMail } from './letter-mail.ts'
import { type MailSettings, senderDomain } from './mail-settings.ts'
import type { Mail, Post } from './post.ts'

/** The mail of the company as the worker uses it; null where there is none. */
export interface MailWork {
  readonly settings: MailSettings
  readonly post: Post
}

/** The letter did not get through yet; the queue calls again later. */
class NotYet extends Error {
  override readonly name = 'NotYet'
}

/**
 * Sends the letter of this id if it still waits, and records what came of it by the steps of the letter. A letter is mailed at least
 * once: where the process ends between the server's answer and its record, the next attempt carries the same Message-ID.
 * @throws NotYet when it is to be tried again; `last` says that it will not
 */
export const sendLetter = async (
  parts: ServerParts,
  mail: MailWork | null,
  id: string,
  last: boolean,
): Promise<void> => {
  const { kernel } = parts
  const { rows } = await parts.pool.query('select * from message where id = $1', [id])
  const letter = rows[0] && (recordOf(rows[0]) as MessageRow)
  if (letter?.state !== 'waiting' || !letter.toEmail) return
  const actor = systemAt(letter.siteId)
  const take = (verb: string, input: unknown) => execute(kernel, { command: `message.${verb}`, on: id, input }, actor)
  if (mail === null) {
    await take('print-instead', { why: 'no-server' })
    return
  }
  const made = await composed(parts, mail.settings, letter, letter.toEmail)
  if ('why' in made) {
    await take('mark-failed', made)
    return
  }
  const posted = await mail.post.send(made)
  if (posted.ok) {
    await take('mark-sent', { mailId: posted.mailId, answer: posted.answer })
    return
  }
  if (posted.lasting || last) {
    await take('mark-failed', { why: posted.why, answer: posted.answer })
    return
  }
  await take('note-attempt', { answer: posted.answer })
  throw new NotYet(posted.answer)
}

/** The server itself, at the letter's site. */
const systemAt = (siteId: string): Actor => ({
  id: siteId,
  name: 'Bihuan',
  username: 'system',
  roles: [],
  siteId,
  via: 'system',
})

interface CannotCompose {
  readonly why: Failure
  readonly answer: string
}

const composed = async (
  parts: ServerParts,
  settings: MailSettings,
  letter: MessageRow,
  to: string,
): Promise<Mail | CannotCompose> => {
  const { rows } = await parts.pool.query<{ name: Text }>('select name from company')
  const company = rows[0]?.name ?? { zh: '', en: '' }
  const { procedure, recordId, guestId, expiresAt } = letter
  const address = expiresAt && (await parts.links.address({ procedure, recordId, guestId, expiresAt }))
  const attachments = await enclosed(parts, letter)
  if ('why' in attachments) return attachments
  return {
    to,
    toName: [letter.toName, letter.toContact].filter(Boolean).join(' '),
    messageId: `<${letter.id}.${letter.round}@${senderDomain(settings)}>`,
    ...letterMail(letter, { company: company.zh, companyEn: company.en, address }),
    attachments,
  }
}

/** The printed form that goes along, as the writer of the letter would print it. */
const enclosed = async (parts: ServerParts, letter: MessageRow): Promise<Mail['attachments'] | CannotCompose> => {
  const { formProcedure, formName, formId } = letter
  if (!formProcedure || !formName || !formId) return []
  const { registry } = parts.kernel
  const procedure = registry.has(formProcedure) ? registry.procedure(formProcedure) : null
  const form = procedure?.forms.find(item => item.id === formName)
  if (!procedure || !form) return { why: 'form-missing', answer: `${formProcedure} has no form ${formName}` }
  const writer: Actor = { ...systemAt(letter.siteId), name: letter.writtenByName ?? 'Bihuan', via: 'system' }
  // health data of a person leave the company on paper alone, by somebody who handles the record
  if (procedure.record.healthRoles && !holds(writer, procedure.record.healthRoles))
    return { why: 'form-missing', answer: `${formName} carries health data and is not mailed` }
  const copy = await formCopy(parts, procedure, form, formId, writer, 'zh')
  return [{ filename: `${copy.name}.pdf`, content: Buffer.from(copy.pdf), contentType: 'application/pdf' }]
}
