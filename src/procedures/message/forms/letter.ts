import { z } from 'zod'
import { form } from '../../../kernel/form.ts'
import type { OutsideLink } from '../../../kernel/outside.ts'
import { instant, qrSchema, saidSchema } from '../../../kernel/paper.ts'
import { text } from '../../../kernel/text.ts'
import { LETTERS } from '../taxonomy.ts'

/** A letter as it is printed. */
export interface LetterView {
  readonly number: string
  readonly recordNumber: string | null
  readonly writtenAt: string
  readonly toName: string
  readonly toContact: string | null
  readonly toAddress: string | null
  readonly toPhone: string | null
  readonly subject: string
  /** Plain text; a blank line parts paragraphs, `{link}` stands for the link. */
  readonly body: string
  readonly english: { readonly subject: string; readonly body: string } | null
  readonly link: OutsideLink | null
  /** Address of the link; the server that prints puts it in. */
  readonly address: string | null
}

const partSchema = z.strictObject({ subject: z.string(), paragraphs: z.array(z.string()).readonly() })

/** What the template of a letter reads. */
const letterSchema = z.strictObject({
  to: z.strictObject({ label: saidSchema, name: z.string(), lines: z.array(z.string()).readonly() }),
  about: saidSchema.nullable(),
  parts: z.array(partSchema).readonly(),
  link: z
    .strictObject({
      code: qrSchema,
      address: z.string(),
      how: saidSchema,
      untilLabel: saidSchema,
      until: saidSchema,
    })
    .nullable(),
  writtenAt: saidSchema,
})
export type LetterData = Readonly<z.infer<typeof letterSchema>>

/** The paragraphs of a plain text. */
const paragraphsOf = (body: string, link: string): string[] =>
  body
    .replaceAll('{link}', link)
    .split(/\n\s*\n/)
    .map(paragraph => paragraph.trim())
    .filter(Boolean)

const fromLetter = (view: LetterView): LetterData => ({
  to: {
    label: text('致', 'To'),
    name: view.toName,
    lines: [[view.toContact, view.toPhone].filter(Boolean).join('　'), view.toAddress ?? ''].filter(Boolean),
  },
  about: view.recordNumber === null ? null : text(`所涉记录：${view.recordNumber}`, `Concerns: ${view.recordNumber}`),
  parts: [
    { subject: view.subject, paragraphs: paragraphsOf(view.body, '（请扫描下方二维码，或打开所附网址）') },
    ...(view.english
      ? [
          {
            subject: view.english.subject,
            paragraphs: paragraphsOf(view.english.body, '(scan the code below, or open its address)'),
          },
        ]
      : []),
  ],
  link:
    view.link === null || view.address === null
      ? null
      : {
          code: { qrOf: view.address },
          address: view.address,
          how: text(
            '请用手机扫码，或在浏览器中打开网址，无需注册登录。链接仅供贵单位使用，请勿转发。',
            'Scan with a telephone or open the address in a browser; no account is needed. The link is for you alone: do not pass it on.',
          ),
          untilLabel: text('有效期至', 'Valid until'),
          until: instant(view.link.expiresAt) ?? '',
        },
  writtenAt: instant(view.writtenAt) ?? '',
})

/** 函: a letter on the paper of the company, with the link for its reader as address and QR code. */
export const letterForm = form<LetterView, LetterData>({
  id: 'letter',
  code: 'QR-HJ-01',
  revision: 'A/0',
  title: text('函', 'Letter'),
  template: new URL('./letter.typ', import.meta.url),
  sample: new URL('./letter.sample.json', import.meta.url),
  fulfils: ['S12-5.10.2a', 'HJ-reached'],
  schema: letterSchema,
  data: fromLetter,
  link: { by: LETTERS, of: view => view.link, put: (view, address) => ({ ...view, address }) },
})
