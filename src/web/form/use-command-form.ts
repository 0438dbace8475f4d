import { useCallback, useEffect, useId, useMemo, useRef, useState } from 'react'
import type { Choices } from '../../kernel/command.ts'
import type { Json, JsonObject } from '../../kernel/json.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import type { Text } from '../../kernel/text.ts'
import type { Zone } from '../../kernel/time.ts'
import type { Answer, CommandMeta } from '../answers.ts'
import { type Act, freshKey, OfflineError, RefusedError, useAct } from '../api.ts'
import { useMeta } from '../meta.ts'
import { type Draft, dropDraft, keepDraft, readDraft, withoutSecrets } from './draft.ts'
import { controlId, type FormScope } from './form-scope.tsx'
import { type FormField, fieldsOf } from './schema.ts'
import { faultsIn, inputOf, openingValues, type Values, withValue } from './values.ts'

/** What the signer shows again. */
export interface SignedWith {
  readonly password?: string
  readonly code?: string
}

/** Who fills a form in, and how it is sent. */
export interface FormHost<Done> {
  /** Keeps the drafts of two people on one device apart. */
  readonly person: string
  readonly zone: Zone
  /** Path to which files are sent, if not that of people who are signed in. */
  readonly files?: string
  readonly send: (act: Act) => Promise<Done>
  readonly busy: boolean
}

/** What a form of a step is about. */
export interface StepFormAbout<Done> {
  readonly command: Pick<CommandMeta, 'id' | 'schema'>
  /** The record on which it works, as it is shown; absent for a step that makes one. */
  readonly record?: Values & { readonly id: string; readonly version: number }
  readonly people?: Readonly<Record<string, string>>
  readonly fill?: Values
  /** What fields may be chosen from on this record. */
  readonly choices?: Choices
  /** Keeps the drafts of one step apart, where it is offered for several subjects. */
  readonly draftOf?: string
  /** Only the fields that the person picks are sent, and only where they differ from the record. */
  readonly picks?: boolean
  readonly onDone: (answer: Done) => void
}

/** A form of a step for somebody who is signed in. */
export interface CommandFormAbout extends StepFormAbout<Answer> {
  readonly command: CommandMeta
}

/** How the last try ended. */
export type Trouble =
  | { readonly kind: 'none' }
  | { readonly kind: 'offline' }
  | { readonly kind: 'refused'; readonly refusals: readonly Refusal[] }

/** A refusal that says that another person was faster. */
export const isOvertaken = (refusal: Refusal): boolean =>
  refusal.code === 'version-changed' || refusal.code === 'version'

/** The answer of an earlier try was lost, and the input has changed since. */
const ALREADY: Text = {
  zh: '前一次提交其实已经生效。请先查看已登记的内容，确需再做一次再提交。',
  en: 'Your earlier try did go through. Look at what is recorded first; submit again only if it must happen twice.',
}
const NONE: Trouble = { kind: 'none' }
const UNNAMED: Text = { zh: '这一步没有完成，请重试。', en: 'The step did not happen; try again.' }

/** The state of a step's form for the person who is signed in. */
export function useCommandForm(about: CommandFormAbout) {
  const { me, zone } = useMeta()
  const { mutateAsync, isPending } = useAct(about.command.id)
  return useStepForm(about, { person: me.id, zone, send: mutateAsync, busy: isPending })
}

/**
 * The state of a step's form: what is typed (kept as a draft until it is accepted), what was refused, and the sending.
 * One idempotency key for each form that is opened: a lost answer and a second press make one change.
 */
export function useStepForm<Done>(about: StepFormAbout<Done>, host: FormHost<Done>) {
  const { command, record, people, fill, choices, draftOf, picks, onDone } = about
  const { person, zone } = host
  const id = useId().replaceAll(':', '')
  const fields = useMemo(
    () =>
      fieldsOf(command.schema).map((item): FormField => {
        const given = choices?.[item.name]
        return given ? { ...item, widget: 'choice', choices: given } : item
      }),
    [command.schema, choices],
  )
  const recordId = record?.id
  const subject = [recordId, draftOf].filter(Boolean).join(' ')
  const version = record?.version ?? null
  const place = useMemo(
    () => ({ person, command: command.id, ...(subject && { record: subject }) }),
    [person, command.id, subject],
  )
  const fresh = useCallback(
    (): Draft => ({ values: picks ? {} : openingValues(fields, fill), labels: {}, key: freshKey(), version }),
    [fields, fill, picks, version],
  )
  const [draft, setDraft] = useState<Draft>(() => readDraft(place) ?? fresh())
  const [restored, setRestored] = useState(() => readDraft(place) !== null)
  const [trouble, setTrouble] = useState<Trouble>(NONE)
  const touched = useRef(restored)
  /** Why an event is written down only now: null until the server asks for it. */
  const [late, setLate] = useState<string | null>(null)

  useEffect(() => {
    if (touched.current) keepDraft(place, withoutSecrets(fields, draft))
  }, [place, fields, draft])

  // An untouched form follows the record; a touched one keeps the version that its writer saw.
  useEffect(() => {
    if (!touched.current) setDraft(fresh())
  }, [fresh])

  const refusals = trouble.kind === 'refused' ? trouble.refusals : []
  const errors = useMemo(
    () => new Map(refusals.flatMap(item => (item.field ? [[item.field, item.sentence]] : []))),
    [refusals],
  )

  const change = (next: (now: Draft) => Draft, paths: readonly string[]) => {
    touched.current = true
    setDraft(next)
    setTrouble(now =>
      now.kind === 'refused'
        ? { ...now, refusals: now.refusals.filter(({ field }) => !field || !paths.includes(field)) }
        : now,
    )
  }
  const scope: FormScope = {
    id,
    fields,
    values: draft.values,
    labels: draft.labels,
    errors,
    zone,
    record: record ?? {},
    people: people ?? {},
    ...(host.files && { files: host.files }),
    set: (path, value, label) =>
      change(
        now => {
          const { [path]: _, ...others } = now.labels
          return {
            ...now,
            values: withValue(now.values, path, value === undefined && picks ? null : value),
            labels: label ? { ...others, [path]: label } : others,
          }
        },
        [path],
      ),
    fill: (values, labels = {}) =>
      change(
        now => ({
          ...now,
          values: Object.entries(values).reduce(
            (all, [path, value]) => withValue(all, path, value as Json),
            now.values,
          ),
          labels: { ...now.labels, ...labels },
        }),
        Object.keys(values),
      ),
  }

  const focusRefused = (list: readonly Refusal[]) => {
    const wanted = new Set(list.map(item => item.field))
    requestAnimationFrame(() => {
      const rows = document.querySelectorAll<HTMLElement>(`#${id} [data-path]`)
      const row = [...rows].find(item => wanted.has(item.dataset.path))
      const control =
        row &&
        (document.getElementById(controlId(id, row.dataset.path ?? '')) ??
          row.querySelector('input, textarea, select, button'))
      if (control instanceof HTMLElement) control.focus()
      else document.getElementById(`${id}-trouble`)?.focus()
    })
  }

  /** Refusals found here, without asking the server; empty when it may be sent. */
  const checkHere = (): readonly Refusal[] => {
    const missing = faultsIn(fields, draft.values)
    setTrouble(missing.length > 0 ? { kind: 'refused', refusals: missing } : NONE)
    if (missing.length > 0) focusRefused(missing)
    return missing
  }

  /** Sends it. Answers the refusals that concern the signature, which its dialog shows. */
  const send = async (sign?: SignedWith): Promise<readonly Refusal[]> => {
    keepDraft(place, withoutSecrets(fields, draft))
    try {
      const answer = await host.send({
        ...(record && { on: record.id }),
        ...(draft.version !== null && { expect: draft.version }),
        key: draft.key,
        input: picks ? changedIn(inputOf(fields, draft.values), record) : inputOf(fields, draft.values),
        ...(sign && { sign }),
        ...(late?.trim() && { late: late.trim() }),
      })
      dropDraft(place)
      setLate(null)
      touched.current = false
      setTrouble(NONE)
      setRestored(false)
      onDone(answer)
      return []
    } catch (fault) {
      if (fault instanceof OfflineError) {
        setTrouble({ kind: 'offline' })
        return []
      }
      let list =
        fault instanceof RefusedError
          ? fault.refusals
          : [{ code: 'unnamed', kind: 'conflict' as const, sentence: UNNAMED }]
      if (list.some(item => item.code === 'key-reused')) {
        setDraft(now => ({ ...now, key: freshKey() }))
        list = [{ code: 'key-reused', kind: 'conflict', sentence: ALREADY }]
      }
      if (list.some(item => item.code === 'late-entry')) setLate(now => now ?? '')
      const signing = list.filter(isAboutSigning)
      const rest = list.filter(item => !isAboutSigning(item))
      setTrouble(rest.length > 0 ? { kind: 'refused', refusals: rest } : NONE)
      if (rest.length > 0) focusRefused(rest)
      return rest.length > 0 ? [] : signing
    }
  }

  return {
    id,
    fields,
    scope,
    trouble,
    errors,
    busy: host.busy,
    restored,
    checkHere,
    send,
    late,
    setLate,
    /** Takes the record as it is now and keeps what was typed. */
    catchUp: (version: number) => {
      setDraft(now => ({ ...now, version, key: freshKey() }))
      setTrouble(NONE)
    },
    /** Takes a field out again. */
    unpick: (path: string) => change(now => ({ ...now, values: withValue(now.values, path, undefined) }), [path]),
    /** Throws away what was typed. */
    reset: () => {
      dropDraft(place)
      touched.current = false
      setRestored(false)
      setTrouble(NONE)
      setLate(null)
      setDraft(fresh())
    },
  }
}

/** What differs from the record. */
const changedIn = (input: JsonObject, record: Values | undefined): JsonObject =>
  Object.fromEntries(
    Object.entries(input).filter(
      ([name, value]) => record?.[name] === undefined || JSON.stringify(record[name]) !== JSON.stringify(value),
    ),
  )

const isAboutSigning = (refusal: Refusal): boolean =>
  refusal.field?.startsWith('sign') === true || /^(sign(ing)?-|wrong-(password|code|credential))/.test(refusal.code)
