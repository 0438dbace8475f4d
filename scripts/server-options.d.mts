/** Options of Node with which the server runs. */
export const serverOptions: readonly string[]
