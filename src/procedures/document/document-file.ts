import { z } from 'zod'
import { field } from '../../kernel/field.ts'
import type { FindQuery } from '../../kernel/queries.ts'
import { type Refusal, refuse } from '../../kernel/refusal.ts'
import { text } from '../../kernel/text.ts'
import type { DocumentRow } from './document.ts'

/** A file that is the text of a version; the attachment of the same id holds its content. */
export const documentFile = z.object({
  id: z.uuid(),
  name: z.string(),
  /** SHA-256 of the content, hexadecimal: what compiler, reviewer and approver sign. */
  sha256: z.string(),
})
export type DocumentFile = z.infer<typeof documentFile>

/** Kinds of file in which a document is written. */
const WRITTEN_IN: readonly string[] = [
  'application/pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
]

/** Purpose under which a file of a document is attached. */
const PURPOSE = 'document-file'

const files = z.array(z.uuid()).max(5).default([])
const FILES = text('文件原件', 'File')

/** The files with which a draft begins. */
export const filesField = field(files, {
  title: FILES,
  hint: text('PDF、DOCX 或 XLSX 文件，最多 5 个', 'PDF, Word (DOCX) or Excel (XLSX), five at most'),
  widget: 'attachments',
})

/** The files of a draft that is changed: those that are chosen take the place of all that were there. */
export const changedFilesField = field(files, {
  title: FILES,
  hint: text(
    '不选则沿用草稿已有的文件；选择后全部替换（PDF、DOCX 或 XLSX）',
    'Without a choice the draft keeps its files; what is chosen replaces all of them (PDF, DOCX or XLSX)',
  ),
  widget: 'attachments',
})

/** A file as it was uploaded. */
type UploadedFile = DocumentFile & { readonly mediaType: string }

/** The chosen files that the compiler uploaded and no record has taken yet, as they were chosen. */
export const findFiles: FindQuery<readonly UploadedFile[]> = async (
  db,
  { input, actor }: { input: { files: readonly string[] }; actor: { id: string } },
) => {
  if (input.files.length === 0) return []
  const rows = (await db
    .selectFrom('attachment')
    .select(['id', 'name', 'sha256', 'mediaType'])
    .where('id', 'in', [...input.files])
    .where('uploadedBy', '=', actor.id)
    .where('recordId', 'is', null)
    .execute()) as UploadedFile[]
  return input.files.flatMap(id => rows.find(row => row.id === id) ?? [])
}

/** Only files in which documents are written, and only those that are still there. */
export const refuseFiles = (
  chosen: readonly string[],
  files: readonly UploadedFile[],
): readonly (Refusal | false)[] => [
  files.length < new Set(chosen).size &&
    refuse(
      'file-gone',
      text('有文件已不在，请移除后重新上传。', 'A file is no longer there: remove it and upload it again.'),
      { field: 'files' },
    ),
  ...files
    .filter(file => !WRITTEN_IN.includes(file.mediaType))
    .map(file =>
      refuse(
        'file-not-written',
        text(
          `${file.name} 不能作为文件原件，请上传 PDF、DOCX 或 XLSX。`,
          `${file.name} is no document: upload PDF, DOCX or XLSX.`,
        ),
        { field: 'files', clause: 'S10-0a' },
      ),
    ),
]

/** The draft's files after a step: those that were chosen, else those that it has. */
export const draftFilesOf = (files: readonly UploadedFile[], before: DocumentFile[] = []): DocumentFile[] =>
  files.length === 0 ? before : files.map(({ id, name, sha256 }) => ({ id, name, sha256 }))

/** The chosen files become the document's for good, also when the draft later takes others. */
export const attached = (files: readonly UploadedFile[]): { readonly id: string; readonly purpose: string }[] =>
  files.map(({ id }) => ({ id, purpose: PURPOSE }))

/**
 * S10-0a: a document is what its file says, unless it lays down a procedure of this program, whose content is kept with the version.
 * Of a standard or law from outside the company may hold a printed copy only.
 */
export const needsFile = ({ procedure, kind }: Pick<DocumentRow, 'procedure' | 'kind'>): boolean =>
  procedure === null && kind !== 'external'
