import { useEffect, useId, useRef, useState } from 'react'
import type { Text } from '../../kernel/text.ts'
import type { Answer, RecordPage } from '../answers.ts'
import { CommandForm } from '../form/command-form.tsx'
import { Mark } from '../form/mark.tsx'
import { OpenLink } from '../inspection/open-link.tsx'
import { useT } from '../language.tsx'
import type { AskedStep } from './asked-step.ts'
import { useSignedMatter } from './signed-matter.ts'
import { firstOpen, type Step, type Steps } from './step-order.ts'
import { useFill } from './use-fill.ts'

interface NextStepsProps {
  readonly page: RecordPage
  readonly steps: Steps
  readonly roleTitle: (role: string) => string
  readonly reload: () => Promise<number | null>
  /** The step that the address asks for: its form stands open, filled in. */
  readonly asked: AskedStep | null
  /** A step was taken: what the address asked for is over. */
  readonly onTaken: () => void
}

/** What may be done next, in order, each with its clause: its form, or the sentence that says why not yet. */
export function NextSteps({ page, steps, roleTitle, reload, asked, onTaken }: NextStepsProps) {
  const t = useT()
  const [open, setOpen] = useState<string | null>(() => openAtFirst(steps, asked))
  const [byHand, setByHand] = useState(asked !== null)
  const [told, setTold] = useState<Text | null>(null)
  const [overtaken, setOvertaken] = useState<Step | null>(null)
  const heading = useRef<HTMLHeadingElement>(null)

  useEffect(() => {
    if (steps.mine.some(step => step.command.id === open && step.refusal === null)) return
    // Somebody else was faster, and the step whose form stood open is over: say so, its draft stays.
    const closed = [...steps.mine, ...steps.others, ...steps.elsewhere].find(step => step.command.id === open)
    if (closed?.refusal) setOvertaken(closed)
    setOpen(firstOpen(steps))
  }, [steps, open])

  const onDone = (answer: Answer) => {
    setTold(answer.told)
    setOvertaken(null)
    setOpen(null)
    setByHand(false)
    onTaken()
    heading.current?.focus()
  }
  const refused = asked && [...steps.mine, ...steps.others, ...steps.elsewhere].find(isAsked(asked))?.refusal
  const shared = { page, reload, onDone, asked, takeFocus: byHand }
  return (
    <section className="card next-steps" aria-labelledby="next-title">
      <div className="sec next-head">
        <h2 id="next-title" ref={heading} tabIndex={-1}>
          {t({ zh: '下一步', en: 'Next steps' })}
        </h2>
        <div role="status">
          {told && <p className="notice ok">{t({ zh: `已记录：${told.zh}`, en: `Recorded: ${told.en}` })}</p>}
          {refused && !overtaken && !told && <p className="notice warn">{t(refused.sentence)}</p>}
          {overtaken?.refusal && (
            <p className="notice warn">
              {t({
                zh: `“${overtaken.command.title.zh}”现在不能做了：${overtaken.refusal.sentence.zh}您填的内容还保存在本机。`,
                en: `"${overtaken.command.title.en}" is no longer possible: ${overtaken.refusal.sentence.en} What you typed is kept on this device.`,
              })}
            </p>
          )}
        </div>
      </div>
      {steps.mine.map(step => (
        <StepCard
          key={step.command.id}
          step={step}
          open={step.command.id === open}
          toggle={() => {
            setByHand(true)
            setTold(null)
            setOvertaken(null)
            setOpen(step.command.id === open ? null : step.command.id)
          }}
          {...shared}
        />
      ))}
      {steps.mine.length === 0 && (
        <p className="sec sub">
          {t({ zh: '此刻没有需要您做的步骤。', en: 'There is nothing for you to do here now.' })}
        </p>
      )}
      {steps.others.length > 0 && (
        <details className="step-group">
          <summary>
            {t({ zh: `其他人的步骤 ${steps.others.length}`, en: `Other people's steps ${steps.others.length}` })}
          </summary>
          <ul>
            {steps.others.map(({ command }) => (
              <li key={command.id}>
                {t(command.title)}
                <Clause id={command.fulfils[0]} procedure={page.procedure} />
                <small>{command.by.map(roleTitle).join(t({ zh: '、', en: ', ' }))}</small>
              </li>
            ))}
          </ul>
        </details>
      )}
      {steps.elsewhere.length > 0 && (
        <details className="step-group">
          <summary>
            {t({
              zh: `现在还用不到的步骤 ${steps.elsewhere.length}`,
              en: `Not at this stage ${steps.elsewhere.length}`,
            })}
          </summary>
          <ul>
            {steps.elsewhere.map(({ command, refusal }) => (
              <li key={command.id}>
                {t(command.title)}
                <Clause id={command.fulfils[0]} procedure={page.procedure} />
                {refusal && <small>{t(refusal.sentence)}</small>}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}

const isAsked =
  (asked: AskedStep) =>
  (step: Step): boolean =>
    step.command.id === asked.command

/** The step that is asked for, if it is possible now; else the one that the page opens by itself. */
const openAtFirst = (steps: Steps, asked: AskedStep | null): string | null =>
  asked && steps.mine.some(step => isAsked(asked)(step) && step.refusal === null) ? asked.command : firstOpen(steps)

const Clause = ({ id, procedure }: { readonly id: string | undefined; readonly procedure: string }) =>
  id ? (
    <OpenLink to="/clauses" search={{ procedure, clause: id }} className="cl">
      {id}
    </OpenLink>
  ) : null

interface StepCardProps extends Pick<NextStepsProps, 'page' | 'reload' | 'asked'> {
  readonly step: Step
  readonly open: boolean
  readonly toggle: () => void
  readonly takeFocus: boolean
  readonly onDone: (answer: Answer) => void
}

function StepCard({ step: { command, refusal }, open, toggle, page, reload, asked, takeFocus, onDone }: StepCardProps) {
  const t = useT()
  const id = useId()
  const remark = page.remark[command.id]
  const signs = useSignedMatter(page)
  const filled = useFill(page, command.id, asked)
  if (refusal)
    return (
      <div className="step off">
        <div className="h">
          <h3>{t(command.title)}</h3>
          <Clause id={refusal.clause ?? command.fulfils[0]} procedure={page.procedure} />
        </div>
        <p>{t(refusal.sentence)}</p>
      </div>
    )
  return (
    <div className={open ? 'step open' : 'step'}>
      <div className="h">
        <h3>
          <button type="button" aria-expanded={open} aria-controls={id} onClick={toggle}>
            {t(command.title)}
            <Mark name="down" />
          </button>
        </h3>
        <Clause id={command.fulfils[0]} procedure={page.procedure} />
      </div>
      {remark && <p>{t(remark)}</p>}
      <div id={id} hidden={!open}>
        {open && (
          <>
            {command.about && <p className="about">{t(command.about)}</p>}
            <CommandForm
              command={command}
              record={page.record}
              people={page.people}
              {...filled}
              subject={`${page.record.number} ${t(page.view.title)}`}
              signs={signs(command.id)}
              reload={reload}
              takeFocus={takeFocus}
              onDone={onDone}
            />
          </>
        )}
      </div>
    </div>
  )
}
