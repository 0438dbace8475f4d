import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { type Text, text } from '../../kernel/text.ts'
import { RefusedError, send } from '../api.ts'
import { type Uploaded, upload } from '../form/upload.ts'
import { useFormat } from '../format.ts'
import { useT } from '../language.tsx'
import { Icon } from '../shell/icons.tsx'
import { Mapping } from './mapping.tsx'
import { OutcomeCard } from './outcome-card.tsx'
import type { Outcome, TableKind } from './table-kind.ts'

const isText = (value: unknown): value is Text => typeof value === 'object' && value !== null && 'zh' in value

/** The file: uploaded, tried at once, and imported when nothing is wrong. */
export function TableUpload({ kind }: { readonly kind: TableKind }) {
  const t = useT()
  const format = useFormat()
  const client = useQueryClient()
  const chooser = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const [file, setFile] = useState<Uploaded | null>(null)
  const [part, setPart] = useState<number | null>(null)
  const [failed, setFailed] = useState<Text | null>(null)
  const [mapping, setMapping] = useState<Readonly<Record<string, string>>>({})
  const run = useMutation<
    Outcome,
    Error,
    { file: Uploaded; dryRun: boolean; mapping: Readonly<Record<string, string>> }
  >({
    mutationFn: ask =>
      send(`/api/import/${kind.procedure}/${kind.name}`, {
        fileId: ask.file.id,
        dryRun: ask.dryRun,
        mapping: ask.mapping,
      }),
    onSuccess: answer => {
      if (!answer.dryRun && answer.ok) void client.invalidateQueries()
    },
  })
  const outcome = run.data
  const done = outcome !== undefined && !outcome.dryRun && outcome.ok

  const take = (chosen: File | undefined): void => {
    if (!chosen) return
    setFailed(null)
    setMapping({})
    run.reset()
    setPart(0)
    upload(chosen, setPart, new AbortController().signal).then(
      kept => {
        setPart(null)
        setFile(kept)
        run.mutate({ file: kept, dryRun: true, mapping: {} })
      },
      fault => {
        setPart(null)
        setFailed(isText(fault) ? fault : text('文件未上传，请重试。', 'The file is not uploaded: try again.'))
      },
    )
  }
  const again = (next: Readonly<Record<string, string>>): void => {
    setMapping(next)
    if (file) run.mutate({ file, dryRun: true, mapping: next })
  }
  return (
    <>
      <section className="card sec">
        <h2>{t(text('2. 选择文件，先试导入', '2. Choose the file; it is tried first'))}</h2>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is an extra way beside the button */}
        <div
          className={over ? 'import-drop over' : 'import-drop'}
          onDragOver={event => {
            event.preventDefault()
            setOver(true)
          }}
          onDragLeave={() => setOver(false)}
          onDrop={event => {
            event.preventDefault()
            setOver(false)
            take(event.dataTransfer.files[0])
          }}
        >
          <Icon name="upload" size={20} />
          <div>
            <strong>{file?.name ?? t(text('把表格拖到这里', 'Drop the table here'))}</strong>
            <p className="who">
              {t(
                text(
                  '.xlsx 或 .csv（UTF-8 或 GB18030），一次最多 20 万行',
                  '.xlsx or .csv (UTF-8 or GB 18030), at most 200,000 lines',
                ),
              )}
            </p>
          </div>
          <span className="sp" />
          <button type="button" className={file ? 'btn' : 'btn p'} onClick={() => chooser.current?.click()}>
            {t(file ? text('换一个文件', 'Another file') : text('选择文件', 'Choose a file'))}
          </button>
          <input
            ref={chooser}
            type="file"
            accept=".xlsx,.csv"
            hidden
            onChange={event => {
              take(event.target.files?.[0])
              event.target.value = ''
            }}
          />
        </div>
        {part !== null && (
          <progress className="import-progress" value={part} aria-label={t(text('上传', 'Uploading'))} />
        )}
        {run.isPending && (
          <p className="import-busy" role="status">
            {t(run.variables?.dryRun ? text('正在逐行试导入…', 'Trying every line…') : text('正在写入…', 'Writing…'))}
          </p>
        )}
        {failed && (
          <p className="notice late" role="alert">
            {t(failed)}
          </p>
        )}
        {run.error && (
          <div className="notice late" role="alert">
            {(run.error instanceof RefusedError ? run.error.refusals : []).map(refusal => (
              <p key={refusal.code + (refusal.field ?? '')}>{t(refusal.sentence)}</p>
            ))}
            {!(run.error instanceof RefusedError) && (
              <p>
                {t(
                  text(
                    '没有连上服务器，什么也没有写入。网络恢复后请重试。',
                    'The server was not reached and nothing was written. Try again when the network is back.',
                  ),
                )}
              </p>
            )}
          </div>
        )}
      </section>
      {file && (outcome || run.error) && !done && (
        <Mapping kind={kind} found={outcome?.mapping ?? mapping} unused={outcome?.unused ?? []} onChange={again} />
      )}
      {outcome && (
        <OutcomeCard kind={kind} outcome={outcome}>
          {outcome.ok && outcome.dryRun && outcome.fresh > 0 && file && (
            <button
              type="button"
              className="btn p"
              disabled={run.isPending}
              onClick={() => run.mutate({ file, dryRun: false, mapping })}
            >
              {t(text(`写入 ${format.number(outcome.fresh)} 行`, `Write ${format.number(outcome.fresh)} lines`))}
            </button>
          )}
        </OutcomeCard>
      )}
    </>
  )
}
