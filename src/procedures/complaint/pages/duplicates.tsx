import { Link } from '@tanstack/react-router'
import { useRead } from '../../../web/api.ts'
import { useFormScope } from '../../../web/form/form-scope.tsx'
import { useFormat } from '../../../web/format.ts'
import { useT } from '../../../web/language.tsx'
import { useProcedure } from '../../../web/meta.ts'
import type { LikelyDuplicate } from '../find-duplicates.ts'

/** States of a complaint into which another can no longer go. */
const ENDED = ['closed', 'merged', 'voided', 'not-complaint']

/** What is known so far and tells one complaint from another. */
export function useDuplicates(): readonly LikelyDuplicate[] {
  const { values, labels } = useFormScope()
  const { partyId, partyName, productId, productName, lotNo, serial } = values
  const known = !!(partyId || partyName) && !!(productId || productName)
  const ask = {
    ...(partyId ? { partyId: String(partyId) } : { partyName: partyName ? String(partyName) : null }),
    ...(productId ? { productId: String(productId) } : { productName: productName ? String(productName) : null }),
    lotNo: labels.lotId ?? (lotNo ? String(lotNo) : null),
    serial: serial ? String(serial) : null,
  }
  return useRead<readonly LikelyDuplicate[]>('complaint.duplicates', ask, known).data ?? []
}

/** Complaints that are probably this very one: link to it, or say that it is another. */
export function DuplicatesPanel({ duplicates }: { readonly duplicates: readonly LikelyDuplicate[] }) {
  const t = useT()
  const format = useFormat()
  const scope = useFormScope()
  const states = useProcedure('complaint')?.states ?? {}
  const { duplicateOf, notDuplicate } = scope.values
  const error = scope.errors.get('notDuplicate') ?? scope.errors.get('duplicateOf')
  return (
    <section
      className="card sec duplicates"
      aria-labelledby="duplicates-title"
      data-path={error ? (scope.errors.has('notDuplicate') ? 'notDuplicate' : 'duplicateOf') : undefined}
    >
      <h2 id="duplicates-title">
        {t({ zh: '可能重复', en: 'Likely duplicates' })} <span className="tag warn">{duplicates.length}</span>
      </h2>
      {error && (
        <p className="fault" role="alert">
          {t(error)}
        </p>
      )}
      <ul>
        {duplicates.map(item => {
          const linked = duplicateOf === item.id
          const state = states[item.state]
          const ended = ENDED.includes(item.state)
          return (
            <li key={item.id}>
              <div className="row">
                <Link
                  to="/$procedure/$id"
                  params={{ procedure: 'complaint', id: item.number }}
                  target="_blank"
                  className="mono"
                >
                  {item.number}
                </Link>
                {state && <span className={`tag ${state.tone ?? 'plain'}`}>{t(state.title)}</span>}
                <span className="sp" />
                <span className="who">{format.instant(item.receivedAt)}</span>
              </div>
              <p>{item.title}</p>
              <p className="who">{[item.productName, item.lotNo, item.serial].filter(Boolean).join(' · ')}</p>
              {!ended && (
                <button
                  type="button"
                  className={linked ? 'btn on' : 'btn'}
                  aria-pressed={linked}
                  onClick={() =>
                    scope.fill(
                      { duplicateOf: linked ? null : item.id, notDuplicate: null },
                      { duplicateOf: item.number },
                    )
                  }
                >
                  {linked
                    ? t({ zh: `将关联到 ${item.number}`, en: `Will be linked to ${item.number}` })
                    : t({ zh: '关联到已有投诉', en: 'Link to this complaint' })}
                </button>
              )}
            </li>
          )
        })}
      </ul>
      <label className="not-duplicate">
        <input
          type="checkbox"
          checked={notDuplicate === true}
          onChange={event => scope.fill({ notDuplicate: event.target.checked || null, duplicateOf: null })}
        />
        {t({ zh: '已核对，是另一件投诉', en: 'Checked: this is another complaint' })}
      </label>
    </section>
  )
}
