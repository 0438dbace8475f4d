import type { Spread } from '../../kernel/evidence-duration.ts'

/** Most dots in one column; from there on columns are drawn. */
export const DOTS = 14

/** Whether each case is a dot of its own. */
export const isDotted = (spread: Spread): boolean => spread.bins.every(bin => bin.inTime + bin.late <= DOTS)
