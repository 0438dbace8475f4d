import { sql } from 'kysely'
import { z } from 'zod'
import { column } from '../../../kernel/column.ts'
import { field } from '../../../kernel/field.ts'
import type { AnyDatabase } from '../../../kernel/queries.ts'
import { type ReportContent, report } from '../../../kernel/report.ts'
import { text } from '../../../kernel/text.ts'
import { PLEASED, REACHED, type Satisfaction, satisfactions } from '../../../vocabulary/intake.ts'
import { barChart, leadsNowhere, named } from '../../../vocabulary/report-chart.ts'
import { monthTitle, type Period, wholeOf } from '../../../vocabulary/report-period.ts'
import { percent } from '../../../vocabulary/statistics.ts'

/** Closed cases of a year by what the customer answered; null: nobody asked. */
interface Asked {
  readonly kind: 'complaint' | 'inquiry'
  readonly satisfaction: Satisfaction | null
  readonly month: string
  readonly count: number
}

const KINDS = { complaint: text('投诉', 'Complaints'), inquiry: text('查询与服务诉求', 'Inquiries') } as const

const among = (answers: readonly Satisfaction[], given: Satisfaction | null): boolean =>
  given !== null && answers.includes(given)

async function askedIn(db: AnyDatabase, { from, to }: Period, zone: string): Promise<readonly Asked[]> {
  const of = (table: 'complaint' | 'inquiry') => sql`
    select ${table} as kind, satisfaction, to_char(closed_at at time zone ${zone}, 'YYYY-MM-01') as month
    from ${sql.table(table)} where closed_at between ${from}::timestamptz and ${to}::timestamptz and state = 'closed'`
  const { rows } = await sql<Asked>`
    select kind, satisfaction, month, count(*)::int as count from (${of('complaint')} union all ${of('inquiry')}) as closed
    group by 1, 2, 3`.execute(db)
  return rows
}

/** S09-5.3a, TL18: what is known of customers' satisfaction in a year. */
export const satisfactionYear = report({
  name: 'satisfaction-year',
  title: text('年度客户满意度报告', 'Yearly report on customer satisfaction'),
  fulfils: ['S09-5.3a'],
  by: [],
  periodic: {
    duty: 'satisfaction-year',
    params: ({ year }) => ({ year }),
    authors: ['sales-head'],
    signers: ['quality-head', 'general-manager'],
    sections: ['situation', 'causes', 'measures'],
    readers: ['quality-head', 'general-manager', 'service-head', 'after-sales-head'],
  },
  params: z.strictObject({
    year: field(z.int().min(2019).max(2100), { title: text('年', 'Year'), widget: 'number' }),
  }),
  fill: async (db, { year }, { zone }): Promise<ReportContent> => {
    const period = wholeOf('year', year, 1, zone)
    const rows = await askedIn(db, period, zone)
    const sum = (test: (row: Asked) => boolean): number =>
      rows.reduce((total, row) => total + (test(row) ? row.count : 0), 0)
    const closed = sum(() => true)
    const reached = sum(row => among(REACHED, row.satisfaction))
    const pleased = sum(row => among(PLEASED, row.satisfaction))
    const kinds = Object.keys(KINDS) as (keyof typeof KINDS)[]
    const share = (month: string) =>
      percent(
        sum(row => row.month === month && among(PLEASED, row.satisfaction)),
        sum(row => row.month === month && among(REACHED, row.satisfaction)),
      )
    return {
      title: satisfactionYear.title,
      period: period.title,
      figures: [
        { title: text('办结', 'Cases closed'), value: closed, unit: text('起', 'cases') },
        { title: text('回访到', 'Customers reached'), value: reached, unit: text('起', 'cases') },
        { title: text('回访率', 'Share reached'), value: percent(reached, closed), unit: text('%', '%') },
        { title: text('满意率', 'Share satisfied'), value: percent(pleased, reached), unit: text('%', '%') },
        {
          title: text('不满意', 'Dissatisfied'),
          value: sum(row => row.satisfaction === 'dissatisfied'),
          unit: text('起', 'cases'),
          tone: sum(row => row.satisfaction === 'dissatisfied') > 0 ? 'warn' : 'ok',
        },
      ],
      charts: [
        barChart({
          name: 'answers',
          title: text('回访结果', 'What customers answered'),
          groups: Object.keys(satisfactions) as Satisfaction[],
          label: key => satisfactions[key],
          value: key => sum(row => row.satisfaction === key),
          counted: text('起数', 'Cases'),
          unit: text('起', 'cases'),
        }),
        {
          name: 'month',
          title: text('按月满意率', 'Share satisfied by month'),
          kind: 'line',
          categories: period.months.map(monthTitle),
          series: [{ title: text('满意率', 'Satisfied'), values: period.months.map(share) }],
          unit: text('%', '%'),
        },
      ],
      tables: [
        {
          title: text('按来源', 'By kind of case'),
          columns: [
            column('kind', text('来源', 'Kind'), 'choice', 20, { options: named(KINDS) }),
            column('closed', text('办结', 'Closed'), 'number', 10),
            column('reached', text('回访到', 'Reached'), 'number', 10),
            column('pleased', text('满意', 'Satisfied'), 'number', 10),
            column('share', text('满意率 %', 'Satisfied %'), 'number', 10),
          ],
          rows: kinds.map(kind => {
            const of = (list: readonly string[]) =>
              sum(row => row.kind === kind && list.includes(row.satisfaction ?? ''))
            return {
              kind,
              closed: sum(row => row.kind === kind),
              reached: of(REACHED),
              pleased: of(PLEASED),
              share: percent(of(PLEASED), of(REACHED)),
            }
          }),
        },
      ],
      notes: [
        leadsNowhere(text('回访结果', 'What customers answered'), text('按月满意率', 'Share satisfied by month')),
        text(
          '数据来自投诉和查询办结时的满意度回访，按办结时间统计。年度问卷调查尚未在系统中开展，其结果请在“情况与趋势”中说明。',
          'From what customers were asked when their cases were closed, by the day of closing. The yearly questionnaire is not run in this system yet: say what it showed under "What happened".',
        ),
        text(
          '满意率 =（非常满意 + 满意）÷ 回访到的起数；未能联系上和未回访的不计。',
          'Share satisfied = (very satisfied + satisfied) ÷ customers reached; those not reached or not asked are left out.',
        ),
      ],
    }
  },
})
