import { Link } from '@tanstack/react-router'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { text } from '../../../kernel/text.ts'
import type { Answer } from '../../../web/answers.ts'
import { RefusedError, useAct } from '../../../web/api.ts'
import { useFormat, useNow } from '../../../web/format.ts'
import { useT } from '../../../web/language.tsx'
import { useMeta, useProcedure } from '../../../web/meta.ts'
import type { StoreState } from '../reads.ts'
import { states } from '../wording.ts'
import { WHOLE_FORM } from './whole-form.ts'

/** The instrument of the last time: from the register, or as it was written then. */
const instrumentOf = ({ last }: StoreState) =>
  last?.equipmentId
    ? { equipmentId: last.equipmentId }
    : {
        ...(last?.instrument && { instrument: last.instrument }),
        ...(last?.calibrationDueOn && { calibrationDueOn: last.calibrationDueOn }),
      }

const figure = (typed: string): number | null => {
  const plain = typed.normalize('NFKC').replace(',', '.').trim()
  return /^-?\d{1,3}(\.\d)?$/.test(plain) ? Number(plain) : null
}

/** Two figures and one button: how a store is read with a telephone in the hand. The instrument is that of the last time. */
export function ReadingEntry({ store, takeFocus }: { readonly store: StoreState; readonly takeFocus: boolean }) {
  const t = useT()
  const format = useFormat()
  const now = useNow()
  const { me } = useMeta()
  const command = useProcedure('storage-condition')?.commands.find(item => item.id === 'storage-condition.record')
  const act = useAct('storage-condition.record')
  const first = useRef<HTMLInputElement>(null)
  const second = useRef<HTMLInputElement>(null)
  const [temperature, setTemperature] = useState('')
  const [humidity, setHumidity] = useState('')
  const [lateReason, setLateReason] = useState('')
  const [done, setDone] = useState<Answer | null>(null)
  const [unread, setUnread] = useState<'temperature' | 'humidity' | null>(null)
  const may = command?.by.some(role => me.roles.includes(role)) ?? false
  useEffect(() => {
    if (takeFocus && may) first.current?.focus()
  }, [takeFocus, may])
  if (!command || !may) return null
  const frozen = store.climate === 'frozen'
  const refused = act.error instanceof RefusedError ? act.error : null
  const asksWhy = lateReason !== '' || refused?.refusals.some(item => item.field === 'lateReason')
  const calibration = store.last?.calibrationDueOn
  const isOver = calibration ? calibration < format.day(new Date(now).toISOString()) : false

  const submit = (event: FormEvent) => {
    event.preventDefault()
    const [warm, damp] = [figure(temperature), frozen && humidity === '' ? null : figure(humidity)]
    const missing = warm === null ? 'temperature' : damp === null && !frozen ? 'humidity' : null
    setUnread(missing)
    if (missing) {
      ;(missing === 'temperature' ? first : second).current?.focus()
      return
    }
    act.mutate(
      {
        input: {
          warehouseId: store.id,
          temperature: warm,
          ...(damp !== null && { humidity: damp }),
          ...instrumentOf(store),
          ...(lateReason.trim() && { lateReason: lateReason.trim() }),
        },
      },
      {
        onSuccess: answer => {
          setDone(answer)
          setTemperature('')
          setHumidity('')
          setLateReason('')
        },
      },
    )
  }
  const state = done ? states[done.record.state as keyof typeof states] : null
  return (
    <form className="card sec reading-entry" onSubmit={submit} noValidate aria-label={t(command.title)}>
      <h2>{t(command.title)}</h2>
      <div className="reading-fields">
        <label>
          <span>{t(text('温度 ℃', 'Temperature °C'))}</span>
          <span className="reading-figure">
            <input
              ref={first}
              inputMode="decimal"
              enterKeyHint="next"
              autoComplete="off"
              value={temperature}
              aria-invalid={unread === 'temperature'}
              onChange={event => setTemperature(event.target.value)}
              onKeyDown={event => {
                if (event.key !== 'Enter' || humidity !== '') return
                event.preventDefault()
                second.current?.focus()
              }}
            />
            {(frozen || store.climate === 'cold') && (
              // Number pads of telephones have no minus.
              <button
                type="button"
                className="btn"
                aria-label={t(text('正负号', 'Plus or minus'))}
                onClick={() => setTemperature(temperature.startsWith('-') ? temperature.slice(1) : `-${temperature}`)}
              >
                ±
              </button>
            )}
          </span>
        </label>
        <label>
          <span>{t(text('相对湿度 %RH', 'Relative humidity %RH'))}</span>
          <span className="reading-figure">
            <input
              ref={second}
              inputMode="decimal"
              enterKeyHint="done"
              autoComplete="off"
              value={humidity}
              aria-invalid={unread === 'humidity'}
              onChange={event => setHumidity(event.target.value)}
            />
          </span>
        </label>
        <button type="submit" className="btn p" disabled={act.isPending}>
          {t(text('记录', 'Record'))}
        </button>
      </div>
      {asksWhy && (
        <label className="reading-why">
          <span>{t(text('迟记原因', 'Why late'))}</span>
          <input value={lateReason} maxLength={300} onChange={event => setLateReason(event.target.value)} />
        </label>
      )}
      <div aria-live="polite">
        {unread && (
          <p className="notice warn">
            {t(text('请填写数字，最多一位小数。', 'Enter a number with at most one decimal.'))}
          </p>
        )}
        {act.error && !unread && (
          <p className="notice warn">
            {refused
              ? refused.refusals.map(item => t(item.sentence)).join(' ')
              : t(text('没有发出去，请再试一次。', 'It was not sent: try again.'))}
          </p>
        )}
        {done && !act.error && state && (
          <p className={done.record.state === 'in-range' ? 'notice ok' : 'notice late'}>
            <Link to="/$procedure/$id" params={{ procedure: 'storage-condition', id: done.record.number }} search={{}}>
              {done.record.number}
            </Link>{' '}
            {t(done.told)}
            {done.record.state !== 'in-range' &&
              t(text('：请打开记录，登记调控措施。', ': open the record and write down what was done.'))}
          </p>
        )}
      </div>
      {store.last?.instrument && (
        <p className="who">
          {t(text('仪器', 'Instrument'))} <span className="mono">{store.last.instrument}</span>
          {isOver && (
            <span className="tag warn">
              {t(
                text(
                  `校准已于 ${calibration} 到期，请换用或送校`,
                  `calibration was due on ${calibration}: use another`,
                ),
              )}
            </span>
          )}
        </p>
      )}
      <p className="who reading-more">
        <Link to="/new/$command" params={{ command: command.id }} search={{ warehouseId: store.id, [WHOLE_FORM]: '1' }}>
          {t(text('填写更多：测量时间、仪器、备注', 'More: time of the reading, instrument, note'))}
        </Link>
      </p>
    </form>
  )
}
