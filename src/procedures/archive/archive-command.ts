import { commandsOf } from '../../kernel/command.ts'
import { Archive, type ArchiveRow } from './archive.ts'

/** Those who make and keep media. */
export const KEEPERS = ['computer-room', 'administrator'] as const

/** Makes the steps of a medium. */
export const archiveCommand = commandsOf<ArchiveRow, Record<never, never>, Record<never, never>>(Archive)
