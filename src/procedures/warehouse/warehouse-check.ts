import { type Refusal, refuse } from '../../kernel/refusal.ts'
import { text } from '../../kernel/text.ts'

/** Refuses a name that another warehouse has. */
export const refuseName = (taken: string | null): Refusal | false =>
  taken !== null &&
  refuse(
    'name-taken',
    text(`该名称已用于 ${taken}，请换一个名称。`, `${taken} has this name already: choose another one.`),
    { field: 'name' },
  )
