/** Roles as the steps of a stop-sale need them; ids of the vocabulary's roles. */

/** Quality management: stops, judges and alone releases (SG03). */
export const QUALITY = ['quality', 'quality-head'] as const

/** Those who may stop goods at once because they see something wrong (S25-2.6a, S26-2.1a, S24-2.1a). */
export const STOPPERS = [
  ...QUALITY,
  'quality-inspector',
  'stock-maintenance',
  'checker',
  'picker',
  'acceptance-inspector',
  'warehouse',
  'warehouse-head',
] as const

/** Those who hang the marks and count. */
export const KEEPERS = ['warehouse', 'warehouse-head', 'stock-maintenance'] as const

/** Those who confirm for sales that nothing is sold. */
export const SALES = ['sales', 'sales-head', 'sales-rep', 'sales-clerk'] as const

/** Those who examine. */
export const EXAMINERS = ['quality', 'quality-inspector'] as const

/** Those who speak with buyers. */
export const TELLERS = [
  ...QUALITY,
  ...SALES,
  'after-sales',
  'after-sales-head',
  'service-desk',
  'service-head',
] as const
