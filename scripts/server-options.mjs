/**
 * How the server's Node keeps its memory. Left to itself it takes twice what it needs: starting makes much that is thrown
 * away soon, and on a machine with much memory nothing hurries to clear it up.
 */
export const serverOptions = ['--max-semi-space-size=16']
