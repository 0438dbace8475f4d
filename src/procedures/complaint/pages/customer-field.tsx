import type { PartyChoice } from '../../../vocabulary/find-party.ts'
import { Finder, type Found } from '../../../web/form/finder.tsx'
import { useFormScope } from '../../../web/form/form-scope.tsx'
import { findParty } from '../../../web/form/look-up.ts'
import { useT } from '../../../web/language.tsx'
import { useMeta } from '../../../web/meta.ts'
import { recentCustomers } from './recent-customers.ts'

/** Who is on the telephone: a customer we know, found by name, initials or number, or a new name as it is said. */
export function CustomerField({ onPick }: { readonly onPick: (customer: Found) => void }) {
  const t = useT()
  const { me } = useMeta()
  const scope = useFormScope()
  const { partyId, partyName } = scope.values
  const id = `${scope.id}-partyId`
  const error = scope.errors.get('partyId') ?? scope.errors.get('partyName')
  const chosen = typeof partyId === 'string' && partyId !== ''
  const text = chosen ? (scope.labels.partyId ?? '') : typeof partyName === 'string' ? partyName : ''
  return (
    <div className="fld" data-path="partyId">
      <label htmlFor={id} id={`${id}-label`}>
        {t({ zh: '客户', en: 'Customer' })}
      </label>
      <Finder
        id={id}
        text={text}
        chosen={chosen}
        openEmpty
        free
        required
        invalid={error !== undefined}
        describedBy={error && `${id}-error`}
        placeholder={t({ zh: '名称、拼音首字母或电话，回车选定', en: 'Name, initials or telephone; Enter takes it' })}
        find={async typed => (typed === '' ? recentCustomers(me.id) : findParty(t, 'customer', typed))}
        onPick={onPick}
        onType={typed => {
          scope.set('partyId', undefined)
          scope.set('partyName', typed || undefined)
        }}
      />
      {error && (
        <p className="fault" id={`${id}-error`}>
          {t(error)}
        </p>
      )}
    </div>
  )
}

/** People to speak to at the customer: one press fills name and telephone. */
export function ContactChips({ customer }: { readonly customer: PartyChoice | null }) {
  const t = useT()
  const scope = useFormScope()
  const contacts = customer?.contacts ?? []
  if (contacts.length === 0) return null
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring its own look and rules
    <div className="chips" role="group" aria-label={t({ zh: '已知联系人', en: 'Known contacts' })}>
      {contacts.slice(0, 4).map(contact => (
        <button
          key={`${contact.name}${contact.phone}`}
          type="button"
          className={`chip${scope.values.contactPerson === contact.name ? ' on' : ''}`}
          onClick={() => scope.fill({ contactPerson: contact.name, ...(contact.phone && { phone: contact.phone }) })}
        >
          {contact.name}
          {contact.title && <small>{contact.title}</small>}
        </button>
      ))}
    </div>
  )
}
