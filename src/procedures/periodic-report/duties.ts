import type { Duty } from '../../kernel/duty.ts'
import { text } from '../../kernel/text.ts'
import { filedReport } from '../../vocabulary/report-duty.ts'
import { satisfactionDay, selfInspectionDay } from './policies.ts'

/** Yearly reports that belong to the whole company. */
export const duties: readonly Duty[] = [
  {
    name: 'self-inspection',
    title: text('年度自查报告', 'Yearly self-inspection'),
    clause: 'CN-GSP153-12',
    rule: 'CN-GSP153-12',
    by: ['quality', 'quality-head'],
    escalatesTo: 'general-manager',
    rhythm: policy => ({ every: 'year', dueMonth: 3, dueDay: policy(selfInspectionDay) }),
    policies: [selfInspectionDay.key],
    holidays: 'as-usual',
    done: filedReport('periodic-report', 'self-inspection'),
  },
  {
    name: 'satisfaction-year',
    title: text('年度客户满意度报告', 'Yearly report on customer satisfaction'),
    clause: 'S09-5.3a',
    rule: 'TL18',
    by: ['sales-head'],
    escalatesTo: 'quality-head',
    rhythm: policy => ({ every: 'year', dueMonth: 1, dueDay: policy(satisfactionDay) }),
    policies: [satisfactionDay.key],
    holidays: 'next-working-day',
    done: filedReport('periodic-report', 'satisfaction-year'),
  },
]
