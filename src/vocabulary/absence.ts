import { text } from '../kernel/text.ts'

/** Why somebody is away. */
export const absenceKinds = {
  travel: text('出差', 'Business trip'),
  leave: text('休假', 'Leave'),
  sick: text('病假', 'Sick leave'),
  training: text('培训', 'Training'),
} as const

/** Identifies why somebody is away. */
export type AbsenceKind = keyof typeof absenceKinds
