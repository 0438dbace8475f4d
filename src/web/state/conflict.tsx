import { text } from '../../kernel/text.ts'
import type { Refusal } from '../answers.ts'
import { useFormat } from '../format.ts'
import { useT } from '../language.tsx'

interface Meanwhile {
  readonly by?: string
  readonly at?: string
  readonly told?: { readonly zh: string; readonly en: string }
}

const meanwhile = (detail: unknown): readonly Meanwhile[] => {
  const list = Array.isArray(detail) ? detail : ((detail as { changes?: unknown } | null)?.changes ?? [])
  return Array.isArray(list) ? (list as Meanwhile[]) : []
}

/** Another person was faster: what changed and by whom. What was typed stays in the form below. */
export function Conflict({ refusal, reload }: { readonly refusal: Refusal; readonly reload: () => void }) {
  const t = useT()
  const format = useFormat()
  return (
    <div className="notice warn" role="alert">
      <strong>{t(text('这条记录刚被别人改动过', 'Someone else has just changed this record'))}</strong>
      <p>{t(refusal.sentence)}</p>
      <ul>
        {meanwhile(refusal.detail).map(change => (
          <li key={`${change.at}${change.by}${change.told?.en}`}>
            {change.told && t(change.told)}{' '}
            <span className="who">
              {change.by} {change.at && format.instant(change.at)}
            </span>
          </li>
        ))}
      </ul>
      <button type="button" className="btn" onClick={reload}>
        {t(text('看最新内容，保留我的输入', 'Show the latest, keep what I typed'))}
      </button>
    </div>
  )
}
