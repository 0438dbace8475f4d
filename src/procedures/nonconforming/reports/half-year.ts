import { z } from 'zod'
import { column } from '../../../kernel/column.ts'
import { field } from '../../../kernel/field.ts'
import { type ReportContent, report } from '../../../kernel/report.ts'
import { type Text, text } from '../../../kernel/text.ts'
import { dayOf } from '../../../kernel/time.ts'
import { barChart, type Drill, leadsNowhere, named, paretoChart } from '../../../vocabulary/report-chart.ts'
import { wholeOf } from '../../../vocabulary/report-period.ts'
import { roles } from '../../../vocabulary/role.ts'
import { yuan } from '../progress.ts'
import { categories, dispositionKinds, measureDepartments, sources, verdicts } from '../taxonomy.ts'
import { COUNTED, type Group, goodsBy, measuresOf, partsOf, recheckedOf } from './figures.ts'

const TIMES = text('起', 'cases')
const CASES = text('起数', 'Cases')
const UNITS = text('数量', 'Units')
/** S26-8b: to whom the report goes. */
const RECIPIENTS = ['quality-head', 'business-deputy', 'logistics-deputy'] as const

const counts = { value: (group: Group) => group.count, counted: CASES, unit: TIMES }

/** A ledger filter for one group; what counts is not voided. */
const only = (filter: Drill): Drill => ({ ...COUNTED, ...filter })

const sum = (groups: readonly Group[], key: 'count' | 'quantity'): number =>
  groups.reduce((total, group) => total + group[key], 0)

/** 不合格品半年汇总分析报告 (S26 8; R76): sources, products, suppliers, disposition, value, and preventive measures. */
export const halfYearAnalysis = report({
  name: 'half-year',
  title: text('不合格品半年汇总分析报告', 'Half-year analysis of nonconforming goods'),
  fulfils: ['S26-8a', 'S26-8b', 'S26-8c'],
  by: [
    'quality',
    ...RECIPIENTS,
    'general-manager',
    'department-head',
    'purchasing',
    'sales-head',
    'warehouse-head',
    'finance-head',
    'authority-inspector',
  ],
  periodic: {
    duty: 'half-year-analysis',
    params: ({ year, part }) => ({ year, half: part }),
    authors: ['quality'],
    signers: [...RECIPIENTS],
    sections: ['situation', 'causes', 'responsibility', 'measures'],
    readers: [...RECIPIENTS, 'department-head', 'warehouse-head', 'purchasing'],
  },
  params: z.strictObject({
    year: field(z.int().min(2019).max(2100), { title: text('年', 'Year'), widget: 'number' }),
    half: field(z.int().min(1).max(2), {
      title: text('半年', 'Half'),
      widget: 'number',
      hint: text('1 上半年，2 下半年', '1 or 2'),
    }),
  }),
  fill: async (db, { year, half }, { now, zone }): Promise<ReportContent> => {
    const period = wholeOf('half-year', year, half, zone)
    const [bySource, byProduct, bySupplier, byCategory, rechecked, parts, measures] = await Promise.all([
      goodsBy(db, period, 'source'),
      goodsBy(db, period, 'product'),
      goodsBy(db, period, 'supplier'),
      goodsBy(db, period, 'category'),
      recheckedOf(db, period),
      partsOf(db, period),
      measuresOf(db, period),
    ])
    const back = parts.find(item => item.kind === 'supplier')
    const written = parts.find(item => item.kind === 'write-off')
    const today = dayOf(now, zone)
    const late = measures.filter(item => !item.doneOn && item.dueOn < today).length
    return {
      title: halfYearAnalysis.title,
      period: period.title,
      figures: [
        { title: text('上报', 'Reported'), value: sum(bySource, 'count'), unit: TIMES },
        { title: text('确认不合格', 'Confirmed'), value: rechecked.nonconforming, unit: TIMES },
        { title: text('复查合格', 'Found good'), value: rechecked.conforming, unit: TIMES },
        { title: text('退回供货者', 'Sent back'), value: back?.quantity ?? 0 },
        { title: text('报损销毁', 'Written off'), value: written?.quantity ?? 0 },
        { title: text('报损金额', 'Value written off'), value: (written?.value ?? 0) / 100, unit: text('元', 'yuan') },
        {
          title: text('逾期未完成措施', 'Measures overdue'),
          value: late,
          unit: text('项', 'measures'),
          tone: late > 0 ? 'late' : 'ok',
        },
      ],
      charts: [
        barChart({
          name: 'source',
          title: text('按来源', 'By source'),
          groups: bySource,
          label: group => sources[group.key as keyof typeof sources],
          ...counts,
          drill: group => only({ source: group.key }),
        }),
        paretoChart({
          name: 'product',
          title: text('按产品', 'By product'),
          groups: byProduct,
          label: group => group.key,
          ...counts,
          drill: group => (group.id ? only({ productId: group.id }) : null),
        }),
        paretoChart({
          name: 'supplier',
          title: text('按供货者', 'By supplier'),
          groups: bySupplier,
          label: group => group.key,
          ...counts,
          drill: group => (group.id ? only({ supplierId: group.id }) : null),
        }),
        barChart({
          name: 'category',
          title: text('按类别', 'By kind of fault'),
          groups: byCategory,
          label: group => categories[group.key as keyof typeof categories],
          ...counts,
          drill: group => only({ category: group.key }),
        }),
        barChart({
          name: 'disposition',
          title: text('按处置', 'By disposition'),
          groups: parts,
          label: item => dispositionKinds[item.kind],
          value: item => item.quantity,
          counted: UNITS,
        }),
        barChart({
          name: 'value',
          title: text('报损金额（按产品）', 'Value written off, by product'),
          groups: byProduct.filter(group => group.value > 0),
          label: group => group.key,
          value: group => group.value / 100,
          counted: text('金额', 'Value'),
          unit: text('元', 'yuan'),
          drill: group => (group.id ? only({ productId: group.id }) : null),
        }),
      ],
      tables: [
        {
          title: text('产品', 'Products'),
          columns: [
            column('product', text('产品', 'Product'), 'line', 30),
            column('count', CASES, 'number', 8),
            column('quantity', UNITS, 'number', 10),
            column('value', text('报损金额（元）', 'Written off (yuan)'), 'line', 14),
          ],
          rows: byProduct.map(group => ({
            product: group.key,
            count: group.count,
            quantity: group.quantity,
            value: yuan(group.value),
          })),
        },
        {
          title: text('供货者', 'Suppliers'),
          columns: [
            column('supplier', text('供货者', 'Supplier'), 'line', 30),
            column('count', CASES, 'number', 8),
            column('quantity', UNITS, 'number', 10),
          ],
          rows: bySupplier.map(group => ({ supplier: group.key, count: group.count, quantity: group.quantity })),
        },
        {
          title: text('复查', 'Re-checks'),
          columns: [
            column('result', text('结论', 'Result'), 'choice', 20, { options: named(verdicts) }),
            column('count', CASES, 'number', 8),
          ],
          rows: (['nonconforming', 'conforming'] as const).map(result => ({ result, count: rechecked[result] })),
        },
        {
          title: text('预防措施（责任部门）', 'Preventive measures by department'),
          columns: [
            column('number', text('编号', 'No.'), 'code', 15),
            column('department', text('责任部门', 'Department'), 'choice', 14, { options: named(measureDepartments) }),
            column('measure', text('措施', 'Measure'), 'line', 36),
            column('who', text('责任人', 'Responsible'), 'line', 10),
            column('dueOn', text('期限', 'Due'), 'day', 12),
            column('doneOn', text('完成', 'Done'), 'day', 12),
          ],
          rows: measures.map(item => ({
            number: item.number,
            department: item.department,
            measure: item.measure,
            who: item.responsibleName,
            dueOn: item.dueOn,
            doneOn: item.doneOn,
          })),
        },
        {
          title: text('报送与责任划分', 'To whom it goes, and responsibility'),
          columns: [
            column('recipient', text('报送', 'To'), 'choice', 22, { options: named(recipientTitles()) }),
            column('opinion', text('分析与责任划分意见', 'Analysis and responsibility'), 'line', 40),
            column('signed', text('签字、日期', 'Signed, date'), 'line', 20),
          ],
          rows: RECIPIENTS.map(recipient => ({ recipient, opinion: '', signed: '' })),
        },
      ],
      notes: [
        leadsNowhere(text('按处置', 'By disposition')),
        text(
          '按发现时间统计，作废的不计；退回与报损按质管部处理意见，金额为报损审批表所列金额。',
          'Counted by the time of the finding, voided ones left out; dispositions by the opinion of quality, value as on the write-off forms.',
        ),
        text(
          '质管部会同责任部门汇总，报分管质量、业务、储运的副经理，用于分析和划分责任。',
          'Summed up by quality with the departments responsible; goes to the deputies for quality, business and storage and transport for analysis and responsibility.',
        ),
      ],
    }
  },
})

const recipientTitles = (): Readonly<Record<string, Text>> =>
  Object.fromEntries(RECIPIENTS.map(role => [role, roles[role].title]))
