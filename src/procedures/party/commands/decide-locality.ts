import { z } from 'zod'
import { field } from '../../../kernel/field.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { BASE_DATA_KEEPERS, correctionsOf, reasonField } from '../../../vocabulary/base-data.ts'
import { localities, partyRow } from '../../../vocabulary/party.ts'
import { partyCommand } from '../party-command.ts'

/** Says whether a customer counts as local where the address says otherwise, e.g. just across the border of the city. */
export const decideLocality = partyCommand('decide-locality', {
  title: text('认定本地/外地', 'Decide local or out of town'),
  about: text(
    '地址推定不符合实际时认定；影响投诉核实时限。',
    'Where the address misleads; decides the limits of a complaint.',
  ),
  fulfils: ['PT-locality', 'PT-trace'],
  from: ['active'],
  by: BASE_DATA_KEEPERS,
  input: z.object({
    locality: field(partyRow.shape.locality, { title: text('本地/外地', 'Local or out of town'), options: localities }),
    reason: reasonField,
  }),
  check: ({ record, input }) => [
    record.locality === input.locality &&
      refuse(
        'locality-same',
        text(
          `${record.name} 已经是“${localities[input.locality].zh}”。`,
          `${record.name} is "${localities[input.locality].en}" already.`,
        ),
        { field: 'locality' },
      ),
  ],
  change: ({ record, input: { locality, reason } }) => ({
    set: { locality, localityFrom: 'decision' },
    correct: correctionsOf(record, { locality }, reason),
  }),
  tell: ({ record, input }) =>
    text(
      `认定 ${record.name} 为${localities[input.locality].zh}：${input.reason}`,
      `decided that ${record.name} is ${localities[input.locality].en.toLowerCase()}: ${input.reason}`,
    ),
  rank: 30,
  place: 'menu',
})
