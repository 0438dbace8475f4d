import { z } from 'zod'
import { instantAt, type Zone } from '../../kernel/time.ts'
import { sweepDuties } from '../../procedures/duty/sweep-duties.ts'
import { NIGHTLY_AT, type NightlyWork, nightlyBackup } from '../backup/nightly-backup.ts'
import { type MailWork, sendLetter } from '../mail/send-letter.ts'
import type { ServerParts } from '../parts.ts'
import { refreshSearch } from '../refresh-search.ts'
import { beginReports } from './begin-reports.ts'
import { noteDifferences } from './document-differences.ts'
import { expireInspections } from './expire-inspections.ts'
import { fileReport } from './file-report.ts'
import { moveClocksDue } from './move-clocks.ts'
import type { JobList } from './start-jobs.ts'
import { watchQuality } from './watch-quality.ts'

const letterSchema = z.object({ id: z.uuid() })
const reportSchema = z.object({ id: z.uuid() })

/** The crontab of a time of the day in a zone without summer time, which the queue reads as UTC. */
export const dailyAt = (clock: string, zone: Zone): string => {
  const at = instantAt('2026-01-01', clock, zone)
  return `${Number(at.slice(14, 16))} ${Number(at.slice(11, 13))} * * *`
}

/** All jobs of the server. */
export const jobList = (parts: ServerParts, mail: MailWork | null, database: NightlyWork['database']): JobList => ({
  work: {
    'send-letter': (payload, { last }) => sendLetter(parts, mail, letterSchema.parse(payload).id, last),
    'nightly-backup': async () => {
      const { kernel, dataDir, version, operations } = parts
      const passphrase = process.env.BIHUAN_BACKUP_PASSPHRASE || undefined
      const now = kernel.clock.now()
      await nightlyBackup({ database, dataDir, folder: operations.backupFolder, program: version, now, passphrase })
    },
    'refresh-search': async () => {
      await refreshSearch(parts.kernel)
    },
    'move-clocks': () => moveClocksDue(parts.kernel),
    'sweep-duties': async () => {
      await sweepDuties(parts.kernel, (duty, error) =>
        parts.log.error({ err: error, duty }, 'a duty cannot be planned'),
      )
    },
    'note-document-differences': async () => {
      await noteDifferences(parts.kernel)
    },
    'file-report': payload => fileReport(parts, reportSchema.parse(payload).id),
    'sweep-reports': async (_, { query }) => {
      await query(SWEEP_REPORTS)
    },
    'begin-reports': async () => {
      await beginReports(parts)
    },
    'expire-inspections': async () => {
      await expireInspections(parts)
    },
    'watch-quality': async () => {
      await watchQuality(parts)
    },
    'sweep-letters': async (_, { query }) => {
      await query(SWEEP)
    },
  },
  atStart: ['refresh-search', 'sweep-letters', 'sweep-duties', 'move-clocks', 'note-document-differences'],
  clock: [
    { at: '*/10 * * * *', job: 'sweep-letters' },
    { at: '*/10 * * * *', job: 'sweep-reports' },
    // 00:10 and 00:20 in China, when a day has just ended
    { at: '10 16 * * *', job: 'begin-reports' },
    { at: '20 16 * * *', job: 'watch-quality' },
    { at: '1,6,11,16,21,26,31,36,41,46,51,56 * * * *', job: 'sweep-duties' },
    { at: '*/5 * * * *', job: 'move-clocks' },
    { at: '*/5 * * * *', job: 'expire-inspections' },
    { at: '17 * * * *', job: 'note-document-differences' },
    { at: dailyAt(NIGHTLY_AT, parts.kernel.zone), job: 'nightly-backup' },
  ],
})

/**
 * Letters that wait without a job, such as those written before the queue was there, get one; so do those whose job was in the
 * hands of a process that ended: sending takes three minutes at most.
 */
const SWEEP = `
  select graphile_worker.add_job('send-letter', json_build_object('id', m.id), job_key => m.id::text, max_attempts => 10)
  from message m
  where m.state = 'waiting' and not exists (
    select from graphile_worker.jobs j
    where j.key = m.id::text
      and (j.locked_at > now() - interval '10 minutes' or (j.locked_at is null and j.attempts < j.max_attempts))
  )`

/** Signed reports that wait for their files without a job get one, as letters do. */
const SWEEP_REPORTS = `
  select graphile_worker.add_job('file-report', json_build_object('id', r.id), job_key => r.id::text, max_attempts => 10)
  from periodic_report r
  where r.state = 'signed' and not exists (
    select from graphile_worker.jobs j
    where j.key = r.id::text
      and (j.locked_at > now() - interval '10 minutes' or (j.locked_at is null and j.attempts < j.max_attempts))
  )`
