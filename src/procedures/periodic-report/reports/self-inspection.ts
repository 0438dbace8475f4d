import { z } from 'zod'
import { column } from '../../../kernel/column.ts'
import type { Fulfilment } from '../../../kernel/evidence.ts'
import { field } from '../../../kernel/field.ts'
import type { Procedure, WrittenProcedure } from '../../../kernel/procedure.ts'
import { type Report, type ReportContent, report } from '../../../kernel/report.ts'
import { type Text, text } from '../../../kernel/text.ts'
import { barChart, leadsNowhere, named } from '../../../vocabulary/report-chart.ts'
import { wholeOf } from '../../../vocabulary/report-period.ts'
import { percent } from '../../../vocabulary/statistics.ts'
import { clauseCounts, clockCounts, yearFigures } from './self-inspection-figures.ts'

const FULFILMENTS: Readonly<Record<Fulfilment, Text>> = {
  fulfilled: text('落实', 'Carried out'),
  partly: text('部分落实', 'In part'),
  'not-yet': text('尚未落实', 'Not yet'),
}

/** 年度自查报告 (GSP153 art. 12): the whole system in figures; what they mean is commented chapter by chapter. */
export const selfInspection = (
  procedures: () => readonly Procedure[],
  awaited: () => readonly WrittenProcedure[],
): Report<{ readonly year: number }> =>
  report({
    name: 'self-inspection',
    title: text('年度质量管理自查报告', 'Yearly self-inspection of the quality system'),
    fulfils: ['CN-GSP153-12'],
    by: [
      'quality',
      'quality-head',
      'general-manager',
      'management-representative',
      'administrator',
      'authority-inspector',
    ],
    periodic: {
      duty: 'self-inspection',
      params: ({ year }) => ({ year }),
      authors: ['quality'],
      signers: ['quality-head', 'general-manager'],
      sections: [
        'quality-system',
        'people',
        'facilities',
        'purchase',
        'storage',
        'sales',
        'after-sales',
        'online',
        'measures',
      ],
      readers: ['quality-head', 'general-manager', 'management-representative'],
      handedTo: text('所在地市县级药品监督管理部门', 'the local authority'),
    },
    params: z.strictObject({
      year: field(z.int().min(2019).max(2100), { title: text('年', 'Year'), widget: 'number' }),
    }),
    fill: async (db, { year }, { now, zone }): Promise<ReportContent> => {
      const period = wholeOf('year', year, 1, zone)
      const [clocks, figures] = await Promise.all([clockCounts(db, period, now), yearFigures(db, period)])
      const running = procedures()
      const clauses = clauseCounts([...running, ...awaited()])
      const count = (key: Fulfilment) => clauses.reduce((sum, item) => sum + item.counts[key], 0)
      const all = count('fulfilled') + count('partly') + count('not-yet')
      const due = clocks.reduce((sum, item) => sum + item.due, 0)
      const onTime = percent(
        clocks.reduce((sum, item) => sum + item.onTime, 0),
        due,
      )
      const titleOf = (name: string) => running.find(item => item.name === name)?.title ?? name
      const withClauses = clauses.filter(item => Object.keys(item.procedure.clauses).length > 0)
      const titles = Object.fromEntries(withClauses.map(item => [item.procedure.name, item.procedure.title]))
      return {
        title: text('年度质量管理自查报告', 'Yearly self-inspection of the quality system'),
        period: period.title,
        figures: [
          { title: text('程序条款', 'Clauses'), value: all, unit: text('条', 'clauses') },
          { title: text('已落实', 'Carried out'), value: percent(count('fulfilled'), all), unit: text('%', '%') },
          {
            title: text('尚未落实', 'Not yet carried out'),
            value: count('not-yet'),
            unit: text('条', 'clauses'),
            tone: count('not-yet') > 0 ? 'warn' : 'ok',
          },
          {
            title: text('时限按时率', 'Clocks on time'),
            value: onTime,
            unit: text('%', '%'),
            tone: onTime === null || onTime >= 95 ? 'ok' : onTime >= 80 ? 'warn' : 'late',
          },
          { title: text('投诉', 'Complaints'), value: figures.complaints, unit: text('起', 'cases') },
          { title: text('召回', 'Recalls'), value: figures.recalls, unit: text('次', 'recalls') },
          { title: text('不合格品', 'Nonconforming goods'), value: figures.nonconforming, unit: text('起', 'cases') },
          {
            title: text('上报不良事件', 'Adverse events reported'),
            value: figures.adverseEvents,
            unit: text('起', 'cases'),
          },
        ],
        charts: [
          {
            name: 'clauses',
            title: text('各程序条款的落实', 'Clauses carried out, by procedure'),
            kind: 'stacked',
            categories: withClauses.map(item => item.procedure.title),
            series: (Object.keys(FULFILMENTS) as Fulfilment[]).map(key => ({
              title: FULFILMENTS[key],
              values: withClauses.map(item => item.counts[key]),
            })),
            unit: text('条', 'clauses'),
          },
          barChart({
            name: 'on-time',
            title: text('各程序时限按时率', 'Clocks on time, by procedure'),
            groups: clocks,
            label: item => titleOf(item.procedure),
            value: item => percent(item.onTime, item.due),
            counted: text('按时率', 'On time'),
            unit: text('%', '%'),
            limit: { value: 95, title: text('目标 95%', 'target 95%') },
          }),
        ],
        tables: [
          {
            title: text('条款落实', 'Clauses'),
            columns: [
              column('procedure', text('程序', 'Procedure'), 'choice', 30, { options: named(titles) }),
              ...(Object.keys(FULFILMENTS) as Fulfilment[]).map(key => column(key, FULFILMENTS[key], 'number', 10)),
            ],
            rows: withClauses.map(item => ({ procedure: item.procedure.name, ...item.counts })),
          },
          {
            title: text('质量活动', 'What happened'),
            columns: [
              column('what', text('项目', 'Item'), 'choice', 34, { options: named(ACTIVITIES) }),
              column('count', text('数量', 'Number'), 'number', 10),
            ],
            rows: (Object.keys(ACTIVITIES) as (keyof typeof ACTIVITIES)[]).map(what => ({
              what,
              count: figures[what],
            })),
          },
        ],
        notes: [
          leadsNowhere(
            text('各程序条款的落实', 'Clauses carried out, by procedure'),
            text('各程序时限按时率', 'Clocks on time, by procedure'),
          ),
          text(
            `条款落实情况按起草时系统的控制措施逐条计算；“尚未落实”的 ${count('not-yet')} 条须在相应章节说明现行做法。`,
            `How far clauses are carried out is computed from the controls of the system at the moment of drafting; say in the chapters how the ${count('not-yet')} not yet carried out are handled.`,
          ),
          text(
            '培训、场所、设施等系统未记录的内容，请在各章节意见中据实填写。',
            'What this system does not record, such as training and premises, is written into the comments of the chapters.',
          ),
        ],
      }
    },
  })

const ACTIVITIES = {
  complaints: text('投诉与查询', 'Complaints and queries'),
  confirmed: text('其中查实', 'Of these confirmed'),
  adverseEvents: text('上报不良事件', 'Adverse events reported'),
  stops: text('停售', 'Stop-sales'),
  recalls: text('召回', 'Recalls'),
  returns: text('退货', 'Returns'),
  nonconforming: text('不合格品', 'Nonconforming goods'),
  destroyed: text('销毁', 'Destructions'),
  refusals: text('系统拒绝的操作', 'Steps that the system refused'),
  policies: text('批准的参数变更', 'Changes of policies approved'),
} as const
