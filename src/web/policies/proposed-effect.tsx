import { text } from '../../kernel/text.ts'
import { useFormScope } from '../form/form-scope.tsx'
import { faultsIn, inputOf } from '../form/values.ts'
import { useT } from '../language.tsx'
import { useSettled } from '../shell/settled.ts'
import { EffectView } from './effect-view.tsx'
import type { PolicyRow } from './policy.ts'

/** Under the form that proposes a value: what exactly that value does, as it is typed. */
export function ProposedEffect({ policy }: { readonly policy: PolicyRow }) {
  const t = useT()
  const { fields, values } = useFormScope()
  const own = fields.filter(field => field.name === 'value')
  const complete = faultsIn(own, values).length === 0
  const entered = useSettled(complete ? JSON.stringify(inputOf(own, values).value ?? null) : 'null', 300)
  const same = entered === JSON.stringify(policy.value)
  return (
    <section className="policy-preview" aria-live="polite" aria-label={t(text('这样改会怎样', 'What this does'))}>
      <h3>{t(text('这样改会怎样', 'What this does'))}</h3>
      {entered === 'null' || same ? (
        <p className="who">
          {t(text('填入新值后，这里列出全部影响。', 'Enter a new value: everything that it does is listed here.'))}
        </p>
      ) : (
        <EffectView key={entered} policyKey={policy.key} value={JSON.parse(entered)} />
      )}
    </section>
  )
}
