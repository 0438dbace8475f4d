import { z } from 'zod'
import { field } from '../../kernel/field.ts'
import { type Policy, policy } from '../../kernel/policy.ts'
import { text } from '../../kernel/text.ts'

/** TL30: life-support devices are answered day and night. */
export const lifeSupportCover = policy({
  key: 'sla.life_support',
  rules: ['TL30'],
  title: text('生命支持类设备的响应', 'Response for life-support devices'),
  schema: z.enum(['7x24', '7x12']),
  default: '7x24',
  options: {
    '7x24': text('全天候（7×24 小时）', 'day and night (7×24 h)'),
    '7x12': text('每日 12 小时（仅限合同另有约定）', '12 hours a day (only where the contract says so)'),
  },
  clauses: ['S13-1.1b'],
  basis: 'procedure',
})

/** TL31: the response agreed for other devices where the contract names none. */
export const responseHours = policy({
  key: 'sla.default_response_h',
  rules: ['TL31'],
  title: text('其他设备的响应时限（合同未约定时，工作小时）', 'Response for other devices, in working hours'),
  schema: z.int().min(1).max(72),
  default: 8,
  unit: text('小时', 'h'),
  clauses: ['S13-1.1c'],
  basis: 'ours',
})

/** TL32: from which working day after the service until which the customer is asked. */
export const followUpDays = policy({
  key: 'followup.service_wd',
  rules: ['TL32'],
  title: text('服务完成后回访（第几至第几个工作日）', 'Follow-up after a service, from and to working day'),
  schema: z
    .strictObject({
      from: field(z.int().min(0).max(30), { title: text('自第几个工作日', 'From working day') }),
      to: field(z.int().min(1).max(30), { title: text('至第几个工作日', 'To working day') }),
    })
    .refine(days => days.from <= days.to, 'it ends after it begins'),
  default: { from: 1, to: 3 },
  unit: text('个工作日', 'working days'),
  clauses: ['S13-5.1a'],
  basis: 'procedure',
})

/** What the company may set here. */
export const policies: readonly Policy[] = [lifeSupportCover, responseHours, followUpDays]
