import { type FormEvent, type KeyboardEvent, type ReactNode, useEffect, useId, useState } from 'react'
import type { Json } from '../../../kernel/json.ts'
import type { PartyChoice } from '../../../vocabulary/find-party.ts'
import type { Answer, CommandMeta } from '../../../web/answers.ts'
import { FieldRow } from '../../../web/form/fields.tsx'
import type { Found } from '../../../web/form/finder.tsx'
import '../../../web/form/form.css'
import { FormScopeProvider } from '../../../web/form/form-scope.tsx'
import { TroubleNote } from '../../../web/form/trouble-note.tsx'
import { useCommandForm } from '../../../web/form/use-command-form.ts'
import { useT } from '../../../web/language.tsx'
import { useMeta } from '../../../web/meta.ts'
import { ContactChips, CustomerField } from './customer-field.tsx'
import { LotField, ProductField } from './device-fields.tsx'
import { IntakeAside } from './intake-aside.tsx'
import { usePageScan } from './page-scan.ts'
import { rememberCustomer } from './recent-customers.ts'

/** Asked in every call. */
const SAFETY = ['harmHappened', 'couldHarm', 'treatmentAffected', 'functionLost']
/** Asked when there is time; everything can follow on the record. */
const LATER = [
  'title',
  'expectation',
  'occurredAt',
  'receivedAt',
  'lateReason',
  'quantityAffected',
  'stillInUse',
  'purchasedOn',
  'deliveryNote',
  'producedOn',
  'expiresOn',
  'model',
  'registrationNo',
  'email',
  'fax',
  'address',
  'province',
  'city',
  'locality',
  'attachments',
]

interface IntakeFormProps {
  readonly command: CommandMeta
  readonly onDone: (answer: Answer) => void
}

/** One question of the call, with the fields that answer it. */
function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const id = useId()
  return (
    // biome-ignore lint/a11y/useSemanticElements: a legend cannot stand beside its fields
    <div className="part" role="group" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <div>{children}</div>
    </div>
  )
}

/** The form of a call: how it came, who, which device, what happened, how urgent. */
export function IntakeForm({ command, onDone }: IntakeFormProps) {
  const t = useT()
  const { me } = useMeta()
  const [customer, setCustomer] = useState<PartyChoice | null>(null)
  const form = useCommandForm({
    command,
    onDone: answer => {
      const { partyId } = form.scope.values
      const name = form.scope.labels.partyId
      if (typeof partyId === 'string' && name) rememberCustomer(me.id, { id: partyId, name })
      onDone(answer)
    },
  })
  const { scope } = form
  const row = (name: string, flat = false) => {
    const field = form.fields.find(item => item.name === name)
    return field && <FieldRow key={name} field={field} path={name} flat={flat} />
  }
  const later = LATER.some(name => form.errors.has(name))
  const [moreOpen, setMoreOpen] = useState(false)

  usePageScan((code, from) => {
    // Letters that the scanner typed into another field are taken out of it again.
    const path = from?.closest<HTMLElement>('[data-path]')?.dataset.path
    const typed = path && scope.values[path === 'partyId' ? 'partyName' : path]
    const plain = code.replaceAll('\u001d', '')
    const repaired: Record<string, Json> = {}
    if (path && typeof typed === 'string' && typed.includes(plain))
      repaired[path === 'partyId' ? 'partyName' : path] = typed.replace(plain, '')
    scope.fill({ ...repaired, udi: code })
    requestAnimationFrame(() => {
      const field = document.getElementById(`${form.id}-udi`)
      field?.focus()
      field?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }))
    })
  })

  useEffect(() => {
    // The channel is nearly always the telephone: the first word typed is the customer's. On a touch screen the keyboard
    // would cover the page.
    if (matchMedia('(pointer: fine)').matches) document.getElementById(`${form.id}-partyId`)?.focus()
  }, [form.id])

  const pick = (found: Found) => {
    const party = (found.row as PartyChoice | undefined) ?? null
    setCustomer(party)
    scope.set('partyName', undefined)
    const phone = party?.phones[0] ?? party?.contacts[0]?.phone
    scope.fill(
      {
        partyId: found.id,
        ...(phone && !scope.values.phone && { phone }),
        ...(party?.contacts.length === 1 &&
          !scope.values.contactPerson && { contactPerson: party.contacts[0]?.name ?? '' }),
      },
      { partyId: found.name },
    )
  }
  const submit = async (event?: FormEvent) => {
    event?.preventDefault()
    if (!form.busy && form.checkHere().length === 0) await form.send()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    void submit()
  }
  const link = scope.values.duplicateOf && scope.labels.duplicateOf
  return (
    <FormScopeProvider value={scope}>
      <form id={form.id} className="intake-form" noValidate onSubmit={submit} onKeyDown={onKeyDown}>
        <div className="card intake-card">
          {form.restored && (
            <p className="hint intake-line">
              {t({ zh: '已恢复上次没有登记完的内容。', en: 'What you had not finished is back.' })}{' '}
              <button type="button" className="link" onClick={form.reset}>
                {t({ zh: '清空重填', en: 'Start afresh' })}
              </button>
            </p>
          )}
          <TroubleNote
            id={form.id}
            trouble={form.trouble}
            procedure="complaint"
            atFields={new Set(form.errors.keys())}
          />
          <Part title={t({ zh: '来源', en: 'Source' })}>
            <div className="intake-line channel-line">
              {row('channel', true)}
              {row('kind')}
            </div>
          </Part>
          <Part title={t({ zh: '谁', en: 'Who' })}>
            <div className="intake-line customer-line">
              <CustomerField onPick={pick} />
              {row('contactPerson')}
              {row('phone')}
              {row('customerDepartment')}
            </div>
            <ContactChips customer={customer} />
          </Part>
          <Part title={t({ zh: '哪件产品', en: 'Which device' })}>
            <div data-takes-scans>{row('udi')}</div>
            <div className="intake-line device-line">
              <ProductField />
              <LotField />
              {row('serial')}
            </div>
          </Part>
          <Part title={t({ zh: '什么问题', en: 'What happened' })}>
            <div className="intake-line problem-line">
              {row('description')}
              {row('request')}
            </div>
          </Part>
          <Part title={t({ zh: '多急', en: 'How urgent' })}>
            <div className="safety-line">{['urgency', ...SAFETY].map(name => row(name))}</div>
          </Part>
          <details open={moreOpen || later} onToggle={event => setMoreOpen(event.currentTarget.open)}>
            <summary>
              {t({ zh: '更多内容和附件（可在办理中补充）', en: 'More details and attachments (may follow later)' })}
            </summary>
            <div className="intake-line later-line">{LATER.map(name => row(name))}</div>
          </details>
          <div className="row wrap intake-acts">
            <button type="submit" className="btn p" aria-disabled={form.busy} aria-keyshortcuts="Control+Enter">
              {form.busy
                ? t({ zh: '正在登记…', en: 'Registering…' })
                : link
                  ? t({ zh: `登记并关联到 ${link}`, en: `Register and link to ${link}` })
                  : t(command.title)}
            </button>
            <span className="who only-wide">
              <kbd>Ctrl</kbd> <kbd>Enter</kbd> {t({ zh: '登记', en: 'registers' })}
            </span>
          </div>
        </div>
        <IntakeAside customer={customer} />
      </form>
    </FormScopeProvider>
  )
}
