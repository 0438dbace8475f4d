import { type Text, text } from '../../kernel/text.ts'
import { millisecondsBetween } from '../../kernel/time.ts'
import type { HealthFigures } from './figures.ts'

/** One look at the server: how it stands, and what to do when it does not stand well. */
export interface HealthCheck {
  readonly name: 'database' | 'queue' | 'mail' | 'disk' | 'backup' | 'seal' | 'clock'
  readonly title: Text
  readonly tone: 'ok' | 'warn' | 'late'
  readonly finding: Text
  /** The way out; absent when all is well. */
  readonly todo?: Text
}

const MINUTE = 60_000
const HOUR = 3_600_000
const GB = 1024 ** 3

/** Judges the figures. Limits are ours: a nightly backup is late after 26 h, a seal after 2 min, a job after 10 min. */
export const healthChecks = (figures: HealthFigures): readonly HealthCheck[] => [
  database(figures),
  queue(figures),
  mail(figures),
  disk(figures),
  backup(figures),
  seal(figures),
  clock(figures),
]

const number = (value: number, digits = 0): string => value.toFixed(digits)
const size = (bytes: number): string =>
  bytes >= GB ? `${number(bytes / GB, 1)} GB` : `${number(bytes / 1024 ** 2)} MB`

function database({
  database: { version, bytes, connections, mostConnections, longestSeconds, answeredMs },
}: HealthFigures): HealthCheck {
  const finding = text(
    `PostgreSQL ${version}，${size(bytes)}，连接 ${connections}/${mostConnections}，应答 ${number(answeredMs, 1)} 毫秒`,
    `PostgreSQL ${version}, ${size(bytes)}, ${connections} of ${mostConnections} connections, answers in ${number(answeredMs, 1)} ms`,
  )
  const title = text('数据库', 'Database')
  if (connections > mostConnections * 0.9)
    return {
      name: 'database',
      title,
      tone: 'warn',
      finding,
      todo: text(
        '连接将用尽：请停掉多余的服务进程，或调大 max_connections。',
        'Connections run out: stop server processes that are not needed, or raise max_connections.',
      ),
    }
  if (longestSeconds > 60)
    return {
      name: 'database',
      title,
      tone: 'warn',
      finding,
      todo: text(
        `有一条语句已运行 ${number(longestSeconds)} 秒：请看服务日志，必要时重启服务。`,
        `One statement has run for ${number(longestSeconds)} s: look at the log of the server, restart it if need be.`,
      ),
    }
  return { name: 'database', title, tone: 'ok', finding }
}

function queue({ queue: state, at, startedAt }: HealthFigures): HealthCheck {
  const title = text('任务队列', 'Job queue')
  if (!state)
    return {
      name: 'queue',
      title,
      tone: 'late',
      finding: text('队列尚未建立', 'There is no queue yet'),
      todo: text(
        '请重新启动服务；信函和提醒在此之前不会发出。',
        'Start the server anew; letters and reminders do not go out before that.',
      ),
    }
  const finding = text(
    `待办 ${state.waiting}，重试中 ${state.retried}，已放弃 ${state.givenUp}`,
    `${state.waiting} waiting, ${state.retried} being tried again, ${state.givenUp} given up`,
  )
  const looked = state.lastTurnAt && state.lastTurnAt > startedAt ? state.lastTurnAt : startedAt
  if (millisecondsBetween(looked, at) > 10 * MINUTE)
    return {
      name: 'queue',
      title,
      tone: 'late',
      finding,
      todo: text(
        '队列已停超过 10 分钟：请看服务日志并重新启动；提醒、信函和夜间备份在此之前不会进行。',
        'The queue has stood still for more than 10 minutes: look at the log of the server and start it anew; reminders, letters and the nightly backup do not run before that.',
      ),
    }
  if (state.oldestAt && millisecondsBetween(state.oldestAt, at) > 10 * MINUTE)
    return {
      name: 'queue',
      title,
      tone: 'late',
      finding,
      todo: text(
        '任务已等候超过 10 分钟：请确认服务进程在运行。',
        'Jobs have waited for more than 10 minutes: make sure that the server runs.',
      ),
    }
  if (state.givenUp > 0)
    return {
      name: 'queue',
      title,
      tone: 'warn',
      finding,
      todo: text(
        `有任务多次失败后已放弃${state.lastFailure ? `（${state.lastFailure.job}：${state.lastFailure.why}）` : ''}，请排除原因。`,
        `Jobs were given up after several tries${state.lastFailure ? ` (${state.lastFailure.job}: ${state.lastFailure.why})` : ''}; remove the cause.`,
      ),
    }
  return { name: 'queue', title, tone: 'ok', finding }
}

function mail({ mail: { host, waiting, failed } }: HealthFigures): HealthCheck {
  const title = text('邮件', 'Mail')
  if (host === null)
    return {
      name: 'mail',
      title,
      tone: 'warn',
      finding: text('未设置邮件服务器，信函只能打印', 'No mail server is set; letters can only be printed'),
      todo: text('请设置 BIHUAN_SMTP_URL 后重新启动。', 'Set BIHUAN_SMTP_URL and start the server anew.'),
    }
  const finding = text(`${host}，待发 ${waiting}，失败 ${failed}`, `${host}, ${waiting} waiting, ${failed} failed`)
  if (failed > 0)
    return {
      name: 'mail',
      title,
      tone: 'warn',
      finding,
      todo: text(
        '请在函件台账中查看失败的信函，更正地址后重发。',
        'Look at the failed letters in their register, correct the address and send them again.',
      ),
    }
  return { name: 'mail', title, tone: 'ok', finding }
}

function disk({ disks }: HealthFigures): HealthCheck {
  const title = text('磁盘', 'Disk')
  const tightest = disks.toSorted((one, other) => one.free / one.total - other.free / other.total)[0]
  if (!tightest)
    return {
      name: 'disk',
      title,
      tone: 'warn',
      finding: text('读不到磁盘空间', 'The room on the disk cannot be read'),
      todo: text('请检查数据文件夹的权限。', 'Check the permissions of the data folder.'),
    }
  const share = tightest.free / tightest.total
  const finding = text(
    `可用 ${size(tightest.free)}，剩余 ${number(share * 100)} %`,
    `${size(tightest.free)} free, ${number(share * 100)} %`,
  )
  const todo = text(
    `请在 ${tightest.path} 所在磁盘上腾出空间；写满后服务会停止。`,
    `Make room on the disk of ${tightest.path}; when it is full the server stops.`,
  )
  if (share < 0.05 || tightest.free < GB) return { name: 'disk', title, tone: 'late', finding, todo }
  if (share < 0.15) return { name: 'disk', title, tone: 'warn', finding, todo }
  return { name: 'disk', title, tone: 'ok', finding }
}

function backup({ backup: { last, fault, folder }, disks, at }: HealthFigures): HealthCheck {
  const title = text('备份', 'Backup')
  const todo = text(`请执行 npm run backup，并检查 ${folder}。`, `Run npm run backup, and look at ${folder}.`)
  if (!last)
    return {
      name: 'backup',
      title,
      tone: 'late',
      finding: fault
        ? text(`备份失败：${fault.why}`, `Failed: ${fault.why}`)
        : text('还没有备份', 'There is no backup yet'),
      todo,
    }
  const hours = millisecondsBetween(last.at, at) / HOUR
  const age =
    hours < 1 ? text('不到 1 小时前', 'less than 1 h ago') : text(`${number(hours)} 小时前`, `${number(hours)} h ago`)
  const how = last.way === 'nightly' ? text('夜间自动', 'nightly') : text('手工', 'by hand')
  const finding = text(`${age.zh}，${how.zh}，${size(last.bytes)}`, `${age.en}, ${how.en}, ${size(last.bytes)}`)
  if (fault)
    return {
      name: 'backup',
      title,
      tone: 'late',
      finding: text(`${finding.zh}；此后失败：${fault.why}`, `${finding.en}; failed since: ${fault.why}`),
      todo,
    }
  if (hours > 26) return { name: 'backup', title, tone: 'late', finding, todo }
  const [data, kept] = [disks.find(item => item.name === 'data'), disks.find(item => item.name === 'backups')]
  if (data && kept && data.device === kept.device)
    return {
      name: 'backup',
      title,
      tone: 'warn',
      finding,
      todo: text(
        '备份与数据在同一块磁盘上：请用 BIHUAN_BACKUP_DIR 指定另一块磁盘。',
        'Backups lie on the disk of the data: name another one with BIHUAN_BACKUP_DIR.',
      ),
    }
  if (!last.encrypted)
    return {
      name: 'backup',
      title,
      tone: 'warn',
      finding,
      todo: text(
        '备份未加密且含密钥：请设置 BIHUAN_BACKUP_PASSPHRASE。',
        'Backups hold keys and are not encrypted: set BIHUAN_BACKUP_PASSPHRASE.',
      ),
    }
  return { name: 'backup', title, tone: 'ok', finding }
}

function seal({ seal: last, unsealed, at }: HealthFigures): HealthCheck {
  const title = text('轨迹封存', 'Seal of the trail')
  const finding = last
    ? text(
        `第 ${last.number} 号封存，其后 ${unsealed.entries} 条`,
        `Seal ${last.number}, ${unsealed.entries} entries since`,
      )
    : text(`尚未封存，${unsealed.entries} 条`, `No seal yet, ${unsealed.entries} entries`)
  if (unsealed.since && millisecondsBetween(unsealed.since, at) > 2 * MINUTE)
    return {
      name: 'seal',
      title,
      tone: 'late',
      finding,
      todo: text(
        '轨迹应每 10 秒封存一次：请查看服务日志并重新启动。',
        'The trail is sealed every 10 s: look at the log of the server and start it anew.',
      ),
    }
  return { name: 'seal', title, tone: 'ok', finding }
}

function clock({ skewMs }: HealthFigures): HealthCheck {
  const title = text('时钟', 'Clock')
  const seconds = number(Math.abs(skewMs) / 1_000, 1)
  const finding = text(`服务器与数据库相差 ${seconds} 秒`, `Server and database differ by ${seconds} s`)
  if (Math.abs(skewMs) > 2_000)
    return {
      name: 'clock',
      title,
      tone: Math.abs(skewMs) > 30_000 ? 'late' : 'warn',
      finding,
      todo: text(
        '请让两台机器都用 NTP 对时：期限和签名都以时钟为准。',
        'Keep both machines in time by NTP: clocks and signatures rely on it.',
      ),
    }
  return { name: 'clock', title, tone: 'ok', finding }
}
