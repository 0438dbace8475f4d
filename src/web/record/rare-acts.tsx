import { useEffect, useRef } from 'react'
import type { Answer, RecordPage } from '../answers.ts'
import { CommandForm } from '../form/command-form.tsx'
import { Mark } from '../form/mark.tsx'
import { useT } from '../language.tsx'
import type { AskedStep } from './asked-step.ts'
import { useSignedMatter } from './signed-matter.ts'
import type { Step } from './step-order.ts'
import { useFill } from './use-fill.ts'

interface RareActDialogProps {
  readonly step: Step
  /** What the address fills in. */
  readonly asked?: AskedStep | null
  readonly page: RecordPage
  readonly reload: () => Promise<number | null>
  readonly onDone: (answer: Answer) => void
  readonly close: () => void
}

/** The form of a rare act (correct, void, merge, …) above the record. */
export function RareActDialog({
  step: { command, refusal },
  asked = null,
  page,
  reload,
  onDone,
  close,
}: RareActDialogProps) {
  const t = useT()
  const dialog = useRef<HTMLDialogElement>(null)
  const signs = useSignedMatter(page)
  const filled = useFill(page, command.id, asked)
  useEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog ref={dialog} className="dialog rare" aria-labelledby="rare-title" onClose={close}>
      <div className="row">
        <h2 id="rare-title">{t(command.title)}</h2>
        <span className="mono who">{command.fulfils[0]}</span>
        <span className="sp" />
        <button type="button" className="btn quiet icon" aria-label={t({ zh: '关闭', en: 'Close' })} onClick={close}>
          <Mark name="close" />
        </button>
      </div>
      {command.about && <p className="sub">{t(command.about)}</p>}
      {refusal ? (
        <p className="notice warn">{t(refusal.sentence)}</p>
      ) : (
        <CommandForm
          command={command}
          record={page.record}
          people={page.people}
          {...filled}
          subject={`${page.record.number} ${t(page.view.title)}`}
          signs={signs(command.id)}
          reload={reload}
          picks={command.id.endsWith('.correct')}
          takeFocus
          onDone={onDone}
        />
      )}
    </dialog>
  )
}
