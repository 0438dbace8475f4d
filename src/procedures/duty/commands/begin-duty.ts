import { z } from 'zod'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { instantSchema } from '../../../vocabulary/record-base.ts'
import { type DeclaredDuties, declaredOf } from '../declared-duty.ts'
import { dutyCommand } from '../duty-command.ts'
import { batch, declaredPart, turnClocks, turnRows } from '../plan-input.ts'
import { systemOnly } from '../who-may.ts'

/** A duty begins at a place, with its first turns. */
export const beginDuty = (declared: DeclaredDuties) =>
  dutyCommand('begin', {
    title: text('开始执行', 'Begin'),
    about: text('按程序的要求自动开始并排定。', 'Begun and planned by itself, as the procedures demand.'),
    fulfils: ['DU-planned'],
    from: 'new',
    to: 'active',
    by: ['administrator'],
    input: z.object({
      ofProcedure: z.string(),
      duty: z.string(),
      place: z.string().max(80),
      ...declaredPart.shape,
      asksFrom: instantSchema,
      ...batch,
    }),
    find: ['begun'],
    guard: systemOnly,
    check: ({ input, found }) => [
      !declaredOf(declared, input) &&
        refuse(
          'unknown-duty',
          text(
            `程序 ${input.ofProcedure} 没有定期工作 ${input.duty}，请核对名称。`,
            `The procedure ${input.ofProcedure} declares no duty ${input.duty}: check the name.`,
          ),
          { field: 'duty' },
        ),
      found.begun &&
        refuse(
          'already-begun',
          text(
            `同一对象的这项工作已由 ${found.begun.number} 执行，请在该记录中查看。`,
            `${found.begun.number} runs this duty at this place already: look there.`,
          ),
        ),
    ],
    change: ({ input: { until, add, ...input }, newId, zone }) => ({
      set: {
        ...input,
        plannedUntil: until,
        substitutes: [],
      },
      rows: turnRows(add, newId),
      open: turnClocks(input, add, zone),
    }),
    tell: ({ input }) =>
      text(
        `开始执行，排定至 ${input.until}，共 ${input.add.length} 次`,
        `began; planned until ${input.until}: ${input.add.length} turns`,
      ),
    place: 'none',
  })
