import type { NoticeRow } from './notice.ts'
import type { NoticeRecipient } from './notice-rows.ts'
import { type Course, hasAnswered } from './reckon.ts'

/** Recipients that have not said yet what their kind of notice asks for. */
export const silentOnes = (
  record: Pick<NoticeRow, 'kind'>,
  { recipients, lines }: Course,
): readonly NoticeRecipient[] =>
  recipients.filter(
    item =>
      item.state !== 'removed' &&
      item.state !== 'settled' &&
      !hasAnswered(
        item,
        lines.filter(line => line.recipientId === item.id),
        record.kind,
      ),
  )
