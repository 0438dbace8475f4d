import { commandsOf } from '../../kernel/command.ts'
import type { FactsOf, FindsOf } from '../../kernel/queries.ts'
import { Complaint, type ComplaintRow } from './complaint.ts'
import type { ComplaintQueries } from './queries.ts'

/** Makes the steps of complaint handling. */
export const complaintCommand = commandsOf<ComplaintRow, FactsOf<ComplaintQueries>, FindsOf<ComplaintQueries>>(
  Complaint,
)
