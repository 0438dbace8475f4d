import { describe, expect, test } from 'vitest'
import { derivedPartyColumns, localityOf, phoneDigits } from './party.ts'

const zhengzhou = { city: '郑州市', regionCode: '410105' }

describe('locality', () => {
  test('the same prefecture-level city is local, county-level cities in it too', () => {
    expect(localityOf({ city: '郑州市', regionCode: '410102' }, zhengzhou)).toBe('local')
    expect(localityOf({ city: '巩义市', regionCode: '410181' }, zhengzhou)).toBe('local')
  })

  test('another city of the province is out of town', () => {
    expect(localityOf({ city: '洛阳市', regionCode: '410304' }, zhengzhou)).toBe('out-of-town')
  })

  test('a place governed by the province itself is a city of its own', () => {
    const jiyuan = { city: '济源市', regionCode: '419001' }
    expect(localityOf(jiyuan, zhengzhou)).toBe('out-of-town')
    expect(localityOf(jiyuan, jiyuan)).toBe('local')
    expect(localityOf({ city: null, regionCode: '429004' }, { city: null, regionCode: '429005' })).toBe('out-of-town')
  })

  test('a municipality is one city', () => {
    const pudong = { city: '上海市', regionCode: '310115' }
    expect(localityOf({ city: '上海市', regionCode: '310230' }, pudong)).toBe('local')
  })

  test('without region codes the names of the cities decide; an unknown city is out of town', () => {
    expect(localityOf({ city: '郑州', regionCode: null }, zhengzhou)).toBe('local')
    expect(localityOf({ city: null, regionCode: null }, zhengzhou)).toBe('out-of-town')
    expect(localityOf({ city: '', regionCode: null }, { city: '', regionCode: null })).toBe('out-of-town')
  })

  test('somebody may decide otherwise, and that is kept', () => {
    const party = { name: '洛阳瀍东医院', city: '洛阳市', regionCode: '410304', phones: [], contacts: [] }
    expect(derivedPartyColumns(party, zhengzhou)).toMatchObject({ locality: 'out-of-town', localityFrom: 'address' })
    expect(derivedPartyColumns(party, zhengzhou, 'local')).toMatchObject({
      locality: 'local',
      localityFrom: 'decision',
    })
  })
})

test('telephone digits of party and contacts, each once, without the country code', () => {
  expect(phoneDigits(['0371-1055 0101', '+86 142 0371 0105'], [{ phone: '14203710105' }, { phone: null }])).toBe(
    '037110550101 14203710105',
  )
})
