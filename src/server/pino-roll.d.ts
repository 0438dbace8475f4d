/** The part of pino-roll that the log uses; the package brings no types of its own. */
declare module 'pino-roll' {
  import type { DestinationStream } from 'pino'

  /** Opens a log file that begins anew by time and size. */
  const roll: (options: {
    readonly file: string
    readonly extension: string
    readonly frequency: 'daily' | 'hourly'
    readonly dateFormat: string
    readonly size: string
    readonly limit: { readonly count: number; readonly removeOtherLogFiles: boolean }
    readonly symlink: boolean
    readonly mkdir: boolean
    readonly mode: number
    readonly sync: boolean
  }) => Promise<DestinationStream & { on(event: 'error', heard: (error: Error) => void): void }>
  export default roll
}
