import { sql } from 'kysely'
import type { AnyDatabase } from '../../kernel/queries.ts'
import type { Returnable } from './return-request.ts'

/**
 * What the party behind a recipient may still be asked back of each lot: delivered, less what came back and what returns under
 * way ask for already. Nothing for a party that is no longer in use.
 */
export async function returnableOf(
  db: AnyDatabase,
  noticeId: string | undefined,
  recipientId: string | undefined,
): Promise<readonly Returnable[]> {
  if (!noticeId || !recipientId) return []
  const { rows } = await sql<{ lotId: string; partyId: string; room: number; returns: boolean }>`
    select line.lot_id, line.party_id, to_regclass('goods_return_line') is not null as returns,
      (coalesce((select sum(quantity) from delivery where delivery.lot_id = line.lot_id and delivery.party_id = line.party_id), 0)
        - coalesce((select sum(quantity) from stock_move where stock_move.lot_id = line.lot_id
            and stock_move.party_id = line.party_id and from_place = 'customer'), 0))::int as room
    from notice_line line join party on party.id = line.party_id and party.state = 'active' and party.is_customer
    where line.notice_id = ${noticeId}::uuid and line.recipient_id = ${recipientId}::uuid`.execute(db)
  const [first] = rows
  if (!first) return []
  // returns are another procedure: a company that does not run it has no such table
  const asked = first.returns ? await askedBack(db, first.partyId, rows) : []
  return rows.map(({ lotId, room }) => ({
    lotId,
    room: room - asked.filter(item => item.lotId === lotId).reduce((sum, item) => sum + item.quantity, 0),
  }))
}

async function askedBack(db: AnyDatabase, partyId: string, lots: readonly { readonly lotId: string }[]) {
  const { rows } = await sql<{ lotId: string; quantity: number }>`
    select line.lot_id, line.quantity from goods_return_line line join goods_return on goods_return.id = line.return_id
    where goods_return.party_id = ${partyId}::uuid and line.lot_id = any(${lots.map(item => item.lotId)}::uuid[])
      and goods_return.stocked_in_at is null
      and goods_return.state not in ('refused', 'kept-in-use', 'sent-back', 'withdrawn', 'closed')`.execute(db)
  return rows
}
