/**
 * Check digit of a GS1 number (GTIN-8/12/13/14): weights 3 and 1 from the right, modulo 10.
 * @param body the digits before the check digit
 */
export function gtinCheckDigit(body: string): number {
  if (!/^\d{7,13}$/.test(body)) throw new RangeError(`not 7 to 13 digits: ${body}`)
  let sum = 0
  for (let i = 0; i < body.length; i += 1) sum += Number(body[body.length - 1 - i]) * (i % 2 === 0 ? 3 : 1)
  return (10 - (sum % 10)) % 10
}

/** Whether `code` is a GTIN-14 whose check digit is right. */
export const isGtin14 = (code: string): boolean =>
  /^\d{14}$/.test(code) && gtinCheckDigit(code.slice(0, 13)) === Number(code[13])
