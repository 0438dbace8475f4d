import { z } from 'zod'
import { column } from '../../../kernel/column.ts'
import { field } from '../../../kernel/field.ts'
import type { Json } from '../../../kernel/json.ts'
import { type ReportContent, report } from '../../../kernel/report.ts'
import { text } from '../../../kernel/text.ts'
import { dayOf, endOfDay, startOfDay } from '../../../kernel/time.ts'
import { daySchema } from '../../../vocabulary/record-base.ts'
import { type DeclaredPolicies, shownValue } from '../declared-policy.ts'
import { policiesAt } from '../queries.ts'

const BASIS = {
  law: text('法规', 'Law'),
  procedure: text('程序文件', 'Procedure'),
  ours: text('建议值', 'Proposal'),
} as const

const columns = [
  column('title', text('参数', 'Policy'), 'line', 34),
  column('value', text('执行值', 'In force'), 'line', 18),
  column('version', text('版本', 'Version'), 'number', 6),
  column('since', text('自', 'Since'), 'day', 11),
  column('standard', text('默认值', 'Default'), 'line', 16),
  column('basis', text('依据', 'Basis'), 'line', 9),
  column('clauses', text('条款', 'Clauses'), 'line', 20),
  column('key', text('键', 'Key'), 'code', 24),
]

/** All policies that held on a day, by procedure: what an inspector is handed. */
export const inForceOn = (declared: DeclaredPolicies) =>
  report({
    name: 'in-force',
    title: text('参数执行值一览', 'Policies in force'),
    fulfils: ['PL-versions'],
    by: [],
    params: z.strictObject({
      on: field(daySchema, { title: text('日期（默认今天）', 'Day (today by default)'), widget: 'day' }).optional(),
    }),
    fill: async (db, { on }, { now, zone }): Promise<ReportContent> => {
      const day = on ?? dayOf(now, zone)
      const at =
        on && endOfDay(on, zone) < now
          ? endOfDay(on, zone)
          : on && startOfDay(on, zone) > now
            ? startOfDay(on, zone)
            : now
      const policies = await policiesAt(db, declared, at)
      const byKey = new Map(declared().map(item => [item.policy.key, item.policy]))
      const changed = policies.filter(item => item.version > 0).length
      return {
        title: text('参数执行值一览', 'Policies in force'),
        period: text(`${day} 执行`, `in force on ${day}`),
        figures: [
          { title: text('参数', 'Policies'), value: policies.length },
          { title: text('已变更', 'Changed'), value: changed },
          { title: text('用默认值', 'On their default'), value: policies.length - changed },
          { title: text('尚未启用', 'Not used yet'), value: policies.filter(item => !item.used).length },
        ],
        charts: [],
        tables: [...Map.groupBy(policies, item => item.procedure).values()].map(list => ({
          title: list[0]?.procedureTitle ?? text('', ''),
          columns,
          rows: list.map(item => ({
            title: (item.used
              ? item.title
              : text(`${item.title.zh}（尚未启用）`, `${item.title.en} (not used yet)`)) as unknown as Json,
            value: item.shown as unknown as Json,
            version: item.version,
            since: item.since === null ? null : dayOf(item.since, zone),
            standard: shownValue(byKey.get(item.key), item.default) as unknown as Json,
            basis: BASIS[item.basis] as unknown as Json,
            clauses: item.clauses.map(clause => clause.id).join(' '),
            key: item.key,
          })),
        })),
        notes: [
          text(
            '版本 0 为默认值；其余版本均经提出人和批准人两人签字。',
            'Version 0 is the default; all others were signed by proposer and approver, two people.',
          ),
        ],
      }
    },
  })
