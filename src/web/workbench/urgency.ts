import type { SignItem } from '../answers.ts'
import type { WorkItem } from './answers.ts'

/** What has a limit comes first, the earliest end before the others; the rest as it was asked. */
export const byUrgency = (items: readonly SignItem[]): readonly SignItem[] =>
  items.toSorted((a, b) => (a.dueAt ?? '9').localeCompare(b.dueAt ?? '9') || a.since.localeCompare(b.since))

/** Whom and what a record is about, in one line; many a title names the party itself. */
export const aboutOf = ({ subtitle, title }: Pick<WorkItem, 'subtitle' | 'title'>): string =>
  title.startsWith(subtitle) ? title : `${subtitle} · ${title}`
