import { z } from 'zod'
import { column } from '../../../kernel/column.ts'
import { field } from '../../../kernel/field.ts'
import { type ReportContent, report } from '../../../kernel/report.ts'
import { text } from '../../../kernel/text.ts'
import { endOfDay, startOfDay } from '../../../kernel/time.ts'
import { stackedChart } from '../../../vocabulary/report-chart.ts'
import { supplierStandings } from '../queries.ts'
import { effects } from '../wording.ts'

/** 供货单位质量查询统计: the year's inquiries supplier by supplier, for the yearly judgement of suppliers. */
export const supplierQuality = report({
  name: 'supplier-quality',
  title: text('供货单位质量查询统计', 'Inquiries by supplier'),
  fulfils: ['S01-4.6b'],
  by: [],
  params: z.strictObject({
    year: field(z.int().min(2019).max(2100), { title: text('年', 'Year'), widget: 'number' }),
  }),
  fill: async (db, { year }, { zone }): Promise<ReportContent> => {
    const list = await supplierStandings(db, {
      from: startOfDay(`${year}-01-01`, zone),
      to: endOfDay(`${year}-12-31`, zone),
      zone,
    })
    const sum = (of: (row: (typeof list)[number]) => number) => list.reduce((total, row) => total + of(row), 0)
    const answered = sum(row => row.onTime + row.late)
    return {
      title: text('供货单位质量查询统计', 'Inquiries by supplier'),
      period: text(`${year} 年`, `${year}`),
      figures: [
        { title: text('查询', 'Inquiries'), value: sum(row => row.asked) },
        { title: text('供货单位', 'Suppliers'), value: list.length },
        {
          title: text('按期答复率', 'Answered in time'),
          value: answered === 0 ? null : Math.round((sum(row => row.onTime) / answered) * 1000) / 10,
          unit: text('%', '%'),
        },
        {
          title: text('未答复', 'Not answered'),
          value: sum(row => row.unanswered),
          ...(sum(row => row.unanswered) > 0 && { tone: 'warn' as const }),
        },
        {
          title: text('建议暂停采购', 'Suspensions proposed'),
          value: sum(row => row.suspensions),
          ...(sum(row => row.suspensions) > 0 && { tone: 'late' as const }),
        },
      ],
      charts: [
        stackedChart({
          name: 'by-supplier',
          title: text('各供货单位的查询', 'Inquiries of each supplier'),
          groups: list,
          label: row => row.partyName,
          parts: [
            { title: text('按期答复', 'In time'), value: row => row.onTime },
            { title: text('逾期答复', 'Late'), value: row => row.late },
            { title: text('未答复', 'Not answered'), value: row => row.unanswered },
          ],
          drill: row => ({ partyId: row.partyId }),
        }),
      ],
      tables: [
        {
          title: text('供货单位', 'Suppliers'),
          columns: [
            column('partyName', text('供货单位', 'Supplier'), 'line', 26),
            column('asked', text('查询', 'Asked'), 'number', 8),
            column('onTime', text('按期答复', 'In time'), 'number', 9),
            column('late', text('逾期答复', 'Late'), 'number', 9),
            column('unanswered', text('未答复', 'Not answered'), 'number', 9),
            column('days', text('平均答复天数', 'Days to answer'), 'number', 10),
            column('liable', text('供方责任', 'Supplier liable'), 'number', 9),
            column('warned', text('警告', 'Warned'), 'number', 8),
            column('probation', text('观察', 'Probation'), 'number', 8),
            column('suspensions', text('建议暂停', 'Suspension'), 'number', 9),
            column('effect', text('最重影响', 'Gravest effect'), 'choice', 12, {
              options: Object.fromEntries(Object.entries(effects).map(([key, title]) => [key, { title }])),
            }),
          ],
          rows: list.map(row => ({ ...row })),
        },
      ],
      notes: [
        text(
          '作废的查询不计；按答复期限所在日判断是否按期。',
          'Voided inquiries are left out; an answer is in time up to the end of its due day.',
        ),
      ],
    }
  },
})
