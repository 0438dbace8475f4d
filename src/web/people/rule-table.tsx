import { text } from '../../kernel/text.ts'
import type { PermissionOverview } from '../../procedures/access-review/overview.ts'
import { roleTitle } from '../../vocabulary/role.ts'
import { useT } from '../language.tsx'

/** Rules of segregation with everything that obeys them: steps, chains, pairs of roles, the kernel itself. */
export function RuleTable({ overview }: { readonly overview: PermissionOverview }) {
  const t = useT()
  return (
    <section className="card scroll-x" aria-label={t(text('不相容职责', 'Segregation of duties'))}>
      <table className="table rule-table">
        <thead>
          <tr>
            <th>{t(text('规则', 'Rule'))}</th>
            <th>{t(text('要求', 'What it asks'))}</th>
            <th>{t(text('约束的步骤与会签', 'Steps and chains'))}</th>
            <th>{t(text('不得兼任的角色', 'Roles kept apart'))}</th>
          </tr>
        </thead>
        <tbody>
          {overview.rules.map(rule => {
            const acts = [
              ...rule.steps.map(step => ({ key: step.id, title: step.title })),
              ...rule.chains.map(chain => ({ key: `${chain.procedure} ${chain.title.en}`, title: chain.title })),
              ...(rule.kernel ? [{ key: 'kernel', title: rule.kernel }] : []),
            ]
            return (
              <tr key={rule.rule}>
                <td className="mono">{rule.rule}</td>
                <td>{rule.title && t(rule.title)}</td>
                <td>
                  <ul className="plain-list">
                    {acts.map(act => (
                      <li key={act.key}>{t(act.title)}</li>
                    ))}
                    {acts.length === 0 && rule.pairs.length === 0 && (
                      <li className="who">{t(text('所属程序尚未启用', 'Its procedure does not run yet'))}</li>
                    )}
                  </ul>
                </td>
                <td>
                  <ul className="plain-list">
                    {rule.pairs.map(pair => (
                      <li key={`${pair.one} ${pair.other}`}>
                        {t(roleTitle(pair.one))}／{t(roleTitle(pair.other))}{' '}
                        <span className="who">
                          {pair.always
                            ? t(text('一律禁止', 'never'))
                            : t(text('同一事项须两人', 'two people in one act'))}
                        </span>
                      </li>
                    ))}
                  </ul>
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}
