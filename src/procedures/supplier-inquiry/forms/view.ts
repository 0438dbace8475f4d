/** A supplier inquiry as its printed letter sees it; what is not known (yet) is null. */
export interface SupplierInquiryPaper {
  readonly number: string | null
  readonly supplier: string | null
  readonly contact: string | null
  readonly product: string | null
  readonly model: string | null
  readonly registration: string | null
  readonly lot: string | null
  readonly causeNumber: string | null
  readonly question: string | null
  readonly dueOn: string | null
  readonly sentAt: string | null
  readonly sentBy: string | null
  readonly attachments: readonly string[]
  readonly answer: string | null
  readonly cause: string | null
  readonly measures: string | null
  readonly answeredBy: string | null
  readonly answeredAt: string | null
  readonly verdict: 'satisfactory' | 'insufficient' | 'no-answer' | null
  readonly effect: 'none' | 'warned' | 'probation' | 'suspension-proposed' | null
  readonly evaluation: string | null
  readonly evaluatedBy: string | null
  readonly evaluatedAt: string | null
}

/** An inquiry of which nothing is known: prints the blank form. */
export const EMPTY_PAPER: SupplierInquiryPaper = {
  number: null,
  supplier: null,
  contact: null,
  product: null,
  model: null,
  registration: null,
  lot: null,
  causeNumber: null,
  question: null,
  dueOn: null,
  sentAt: null,
  sentBy: null,
  attachments: [],
  answer: null,
  cause: null,
  measures: null,
  answeredBy: null,
  answeredAt: null,
  verdict: null,
  effect: null,
  evaluation: null,
  evaluatedBy: null,
  evaluatedAt: null,
}
