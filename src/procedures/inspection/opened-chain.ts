/** The trail of what the inspector opened: a chain of its own for each inspection, so that it never waits for its steps. */
export const openedChain = (inspectionId: string): string => `inspection/${inspectionId}/opened`
