import { type KeyboardEvent, type ReactNode, type Ref, useEffect, useRef, useState } from 'react'
import { useT } from '../language.tsx'

/** A row of the list under a finder. */
export interface Found {
  readonly id: string
  readonly name: string
  /** Second line: where, which model, how many. */
  readonly note?: ReactNode
  readonly mono?: boolean
  /** The row behind it, for whoever needs more than the name. */
  readonly row?: unknown
}

interface FinderProps {
  readonly id: string
  /** Name of what is chosen, or the text that was typed and is kept as it is. */
  readonly text: string
  readonly chosen: boolean
  /** Looks up; `signal` ends an answer that comes too late. */
  readonly find: (typed: string, signal: AbortSignal) => Promise<readonly Found[]>
  readonly onPick: (found: Found) => void
  /** The typed text changed; a chosen record is no longer meant. */
  readonly onType: (typed: string) => void
  /** Offered before anything is typed. */
  readonly openEmpty?: boolean
  /** Whether a text that names no known record is accepted. */
  readonly free?: boolean
  readonly placeholder?: string
  readonly invalid?: boolean
  readonly required?: boolean
  readonly describedBy?: string
  readonly mono?: boolean
  readonly inputRef?: Ref<HTMLInputElement>
  /** A key that the list has no use for; return true to stop the browser's own doing. */
  readonly onOtherKey?: (event: KeyboardEvent<HTMLInputElement>) => boolean
}

type Answer = { readonly typed: string; readonly found: readonly Found[] } | 'failed' | null

const WAIT = 120

/** A text field with a list of what is found, by the WAI-ARIA combobox pattern: arrows move, Enter takes, Escape closes. */
export function Finder(props: FinderProps) {
  const { id, text, chosen, find, onPick, onType, openEmpty, free, placeholder, invalid, required, describedBy } = props
  const t = useT()
  const [open, setOpen] = useState(false)
  const [at, setAt] = useState(0)
  const [answer, setAnswer] = useState<Answer>(null)
  const latest = useRef(find)
  latest.current = find

  const asked = chosen ? '' : text.trim()
  const asks = open && (asked !== '' || openEmpty === true)
  useEffect(() => {
    if (!asks) return
    const stop = new AbortController()
    const timer = setTimeout(
      () =>
        latest.current(asked, stop.signal).then(
          found => {
            if (stop.signal.aborted) return
            setAnswer({ typed: asked, found })
            setAt(0)
          },
          () => stop.signal.aborted || setAnswer('failed'),
        ),
      asked === '' ? 0 : WAIT,
    )
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [asked, asks])

  const found = answer && answer !== 'failed' ? answer.found : []
  const shown = asks && answer !== null
  const active = shown ? found[at] : undefined
  const pick = (item: Found) => {
    onPick(item)
    setOpen(false)
    setAnswer(null)
  }

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      if (!open) return setOpen(true)
      const step = event.key === 'ArrowDown' ? 1 : -1
      if (found.length > 0) setAt((at + step + found.length) % found.length)
    } else if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) {
      event.preventDefault()
      // A quick hand presses Enter before the answer is there: only an answer to what is typed now is taken.
      if (active && answer !== 'failed' && answer?.typed === asked) pick(active)
      else props.onOtherKey?.(event)
    } else if (event.key === 'Escape' && shown) {
      event.stopPropagation()
      setOpen(false)
    } else if (props.onOtherKey?.(event)) event.preventDefault()
  }

  return (
    <div className="finder">
      <input
        id={id}
        ref={props.inputRef}
        className={`inp${props.mono ? ' mono' : ''}`}
        value={text}
        placeholder={placeholder}
        autoComplete="off"
        spellCheck={false}
        role="combobox"
        aria-expanded={shown}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={active ? `${id}-${active.id}` : undefined}
        aria-invalid={invalid}
        aria-required={required}
        aria-describedby={describedBy}
        onFocus={() => openEmpty && !chosen && setOpen(true)}
        onClick={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={onKeyDown}
        onChange={event => {
          setOpen(true)
          onType(event.target.value)
        }}
      />
      {chosen && <i className="finder-chosen" title={t({ zh: '已选定', en: 'Chosen' })} />}
      <div
        id={`${id}-list`}
        role="listbox"
        className="finder-list"
        hidden={!shown}
        aria-label={t({ zh: '候选', en: 'Suggestions' })}
      >
        {found.map((item, index) => (
          // The list is worked by the keys of its input (aria-activedescendant).
          // biome-ignore lint/a11y/useKeyWithClickEvents: see above
          // biome-ignore lint/a11y/useFocusableInteractive: see above
          <div
            key={item.id}
            id={`${id}-${item.id}`}
            role="option"
            aria-selected={index === at}
            onMouseDown={event => event.preventDefault()}
            onMouseMove={() => setAt(index)}
            onClick={() => pick(item)}
          >
            <span className={item.mono ? 'mono' : undefined}>{item.name}</span>
            {item.note && <small>{item.note}</small>}
          </div>
        ))}
      </div>
      {shown && found.length === 0 && !(free && asked === '') && (
        <div className="finder-list finder-none" role="status">
          {answer === 'failed'
            ? t({ zh: '没有连上服务器，暂时查不到。', en: 'The server was not reached; nothing can be looked up now.' })
            : free
              ? t({ zh: `没有找到“${asked}”，将按所填内容登记。`, en: `"${asked}" is not known; it is kept as typed.` })
              : asked
                ? t({ zh: `没有找到“${asked}”。`, en: `Nothing found for "${asked}".` })
                : t({ zh: '没有可选的。', en: 'There is nothing to choose.' })}
        </div>
      )}
    </div>
  )
}
