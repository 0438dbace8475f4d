import { text } from '../../kernel/text.ts'

/** How goods are destroyed. */
export const methods = {
  incineration: text('焚烧', 'Incineration'),
  crushing: text('粉碎、毁形', 'Crushing, deforming'),
  chemical: text('化学处理', 'Chemical treatment'),
  'medical-waste': text('交医疗废物处置单位', 'Given to a medical-waste company'),
  other: text('其他', 'Other'),
} as const

export const KEEPERS: readonly string[] = ['warehouse', 'warehouse-head']
export const QUALITY: readonly string[] = ['quality', 'quality-head']
/** X10: so many people see each destruction. */
export const WITNESSES = 2
