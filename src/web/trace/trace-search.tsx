import { useNavigate } from '@tanstack/react-router'
import { lazy, type SubmitEvent, Suspense, useRef, useState } from 'react'
import { text } from '../../kernel/text.ts'
import { isSeparator } from '../form/scan-burst.ts'
import { useT } from '../language.tsx'
import { Icon } from '../shell/icons.tsx'

const CameraDialog = lazy(() => import('../scan/camera-dialog.tsx').then(module => ({ default: module.CameraDialog })))

/** How the separator of GS1, which has no shape, is shown; no code may hold this character itself. */
const SHOWN_SEPARATOR = '·'

/** The field that takes scans and words, and the camera beside it. */
export function TraceSearch({ typed: given }: { readonly typed: string }) {
  const t = useT()
  const navigate = useNavigate()
  const field = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState(given)
  const [camera, setCamera] = useState(false)
  const go = (asked: string): void => {
    if (asked.trim()) void navigate({ to: '/trace', search: { q: asked.trim() } })
  }
  const submit = (event: SubmitEvent): void => {
    event.preventDefault()
    go(typed)
    // The next scan replaces what stands there.
    field.current?.select()
  }
  return (
    <search className="trace-search-place">
      <form className="trace-search" onSubmit={submit}>
        <label className="ledger-search">
          <span className="sr">{t(text('要追溯什么', 'What to trace'))}</span>
          <Icon name="scan" size={14} />
          <input
            ref={field}
            className="mono"
            value={typed.replaceAll('\u001d', SHOWN_SEPARATOR)}
            onChange={event => setTyped(event.target.value.replaceAll(SHOWN_SEPARATOR, '\u001d'))}
            onKeyDown={event => {
              if (!isSeparator(event.key, event.ctrlKey)) return
              event.preventDefault()
              setTyped(`${typed}\u001d`)
            }}
            placeholder={t(
              text('UDI、批号、序列号、单号、客户、记录编号', 'UDI, lot, serial, note, customer, record number'),
            )}
            autoComplete="off"
            spellCheck={false}
            enterKeyHint="search"
            // biome-ignore lint/a11y/noAutofocus: the page is for this one field, and a scan must land in it
            autoFocus={given === ''}
          />
        </label>
        <button type="submit" className="btn p">
          {t(text('追溯', 'Trace'))}
        </button>
        <button type="button" className="btn" onClick={() => setCamera(true)}>
          <Icon name="scan" size={14} />
          {t(text('拍照扫码', 'Camera'))}
        </button>
      </form>
      <Suspense>
        {camera && (
          <CameraDialog
            close={() => setCamera(false)}
            onCode={code => {
              setCamera(false)
              setTyped(code)
              go(code)
            }}
          />
        )}
      </Suspense>
    </search>
  )
}
