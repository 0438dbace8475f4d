import { z } from 'zod'
import { field } from '../../../kernel/field.ts'
import { holds } from '../../../kernel/person.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { choice, paragraph } from '../../../vocabulary/entry-field.ts'
import { returnCommand } from '../return-command.ts'
import { OPEN } from '../states.ts'
import { SALES } from '../taxonomy.ts'

const kinds = {
  assistance: text('协助客户办理', 'Helped the customer'),
  oversight: text('监督督办', 'Oversight by sales'),
  'dealer-transfer': text('经销商之间调剂', 'Moved to another dealer'),
}

/** S02-3.1b, 3.4a, 4.2.10a: what sales does beside the course of a return: help, oversight, moving goods between dealers. */
export const noteReturn = returnCommand('note', {
  title: text('登记协助、督办或调剂', 'Note help, oversight or a move between dealers'),
  fulfils: ['S02-3.1b', 'S02-3.4a', 'S02-4.2.10a', 'S02-2a'],
  from: OPEN,
  by: SALES,
  input: z.object({
    kind: choice(text('事项', 'Kind'), kinds),
    content: paragraph(text('内容', 'What was done')),
    otherPartyId: field(z.uuid(), {
      title: text('调往的经销商', 'Dealer who takes the goods'),
      widget: 'party',
      of: 'customer',
      when: { field: 'kind', is: ['dealer-transfer'] },
    }).optional(),
  }),
  find: ['otherParty'],
  check: ({ record, input, found, actor }) => [
    input.kind === 'dealer-transfer' &&
      !holds(actor, ['sales-head']) &&
      refuse(
        'transfer-by-head',
        text(
          '经销商之间的货源调剂由业务部负责人协调，请转交其办理。',
          'Moving goods between dealers is arranged by the head of sales: ask him.',
        ),
        { field: 'kind', kind: 'forbidden', clause: 'S02-3.1b' },
      ),
    input.kind === 'dealer-transfer' &&
      (!found.otherParty || found.otherParty.id === record.partyId) &&
      refuse('other-dealer', text('请选择接收货品的另一家经销商。', 'Choose the other dealer who takes the goods.'), {
        field: 'otherPartyId',
        clause: 'S02-3.1b',
      }),
  ],
  change: ({ input, found, newId, now, actor }) => ({
    rows: [
      {
        child: 'note',
        insert: {
          id: newId(),
          at: now,
          byId: actor.id,
          byName: actor.name,
          kind: input.kind,
          content: input.content,
          department: null,
          otherPartyId: input.kind === 'dealer-transfer' ? (found.otherParty?.id ?? null) : null,
          otherPartyName: input.kind === 'dealer-transfer' ? (found.otherParty?.name ?? null) : null,
        },
      },
    ],
  }),
  tell: ({ input, found }) => {
    const to = input.kind === 'dealer-transfer' ? (found.otherParty?.name ?? '') : ''
    return text(
      `${kinds[input.kind].zh}${to && `（${to}）`}：${input.content}`,
      `${kinds[input.kind].en.toLowerCase()}${to && ` (${to})`}: ${input.content}`,
    )
  },
  rank: 80,
  place: 'menu',
})
