import type { Json } from '../../kernel/json.ts'
import type { Text } from '../../kernel/text.ts'
import type { ShownRound, ShownSignOff } from '../answers.ts'
import { useT } from '../language.tsx'

/** What a signature of a chain stands for, as its signer must see it. */
export interface SignedMatter extends CoveredProps {
  readonly meaning: Text
  /** In whose place it is given. */
  readonly deputy: string | null
}

interface CoveredProps {
  readonly covered: ShownRound['covered']
  /** What changed since the last signature. */
  readonly changes: ShownSignOff['changes']
  readonly written: (value: Json, field: string) => string
}

/** What is signed, part by part; what changed since the last signature stands with what it was, struck through. */
export function Covered({ covered, changes, written }: CoveredProps) {
  const t = useT()
  if (covered.length === 0) return null
  return (
    <dl className="signed-entries covered">
      {covered.map(({ field, title, value }) => {
        const change = changes.find(item => item.field === field)
        return (
          <div key={field} className={change ? 'changed' : undefined}>
            <dt>{t(title)}</dt>
            <dd>
              {change && (
                <>
                  <del>{written(change.was, field)}</del>{' '}
                </>
              )}
              {change ? <ins>{written(value, field)}</ins> : written(value, field)}
            </dd>
          </div>
        )
      })}
    </dl>
  )
}
