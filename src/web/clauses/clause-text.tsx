import type { ClauseSummary } from '../../kernel/evidence-page.ts'
import { CONFIDENCE } from '../../kernel/evidence-words.ts'
import { text } from '../../kernel/text.ts'
import { useLanguage, useT } from '../language.tsx'
import { documentOf } from './chosen-clauses.ts'
import type { WrittenEntry } from './evidence.ts'

/** What is demanded, in both languages, where it is written, the law in force, and what is still missing. */
export function ClauseText({
  summary,
  source,
}: {
  readonly summary: ClauseSummary
  readonly source: WrittenEntry['source']
}) {
  const t = useT()
  const { language } = useLanguage()
  const written = documentOf(summary.id)
  const document = source.find(item => item.id === written)
  const { law, lacks } = summary
  return (
    <section className="card sec clause-text" aria-labelledby="clause-title">
      <h2 id="clause-title">{t({ zh: summary.zh, en: summary.en })}</h2>
      <p className="sub" lang={language === 'en' ? 'zh-Hans' : 'en'}>
        {language === 'en' ? summary.zh : summary.en}
      </p>
      <dl className="clause-facts">
        <dt>{t(text('程序', 'Procedure'))}</dt>
        <dd>{t(summary.procedureTitle)}</dd>
        <dt>{t(text('原文出处', 'Source'))}</dt>
        <dd>
          {document && `${document.id} ${t(document.title)} · `}
          {summary.source}
        </dd>
        <dt>{t(text('现行法规', 'Law in force'))}</dt>
        <dd>
          {law ? (
            <>
              {law.anchor}{' '}
              <span className={`tag ${CONFIDENCE[law.confidence].tone}`}>{t(CONFIDENCE[law.confidence].title)}</span>
            </>
          ) : (
            <span className="sub">
              {t(text('法规没有对应规定，为公司程序自定。', 'None: the company procedure alone.'))}
            </span>
          )}
        </dd>
      </dl>
      {summary.fulfilment === 'partly' && lacks && (
        <p className="notice warn">
          <b>{t(text('部分落实，还缺：', 'Partly fulfilled; it lacks: '))}</b>
          {t(lacks)}
        </p>
      )}
      {summary.fulfilment === 'not-yet' && (
        <p className="notice warn">
          <b>{t(text('尚未落实。', 'Not yet fulfilled. '))}</b>
          {t(
            text(
              '目前没有步骤、时限或表单执行这一条，仍须按纸面程序办理。',
              'No step, clock or form acts for it yet: follow the paper procedure.',
            ),
          )}
        </p>
      )}
    </section>
  )
}
