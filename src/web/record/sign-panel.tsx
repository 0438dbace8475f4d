import { eitherText, type Text, text } from '../../kernel/text.ts'
import { absenceKinds } from '../../vocabulary/absence.ts'
import type { RecordPage, ShownRound, ShownSignOff } from '../answers.ts'
import { Covered } from '../form/signed-matter.tsx'
import { useFormat, useNow } from '../format.ts'
import { useT } from '../language.tsx'
import './sign-panel.css'
import { useWritten } from './signed-matter.ts'

interface SignPanelProps {
  readonly page: RecordPage
  readonly roleTitle: (role: string) => string
}

const STANDINGS: Readonly<Record<ShownRound['standing'], { readonly title: Text; readonly tone: string }>> = {
  open: { title: text('签署中', 'Being signed'), tone: 'warn' },
  signed: { title: text('已签完', 'All signed'), tone: 'ok' },
  declined: { title: text('未同意', 'Declined'), tone: 'late' },
  withdrawn: { title: text('已撤回', 'No longer asked'), tone: '' },
}

/** The sign-off chains of a record: who signed, who is asked, what no longer holds and why, and what is signed. */
export function SignPanel({ page, roleTitle }: SignPanelProps) {
  const t = useT()
  const chains = [...Map.groupBy(page.rounds, round => round.chain).values()]
  return chains.map(rounds => {
    const [last, ...earlier] = rounds
    if (!last) return null
    return (
      <section key={last.chain} className="card sec sign-panel" aria-label={t(last.title)}>
        <Round round={last} page={page} roleTitle={roleTitle} />
        {earlier.length > 0 && (
          <details className="earlier-rounds">
            <summary>{t(text(`以前的 ${earlier.length} 轮`, `${earlier.length} earlier`))}</summary>
            {earlier.map(round => (
              <Round key={round.round} round={round} page={page} roleTitle={roleTitle} />
            ))}
          </details>
        )}
      </section>
    )
  })
}

function Round({ round, page, roleTitle }: SignPanelProps & { readonly round: ShownRound }) {
  const t = useT()
  const written = useWritten(page)
  const { title, tone } = STANDINGS[round.standing]
  const waits = round.steps.filter(step => step.outcome === 'pending')
  const mine = Object.values(page.signing).find(signing => signing.chain === round.chain)
  // what the reader signs comes first, then whoever signed something else before
  const waiting = waits.find(step => step.key === mine?.key) ?? waits.find(step => step.changes.length > 0) ?? waits[0]
  const together = new Set(
    round.steps
      .filter(step => round.steps.some(other => other.stage === step.stage && other.key !== step.key))
      .map(step => step.stage),
  )
  return (
    <>
      <div className="row sign-head">
        <h2>{t(round.title)}</h2>
        {round.round > 1 && <span className="who">{t(text(`第 ${round.round} 轮`, `round ${round.round}`))}</span>}
        <span className="sp" />
        <span className={`tag ${tone}`}>{t(title)}</span>
      </div>
      <ol className="sign-steps">
        {round.steps
          .filter(step => isShown(step, round))
          .map(step => (
            <StepRow key={step.id} step={step} together={together.has(step.stage)} roleTitle={roleTitle} />
          ))}
      </ol>
      {waiting && round.covered.length > 0 && (
        <div className="sign-covered">
          <h3>
            {t(text('所签内容', 'What is signed'))}
            {waiting.changes.length > 0 && (
              <span className="tag warn">{t(text('上次签字后有变更', 'changed since the last signature'))}</span>
            )}
          </h3>
          <Covered covered={round.covered} changes={waiting.changes} written={written} />
        </div>
      )}
    </>
  )
}

/** A step that was taken out of its turn unsigned and is asked again later in the list says nothing. */
const isShown = (step: ShownSignOff, round: ShownRound): boolean =>
  step.signedAt !== null ||
  step.outcome !== 'withdrawn' ||
  !round.steps.some(other => other.key === step.key && other.turn > step.turn)

const OUTCOMES: Readonly<Record<ShownSignOff['outcome'], { readonly title: Text; readonly tone: string }>> = {
  signed: { title: text('已签', 'Signed'), tone: 'ok' },
  pending: { title: text('待签', 'To sign'), tone: 'warn' },
  planned: { title: text('其后', 'Later'), tone: '' },
  declined: { title: text('不同意', 'Declined'), tone: 'late' },
  returned: { title: text('退回', 'Sent back'), tone: 'late' },
  withdrawn: { title: text('已撤回', 'Withdrawn'), tone: '' },
  voided: { title: text('已失效', 'No longer holds'), tone: 'late' },
}

/** As many names stand in one line. */
const NAMES = 3

function StepRow({
  step,
  together,
  roleTitle,
}: {
  readonly step: ShownSignOff
  readonly together: boolean
  readonly roleTitle: (role: string) => string
}) {
  const t = useT()
  const format = useFormat()
  const now = useNow()
  const { title, tone } = OUTCOMES[step.outcome]
  const late = step.dueAt !== null && Date.parse(step.dueAt) < now
  const gone = step.outcome === 'voided' || (step.outcome === 'withdrawn' && step.signedAt !== null)
  return (
    <li className={`${step.outcome}${late ? ' late' : ''}`}>
      <div className="row wrap">
        {step.called ? <b>{t(step.called)}</b> : <RoleNames roles={step.roles.map(roleTitle)} />}
        {together && <span className="who">{t(text('会签', 'together'))}</span>}
        <span className="sp" />
        <span className={`tag ${late ? 'late' : tone}`}>{t(late ? text('超时未签', 'Late') : title)}</span>
      </div>
      <p className="who">{t(step.meaning)}</p>
      {step.signedAt && (
        <p className="signed-line">
          {gone ? <del>{step.signedByName}</del> : <span className="signer">{step.signedByName}</span>}
          {step.deputyFor && <> {t(text(`代 ${step.deputyFor.name}`, `for ${step.deputyFor.name}`))}</>}{' '}
          <time className="who" dateTime={step.signedAt}>
            {format.full(step.signedAt)}
          </time>
        </p>
      )}
      {step.note && <p className="sign-note">{t(text(`“${step.note}”`, `"${step.note}"`))}</p>}
      {step.voidReason && step.voidedAt && (
        <p className="is-late sign-why">
          {format.instant(step.voidedAt)} {t(step.voidReason)}
        </p>
      )}
      {step.outcome === 'pending' && step.askedAt && (
        <p className="who">
          {t(text('提请于 ', 'asked '))}
          {format.instant(step.askedAt)}
          {step.dueAt && (
            <span className={late ? 'is-late' : undefined}>
              {' · '}
              {format.left(step.dueAt, now)}
            </span>
          )}
        </p>
      )}
      {step.holders.length > 0 && <Holders step={step} />}
    </li>
  )
}

/** Who may sign: names, who is away until when, and who stands in. */
function Holders({ step }: { readonly step: ShownSignOff }) {
  const t = useT()
  const shown = [...step.holders.filter(person => person.away), ...step.holders.filter(person => !person.away)]
  return (
    <p className="who sign-holders">
      {shown.slice(0, NAMES).map(person => {
        const deputies = person.deputies.filter(item => item.roles.some(role => step.roles.includes(role)))
        const kind = person.away && absenceKinds[person.away.kind as keyof typeof absenceKinds]
        return (
          <span key={person.id}>
            {person.name}
            {person.away && (
              <em>
                {t(
                  text(
                    ` ${kind?.zh ?? '不在岗'}至 ${person.away.untilDay.slice(5)}`,
                    ` ${(kind?.en ?? 'away').toLowerCase()} until ${person.away.untilDay.slice(5)}`,
                  ),
                )}
              </em>
            )}
            {deputies.length > 0 &&
              t(
                text(
                  `，由${deputies.map(item => item.name).join('、')}代`,
                  `, ${deputies.map(item => item.name).join(', ')} stands in`,
                ),
              )}
          </span>
        )
      })}
      {shown.length > NAMES && <span>{t(text(`等 ${shown.length} 人`, `${shown.length} people`))}</span>}
    </p>
  )
}

/** The roles of which any may sign; when they are many, the first ones and how many there are. */
function RoleNames({ roles }: { readonly roles: readonly string[] }) {
  const t = useT()
  const all = t(eitherText(roles.map(role => text(role, role))))
  if (roles.length <= NAMES + 1) return <b>{all}</b>
  return (
    <b title={all}>
      {roles.slice(0, NAMES).join(t(text('、', ', ')))}
      {t(text(`等 ${roles.length} 个岗位之一`, ` or another of ${roles.length} roles`))}
    </b>
  )
}
