import { Link } from '@tanstack/react-router'
import type { ProofName } from '../../kernel/evidence-proof.ts'
import { text } from '../../kernel/text.ts'
import { useT } from '../language.tsx'

/** A record by its number, with what it is called; one that the person may not see is said to be there. */
export function RecordLink({
  procedure,
  id,
  names,
}: {
  readonly procedure: string
  readonly id: string | null
  readonly names: Readonly<Record<string, ProofName>>
}) {
  const t = useT()
  const name = id === null ? undefined : names[id]
  if (id === null) return <span className="who">{t(text('未形成记录', 'no record'))}</span>
  if (!name) return <span className="who">{t(text('您无权查看的记录', 'a record that you may not see'))}</span>
  return (
    <span className="proof-name">
      <Link to="/$procedure/$id" params={{ procedure, id: name.number }} search={{}} className="mono">
        {name.number}
      </Link>{' '}
      <span className="proof-title">{name.title}</span>
    </span>
  )
}
