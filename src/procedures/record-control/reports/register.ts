import { z } from 'zod'
import { column } from '../../../kernel/column.ts'
import type { Procedure } from '../../../kernel/procedure.ts'
import { type ReportContent, report } from '../../../kernel/report.ts'
import { text } from '../../../kernel/text.ts'
import { dayOf } from '../../../kernel/time.ts'
import { paperKinds, registerOf } from '../register.ts'

/** 质量记录清单: every record, form, ledger and report with who keeps it and for how long. */
export const register = (procedures: () => readonly Procedure[]) =>
  report({
    name: 'register',
    title: text('质量记录清单', 'Register of quality records'),
    fulfils: ['S11-2a', 'S11-4.1a', 'S11-4.3b', 'S11-5.1a'],
    by: [],
    params: z.strictObject({}),
    fill: async (_, __, { now, zone, policy }): Promise<ReportContent> => {
      const lines = registerOf(procedures(), policy)
      const count = (kind: string): number => lines.filter(line => line.kind === kind).length
      return {
        title: text('质量记录清单', 'Register of quality records'),
        period: text(dayOf(now, zone), dayOf(now, zone)),
        figures: [
          { title: text('电子记录', 'Records'), value: count('record') },
          { title: text('表单', 'Forms'), value: count('form') },
          { title: text('台账', 'Ledgers'), value: count('ledger') },
          { title: text('报表', 'Reports'), value: count('report') },
          {
            title: text('未定保存期限', 'Without retention'),
            value: lines.filter(line => line.kept === null).length,
            ...(lines.some(line => line.kept === null) && { tone: 'late' as const }),
          },
        ],
        charts: [],
        tables: [
          {
            title: text('清单', 'Register'),
            columns: [
              column('code', text('编号', 'Code'), 'code', 10),
              column('title', text('名称', 'Title'), 'line', 20),
              column('revision', text('版本', 'Rev.'), 'line', 6),
              column('kind', text('类别', 'Kind'), 'choice', 8, {
                options: Object.fromEntries(Object.entries(paperKinds).map(([key, title]) => [key, { title }])),
              }),
              column('procedure', text('程序', 'Procedure'), 'line', 16),
              column('custodian', text('保管部门', 'Kept by'), 'line', 12),
              column('medium', text('介质', 'Medium'), 'line', 8),
              column('fills', text('填写', 'Filled in by'), 'line', 18),
              column('signs', text('签字', 'Signed by'), 'line', 18),
              column('kept', text('保存期限及起算', 'Kept, and from when'), 'line', 28),
              column('decides', text('决定依据', 'Decided by'), 'line', 12),
            ],
            rows: lines.map(line => ({
              code: line.code,
              title: { ...line.title },
              revision: line.revision,
              kind: line.kind,
              procedure: { ...line.procedureTitle },
              custodian: { ...line.custodian },
              medium: { ...line.medium },
              fills: { ...line.fills },
              signs: { ...line.signs },
              kept: line.kept && { ...line.kept },
              decides: line.decides && { ...line.decides },
            })),
          },
        ],
        notes: [
          text(
            '保存期限取公司规定、程序和法规中最长者；植入类产品的记录一律永久保存。公司可以用参数 retention.by_code 延长个别记录的期限，不能缩短程序和法规的要求。',
            'The longest of the company’s schedule, the procedure and the law holds; records about implants are kept for ever. With the policy retention.by_code the company keeps single kinds longer, never shorter than procedure and law ask.',
          ),
        ],
      }
    },
  })
