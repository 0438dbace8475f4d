import type { Section } from '../../kernel/view.ts'
import { useT } from '../language.tsx'
import { ShownValue } from '../record/shown-value.tsx'

const NOBODY = {}

/** What the letter is about: facts, and tables whose rows are cards on a telephone. */
export function GuestSections({ sections }: { readonly sections: readonly Section[] }) {
  const t = useT()
  return sections.map(section => (
    <section key={section.title.en} className="card sec">
      <h2>{t(section.title)}</h2>
      {'facts' in section ? (
        <dl className="guest-facts">
          {section.facts.map(fact => (
            <div key={fact.label.en} className={fact.wide ? 'wide' : undefined}>
              <dt>{t(fact.label)}</dt>
              <dd>
                <ShownValue shown={fact.shown} people={NOBODY} />
                {fact.note && <span className="who"> {t(fact.note)}</span>}
              </dd>
            </div>
          ))}
        </dl>
      ) : section.rows.length === 0 ? (
        <p className="sub">{t(section.empty)}</p>
      ) : (
        <table className="guest-table">
          <thead>
            <tr>
              {section.columns.map(({ key, title }) => (
                <th key={key} scope="col">
                  {t(title)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {section.rows.map((row, at) => (
              // Rows carry no id of their own and are read, not changed.
              // biome-ignore lint/suspicious/noArrayIndexKey: see above
              <tr key={at}>
                {section.columns.map(({ key, title }) => (
                  <td key={key} data-label={t(title)}>
                    {row[key] && <ShownValue shown={row[key]} people={NOBODY} />}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  ))
}
