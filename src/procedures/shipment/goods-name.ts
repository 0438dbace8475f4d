import type { ShownLine } from './queries.ts'

/** What the goods of a line are called to the person who holds them: product, lot, expiry, quantity. */
export const calledOf = (line: ShownLine): string =>
  [
    `${line.productName} ${line.model}`,
    line.spec,
    line.lotNo,
    line.expiresOn ? `效期 ${line.expiresOn}` : '',
    `${line.quantity} ${line.unit}`,
  ]
    .filter(Boolean)
    .join('　')
