import type { ClauseEvidence, Fulfilment } from '../../kernel/evidence.ts'
import { type Text, text } from '../../kernel/text.ts'
import { sourceDocuments } from '../../vocabulary/source-document.ts'
import { onTimeShare } from './evidence.ts'

/** What the overview shows: everything, narrowed by what the address says. */
export interface ClauseChoice {
  readonly show?: string | undefined
  readonly source?: string | undefined
  readonly law?: string | undefined
  readonly procedure?: string | undefined
  readonly q?: string | undefined
}

/** The title of the law without its articles: 医疗器械经营监督管理办法（54号令）. */
export const lawOf = (anchor: string): string => anchor.replace(/\s*第[^号]*条.*$/, '').trim()

/** Laws that stand behind clauses, the most frequent first. */
export function lawsOf(clauses: readonly ClauseEvidence[]): readonly string[] {
  const times = new Map<string, number>()
  for (const { law } of clauses) {
    const name = law && lawOf(law.anchor)
    if (name) times.set(name, (times.get(name) ?? 0) + 1)
  }
  return [...times].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0])).map(([name]) => name)
}

/** The source document of a clause: `S01` of `S01-4.4d`; null for one that stands in no document. */
export const documentOf = (id: string): string | null => /^(S\d\d)-/.exec(id)?.[1] ?? null

/** Clauses that fit what is asked. Words are looked for in number, text, law and source. */
export function chosenClauses(clauses: readonly ClauseEvidence[], choice: ClauseChoice): readonly ClauseEvidence[] {
  const words = (choice.q ?? '').toLowerCase().split(/\s+/).filter(Boolean)
  return clauses.filter(clause => {
    if (choice.show && clause.fulfilment !== choice.show) return false
    if (choice.procedure && clause.procedure !== choice.procedure) return false
    if (choice.source && (documentOf(clause.id) ?? 'law') !== choice.source) return false
    if (choice.law && (!clause.law || lawOf(clause.law.anchor) !== choice.law)) return false
    if (words.length === 0) return true
    const all = `${clause.id} ${clause.zh} ${clause.en} ${clause.law?.anchor ?? ''} ${clause.source}`.toLowerCase()
    return words.every(word => all.includes(word))
  })
}

const RANK: Readonly<Record<Fulfilment, number>> = { fulfilled: 0, partly: 1, 'not-yet': 2 }

/**
 * How many clauses stand where. A clause that several procedures carry out counts once, as far as the best of them goes.
 */
export const countsOf = (clauses: readonly ClauseEvidence[]): Readonly<Record<Fulfilment, number>> => {
  const best = new Map<string, Fulfilment>()
  for (const { id, fulfilment } of clauses) {
    const known = best.get(id)
    if (!known || RANK[fulfilment] < RANK[known]) best.set(id, fulfilment)
  }
  const counts = { fulfilled: 0, partly: 0, 'not-yet': 0 }
  for (const fulfilment of best.values()) counts[fulfilment] += 1
  return counts
}

/** How many different clauses there are; several procedures may carry out one. */
export const numbersOf = (clauses: readonly ClauseEvidence[]): number => new Set(clauses.map(item => item.id)).size

/** Clocks of several clauses together. */
export const clocksOf = (clauses: readonly ClauseEvidence[]): { readonly inTime: number; readonly late: number } => ({
  inTime: clauses.reduce((all, clause) => all + (clause.clocks?.inTime ?? 0), 0),
  late: clauses.reduce((all, clause) => all + (clause.clocks?.late ?? 0), 0),
})

/** Clauses of one source document, or of none. */
export interface ClauseGroup {
  readonly id: string
  readonly title: Text
  readonly clauses: readonly ClauseEvidence[]
}

const BEYOND: Text = text('法规与公司自定', 'Law and company rules')

/** Puts clauses under their source documents, in the documents' own order; what stands in none comes last. */
export function groupsOf(clauses: readonly ClauseEvidence[]): ClauseGroup[] {
  const byDocument = Map.groupBy(clauses, clause => documentOf(clause.id) ?? 'law')
  const groups = sourceDocuments.flatMap(document => {
    const list = byDocument.get(document.id)
    if (!list) return []
    const place = new Map(document.clauses.map((number, index) => [`${document.id}-${number}`, index]))
    const at = (clause: ClauseEvidence): number => place.get(clause.id) ?? document.clauses.length
    return [{ id: document.id, title: document.title, clauses: [...list].sort((a, b) => at(a) - at(b)) }]
  })
  const law = byDocument.get('law')
  return law ? [...groups, { id: 'law', title: BEYOND, clauses: law }] : groups
}

/** Orders clauses by what needs looking at: late clocks, a low share on time, then what is not fulfilled. */
export function worstFirst(clauses: readonly ClauseEvidence[]): ClauseEvidence[] {
  return [...clauses].sort(
    (a, b) =>
      (b.clocks?.late ?? 0) - (a.clocks?.late ?? 0) ||
      (onTimeShare(a.clocks) ?? 1) - (onTimeShare(b.clocks) ?? 1) ||
      RANK[b.fulfilment] - RANK[a.fulfilment] ||
      b.refused - a.refused,
  )
}
