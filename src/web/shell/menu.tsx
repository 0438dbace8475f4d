import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'

/** A button that opens a small panel below it; closes on Escape, on a click elsewhere and when focus leaves. */
export function Menu({
  label,
  button,
  className = 'btn quiet',
  align = 'end',
  children,
}: {
  readonly label: string
  readonly button: ReactNode
  readonly className?: string
  readonly align?: 'start' | 'end'
  readonly children: (close: () => void) => ReactNode
}) {
  const [open, setOpen] = useState(false)
  const id = useId()
  const box = useRef<HTMLDivElement>(null)
  const opener = useRef<HTMLButtonElement>(null)
  const close = (): void => setOpen(false)

  useEffect(() => {
    if (!open) return
    const outside = (event: Event): void => {
      const target = event.target as Element
      // Pressing on words inside the panel moves the focus to the page around it: that is not leaving.
      const around = event.type === 'focusin' && target.contains(box.current)
      // A calendar that was opened from the panel hangs elsewhere in the document.
      const calendar = target.closest?.('.ant-picker-dropdown')
      if (!around && !calendar && !box.current?.contains(target)) setOpen(false)
    }
    document.addEventListener('pointerdown', outside)
    document.addEventListener('focusin', outside)
    return () => {
      document.removeEventListener('pointerdown', outside)
      document.removeEventListener('focusin', outside)
    }
  }, [open])

  const onKeyDown = (event: KeyboardEvent): void => {
    if (!open) return
    if (event.key === 'Escape') {
      event.stopPropagation()
      close()
      opener.current?.focus()
      return
    }
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
    const items = [...(box.current?.querySelectorAll<HTMLElement>('.menu-panel :is(a, button)') ?? [])]
    if (items.length === 0) return
    event.preventDefault()
    const at = items.indexOf(document.activeElement as HTMLElement)
    const step = event.key === 'ArrowDown' ? 1 : -1
    items[(at + step + items.length) % items.length]?.focus()
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys are heard for the button and the panel inside
    <div className="menu" ref={box} onKeyDown={onKeyDown}>
      <button
        ref={opener}
        type="button"
        className={className}
        aria-label={label}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        {button}
      </button>
      <div id={id} className={`menu-panel ${align}`} hidden={!open}>
        {open && children(close)}
      </div>
    </div>
  )
}
