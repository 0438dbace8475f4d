import type { PartyChoice } from '../../../vocabulary/find-party.ts'
import { useFormScope } from '../../../web/form/form-scope.tsx'
import { useT } from '../../../web/language.tsx'
import { DuplicatesPanel, useDuplicates } from './duplicates.tsx'
import { KnownCustomer } from './known-customer.tsx'

/** Beside the form: what is known of the caller, and whether the complaint is there already. */
export function IntakeAside({ customer }: { readonly customer: PartyChoice | null }) {
  const t = useT()
  const { values, labels } = useFormScope()
  const duplicates = useDuplicates()
  const { partyId } = values
  const name = labels.partyId
  return (
    <aside className="intake-aside" aria-live="polite">
      {duplicates.length > 0 && <DuplicatesPanel duplicates={duplicates} />}
      {typeof partyId === 'string' && name ? (
        <KnownCustomer id={partyId} name={name} customer={customer?.id === partyId ? customer : null} />
      ) : (
        <section className="card sec known">
          <h2>{t({ zh: '接听要点', en: 'While you listen' })}</h2>
          <ol className="tips">
            <li>{t({ zh: '先问是哪家单位，输拼音首字母即可查到。', en: 'Which customer? The initials find it.' })}</li>
            <li>
              {t({
                zh: '请对方读出标签上的批号、序列号；在现场可直接扫 UDI。',
                en: 'Ask for lot and serial number on the label; on site, scan the UDI.',
              })}
            </li>
            <li>
              {t({
                zh: '问清有没有人受伤、是否已停用。',
                en: 'Was anybody hurt? Has the device been taken out of use?',
              })}
            </li>
            <li>{t({ zh: '不清楚的留空，登记后可以补充。', en: 'Leave open what is not known; it can follow.' })}</li>
          </ol>
        </section>
      )}
    </aside>
  )
}
