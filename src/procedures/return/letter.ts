import type { Start } from '../../kernel/command.ts'
import type { ReturnRow } from './return.ts'
import type { ReturnLine } from './return-rows.ts'

/** The lines of a return as a letter names them, one in each line. */
export const goodsListed = (
  lines: readonly (Pick<ReturnLine, 'lineNo' | 'productName' | 'model' | 'lotNo' | 'quantity' | 'unit'> & {
    readonly counted?: number | null
  })[],
): string =>
  lines
    .map(line => {
      const quantity = line.counted ?? line.quantity
      return `${line.lineNo}. ${line.productName} ${line.model} 批号 ${line.lotNo} ${quantity} ${line.unit}`
    })
    .join('\n')

/** Starts a letter to the customer of a return; paragraphs are parted by blank lines. */
export const letter = (
  record: Pick<ReturnRow, 'id' | 'number' | 'partyId' | 'partyName' | 'contactPerson' | 'phone' | 'email'>,
  {
    subject,
    paragraphs,
    form,
  }: { readonly subject: string; readonly paragraphs: readonly string[]; readonly form?: string },
): Start => ({
  command: 'message.write',
  input: {
    procedure: 'return',
    recordId: record.id,
    guestId: null,
    partyId: record.partyId,
    recordNumber: record.number,
    toName: record.partyName,
    toContact: record.contactPerson,
    toPhone: record.phone,
    toEmail: record.email,
    subject: `${subject}（${record.number}）`,
    body: paragraphs.join('\n\n'),
    expiresAt: null,
    ...(form && { form: { procedure: 'return', form, id: record.id } }),
  },
  link: 'message',
})
