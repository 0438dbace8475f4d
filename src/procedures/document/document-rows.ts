import { z } from 'zod'
import type { Sight } from '../../kernel/person.ts'
import { daySchema, instantSchema } from '../../vocabulary/record-base.ts'
import { contentItem } from './content.ts'
import { documentFile } from './document-file.ts'
import type { Standing } from './taxonomy.ts'

/** An approved version of a document. */
export const documentVersion = z.object({
  id: z.uuid(),
  documentId: z.uuid(),
  /** Counts from 1 in the order of approval. */
  place: z.int().positive(),
  label: z.string(),
  title: z.object({ zh: z.string(), en: z.string() }),
  /** What changed against the version before. */
  changes: z.string(),
  /** Day entered by the compiler. */
  effectiveOn: daySchema,
  /** From when it holds; never before its approval. */
  effectiveFrom: instantSchema,
  compiledAt: instantSchema,
  compiledByName: z.string(),
  reviewedAt: instantSchema,
  reviewedByName: z.string(),
  approvedAt: instantSchema,
  approvedByName: z.string(),
  /** What the program did when the version was approved; null for a document that describes no procedure. */
  content: z.array(contentItem).nullable(),
  /** SHA-256 of the content, hexadecimal. */
  contentHash: z.string().nullable(),
  /** The text of the version as it was signed. */
  files: z.array(documentFile).default([]),
  withdrawnFrom: instantSchema.nullable(),
})
/** A version without its content, as pages and steps need it. */
export type DocumentVersion = Omit<z.infer<typeof documentVersion>, 'content'>

/** Somebody who must read a version. */
export const documentReader = z.object({
  id: z.uuid(),
  documentId: z.uuid(),
  versionId: z.uuid(),
  label: z.string(),
  /** 发放号: counts the copies of a version from 1. */
  issueNo: z.int().positive(),
  personId: z.uuid(),
  personName: z.string(),
  askedAt: instantSchema,
  askedByName: z.string(),
  readAt: instantSchema.nullable(),
})
export type DocumentReader = z.infer<typeof documentReader>

/**
 * The versions that somebody sees: all of them, or for an inspector the one in force and those that were in force in the period that he
 * looks at.
 */
export function versionsSeen<Version extends Pick<DocumentVersion, 'effectiveFrom' | 'withdrawnFrom'>>(
  versions: readonly Version[],
  now: string,
  sight: Pick<Sight, 'from' | 'to'> | undefined,
): readonly Version[] {
  if (!sight) return versions
  const begun = versions.filter(item => item.effectiveFrom <= now)
  return begun.filter((item, i) => {
    const last = i === begun.length - 1
    const end = item.withdrawnFrom ?? begun[i + 1]?.effectiveFrom ?? null
    const inForce = last && (end === null || end > now)
    return inForce || (item.effectiveFrom <= sight.to && (end === null || end > sight.from))
  })
}

/** How each version stands at a moment: of those that have begun the last holds, unless the document was withdrawn. */
export function standingsAt(versions: readonly DocumentVersion[], now: string): ReadonlyMap<DocumentVersion, Standing> {
  const inForce = versions.findLast(item => item.effectiveFrom <= now)
  return new Map(
    versions.map(item => {
      if (item.withdrawnFrom !== null && item.withdrawnFrom <= now) return [item, 'withdrawn']
      if (item.effectiveFrom > now) return [item, 'coming']
      return [item, item === inForce ? 'in-force' : 'superseded']
    }),
  )
}
