import { custodians } from '../../vocabulary/retention.ts'

/** The general office and every department that keeps records may compile them. */
export const COMPILING = ['administrator', ...Object.keys(custodians).filter(role => role !== 'administrator')]

/** Those who review what was compiled. */
export const REVIEWING = ['quality-head', 'management-representative', 'general-manager'] as const
