import type { DeviceClass } from '../../vocabulary/product.ts'

const CLASS_OF_DIGIT: Readonly<Record<string, DeviceClass>> = { 1: 'I', 2: 'II', 3: 'III' }

/**
 * The risk class that a Chinese registration or filing number states; null where its form tells none.
 * Today's numbers (`豫械注准2021 2 14 0318`: year, class, category, serial), filings of class I (`豫郑械备20201234`), and the
 * older `国食药监械(准)字2014第3460001号`, in which the class follows 第.
 */
export function classOfRegistration(number: string): DeviceClass | null {
  const plain = number.normalize('NFKC').replace(/\s/g, '')
  if (/械备\d{8}/.test(plain)) return 'I'
  const digit =
    /械注[准进许]\d{4}([123])\d{6}$/.exec(plain)?.[1] ?? /药监械\([准进许]\)字\d{4}第([123])\d{6}号/.exec(plain)?.[1]
  return digit ? (CLASS_OF_DIGIT[digit] ?? null) : null
}
