import { idOf, NOON } from '../../../test/given.ts'
import { type DocumentRow, documentRow } from './document.ts'
import { type DocumentReader, type DocumentVersion, documentReader, documentVersion } from './document-rows.ts'

const blank = (schema: { readonly shape: object }) =>
  Object.fromEntries(Object.keys(schema.shape).map(key => [key, null]))

/** QP15, of which A/0 is being compiled. */
export const aDocument = (over: Partial<DocumentRow> = {}): DocumentRow =>
  documentRow.parse({
    ...blank(documentRow),
    id: idOf('document'),
    number: 'WJ-2026-0001',
    state: 'drafting',
    version: 1,
    siteId: idOf('site'),
    createdAt: NOON,
    createdBy: idOf('quality'),
    updatedAt: NOON,
    code: 'QP15',
    title: { zh: '顾客反馈和投诉控制程序', en: 'Customer feedback and complaint control' },
    kind: 'procedure',
    ownerRole: 'quality',
    procedure: 'inquiry',
    refersTo: [],
    draftLabel: 'A/0',
    draftChanges: '首次发布',
    draftEffectiveOn: '2026-11-20',
    draftFiles: [],
    files: [],
    differenceCount: 0,
    ...over,
  })

/** The same, put forward and reviewed. */
export const aReviewedDocument = (over: Partial<DocumentRow> = {}): DocumentRow =>
  aDocument({
    state: 'approving',
    label: 'A/0',
    changes: '首次发布',
    effectiveOn: '2026-11-20',
    compiledAt: NOON,
    compiledByName: '陈晓',
    reviewedAt: NOON,
    reviewedByName: '严明',
    ...over,
  })

/** The same with A/0 approved. */
export const aValidDocument = (over: Partial<DocumentRow> = {}): DocumentRow =>
  aReviewedDocument({
    state: 'valid',
    draftLabel: null,
    draftChanges: null,
    draftEffectiveOn: null,
    approvedLabel: 'A/0',
    approvedFrom: NOON,
    ...over,
  })

/** Version A/0. */
export const aVersion = (over: Partial<DocumentVersion> = {}): DocumentVersion => {
  const { content: _, ...row } = documentVersion.parse({
    ...blank(documentVersion),
    id: idOf('version'),
    documentId: idOf('document'),
    place: 1,
    label: 'A/0',
    title: { zh: '顾客反馈和投诉控制程序', en: 'Customer feedback and complaint control' },
    changes: '首次发布',
    effectiveOn: '2026-11-20',
    effectiveFrom: NOON,
    compiledAt: NOON,
    compiledByName: '陈晓',
    reviewedAt: NOON,
    reviewedByName: '严明',
    approvedAt: NOON,
    approvedByName: '周建国',
    contentHash: null,
    files: [],
    ...over,
  })
  return row
}

/** Somebody who was asked to read A/0. */
export const aReader = (over: Partial<DocumentReader> = {}): DocumentReader =>
  documentReader.parse({
    ...blank(documentReader),
    id: idOf('reader'),
    documentId: idOf('document'),
    versionId: idOf('version'),
    label: 'A/0',
    issueNo: 1,
    personId: idOf('reader person'),
    personName: '赵倩',
    askedAt: NOON,
    askedByName: '陈晓',
    ...over,
  })
