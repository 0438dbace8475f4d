import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { type Text, text } from '../../kernel/text.ts'
import type { EffectClock, EffectSummary, NamedPart, PolicyEffect } from '../../procedures/policy-change/effect.ts'
import type { Json } from '../answers.ts'
import { readQuery } from '../api.ts'
import { useFormat } from '../format.ts'
import { useT } from '../language.tsx'
import { useMeta } from '../meta.ts'
import { Bones } from '../state/loading.tsx'
import { Refused } from '../state/refused.tsx'

const KINDS: Readonly<Record<NamedPart['kind'], Text>> = {
  clock: text('时限', 'Clocks'),
  duty: text('定期工作', 'Duties'),
  chain: text('会签', 'Sign-off chains'),
  step: text('步骤', 'Steps'),
  form: text('表单', 'Forms'),
  ledger: text('台账', 'Ledgers'),
  report: text('报表', 'Reports'),
  document: text('文件', 'Documents'),
}

/** What a value would do, read from the server: running clocks, the last quarter, and everything that names the policy. */
export function EffectView({ policyKey, value }: { readonly policyKey: string; readonly value: Json }) {
  const t = useT()
  const [after, setAfter] = useState<readonly string[]>([])
  const effect = useQuery({
    ...readQuery<PolicyEffect>('policy-change.effect', {
      key: policyKey,
      value: JSON.stringify(value),
      after: after.at(-1),
    }),
    placeholderData: keepPreviousData,
    retry: false,
  })
  if (effect.error) return <Refused error={effect.error} again={() => void effect.refetch()} />
  if (!effect.data) return <Bones rows={4} />
  const { summary, clocks, next, newlyLate, named } = effect.data
  return (
    <div className="policy-effect" aria-busy={effect.isPlaceholderData}>
      <Summary summary={summary} />
      {clocks.length > 0 && (
        <details className="policy-fold" open={summary.open <= 8}>
          <summary>{t(text(`在计时的时限（${summary.open}）`, `Running clocks (${summary.open})`))}</summary>
          <ClockTable clocks={clocks} />
          {(after.length > 0 || next) && (
            <div className="row wrap">
              {after.length > 0 && (
                <button type="button" className="btn" onClick={() => setAfter(after.slice(0, -1))}>
                  {t(text('上一页', 'Back'))}
                </button>
              )}
              {next && (
                <button type="button" className="btn" onClick={() => setAfter([...after, next])}>
                  {t(text('下一页', 'More'))}
                </button>
              )}
            </div>
          )}
        </details>
      )}
      {newlyLate.length > 0 && (
        <details className="policy-fold">
          <summary>
            {t(
              text(
                `上季度按新值会超时的（${newlyLate.length}${newlyLate.length === 20 ? '+' : ''}）`,
                `Late last quarter with the new value (${newlyLate.length}${newlyLate.length === 20 ? '+' : ''})`,
              ),
            )}
          </summary>
          <ClockTable clocks={newlyLate} met />
        </details>
      )}
      <details className="policy-fold">
        <summary>{t(text(`涉及的控制与文件（${named.length}）`, `Controls and documents (${named.length})`))}</summary>
        <Named parts={named} />
      </details>
      {named.some(part => part.change && part.change.was.zh !== part.change.becomes.zh) && (
        <ul className="policy-duties">
          {named.map(
            part =>
              part.change && (
                <li key={`${part.procedure} ${part.title.en}`}>
                  {t(
                    text(
                      `“${part.title.zh}”自生效日起重排：${part.change.was.zh} → ${part.change.becomes.zh}`,
                      `"${part.title.en}" is planned anew from that day: ${part.change.was.en} → ${part.change.becomes.en}`,
                    ),
                  )}
                </li>
              ),
          )}
        </ul>
      )}
    </div>
  )
}

/** The sentences that matter: what stays, what would move, how the last quarter would have looked. */
export function Summary({ summary }: { readonly summary: EffectSummary }) {
  const t = useT()
  const format = useFormat()
  const { open, counted, earlier, later, past, quarter } = summary
  const part = counted < open
  return (
    <ul className="policy-summary">
      {open === 0 ? (
        <li>{t(text('没有在计时的时限由此参数决定。', 'No running clock is set by this policy.'))}</li>
      ) : (
        <>
          <li>
            {t(
              text(
                `${open} 个在计时的时限保持不变；生效日起新开始的按新值。`,
                `${open} running clocks keep their limit; those that begin from that day on have the new one.`,
              ),
            )}
          </li>
          <li>
            {part && t(text(`最先到期的 ${counted} 个中：`, `Of the ${counted} that end first: `))}
            {t(
              text(
                `若按新值重算，${earlier} 个会提前，${later} 个会推迟（不会推迟任何时限）${past > 0 ? `，${past} 个会立即超时` : ''}。`,
                `counted anew, ${earlier} would end earlier, ${later} later (none is ever moved later)${past > 0 ? `, ${past} would be late at once` : ''}.`,
              ),
            )}
          </li>
        </>
      )}
      {quarter.clocks > 0 && (
        <li>
          {t(
            text(
              `上季度（${format.day(quarter.from)} 至 ${format.day(quarter.to)}）到期 ${quarter.clocks} 个${quarter.counted < quarter.clocks ? `，按最近 ${quarter.counted} 个计` : ''}：当时超时 ${quarter.late} 个，按新值为 ${quarter.lateThen} 个。`,
              `Last quarter (${format.day(quarter.from)} to ${format.day(quarter.to)}) ${quarter.clocks} ended${quarter.counted < quarter.clocks ? `, of the latest ${quarter.counted}` : ''}: ${quarter.late} were late, ${quarter.lateThen} would have been.`,
            ),
          )}
        </li>
      )}
    </ul>
  )
}

function ClockTable({ clocks, met = false }: { readonly clocks: readonly EffectClock[]; readonly met?: boolean }) {
  const t = useT()
  const format = useFormat()
  return (
    <div className="scroll-x">
      <table className="table policy-clocks">
        <thead>
          <tr>
            <th>{t(text('记录', 'Record'))}</th>
            <th>{t(text('时限', 'Clock'))}</th>
            {met && <th className="num">{t(text('完成', 'Met'))}</th>}
            <th className="num">{t(text('现到期', 'Due now'))}</th>
            <th className="num">{t(text('按新值', 'With the new value'))}</th>
          </tr>
        </thead>
        <tbody>
          {clocks.map(clock => (
            <tr key={clock.id}>
              <td className="mono">
                {clock.number ? (
                  <Link to="/$procedure/$id" params={{ procedure: clock.procedure, id: clock.number }} search={{}}>
                    {clock.number}
                  </Link>
                ) : (
                  '—'
                )}
              </td>
              <td>{t(clock.title)}</td>
              {met && <td className="num">{clock.metAt ? format.instant(clock.metAt) : '—'}</td>}
              <td className="num">{format.instant(clock.dueNow)}</td>
              <td className={`num ${clock.dueThen && clock.dueThen < clock.dueNow ? 'is-warn' : ''}`}>
                {clock.dueThen ? format.instant(clock.dueThen) : t(text('超出日历', 'beyond the calendar'))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Named({ parts }: { readonly parts: readonly NamedPart[] }) {
  const t = useT()
  const { procedures } = useMeta()
  return (
    <dl className="policy-named">
      {[...Map.groupBy(parts, part => part.kind)].map(([kind, list]) => (
        <div key={kind}>
          <dt>{t(KINDS[kind])}</dt>
          <dd>
            {list.map((part, at) => (
              <span key={`${part.procedure} ${part.title.en}`}>
                {at > 0 && t(text('、', ', '))}
                {kind === 'document' || !procedures.some(item => item.name === part.procedure) ? (
                  t(part.title)
                ) : (
                  <Link to="/$procedure" params={{ procedure: part.procedure }} search={{}}>
                    {t(
                      text(
                        `${part.title.zh}（${part.procedureTitle.zh}）`,
                        `${part.title.en} (${part.procedureTitle.en})`,
                      ),
                    )}
                  </Link>
                )}
              </span>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  )
}
