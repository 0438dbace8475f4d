import { z } from 'zod'
import { policy } from '../../kernel/policy.ts'
import { text } from '../../kernel/text.ts'
import { keysOf } from '../../vocabulary/intake.ts'
import { formVariants } from './wording.ts'

export { releaseNoticeHours } from '../../vocabulary/soon.ts'

/** X02: when a quality complaint stops the sale of its lot before anything is verified. */
export const precautionaryHold = policy({
  key: 'complaint.precautionary_hold',
  rules: ['X02'],
  title: text('质量投诉的预防性停售', 'Precautionary hold on a quality complaint'),
  schema: z.enum(['on_registration', 'on_acceptance', 'off']),
  default: 'on_registration',
  options: {
    on_registration: text('登记时即停售', 'at registration'),
    on_acceptance: text('受理分类时停售', 'at acceptance'),
    off: text('核实不合格后才停售', 'only once it is found bad'),
  },
  clauses: ['S01-4.7b', 'S26-2.2a'],
  basis: 'ours',
})

/** X02: what a complaint holds. */
export const holdScope = policy({
  key: 'hold.scope',
  rules: ['X02'],
  title: text('投诉触发停售的范围', 'Scope of a hold that a complaint places'),
  schema: z.enum(['product+batch', 'product']),
  default: 'product+batch',
  options: {
    'product+batch': text('所投诉产品的批号；批号不明时待查明后再停', 'the lot; when it is unknown, once it is known'),
    product: text('批号不明时停整个产品', 'the whole product while the lot is unknown'),
  },
  clauses: ['S01-4.7b'],
  basis: 'ours',
})

/** How long a stop may wait for its re-check; the written procedures give no number. */
export const recheckWorkdays = policy({
  key: 'hold.recheck_wd',
  title: text('停售后完成质量复查的公司目标', 'Company target for the re-check of held goods'),
  schema: z.int().min(1).max(20),
  default: 3,
  unit: text('个工作日', 'working days'),
  clauses: ['S25-2.6a'],
  basis: 'ours',
})

/** X05: under which name the request for a re-check is printed, unless the person who asks chooses another. */
export const recheckForm = policy({
  key: 'recheck.form_variant',
  rules: ['X05'],
  title: text('申请复查所用单据', 'Form on which a re-check is asked for'),
  schema: z.enum(keysOf(formVariants)),
  default: 'recheck-report',
  options: formVariants,
  clauses: ['S25-2.6a'],
  basis: 'ours',
})
