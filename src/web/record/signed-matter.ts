import { useMemo } from 'react'
import type { Json } from '../../kernel/json.ts'
import type { RecordPage } from '../answers.ts'
import type { SignedMatter } from '../form/signed-matter.tsx'
import { useFormat } from '../format.ts'
import { useT } from '../language.tsx'
import { type OptionsIn, useOptionsIn } from './field-options.ts'

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d/

/** Writes a value of a record as people read it: choices by their titles, people by their names, moments in site time. */
export function useWritten(page: Pick<RecordPage, 'procedure' | 'people'>): (value: Json, field: string) => string {
  const t = useT()
  const format = useFormat()
  const optionsIn: OptionsIn = useOptionsIn(page.procedure)
  return useMemo(() => {
    const written = (value: Json, field: string): string => {
      if (value === null || value === '') return t({ zh: '（空）', en: '(blank)' })
      if (typeof value === 'boolean') return t(value ? { zh: '是', en: 'yes' } : { zh: '否', en: 'no' })
      if (typeof value === 'number') return format.number(value)
      if (typeof value === 'string') {
        const title = optionsIn(field)?.[value]
        if (title) return t(title)
        return INSTANT.test(value) ? format.full(value) : (page.people[value] ?? value)
      }
      if (Array.isArray(value)) return value.map(item => written(item as Json, field)).join(t({ zh: '、', en: ', ' }))
      if ('zh' in value && 'en' in value) return t({ zh: String(value.zh), en: String(value.en) })
      return Object.values(value)
        .map(item => written(item as Json, field))
        .join(' ')
    }
    return written
  }, [t, format, optionsIn, page.people])
}

/** What a step signs on this page, for each step that gives a signature of a chain. */
export function useSignedMatter(page: RecordPage): (commandId: string) => SignedMatter | undefined {
  const written = useWritten(page)
  return commandId => {
    const signing = page.signing[commandId]
    if (!signing) return undefined
    const round = page.rounds.find(item => item.chain === signing.chain && item.standing === 'open')
    const step = round?.steps.find(item => item.key === signing.key && item.outcome === 'pending')
    return {
      meaning: signing.meaning,
      deputy: signing.deputyFor?.name ?? null,
      covered: round?.covered ?? [],
      changes: step?.changes ?? [],
      written,
    }
  }
}
