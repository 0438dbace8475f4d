import { type Refusal, refuse } from '../../kernel/refusal.ts'
import { text } from '../../kernel/text.ts'
import type { ComplaintRow } from './complaint.ts'
import { kinds } from './taxonomy.ts'

/** Verification on site belongs to quality complaints (S01); others go through their department. */
export const investigatedOnly = (record: ComplaintRow): Refusal | null =>
  record.investigated
    ? null
    : refuse(
        'no-visit-needed',
        text(
          `${kinds[record.kind].zh}不需质检员到场核实；如实为产品质量问题，请先更正类别。`,
          `${kinds[record.kind].en} needs no verification by an inspector; if it is about product quality, correct its kind first.`,
        ),
        { clause: 'S01-4.4c' },
      )
