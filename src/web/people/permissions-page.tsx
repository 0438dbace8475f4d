import './permissions.css'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect } from 'react'
import { text } from '../../kernel/text.ts'
import type { PermissionOverview } from '../../procedures/access-review/overview.ts'
import type { PersonPermissions } from '../../procedures/access-review/people.ts'
import { useRead } from '../api.ts'
import { useT } from '../language.tsx'
import { Bones } from '../state/loading.tsx'
import { Refused } from '../state/refused.tsx'
import { PeopleTable } from './people-table.tsx'
import { RoleMatrix } from './role-matrix.tsx'
import { RuleTable } from './rule-table.tsx'

const VIEWS = [
  { name: 'people', title: text('人员', 'People') },
  { name: 'matrix', title: text('角色与步骤', 'Roles and steps') },
  { name: 'rules', title: text('不相容职责', 'Segregation') },
] as const

/** Who may do what and why, what keeps people apart, and who stands in today: for review, on screen and on paper. */
export function PermissionsPage() {
  const t = useT()
  const navigate = useNavigate()
  const { view = 'people', procedure } = useSearch({ from: '/shell/people/permissions' })
  const overview = useRead<PermissionOverview>('access-review.overview')
  const people = useRead<readonly PersonPermissions[]>('access-review.people')
  useEffect(() => {
    document.title = `${t(text('权限一览', 'Permissions'))} · 闭环 Bihuan`
  }, [t])
  const error = overview.error ?? people.error
  return (
    <>
      <div className="page-head">
        <h1>{t(text('权限一览', 'Permissions'))}</h1>
        <span className="sub">
          {t(
            text(
              '由系统运行的程序直接生成：谁能办理什么、为什么、由谁授予。',
              'Made from the procedures as they run: who may do what, why, and who granted it.',
            ),
          )}
        </span>
        <span className="sp" />
        {!error && (
          <>
            <Link
              to="/report/$procedure/$report"
              params={{ procedure: 'access-review', report: 'permissions' }}
              search={{}}
              className="btn"
            >
              {t(text('打印审核', 'Print for review'))}
            </Link>
            <Link to="/$procedure" params={{ procedure: 'access-review' }} search={{}} className="btn">
              {t(text('半年复核', 'Half-yearly review'))}
            </Link>
          </>
        )}
      </div>
      <div className="seg permission-views">
        {VIEWS.map(item => (
          <button
            key={item.name}
            type="button"
            aria-pressed={view === item.name}
            onClick={() => void navigate({ to: '/people/permissions', search: { view: item.name }, replace: true })}
          >
            {t(item.title)}
          </button>
        ))}
      </div>
      {error && !(overview.data && people.data) ? (
        <Refused
          error={error}
          again={() => {
            void overview.refetch()
            void people.refetch()
          }}
        />
      ) : !overview.data || !people.data ? (
        <div className="card sec">
          <Bones rows={10} height={28} />
        </div>
      ) : view === 'matrix' ? (
        <RoleMatrix overview={overview.data} chosen={procedure} />
      ) : view === 'rules' ? (
        <RuleTable overview={overview.data} />
      ) : (
        <PeopleTable people={people.data} overview={overview.data} />
      )}
    </>
  )
}
