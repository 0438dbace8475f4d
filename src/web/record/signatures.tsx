import type { RecordPage } from '../answers.ts'
import { useFormat } from '../format.ts'
import { useT } from '../language.tsx'

interface SignaturesProps {
  readonly page: RecordPage
  readonly roleTitle: (role: string) => string
}

/** Who signed what, and whose signature is waited for. */
export function Signatures({ page, roleTitle }: SignaturesProps) {
  const t = useT()
  const format = useFormat()
  const given = page.signatures
  const waiting = page.signOffs.filter(item => item.outcome === 'pending')
  if (given.length === 0 && waiting.length === 0) return null
  return (
    <section className="card sec">
      <h2>{t({ zh: '签名', en: 'Signatures' })}</h2>
      <ul className="signatures">
        {given.map(item => (
          <li key={`${item.at}${item.personName}`}>
            <b>{item.personName}</b>
            <span>{t(item.meaning)}</span>
            <time dateTime={item.at}>{format.full(item.at)}</time>
          </li>
        ))}
        {waiting.map(item => (
          <li key={item.id} className="waits">
            <b>{item.byRoles.map(roleTitle).join(t({ zh: '或', en: ' or ' }))}</b>
            <span className="is-warn">{t({ zh: '待签', en: 'to sign' })}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
