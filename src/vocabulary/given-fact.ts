import type { Fact } from '../kernel/view.ts'

/** The facts of which there is something to show; what did not happen yet needs no line of its own. */
export const givenFacts = (facts: readonly Fact[]): readonly Fact[] =>
  facts.filter(({ shown }) => shown.kind === 'masked' || (shown.value !== null && shown.value !== ''))
