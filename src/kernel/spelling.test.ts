import { expect, test } from 'vitest'
import { spell } from './spelling.ts'

test.each([
  ['郑州市第七人民医院', 'zzsdqrmyy', 'zhengzhoushidiqirenminyiyuan'],
  ['重庆长江血液中心', 'cqcjxyzx', 'chongqingchangjiangxueyezhongxin'],
  ['绿城银行', 'lcyh', 'lvchengyinhang'],
  ['B超室 XL-200型', 'bcsxl200x', 'bchaoshixl200xing'],
  ['郑州（金水）ＡＢ诊所', 'zzjsabzs', 'zhengzhoujinshuiabzhensuo'],
])('%s is spelled %s', (name, py, pinyin) => {
  expect(spell(name)).toEqual({ py, pinyin })
})
