import './account.css'
import { ApiKeys } from './api-keys.tsx'
import { GivenPassword } from './given-password.tsx'

/** How a person comes in: first password and API keys, for administrators, on the person's record. */
export function PersonAccess({ personId, personName }: { readonly personId: string; readonly personName: string }) {
  return (
    <>
      <GivenPassword personId={personId} personName={personName} />
      <ApiKeys personId={personId} personName={personName} />
    </>
  )
}
