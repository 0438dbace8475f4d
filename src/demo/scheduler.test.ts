import { describe, expect, test } from 'vitest'
import { play, type Story, storyClock, storyOf } from './scheduler.ts'

const at = (minute: number) => `2026-11-20T01:${String(minute).padStart(2, '0')}:00.000Z`

describe('play', () => {
  test('takes the steps of all stories in order of time', async () => {
    const clock = storyClock(at(0))
    const taken: string[] = []
    const told = (name: string, ...minutes: number[]) =>
      storyOf(
        minutes.map(minute => ({
          at: at(minute),
          act: async () => taken.push(`${name} ${clock.now().slice(14, 16)}`),
        })),
      )
    const steps = await play([told('a', 5, 20), told('b', 3, 30, 10), told('c', 5)], clock, at(40))
    expect(taken).toEqual(['b 03', 'a 05', 'c 05', 'b 10', 'a 20', 'b 30'])
    expect(steps).toBe(6)
  })

  test('passes over a step that is no longer called for', async () => {
    const clock = storyClock(at(0))
    const taken: number[] = []
    const steps = await play(
      [
        storyOf(
          [3, 8, 12].map(minute => ({
            at: at(minute),
            skip: () => minute === 8 && taken.includes(3),
            act: async () => taken.push(minute),
          })),
        ),
      ],
      clock,
      at(40),
    )
    expect(taken).toEqual([3, 12])
    expect(steps).toBe(2)
  })

  test('ends stories where the time ends', async () => {
    const clock = storyClock(at(0))
    const taken: number[] = []
    await play(
      [storyOf([1, 50].map(minute => ({ at: at(minute), act: async () => taken.push(minute) })))],
      clock,
      at(40),
    )
    expect(taken).toEqual([1])
    expect(clock.now()).toBe(at(1))
  })

  test('takes a step that is overdue at once, and never turns the clock back', async () => {
    const clock = storyClock(at(10))
    const seen: string[] = []
    async function* late(): Story {
      yield at(2)
      seen.push(clock.now())
    }
    await play([late()], clock, at(40))
    expect(seen).toEqual([at(10)])
    expect(() => clock.set(at(9))).toThrow(RangeError)
  })
})
