import { z } from 'zod'
import { field } from '../../../kernel/field.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { attachmentIds, choice, line, moment, paragraph } from '../../../vocabulary/entry-field.ts'
import { happened, notInFuture } from '../../../vocabulary/event-time.ts'
import { contactWays } from '../../../vocabulary/intake.ts'
import { written } from '../placement.ts'
import { AT_WORK } from '../stop-sale.ts'
import { stopSaleCommand } from '../stop-sale-command.ts'
import { TELLERS } from '../stop-sale-roles.ts'
import { outsiders } from '../wording.ts'

const AT = text('告知时间', 'Told at')

/** CN-RC-010, -013, -014: registrant, supplier, regulator and buyers are told, and that they were is recorded. */
export const tellOutside = stopSaleCommand('tell-outside', {
  title: text('登记对外告知', 'Record who outside was told'),
  about: text(
    '电话等方式告知注册人、供货者、药监部门或个别购货方停售；购货方解除后须再告知。',
    'Registrant, supplier, regulator or a single buyer was told to stop; a buyer is told again when it is over.',
  ),
  fulfils: ['CN-RC-010', 'CN-RC-013', 'CN-RC-014'],
  from: AT_WORK,
  by: TELLERS,
  input: z.object({
    audience: choice(text('告知对象', 'Who'), outsiders),
    partyId: field(z.uuid(), {
      title: text('单位', 'Company'),
      widget: 'party',
      when: { field: 'audience', is: ['buyer', 'supplier', 'registrant'] },
    }).optional(),
    name: line(text('单位或联系人', 'Company or person'), {
      hint: text('档案中没有的单位、药监部门名称', 'who is not in the files; name of the regulator'),
    }).optional(),
    way: choice(text('方式', 'How'), contactWays).default('telephone'),
    toldAt: moment(AT).optional(),
    content: paragraph(text('告知内容', 'What was said')),
    receipt: line(text('回执或报告编号', 'Receipt or report number')).optional(),
    attachments: attachmentIds.optional(),
  }),
  find: ['party'],
  check: ({ input, found, now }) => [
    notInFuture(input.toldAt, now, 'toldAt', AT),
    input.partyId &&
      !found.party &&
      refuse('no-such-party', text('档案中没有所选单位，请重新选择。', 'There is no such company: choose again.'), {
        field: 'partyId',
      }),
    input.audience === 'buyer' &&
      !input.partyId &&
      refuse(
        'buyer-missing',
        text(
          '请选择被告知的购货方，解除时须再告知它。',
          'Choose the buyer: when the stop is over, it has to be told again.',
        ),
        { field: 'partyId' },
      ),
    input.audience !== 'buyer' &&
      !input.partyId &&
      !input.name &&
      refuse('name-missing', text('请填写被告知的单位。', 'Enter who was told.'), { field: 'name' }),
  ],
  change: ({ input, found, newId, now, actor }) => {
    const toldAt = happened(input.toldAt, now)
    const clock = input.audience === 'registrant' || input.audience === 'authority' ? input.audience : null
    return {
      rows: [
        {
          child: 'told',
          insert: {
            ...written({ newId, now, actor }),
            audience: input.audience,
            partyId: input.partyId ?? null,
            name: found.party?.name ?? input.name ?? '',
            way: input.way,
            toldAt,
            content: input.content,
            receipt: input.receipt ?? null,
          },
        },
      ],
      meet: clock ? [{ deadline: clock, at: toldAt }] : [],
      attach: (input.attachments ?? []).map(id => ({ id, purpose: 'told' })),
    }
  },
  tell: ({ input, found }) => {
    const who = outsiders[input.audience]
    const name = found.party?.name ?? input.name ?? ''
    return text(
      `${contactWays[input.way].zh}告知${who.zh} ${name}：${input.content}`,
      `told ${who.en.toLowerCase()} ${name} (${contactWays[input.way].en.toLowerCase()}): ${input.content}`,
    )
  },
  fill: ({ now }) => ({ toldAt: now }),
  rank: 30,
})
