import { Link } from '@tanstack/react-router'
import { text } from '../../kernel/text.ts'
import type { TracedRecord } from '../../kernel/traced.ts'
import type { Trace } from '../../server/trace/trace.ts'
import { useFormat } from '../format.ts'
import { useT } from '../language.tsx'
import { Part } from './part.tsx'

/** So many records of one procedure are shown before the rest is asked for. */
const SHOWN = 8

/** Every record of every procedure that concerns the subject. */
export function RecordsPart({ trace }: { readonly trace: Trace }) {
  const t = useT()
  const named = trace.records.filter(record => record.by !== 'product')
  const ofProduct = trace.records.filter(record => record.by === 'product')
  return (
    <Part title={text('发生了什么', 'What happened')} count={trace.records.length}>
      {trace.records.length === 0 && (
        <p className="who">
          {t(
            text(
              '没有任何投诉、停售、通知、退货或不合格品记录。',
              'No complaint, hold, notice, return or nonconforming record.',
            ),
          )}
        </p>
      )}
      <RecordGroups records={named} />
      {ofProduct.length > 0 && (
        <>
          <h3 className="trace-sub">{t(text('涉及整个产品、未指明批次', 'On the whole product, no lot named'))}</h3>
          <RecordGroups records={ofProduct} />
        </>
      )}
      {trace.moreRecords && (
        <p className="who">
          {t(
            text(
              '记录很多，这里是每个程序最近的 200 条。',
              'There are many: the latest 200 of each procedure are shown.',
            ),
          )}
        </p>
      )}
    </Part>
  )
}

/** By procedure, the latest first; letters, of which there may be hundreds, come last. */
const groupsOf = (records: readonly TracedRecord[]) =>
  [...Map.groupBy([...records].reverse(), record => record.procedure)].toSorted(
    ([one], [other]) => Number(one === 'message') - Number(other === 'message'),
  )

function RecordGroups({ records }: { readonly records: readonly TracedRecord[] }) {
  const t = useT()
  return (
    <>
      {groupsOf(records).map(([procedure, list]) => (
        <div key={procedure} className="trace-group">
          <h3>
            {t(list[0]?.noun ?? procedure)} <span className="who num">{list.length}</span>
          </h3>
          <RecordLines records={list.slice(0, SHOWN)} />
          {list.length > SHOWN && (
            <details>
              <summary>{t(text(`其余 ${list.length - SHOWN} 条`, `${list.length - SHOWN} more`))}</summary>
              <RecordLines records={list.slice(SHOWN)} />
            </details>
          )}
        </div>
      ))}
    </>
  )
}

function RecordLines({ records }: { readonly records: readonly TracedRecord[] }) {
  const t = useT()
  const format = useFormat()
  return (
    <ul className="trace-lines">
      {records.map(record => (
        <li key={record.id}>
          <Link
            to="/$procedure/$id"
            params={{ procedure: record.procedure, id: record.number }}
            search={{}}
            className="mono"
          >
            {record.number}
          </Link>
          <span className="trace-line-title">{record.title}</span>
          <span className={`tag ${record.tone}`}>{t(record.state)}</span>
          <span className="who">
            <time dateTime={record.createdAt} title={format.full(record.createdAt)}>
              {format.instant(record.createdAt)}
            </time>{' '}
            {record.createdByName}
          </span>
          <Link
            to="/trace/$kind/$id"
            params={{ kind: 'record', id: record.number }}
            search={{}}
            className="trace-matter"
          >
            {t(text('来龙去脉', 'Whole matter'))}
          </Link>
        </li>
      ))}
    </ul>
  )
}
