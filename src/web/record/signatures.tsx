import type { RecordPage } from '../answers.ts'
import { useFormat } from '../format.ts'
import { useT } from '../language.tsx'
import { useMeta } from '../meta.ts'

/** Signatures that belong to no chain: who signed what, and in whose place. */
export function Signatures({ page }: { readonly page: RecordPage }) {
  const t = useT()
  const format = useFormat()
  const { roles } = useMeta()
  const given = page.signatures.filter(item => item.chain === null)
  if (given.length === 0) return null
  return (
    <section className="card sec">
      <h2>
        {t(page.rounds.length > 0 ? { zh: '其他签名', en: 'Other signatures' } : { zh: '签名', en: 'Signatures' })}
      </h2>
      <ul className="signatures">
        {given.map(item => (
          <li key={`${item.at}${item.personName}`}>
            <b>{item.personName}</b>
            {item.role && <span className="who">{t(roles[item.role] ?? item.role)}</span>}
            {item.deputyFor && (
              <span className="who">{t({ zh: `代 ${item.deputyFor.name}`, en: `for ${item.deputyFor.name}` })}</span>
            )}
            <span>{t(item.meaning)}</span>
            <time dateTime={item.at}>{format.full(item.at)}</time>
          </li>
        ))}
      </ul>
    </section>
  )
}
