import { useNavigate } from '@tanstack/react-router'
import { eitherText, joinText, text } from '../../kernel/text.ts'
import type { PermissionOverview } from '../../procedures/access-review/overview.ts'
import { roleTitle } from '../../vocabulary/role.ts'
import { useT } from '../language.tsx'

/** Steps of one procedure against the roles that may take them; only roles that occur have a column. */
export function RoleMatrix({
  overview,
  chosen,
}: {
  readonly overview: PermissionOverview
  readonly chosen: string | undefined
}) {
  const t = useT()
  const navigate = useNavigate()
  const procedure = overview.procedures.find(item => item.name === chosen) ?? overview.procedures[0]
  if (!procedure) return null
  const used = overview.roles.filter(role => procedure.steps.some(step => step.by.includes(role.id)))
  return (
    <>
      <label className="matrix-pick">
        <span className="sr">{t(text('程序', 'Procedure'))}</span>
        <select
          className="inp"
          value={procedure.name}
          onChange={event =>
            void navigate({
              to: '/people/permissions',
              search: { view: 'matrix', procedure: event.target.value },
              replace: true,
            })
          }
        >
          {overview.procedures.map(item => (
            <option key={item.name} value={item.name}>
              {t(item.title)}（{item.steps.length}）
            </option>
          ))}
        </select>
      </label>
      <section className="card scroll-x" aria-label={t(procedure.title)}>
        <table className="table matrix">
          <thead>
            <tr>
              <th scope="col">{t(text('步骤', 'Step'))}</th>
              {used.map(role => (
                <th key={role.id} scope="col" className="matrix-role">
                  <span>{t(role.title)}</span>
                </th>
              ))}
              <th scope="col">{t(text('须为不同的人', 'Different people'))}</th>
            </tr>
          </thead>
          <tbody>
            {procedure.steps.map(step => (
              <tr key={step.id}>
                <th scope="row">
                  {t(step.title)} {step.signed && <span className="tag brand">{t(text('签名', 'signed'))}</span>}
                  <div className="mono who">{step.id}</div>
                </th>
                {used.map(role => (
                  <td key={role.id} className="matrix-cell">
                    {step.by.includes(role.id) && (
                      <span
                        role="img"
                        className="matrix-dot"
                        aria-label={t(text(`${role.title.zh}可办理`, `${role.title.en} may`))}
                      />
                    )}
                  </td>
                ))}
                <td className="mono">{step.rules.join(' ')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {procedure.chains.length > 0 && (
        <section className="card sec matrix-chains">
          <h2>{t(text('会签', 'Sign-off chains'))}</h2>
          {procedure.chains.map(chain => (
            <div key={chain.title.en}>
              <h3>
                {t(chain.title)} <span className="tag">{chain.rule}</span>{' '}
                {!chain.mayRepeat && chain.steps.length > 1 && (
                  <span className="tag info">{t(text('须为不同的人', 'different people'))}</span>
                )}
              </h3>
              <ol>
                {chain.steps.map((step, i) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: steps of a chain are told apart by their place alone
                  <li key={i}>
                    {t(
                      joinText(
                        [
                          text(`第 ${step.stage} 级`, `Stage ${step.stage}`),
                          step.called ?? eitherText(step.by.map(roleTitle)),
                        ],
                        text('：', ': '),
                      ),
                    )}{' '}
                    <span className="who">{t(step.meaning)}</span>
                  </li>
                ))}
              </ol>
            </div>
          ))}
        </section>
      )}
    </>
  )
}
