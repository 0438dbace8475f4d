import { type KeyboardEvent, useEffect, useRef } from 'react'
import type { AttachmentRow } from '../answers.ts'
import { Mark } from '../form/mark.tsx'
import { useT } from '../language.tsx'

interface LightboxProps {
  readonly attachment: AttachmentRow
  readonly many: boolean
  readonly go: (step: 1 | -1) => void
  readonly close: () => void
}

/** One file large: a picture, a PDF in a frame of its own, or the offer to save it. Arrow keys go to the others. */
export function Lightbox({ attachment, many, go, close }: LightboxProps) {
  const t = useT()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => dialog.current?.showModal(), [])
  const address = `/api/attachments/${attachment.id}`
  const onKeyDown = (event: KeyboardEvent) => {
    if (!many || (event.key !== 'ArrowRight' && event.key !== 'ArrowLeft')) return
    event.preventDefault()
    go(event.key === 'ArrowRight' ? 1 : -1)
  }
  return (
    <dialog ref={dialog} className="dialog lightbox" aria-label={attachment.name} onClose={close} onKeyDown={onKeyDown}>
      <div className="row">
        <strong>{attachment.name}</strong>
        <span className="sp" />
        <a className="btn" href={address} target="_blank" rel="noreferrer">
          {t({ zh: '在新标签页打开', en: 'Open in a new tab' })}
        </a>
        <button type="button" className="btn quiet icon" aria-label={t({ zh: '关闭', en: 'Close' })} onClick={close}>
          <Mark name="close" />
        </button>
      </div>
      {attachment.mediaType.startsWith('image/') ? (
        <img src={address} alt={attachment.name} />
      ) : attachment.mediaType === 'application/pdf' ? (
        <iframe src={address} title={attachment.name} />
      ) : (
        <p className="sub">
          {t({
            zh: '此类文件不在这里显示，可保存后打开。',
            en: 'Files of this kind are not shown here; save and open it.',
          })}{' '}
          <a href={address} download={attachment.name}>
            {t({ zh: '保存', en: 'Save' })}
          </a>
        </p>
      )}
      <p className="who">
        SHA-256 <span className="mono">{attachment.sha256}</span>
      </p>
    </dialog>
  )
}
