import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import type { RecordPage } from '../answers.ts'
import { readQuery } from '../api.ts'
import { Finder } from '../form/finder.tsx'
import { findParty, findProduct } from '../form/look-up.ts'
import { useT } from '../language.tsx'

interface FilterFinderProps {
  readonly kind: 'product' | 'party'
  readonly title: string
  /** Id of what is chosen; empty for all. */
  readonly value: string
  readonly onChange: (value: string) => void
}

/** Narrows a report to one product or one party, found by name; emptied, the report covers all again. */
export function FilterFinder({ kind, title, value, onChange }: FilterFinderProps) {
  const t = useT()
  const id = useId().replaceAll(':', '')
  const [typed, setTyped] = useState('')
  const [picked, setPicked] = useState<{ readonly id: string; readonly name: string } | null>(null)
  const known = picked?.id === value ? picked.name : undefined
  const given = useQuery({
    ...readQuery<RecordPage>(`${kind}.record`, { id: value }),
    enabled: value !== '' && known === undefined,
  }).data
  const name = known ?? t(given?.view.title ?? { zh: '已选定', en: 'Chosen' })
  return (
    <span className="row parameter filter-finder">
      <label htmlFor={id} className="who">
        {title}
      </label>
      <Finder
        id={id}
        text={value === '' ? typed : name}
        chosen={value !== ''}
        find={words => (kind === 'product' ? findProduct(t, words) : findParty(t, 'customer', words))}
        placeholder={t({ zh: '全部；输入名称查找', en: 'All; type a name' })}
        onPick={found => {
          setPicked({ id: found.id, name: found.name })
          setTyped('')
          onChange(found.id)
        }}
        onType={words => {
          setTyped(words)
          if (value !== '') onChange('')
        }}
      />
      {value !== '' && (
        <button type="button" className="link" onClick={() => onChange('')}>
          {t({ zh: '全部', en: 'All' })}
        </button>
      )}
    </span>
  )
}
