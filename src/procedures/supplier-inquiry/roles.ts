/** Quality management asks and judges. */
export const QUALITY = ['quality', 'quality-head'] as const

/** Those who keep in touch with suppliers and may press for the answer or write it down. */
export const IN_TOUCH = [...QUALITY, 'quality-inspector', 'purchasing'] as const
