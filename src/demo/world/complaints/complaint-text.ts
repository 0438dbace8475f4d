import type { SafetyAnswers, Severity } from '../../../procedures/complaint/severity.ts'
import {
  type Cause,
  classOf,
  type Defect,
  type Finding,
  type Kind,
  type Remedy,
  type Responsibility,
  type Satisfaction,
} from '../../../procedures/complaint/taxonomy.ts'
import type { CustomerKind } from '../../../vocabulary/party.ts'
import type { Family } from '../families.ts'

/** One complaint as the service desk and everyone after it would write it down. */
export interface ComplaintText {
  /** Devices about which it may be told; null for complaints that concern no device. */
  readonly family: Family | null
  /** Words of which one must be in the product's name, for complaints about one kind of device in its family. */
  readonly about?: readonly string[]
  readonly title: string
  readonly description: string
  /** What the customer asks for. */
  readonly request: string
  readonly kind: Kind
  readonly defect: Defect
  readonly urgent: boolean
  /** Follows from the safety answers while the possibility of serious harm makes S1. */
  readonly severity: Severity
  readonly safety: SafetyAnswers
  readonly cause: Cause
  readonly finding: Finding
  readonly findingNote: string
  readonly responsibility: Responsibility
  readonly opinion: string
  readonly reply: string
  readonly contactNotes: readonly string[]
  readonly satisfaction: Satisfaction
}

/** As it is written in the files beside this one: the safety answers follow from the severity unless they are given. */
export type ComplaintDraft = Omit<ComplaintText, 'safety' | 'kind' | 'family'> & {
  /** Where it differs from the others of its list. */
  readonly kind?: Kind
  readonly safety?: Partial<SafetyAnswers>
}

const answers = (severity: Severity): SafetyAnswers => ({
  harmHappened: 'no',
  couldHarm: severity === 'S1' ? 'yes' : 'no',
  treatmentAffected: severity === 'S1' || severity === 'S2' ? 'yes' : 'no',
  functionLost: severity === 'S4' ? 'no' : 'yes',
})

/** Completes drafts of one family and kind. */
export const complaintsOf = (
  kind: ComplaintText['kind'],
  family: Family | null,
  drafts: readonly ComplaintDraft[],
): ComplaintText[] =>
  drafts.map(draft => ({ kind, ...draft, family, safety: { ...answers(draft.severity), ...draft.safety } }))

/** Replaces `{ward}`, `{qty}` and the like. @throws Error when a placeholder has no value */
export const fillIn = (template: string, values: Readonly<Record<string, string>>): string =>
  template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name]
    if (value === undefined) throw new Error(`no value for {${name}} in: ${template}`)
    return value
  })

/** Placeholders that texts may hold: ward, quantity, lot number, model, contact person. */
export const placeholders = ['ward', 'qty', 'lot', 'model', 'contact'] as const

/** Hospital wards for `{ward}`. */
export const wards = [
  '急诊科',
  '心内科',
  '神经内科',
  '呼吸内科',
  '重症医学科',
  '骨一科',
  '普外科',
  '儿科',
  '妇产科',
  '肾内科',
  '肿瘤科',
  '内分泌科',
  '老年病科',
  '手术室',
  '康复科',
] as const

/** Customers who would tell it in these words; never empty. */
export function tellersOf(complaint: Pick<ComplaintText, 'title' | 'description' | 'kind'>): readonly CustomerKind[] {
  const told = `${complaint.title}${complaint.description}`
  if (/药店|经销商|终端/.test(told)) return ['dealer']
  if (/顾客|家属|患者佩戴|孩子/.test(told)) return ['consumer', 'dealer']
  if (/\{ward\}|科|护士|手术|急救|门诊|药房配药/.test(told)) return ['hospital']
  return classOf(complaint.kind) === 'service' ? ['hospital', 'dealer', 'clinic'] : ['hospital', 'clinic', 'dealer']
}

/** What would be agreed with a consumer, read from the opinion. */
export function remedyOf(complaint: Pick<ComplaintText, 'opinion'>): Remedy {
  if (/退货|退差价/.test(complaint.opinion)) return 'refund'
  if (/换新|换货|调换|补发|退换/.test(complaint.opinion)) return 'exchange'
  return /更换|维修|复位|清理|升级/.test(complaint.opinion) ? 'repair' : 'explanation'
}
