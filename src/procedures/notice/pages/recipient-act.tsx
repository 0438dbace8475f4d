import { useEffect, useMemo, useRef, useState } from 'react'
import type { Json, RecordPage } from '../../../web/answers.ts'
import { CommandForm } from '../../../web/form/command-form.tsx'
import { dropDraft } from '../../../web/form/draft.ts'
import { Mark } from '../../../web/form/mark.tsx'
import { useT } from '../../../web/language.tsx'
import { useMeta, useProcedure } from '../../../web/meta.ts'
import { answerWays } from '../kinds.ts'
import type { NoticeLot } from '../notice-rows.ts'
import type { Listed } from './answers.ts'

/** Steps that are about one recipient. */
export type RecipientVerb =
  | 'record-call'
  | 'state-quantities'
  | 'acknowledge'
  | 'remind'
  | 'remove-recipient'
  | 'restore-recipient'

/** Ways in which somebody answers who does not use the link. */
const BY_HAND = ['telephone', 'paper', 'visit'] as const

interface RecipientActProps {
  readonly verb: RecipientVerb
  readonly item: Listed
  readonly lots: readonly NoticeLot[]
  readonly page: RecordPage
  readonly reload: () => Promise<number | null>
  readonly close: () => void
}

/** The form of a step about one recipient, above the record. */
export function RecipientAct({ verb, item, lots, page, reload, close }: RecipientActProps) {
  const t = useT()
  const { me } = useMeta()
  const dialog = useRef<HTMLDialogElement>(null)
  const command = useProcedure('notice')?.commands.find(one => one.id === `notice.${verb}`)
  const [way, setWay] = useState<(typeof BY_HAND)[number]>('telephone')
  const { recipient } = item
  const fill = useMemo(() => fillOf(verb, item, lots, way), [verb, item, lots, way])
  useEffect(() => dialog.current?.showModal(), [])
  if (!command) return null
  // what was typed for another recipient must not come back here
  const forget = () => dropDraft({ person: me.id, command: command.id, record: page.record.id })
  return (
    <dialog
      ref={dialog}
      className="dialog rare"
      aria-labelledby="recipient-act-title"
      onClose={() => {
        forget()
        close()
      }}
    >
      <div className="row">
        <h2 id="recipient-act-title">{t(command.title)}</h2>
        <span className="sp" />
        <button
          type="button"
          className="btn quiet icon"
          aria-label={t({ zh: '关闭', en: 'Close' })}
          onClick={() => dialog.current?.close()}
        >
          <Mark name="close" />
        </button>
      </div>
      <p className="sub">{[recipient.name, recipient.contactName, recipient.phone].filter(Boolean).join(' · ')}</p>
      {verb === 'state-quantities' && (
        <fieldset className="seg answer-way" aria-label={t({ zh: '答复方式', en: 'How it answered' })}>
          {BY_HAND.map(key => (
            <button
              key={key}
              type="button"
              aria-pressed={way === key}
              onClick={() => {
                forget()
                setWay(key)
              }}
            >
              {t(answerWays[key])}
            </button>
          ))}
        </fieldset>
      )}
      <CommandForm
        key={way}
        command={command}
        record={page.record}
        people={page.people}
        fill={fill}
        subject={`${page.record.number} ${recipient.name}`}
        reload={reload}
        takeFocus
        onDone={() => dialog.current?.close()}
      />
    </dialog>
  )
}

/** Values with which the form of a step opens. */
function fillOf(
  verb: RecipientVerb,
  { recipient, lines }: Listed,
  lots: readonly NoticeLot[],
  way: string,
): Readonly<Record<string, Json>> {
  if (verb === 'remind') return { recipientIds: [recipient.id] }
  if (verb === 'acknowledge') return { recipientId: recipient.id, by: recipient.contactName ?? '' }
  if (verb !== 'state-quantities') return { recipientId: recipient.id }
  return {
    recipientId: recipient.id,
    way,
    ...(recipient.contactName && { saidBy: recipient.contactName }),
    lines: lines.map(line => {
      const lot = lots.find(one => one.lotId === line.lotId)
      return {
        lotId: line.lotId,
        about: `${lot?.productName ?? ''} ${lot?.lotNo ?? ''}：${line.expected - line.receivedBack} ${lot?.unit ?? ''}`,
        onHand: line.onHand,
        used: line.used,
        soldOn: line.soldOn,
        comingBack: line.comingBack,
        destroyed: line.destroyed,
        notFound: line.notFound,
        ...(lot?.isSerialTracked && { tracked: true, serials: [...line.announced] }),
        ...(line.differenceReason && { differenceReason: line.differenceReason }),
      }
    }),
  }
}
