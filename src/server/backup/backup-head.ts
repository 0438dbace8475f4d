import { z } from 'zod'

/** Version of the layout of a backup file; a program reads its own and older ones. */
export const LAYOUT = 1

/** Files beside the database: keys of the trail, secret of the sessions, list of seals. */
export const BESIDE = ['trail-keys.json', 'session-secret', 'seals.log'] as const

/** What a backup says of itself: its last entry, `backup.json`. */
export const backupHead = z.object({
  layout: z.int().positive(),
  /** Version of the program that wrote it. */
  program: z.string(),
  at: z.iso.datetime(),
  /** The schema under which the tables were written, in the order of its application. */
  schema: z.array(z.object({ procedure: z.string(), name: z.string(), sha256: z.string() })),
  /** Every table with its columns; `sha256` is over its rows as PostgreSQL copies them, in the order of the primary key. */
  tables: z.array(
    z.object({ name: z.string(), columns: z.array(z.string()), rows: z.int().nonnegative(), sha256: z.string() }),
  ),
  sequences: z.array(z.object({ name: z.string(), last: z.int().nullable() })),
  /** Attached files by the hash of their content. */
  files: z.array(z.string()),
  /** Attached files that the database names and that were missing on the disk. */
  missingFiles: z.array(z.string()),
  /** Files beside the database. These alone: a backup that somebody else made must not write any other into the data folder. */
  beside: z.array(z.enum(BESIDE)),
})

/** See {@link backupHead}. */
export type BackupHead = z.infer<typeof backupHead>

/** Name of the head within the file. */
export const HEAD = 'backup.json'
/** Where a table's rows stand within the file. */
export const tableEntry = (table: string): string => `tables/${table}.copy`
/** Where an attached file stands within the file. */
export const fileEntry = (sha256: string): string => `files/${sha256}`
/** Where a file from beside the database stands within the file. */
export const besideEntry = (name: string): string => `beside/${name}`

/** What is told while a backup is written or read. */
export interface Progress {
  readonly stage: 'reading' | 'tables' | 'files' | 'comparing' | 'verifying'
  readonly done: number
  readonly of: number
  /** The table or file at hand. */
  readonly what: string
}

/** Hears how far it is. */
export type OnProgress = (progress: Progress) => void
