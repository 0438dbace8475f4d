import '../../../web/policies/policies.css'
import { Link } from '@tanstack/react-router'
import { text } from '../../../kernel/text.ts'
import type { Json } from '../../../web/answers.ts'
import { useT } from '../../../web/language.tsx'
import { EffectView, Summary } from '../../../web/policies/effect-view.tsx'
import type { OwnPanelProps } from '../../../web/record/own-panels.ts'
import type { EffectSummary } from '../effect.ts'

/** What a proposed change does, as its proposer saw it and as it is now, for whoever decides. */
export function OwnPanel({ page }: OwnPanelProps) {
  const t = useT()
  const { record } = page
  // changes proposed before effects were kept have none
  const effect = record.effect as EffectSummary | null
  const key = String(record.key)
  return (
    <section className="card sec" aria-labelledby="change-effect">
      <div className="row wrap">
        <h2 id="change-effect">{t(text('影响', 'What it does'))}</h2>
        <span className="sp" />
        <Link to="/policies/$key" params={{ key }} search={{}}>
          {t(text('参数与历史', 'The policy and its history'))}
        </Link>
      </div>
      <p className={`notice ${record.moveOpen ? 'warn' : ''}`}>
        {record.moveOpen
          ? record.movedAt
            ? t(
                text(
                  `按签字选择，已把 ${record.movedCount} 个在计时的时限提前。`,
                  `As signed, ${record.movedCount} running clocks were moved earlier.`,
                ),
              )
            : t(
                text(
                  '提出人选择：生效后，凡按新值更早到期的在计时时限一并提前。',
                  'The proposer chose: once it holds, running clocks that the new value ends earlier move earlier.',
                ),
              )
          : t(text('已在计时的时限保持不变。', 'Running clocks keep their limit.'))}
      </p>
      {record.state === 'proposed' ? (
        <EffectView policyKey={key} value={record.value as Json} />
      ) : (
        effect && (
          <>
            <h3>{t(text('提出时所见', 'As the proposer saw it'))}</h3>
            <Summary summary={effect} />
          </>
        )
      )}
    </section>
  )
}
