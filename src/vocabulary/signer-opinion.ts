import { type Refusal, refuse } from '../kernel/refusal.ts'
import { type Text, text } from '../kernel/text.ts'
import { paragraph, yesNo } from './entry-field.ts'

/** Fields in which a signer says yes, or no with a reason. */
export const signerOpinion = (agree = text('同意', 'Agree'), note = text('意见', 'Remark')) => ({
  agree: yesNo(agree).default(true),
  note: paragraph(note).optional(),
})

/** What a signer said. */
export interface SignerOpinion {
  readonly agree: boolean
  readonly note?: string | undefined
}

/** Whoever says no says why; `sentence` asks for it in the words of the step. */
export const reasonOwed = ({ agree, note }: SignerOpinion, sentence: Text, clause?: string): Refusal | false =>
  !agree && !note && refuse('note-missing', sentence, { field: 'note', ...(clause && { clause }) })

/** The remark of a signature, where there is one. */
export const withNote = (note: string | undefined): { readonly note?: string } => (note ? { note } : {})
