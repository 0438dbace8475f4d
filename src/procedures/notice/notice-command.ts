import { commandsOf } from '../../kernel/command.ts'
import type { FactsOf, FindsOf } from '../../kernel/queries.ts'
import { Notice, type NoticeRow } from './notice.ts'
import type { NoticeQueries } from './queries.ts'

/** Makes the steps of a notice. */
export const noticeCommand = commandsOf<NoticeRow, FactsOf<NoticeQueries>, FindsOf<NoticeQueries>>(Notice)
