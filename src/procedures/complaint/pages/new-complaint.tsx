import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { Answer } from '../../../web/answers.ts'
import { useT } from '../../../web/language.tsx'
import { useMeta, useProcedure } from '../../../web/meta.ts'
import { Empty } from '../../../web/state/empty.tsx'
import { Bones } from '../../../web/state/loading.tsx'
import { CallTimer, stopWatch } from './call-timer.tsx'
import { IntakeForm } from './intake-form.tsx'
import './new-complaint.css'
import { Registered } from './registered.tsx'

/** A complaint written down while the customer is on the telephone: one screen, in the order of a call. */
export function NewComplaintPage() {
  const t = useT()
  const { roles } = useMeta()
  const { me } = useMeta()
  const command = useProcedure('complaint')?.commands.find(item => item.id === 'complaint.open')
  const [since, setSince] = useState(() => Date.now())
  const [done, setDone] = useState<{ readonly answer: Answer; readonly took: string } | null>(null)
  if (!command) return <Bones rows={9} />
  if (!command.by.some(role => me.roles.includes(role)))
    return (
      <Empty title={t({ zh: '登记投诉不是您的工作', en: 'Registering complaints is not your task' })}>
        <p>
          {t({ zh: '请转告：', en: 'Pass it on to: ' })}
          {command.by.map(role => t(roles[role] ?? role)).join(t({ zh: '、', en: ', ' }))}
        </p>
      </Empty>
    )
  return (
    <div className="intake">
      <div className="row wrap intake-head">
        <div>
          <nav className="mono sub" aria-label={t({ zh: '所在位置', en: 'You are here' })}>
            <Link to="/$procedure" params={{ procedure: 'complaint' }}>
              {t({ zh: '投诉', en: 'Complaints' })}
            </Link>{' '}
            / {t({ zh: '新登记', en: 'new' })}
          </nav>
          <h1>{t(command.title)}</h1>
        </div>
        <span className="sp" />
        {!done && <CallTimer since={since} />}
      </div>
      {done ? (
        <Registered
          {...done}
          another={() => {
            setDone(null)
            setSince(Date.now())
          }}
        />
      ) : (
        <IntakeForm command={command} onDone={answer => setDone({ answer, took: stopWatch(Date.now() - since) })} />
      )}
    </div>
  )
}
