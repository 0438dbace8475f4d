/** Those who read the instruments and adjust the stores. */
export const RECORDERS = ['stock-maintenance', 'warehouse', 'warehouse-head'] as const

/** Quality management judges goods and sets limits. */
export const QUALITY = ['quality', 'quality-head'] as const
