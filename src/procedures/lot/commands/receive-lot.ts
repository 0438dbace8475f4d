import { z } from 'zod'
import { field } from '../../../kernel/field.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { dayOf } from '../../../kernel/time.ts'
import { STOCK_KEEPERS } from '../by-procedure.ts'
import { lotCommand } from '../lot-command.ts'
import { writesOf } from '../move.ts'
import { refuseMove } from '../move-check.ts'
import { causeField, dayField, documentField, moveFields, noteField } from '../move-fields.ts'

const input = z.object({
  supplierId: field(z.uuid(), { title: text('供货者', 'Supplier'), widget: 'party', of: 'supplier' }),
  document: field(documentField, {
    title: text('随货同行单号', 'Delivery note of the supplier'),
    hint: text('无随货单据不得收货', 'No goods are received without their paper'),
  }),
  ...moveFields,
  receivedOn: dayField('收货日期', 'Received on'),
  note: noteField,
  cause: causeField,
})

/** Goods arrive with their paper and wait in the waiting zone for acceptance. */
export const receiveLot = lotCommand('receive', {
  title: text('收货', 'Receive'),
  about: text(
    '核对随货同行单后收货，放入待验区，并通知验收员。',
    'Checked against the delivery note, put into the waiting zone for the acceptance inspector.',
  ),
  fulfils: ['S23-1a', 'LT-ledger', 'LT-zones', 'S18-2a', 'S22-1a'],
  from: ['active'],
  by: STOCK_KEEPERS,
  input,
  facts: ['stock', 'product'],
  find: ['warehouse', 'newUnits', 'party', 'documentTaken'],
  check: ({ record, input, facts, found, now, zone }) => [
    (!found.party?.isSupplier || found.party.state !== 'active') &&
      refuse(
        'supplier-locked',
        text(
          '请选择在用的供货者；没有时先由质量管理部审核登记。',
          'Choose a supplier in use; a new one is first reviewed and registered by quality management.',
        ),
        { field: 'supplierId' },
      ),
    found.documentTaken &&
      refuse(
        'document-taken',
        text(
          `该供货者的单据 ${input.document} 已收过这一批号，请核对。`,
          `Paper ${input.document} of this supplier brought this lot already: check the number.`,
        ),
        { field: 'document' },
      ),
    (input.receivedOn > dayOf(now, zone) || input.receivedOn < record.producedOn) &&
      refuse(
        'day-impossible',
        text(
          `收货日期须在生产日期 ${record.producedOn} 与今天之间，请核对。`,
          `A lot made on ${record.producedOn} is received between that day and today: check the day.`,
        ),
        { field: 'receivedOn' },
      ),
    ...refuseMove({ record, facts, found: { ...found, units: found.newUnits } }, moveOf(input)),
  ],
  change: ({ record, input, facts, found, actor, now, newId }) => ({
    rows: writesOf({ record, facts, found: { ...found, units: found.newUnits }, actor, now, newId }, [moveOf(input)]),
  }),
  tell: ({ record, input, found }) =>
    text(
      `收到 ${found.party?.name ?? ''} 的 ${record.lotNo} 共 ${input.quantity}（${input.document}），放入待验区`,
      `received ${input.quantity} of ${record.lotNo} from ${found.party?.name ?? ''} (${input.document}) into the waiting zone`,
    ),
  rank: 5,
})

const moveOf = (asked: z.infer<typeof input>) =>
  ({
    ...asked,
    kind: 'receive',
    from: 'supplier',
    to: 'waiting',
    partyId: asked.supplierId,
    happenedOn: asked.receivedOn,
  }) as const
