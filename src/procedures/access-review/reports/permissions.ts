import { z } from 'zod'
import { column } from '../../../kernel/column.ts'
import type { Json } from '../../../kernel/json.ts'
import type { Procedure } from '../../../kernel/procedure.ts'
import { type ReportContent, report } from '../../../kernel/report.ts'
import { joinText, type Text, text } from '../../../kernel/text.ts'
import { dayOf } from '../../../kernel/time.ts'
import { roleTitle } from '../../../vocabulary/role.ts'
import { permissionOverview } from '../overview.ts'
import { peoplePermissions } from '../people.ts'

const said = (value: Text | null): Json => value as unknown as Json
const rolesText = (list: readonly string[]): Json => said(joinText(list.map(roleTitle)))

/** Roles and steps, what keeps people apart, and who holds what: for review on paper. */
export const permissionsReport = (procedures: () => readonly Procedure[]) =>
  report({
    name: 'permissions',
    title: text('角色、权限与不相容职责一览', 'Roles, permissions and segregation'),
    fulfils: ['AR-overview'],
    by: [
      'quality',
      'quality-head',
      'administrator',
      'general-manager',
      'management-representative',
      'authority-inspector',
    ],
    params: z.strictObject({}),
    fill: async (db, _, { now, zone, actor }): Promise<ReportContent> => {
      const overview = permissionOverview(procedures())
      const people = await peoplePermissions(db, actor.siteId, now)
      const pairs = people.flatMap(person => person.pairs)
      const day = dayOf(now, zone)
      const steps = overview.procedures.reduce((sum, item) => sum + item.steps.length, 0)
      return {
        title: text('角色、权限与不相容职责一览', 'Roles, permissions and segregation'),
        period: text(`${day} 现状`, `as of ${day}`),
        figures: [
          { title: text('人员', 'People'), value: people.length },
          { title: text('步骤', 'Steps'), value: steps },
          {
            title: text('同持相互制约角色', 'Pairs held from before'),
            value: pairs.length,
            tone: pairs.some(item => item.always) ? 'late' : pairs.length > 0 ? 'warn' : 'ok',
          },
          { title: text('不在岗', 'Away'), value: people.filter(person => person.away !== null).length },
        ],
        charts: [],
        tables: [
          {
            title: text('人员与角色', 'People and roles'),
            columns: [
              column('name', text('姓名', 'Name'), 'line', 12),
              column('department', text('部门', 'Department'), 'line', 20),
              column('roles', text('角色', 'Roles'), 'line', 34),
              column('reviewed', text('审核人', 'Reviewed by'), 'line', 12),
              column('deputies', text('代理与代行', 'Deputies and stand-ins'), 'line', 28),
              column('pairs', text('同持的制约角色', 'Pairs held'), 'line', 22),
            ],
            rows: people.map(person => ({
              name: person.name,
              department: person.department,
              roles: rolesText(person.roles.map(item => item.role)),
              reviewed: [...new Set(person.roles.flatMap(item => item.reviewedByName ?? []))].join('、'),
              deputies: said(
                joinText(
                  [
                    ...person.deputies.map(({ toName, untilDay }) =>
                      text(`由${toName}代至 ${untilDay}`, `${toName} stands in until ${untilDay}`),
                    ),
                    ...person.standsIn.map(({ ofName, untilDay }) =>
                      text(`代${ofName}至 ${untilDay}`, `stands in for ${ofName} until ${untilDay}`),
                    ),
                  ],
                  text('；', '; '),
                ),
              ),
              pairs: said(
                joinText(
                  person.pairs.map(({ rule, one, other }) => {
                    const [a, b] = [roleTitle(one), roleTitle(other)]
                    return text(`${a.zh}／${b.zh}（${rule}）`, `${a.en} / ${b.en} (${rule})`)
                  }),
                  text('；', '; '),
                ),
              ),
            })),
          },
          {
            title: text('不相容职责', 'Segregation of duties'),
            columns: [
              column('rule', text('规则', 'Rule'), 'code', 14),
              column('title', text('要求', 'What it asks'), 'line', 40),
              column('binds', text('约束的步骤与会签', 'Steps and chains that obey it'), 'line', 60),
            ],
            rows: overview.rules.map(item => ({
              rule: item.rule,
              title: said(item.title ?? item.pairs.map(pairText)[0] ?? null),
              binds: said(
                joinText(
                  [
                    ...item.steps.map(step => step.title),
                    ...item.chains.map(chain => chain.title),
                    ...(item.kernel ? [item.kernel] : []),
                    ...item.pairs.map(pairText),
                  ],
                  text('；', '; '),
                ),
              ),
            })),
          },
          ...overview.procedures.map(procedure => ({
            title: procedure.title,
            columns: [
              column('step', text('步骤', 'Step'), 'line', 24),
              column('by', text('可办理的角色', 'Roles that may take it'), 'line', 60),
              column('signed', text('签名', 'Signed'), 'yes-no', 8),
              column('rules', text('须为不同的人', 'Different people by'), 'line', 18),
            ],
            rows: procedure.steps.map(step => ({
              step: said(step.title),
              by: rolesText(step.by),
              signed: step.signed,
              rules: step.rules.join(' '),
            })),
          })),
        ],
        notes: [
          text(
            '本表由系统登记的程序直接生成，与实际执行的控制一致。',
            'Made from the procedures as the product runs them: these are the controls that act.',
          ),
        ],
      }
    },
  })

const pairText = ({ one, other }: { readonly one: string; readonly other: string }): Text => {
  const [a, b] = [roleTitle(one), roleTitle(other)]
  return text(`${a.zh}／${b.zh}`, `${a.en} / ${b.en}`)
}
