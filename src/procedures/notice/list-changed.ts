import type { Change } from '../../kernel/command.ts'
import type { NoticeRow } from './notice.ts'

/**
 * What a change of the list by hand means for the signatures. Before the notice is sent they stood for another list: an approved
 * notice is a draft again, and whoever signed is asked anew. Once it runs they stand for the list that was sent.
 */
export const listChanged = ({
  state,
  distribution,
}: Pick<NoticeRow, 'state' | 'distribution'>): Pick<Change<NoticeRow>, 'to' | 'set'> => ({
  ...(state === 'approved' && { to: 'draft' }),
  set: state === 'running' ? {} : { distribution: distribution + 1, ...(state === 'approved' && { approvedAt: null }) },
})
