import { Link, Navigate, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { type ComponentType, lazy, Suspense, useMemo } from 'react'
import { useT } from '../language.tsx'
import { useMeta, useProcedure } from '../meta.ts'
import { filledFrom } from '../record/asked-step.ts'
import { Bones } from '../state/loading.tsx'
import { NoPage } from '../state/no-page.tsx'
import { Panel } from '../state/panel.tsx'
import { CommandForm, type CommandFormProps } from './command-form.tsx'

/** Steps with a page of their own. */
const OWN_PAGES: Readonly<Record<string, '/complaint/new'>> = { 'complaint.open': '/complaint/new' }

/** Steps that ask in their own way before their form; each is a chunk of its own. */
const OWN_FORMS: Readonly<Record<string, ComponentType<CommandFormProps>>> = {
  'periodic-report.begin': lazy(() =>
    import('../../procedures/periodic-report/pages/begin-report.tsx').then(module => ({ default: module.BeginReport })),
  ),
}

/** The form of a step that makes a record; the address may fill its fields. */
export function NewRecordPage() {
  const t = useT()
  const { me, roles, procedures } = useMeta()
  const navigate = useNavigate()
  const { command: id } = useParams({ from: '/shell/new/$command' })
  const search = useSearch({ from: '/shell/new/$command' })
  const name = id.split('.')[0] ?? ''
  const procedure = useProcedure(name)
  const command = procedure?.commands.find(item => item.id === id)
  const fill = useMemo(() => (command ? filledFrom(command.schema, search) : {}), [search, command])
  const own = OWN_PAGES[id]
  const Form = OWN_FORMS[id] ?? CommandForm
  if (own) return <Navigate to={own} replace />
  if (!procedure) return <Bones rows={9} />
  // a step that only follows from others has no form that a person could fill
  if (!command || command.place === 'none') return <NoPage />
  const mayStart =
    command.by.length === 0 ||
    command.by.some(role => me.roles.includes(role)) ||
    procedures.some(entry => entry.news.some(item => item.id === id))
  return (
    <div className="new-record">
      <p className="mono sub">
        <Link to="/$procedure" params={{ procedure: name }}>
          {t(procedure.noun)}
        </Link>
      </p>
      <h1>{t(command.title)}</h1>
      {command.about && <p className="sub">{t(command.about)}</p>}
      <div className="card sec">
        {mayStart ? (
          <Suspense fallback={<Bones rows={4} />}>
            <Form
              command={command}
              fill={fill}
              subject={t(procedure.noun)}
              takeFocus
              onDone={answer =>
                void navigate({ to: '/$procedure/$id', params: { procedure: name, id: answer.record.number } })
              }
            />
          </Suspense>
        ) : (
          <Panel mark="refused" title={t({ zh: '这一步不由您办理', en: 'This step is not yours' })}>
            <p>
              {t({ zh: '由以下岗位办理：', en: 'It is for: ' })}
              {command.by.map(role => t(roles[role] ?? role)).join(t({ zh: '、', en: ', ' }))}
            </p>
          </Panel>
        )}
      </div>
    </div>
  )
}
