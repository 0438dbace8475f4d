/** Quality management investigates a signal. */
export const QUALITY = ['quality', 'quality-head'] as const
