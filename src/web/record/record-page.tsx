import { useQueryClient } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { lazy, Suspense, useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import type { Meta, ProcedureMeta, RecordPage as RecordAnswer } from '../answers.ts'
import { readQuery, useRead } from '../api.ts'
import { useT } from '../language.tsx'
import { useMeta, useProcedure } from '../meta.ts'
import { Bones } from '../state/loading.tsx'
import { Refused } from '../state/refused.tsx'
import { type AskedStep, askedStep } from './asked-step.ts'
import { ClockStrip } from './clock-strip.tsx'
import { CustodyPanel } from './custody.tsx'
import { useOptionsIn } from './field-options.ts'
import { LinkedRecords } from './linked-records.tsx'
import { NextSteps } from './next-steps.tsx'
import { OWN_PANELS } from './own-panels.ts'
import { RareActDialog } from './rare-acts.tsx'
import './record.css'
import { RecordHead } from './record-head.tsx'
import { Sections } from './sections.tsx'
import { SignPanel } from './sign-panel.tsx'
import { Signatures } from './signatures.tsx'
import { type Step, type Steps, stepsOf } from './step-order.ts'
import { StepSheet } from './step-sheet.tsx'
import { Timeline } from './timeline.tsx'

const PersonAccess = lazy(() =>
  import('../account/person-access.tsx').then(module => ({ default: module.PersonAccess })),
)

/** One record: its clocks, what is known, what happened, and what may be done next. */
export function RecordPage() {
  const { procedure: name, id } = useParams({ from: '/shell/$procedure/$id' })
  const page = useRead<RecordAnswer>(`${name}.record`, { id })
  const procedure = useProcedure(name)
  if (page.data && procedure)
    return <Shown key={page.data.record.id} page={page.data} procedure={procedure} asked={id} />
  if (page.error) return <Refused alone error={page.error} again={() => void page.refetch()} />
  return <RecordBones />
}

interface ShownProps {
  readonly page: RecordAnswer
  readonly procedure: ProcedureMeta
  /** Number or id in the address. */
  readonly asked: string
}

const NO_COMMANDS: ProcedureMeta['commands'] = []

function Shown({ page, procedure, asked }: ShownProps) {
  const t = useT()
  const { roles, me } = useMeta()
  // an inspector takes no step and sees no more than the record itself
  const reads = me.inspecting !== undefined
  const client = useQueryClient()
  const narrow = useNarrow()
  const { number, state } = page.record
  const Own = reads ? undefined : OWN_PANELS[page.procedure]
  const commands = reads ? NO_COMMANDS : procedure.commands
  const steps = useMemo(() => stepsOf(commands, page.can, state), [commands, page.can, state])
  const { step: wanted, times, taken, rare, setRare } = useAsked(page, procedure, steps)
  const roleTitle = useCallback((role: string) => t(roles[role] ?? role), [t, roles])
  const optionsOf = useOptionsIn(page.procedure)
  const reload = useCallback(async () => {
    const query = readQuery<RecordAnswer>(`${page.procedure}.record`, { id: asked })
    try {
      return (await client.fetchQuery({ ...query, staleTime: 0 })).record.version
    } catch {
      return null
    }
  }, [client, page.procedure, asked])

  const titled = `${number} ${t(page.view.title)}`
  useEffect(() => {
    const before = document.title
    document.title = titled
    return () => {
      document.title = before
    }
  }, [titled])

  const next = (
    <NextSteps
      key={times}
      page={page}
      steps={steps}
      roleTitle={roleTitle}
      reload={reload}
      asked={rare ? null : wanted}
      onTaken={taken}
    />
  )
  return (
    <article className="record">
      <RecordHead page={page} procedure={procedure} steps={steps} act={setRare} />
      {page.view.notices?.map(notice => (
        <p key={notice.text.en} className={`notice ${notice.tone}`}>
          {t(notice.text)}
        </p>
      ))}
      <ClockStrip clocks={page.due} people={page.people} roleTitle={roleTitle} />
      <div className={reads ? 'cols alone' : 'cols'}>
        <div className="stack">
          {Own && (
            <Suspense fallback={<PanelBones />}>
              <Own page={page} reload={reload} />
            </Suspense>
          )}
          <Sections
            sections={page.view.sections}
            corrections={page.corrections}
            people={page.people}
            optionsOf={optionsOf}
          />
          {page.procedure === 'person' && state === 'active' && givesAccess(me, page.record.id) && (
            <Suspense fallback={<PanelBones />}>
              <PersonAccess personId={page.record.id} personName={t(page.view.title)} />
            </Suspense>
          )}
          <SignPanel page={page} roleTitle={roleTitle} />
          <LinkedRecords links={page.links} />
          <Timeline page={page} purposes={optionsOf('purpose') ?? {}} />
          <Signatures page={page} />
          {!reads && <CustodyPanel page={page} />}
        </div>
        {!narrow && !reads && <div className="next-column">{next}</div>}
      </div>
      {narrow && !reads && (
        <StepSheet steps={steps} asked={rare ? 0 : times}>
          {next}
        </StepSheet>
      )}
      {rare && (
        <RareActDialog
          key={rare.command.id}
          step={rare}
          asked={wanted}
          page={page}
          reload={reload}
          close={() => setRare(null)}
          onDone={() => {
            setRare(null)
            taken()
          }}
        />
      )}
    </article>
  )
}

/**
 * The step that the address asks for, until it is taken; `times` counts the asking. One of the rare acts opens above the record.
 */
function useAsked(page: RecordAnswer, procedure: ProcedureMeta, steps: Steps) {
  const navigate = useNavigate()
  const search = useSearch({ from: '/shell/$procedure/$id' })
  const now = JSON.stringify(search)
  const [seen, setSeen] = useState('')
  const [asked, setAsked] = useState<AskedStep | null>(null)
  const [times, setTimes] = useState(0)
  const [rare, setRare] = useState<Step | null>(null)
  if (now !== seen) {
    setSeen(now)
    const step = askedStep(procedure.commands, page.procedure, search)
    if (step) {
      setAsked(step)
      setTimes(times + 1)
      setRare(steps.menu.find(item => item.command.id === step.command) ?? null)
    }
  }
  const taken = useCallback(() => {
    setAsked(null)
    void navigate({ to: '.', search: {}, replace: true, resetScroll: false })
  }, [navigate])
  return { step: asked, times, taken, rare, setRare }
}

const NARROW = '(max-width: 768px)'
const subscribe = (listener: () => void) => {
  const query = matchMedia(NARROW)
  query.addEventListener('change', listener)
  return () => query.removeEventListener('change', listener)
}

/** Whether the screen is a telephone's. */
const useNarrow = (): boolean => useSyncExternalStore(subscribe, () => matchMedia(NARROW).matches)

/** Whether this person gives others their way in: administrators do, and to nobody but others. */
const givesAccess = (me: Meta['me'], personId: string): boolean =>
  me.roles.includes('administrator') && me.id !== personId

/** A panel that is on its way. */
const PanelBones = () => (
  <div className="card sec">
    <Bones rows={6} />
  </div>
)

/** The page's shape while it is read, so that nothing jumps. */
function RecordBones() {
  return (
    <div className="record">
      <i className="bone appear" style={{ height: 18, width: 180 }} />
      <i className="bone appear" style={{ height: 26, width: '46%', marginTop: 14 }} />
      <i className="bone appear" style={{ height: 16, width: '62%', marginTop: 8 }} />
      <div className="clocks">
        {[0, 1, 2, 3].map(at => (
          <div key={at} className="card clock bones-card" />
        ))}
      </div>
      <div className="cols">
        <div className="card sec">
          <Bones rows={8} />
        </div>
        <div className="card sec">
          <Bones rows={6} />
        </div>
      </div>
    </div>
  )
}
