import { type ReactNode, useEffect, useRef } from 'react'
import { Mark } from '../form/mark.tsx'
import { useT } from '../language.tsx'
import type { Steps } from './step-order.ts'

/** On a telephone: a bar that says what can be done, and the steps in a sheet above it. */
export function StepSheet({
  steps,
  asked,
  children,
}: {
  readonly steps: Steps
  /** Counts how often the address asked for a step here; the sheet opens each time. */
  readonly asked: number
  readonly children: ReactNode
}) {
  const t = useT()
  const sheet = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    if (asked > 0 && !sheet.current?.open) sheet.current?.showModal()
  }, [asked])
  const possible = steps.mine.filter(step => step.refusal === null)
  const first = possible[0]
  return (
    <>
      <div className="step-bar">
        <button type="button" className={first ? 'btn p' : 'btn'} onClick={() => sheet.current?.showModal()}>
          {first
            ? possible.length > 1
              ? t({
                  zh: `下一步：${first.command.title.zh}等 ${possible.length} 项`,
                  en: `Next: ${first.command.title.en} and ${possible.length - 1} more`,
                })
              : t({ zh: `下一步：${first.command.title.zh}`, en: `Next: ${first.command.title.en}` })
            : t({ zh: '没有要您做的步骤，查看其他步骤', en: 'Nothing for you to do: see the other steps' })}
        </button>
      </div>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes a dialog by itself */}
      <dialog
        ref={sheet}
        className="sheet"
        aria-label={t({ zh: '下一步', en: 'Next steps' })}
        onClick={event => event.target === sheet.current && sheet.current.close()}
      >
        <button
          type="button"
          className="btn quiet icon sheet-close"
          aria-label={t({ zh: '收起', en: 'Close' })}
          onClick={() => sheet.current?.close()}
        >
          <Mark name="close" />
        </button>
        {children}
      </dialog>
    </>
  )
}
