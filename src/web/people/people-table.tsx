import { Link } from '@tanstack/react-router'
import { text } from '../../kernel/text.ts'
import type { PermissionOverview } from '../../procedures/access-review/overview.ts'
import type { PersonPermissions } from '../../procedures/access-review/people.ts'
import { absenceKinds } from '../../vocabulary/absence.ts'
import { roleTitle } from '../../vocabulary/role.ts'
import { useFormat } from '../format.ts'
import { useT } from '../language.tsx'

/** Each person: roles with since when, from whom and who reviewed them; deputies today; pairs held from before; the steps open to him. */
export function PeopleTable({
  people,
  overview,
}: {
  readonly people: readonly PersonPermissions[]
  readonly overview: PermissionOverview
}) {
  const t = useT()
  const format = useFormat()
  const stepsOf = (person: PersonPermissions) => {
    const held = new Set<string>([
      ...person.roles.map(item => item.role),
      ...person.standsIn.flatMap(item => item.roles),
    ])
    return overview.procedures.flatMap(procedure =>
      procedure.steps
        .filter(step => step.by.some(role => held.has(role)))
        .map(step => ({ procedure, step, why: step.by.filter(role => held.has(role)) })),
    )
  }
  return (
    <section className="card scroll-x" aria-label={t(text('人员与权限', 'People and permissions'))}>
      <table className="table people-table">
        <thead>
          <tr>
            <th>{t(text('人员', 'Person'))}</th>
            <th>{t(text('角色 · 授予与审核', 'Roles · granted and reviewed'))}</th>
            <th>{t(text('今日代理', 'Deputies today'))}</th>
            <th>{t(text('同持的制约角色', 'Pairs held'))}</th>
            <th>{t(text('可办理的步骤', 'Steps'))}</th>
          </tr>
        </thead>
        <tbody>
          {people.map(person => {
            const steps = stepsOf(person)
            return (
              <tr key={person.id}>
                <td>
                  <Link to="/$procedure/$id" params={{ procedure: 'person', id: person.number }} search={{}}>
                    <b>{person.name}</b>
                  </Link>
                  <div className="who">{person.department}</div>
                  {person.away && (
                    <span className="tag warn">
                      {t(
                        text(
                          `${absenceKinds[person.away.kind].zh}至 ${person.away.untilDay}`,
                          `${absenceKinds[person.away.kind].en} until ${person.away.untilDay}`,
                        ),
                      )}
                    </span>
                  )}
                </td>
                <td>
                  <ul className="plain-list">
                    {person.roles.map(item => (
                      <li key={item.role}>
                        {t(roleTitle(item.role))}{' '}
                        <span className="who num">
                          {item.at
                            ? t(
                                text(
                                  `${format.day(item.at)} ${item.byName} 授予${item.reviewedByName ? `，${item.reviewedByName} 审核` : '，待审核'}`,
                                  `${format.day(item.at)} from ${item.byName}${item.reviewedByName ? `, reviewed by ${item.reviewedByName}` : ', not reviewed yet'}`,
                                ),
                              )
                            : t(text('启用系统时授予', 'granted when the product was set up'))}
                        </span>
                      </li>
                    ))}
                    {person.roles.length === 0 && <li className="who">{t(text('无角色', 'No role'))}</li>}
                  </ul>
                </td>
                <td>
                  <ul className="plain-list">
                    {person.deputies.map(item => (
                      <li key={`${item.toName} ${item.untilDay}`}>
                        {t(
                          text(
                            `由 ${item.toName} 代“${item.roles.map(role => roleTitle(role).zh).join('、')}”至 ${item.untilDay}`,
                            `${item.toName} stands in as ${item.roles.map(role => roleTitle(role).en).join(', ')} until ${item.untilDay}`,
                          ),
                        )}
                      </li>
                    ))}
                    {person.standsIn.map(item => (
                      <li key={`${item.ofName} ${item.untilDay}`}>
                        {t(
                          text(
                            `代 ${item.ofName} 行“${item.roles.map(role => roleTitle(role).zh).join('、')}”至 ${item.untilDay}`,
                            `stands in for ${item.ofName} as ${item.roles.map(role => roleTitle(role).en).join(', ')} until ${item.untilDay}`,
                          ),
                        )}
                      </li>
                    ))}
                  </ul>
                </td>
                <td>
                  <ul className="plain-list">
                    {person.pairs.map(pair => (
                      <li key={`${pair.one} ${pair.other}`} title={t(pair.why)}>
                        <span className={`tag ${pair.always ? 'late' : 'warn'}`}>{pair.rule}</span>{' '}
                        {t(roleTitle(pair.one))}／{t(roleTitle(pair.other))}
                      </li>
                    ))}
                  </ul>
                </td>
                <td>
                  <details>
                    <summary>{t(text(`${steps.length} 个步骤`, `${steps.length} steps`))}</summary>
                    <ul className="plain-list">
                      {steps.map(({ procedure, step, why }) => (
                        <li key={step.id}>
                          {t(step.title)}{' '}
                          <span className="who">
                            {t(procedure.title)} ·{' '}
                            {t(
                              text(
                                why.map(role => roleTitle(role).zh).join('、'),
                                why.map(role => roleTitle(role).en).join(', '),
                              ),
                            )}
                          </span>
                        </li>
                      ))}
                    </ul>
                  </details>
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}
