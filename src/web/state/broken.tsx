import { type ErrorComponentProps, useRouter } from '@tanstack/react-router'
import { Refused } from './refused.tsx'

/** What the router shows when a page could not be shown. */
export function Broken({ error, reset }: ErrorComponentProps) {
  const router = useRouter()
  const again = (): void => {
    reset()
    void router.invalidate()
  }
  // A new release replaced the chunks that this page would load.
  const fault = error instanceof Error ? error : new Error(String(error))
  const moved = /dynamically imported module|module script/i.test(fault.message)
  return (
    <div className="lone">
      <Refused alone error={fault} again={moved ? () => location.reload() : again} />
    </div>
  )
}
