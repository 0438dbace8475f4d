import { expect, test } from 'vitest'
import { eitherText, text } from './text.ts'

const [one, two, three] = [text('质量管理部', 'quality'), text('仓库主管', 'warehouse'), text('总经理', 'manager')]

test('one of several is said with a comma between all but the last two', () => {
  expect(eitherText([one])).toEqual(one)
  expect(eitherText([one, two])).toEqual(text('质量管理部或仓库主管', 'quality or warehouse'))
  expect(eitherText([one, two, three])).toEqual(text('质量管理部、仓库主管或总经理', 'quality, warehouse or manager'))
})
