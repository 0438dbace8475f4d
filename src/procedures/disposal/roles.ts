import { custodians } from '../../vocabulary/retention.ts'

/** The general office and every department that keeps records may list them. */
export const LISTING = ['administrator', ...Object.keys(custodians).filter(role => role !== 'administrator')]
